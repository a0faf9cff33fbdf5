"""One check set against one text, for the checks that measure and look at the shape."""

from functools import lru_cache
from importlib import import_module

from hypothesis import strategies as st

from reviewlog.domain.reply.rules import Rule, Wording
from reviewlog.reply.case import Case
from reviewlog.reply.check import CHECKS
from reviewlog.reply.tongues import language_of
from reviewlog.reply.words import read

ANYTHING = st.one_of(
    st.text(),
    st.text(alphabet="aA !?\n.-_[](){}<>*xX%&;#1•\u200b\ufe0f\u0301\u0130İßΣ"),
    st.lists(
        st.sampled_from(
            [
                *(
                    "WE",
                    "DID",
                    "not",
                    "NOT",
                    "VAT",
                    "I",
                    "[Name]",
                    "(name)",
                    "{case}",
                    "<b>",
                    "&amp;",
                ),
                *(
                    "!!",
                    "?!",
                    "\n- a",
                    "\n1. b",
                    "\u2022",
                    "XXX",
                    "___",
                    "Dear ...",
                    "\ud83d",
                    "😡",
                ),
                *("蛋糕", "ไม่อร่อย", "late", "\r\n", "\u2028", " ", "\u0435"),
            ]
        ),
        max_size=30,
    ).map(" ".join),
)


_read = lru_cache(maxsize=4)(read)
"""Long texts are read once for several checks."""


def look(check, original, *, lists=None, phrases=(), most=None, **given):
    """Return what a check finds: what it says, and the words that it marks."""
    rule = Rule(
        check,
        "title",
        "why",
        "warn",
        (),
        check=check,
        most=most,
        wordings=(Wording("en", phrases, lists=lists or {}),),
    )
    case = Case((rule,), **given)
    text = _read(original)._replace(language=language_of(original, case.tongues))
    module = import_module(f"reviewlog.reply.checks.{CHECKS[check]}")
    found = list(getattr(module, check.replace("-", "_"))(rule, text, case))
    for one in found:
        assert all(0 <= place.start < place.end <= len(original) for place in one.spans)
        assert list(one.spans) == sorted(one.spans)
    return [(one.said, [original[a:b] for a, b in one.spans]) for one in found]


def marked(check, original, **given):
    """Return the words that a check marks."""
    return [words for _, places in look(check, original, **given) for words in places]


def marks_words(text, found):
    """Whether every place that was found is one of the text, and none is empty."""
    return all(word and word in text for _, words in found for word in words)

"""No file of an owner's takes away what a rule finds that stands above every file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewlog.domain.reply.checks import LISTS
from reviewlog.domain.reply.rules import SHIPPED, Tongue, Wording
from reviewlog.playbook.replies.shelf import shipped_shelf
from reviewlog.reply.case import Case
from reviewlog.reply.check import check
from reviewlog.reply.examples import case_of
from reviewlog.reply.phrases import UNLESS, excusing
from reviewlog.reply.words import read

NEVER = {rule.id: rule for rule in shipped_shelf().ruleset.rules if rule.never}
BAD = [
    (trial.rule, example)
    for trial in shipped_shelf().trials
    if trial.rule in NEVER and trial.origin == SHIPPED
    for example in trial.bad
]
WORDS = st.sampled_from(
    ("you", "your|our", "the", "#", "you ... #", "we|i|is|was|a|in|to", "review", "miller", "qqqq",
     "refund*", "legal [team]", "lawyer*", "[#] elm", "elm road", "booking number", "diabetes is",
     "street|road [with]", "number #", "is the reason", "at # elm", "on 3 may")
)  # fmt: skip
PHRASES = st.lists(WORDS, max_size=4).map(tuple)
WORDINGS = st.builds(
    Wording,
    st.sampled_from(("de", "fr", "xx")),
    PHRASES,
    PHRASES,
    st.dictionaries(st.sampled_from(LISTS), PHRASES, max_size=len(LISTS)),
    is_own=st.just(True),
)
COMMON = st.lists(
    st.sampled_from(
        [
            "the",
            "you",
            "your",
            "we",
            "is",
            "to",
            "of",
            "and",
            "miller",
            "jane",
            "soup",
            "review",
            "a",
            "i",
            "was",
        ]
    ),
    unique=True,
).map(tuple)
TONGUES = st.builds(Tongue, st.sampled_from(("de", "en", "xx")), st.just("Own"), COMMON)


def marked(example, rules, tongues=()):
    case = case_of(example, rules, tongues)
    spans = (span for one in check(example.text, case).findings for span in one.spans)
    return {place for span in spans for place in range(*span)}


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(BAD),
    st.lists(WORDINGS, max_size=2, unique_by=lambda one: one.language),
    st.lists(TONGUES, max_size=1).map(tuple),
)
def test_whatever_a_file_translates_each_place_is_still_marked(bad, wordings, tongues):
    name, example = bad
    rule = NEVER[name]
    more = rule._replace(wordings=(*rule.wordings, *wordings))
    assert marked(example, (rule,)) <= marked(example, (more,), tongues)


def test_a_list_of_ones_own_excuses_nobody():
    rule = NEVER["personal"]
    said = Wording("de", ("qqqq",), ("#",), {"nobody": ("dana|smith",)}, is_own=True)
    case = Case((rule._replace(wordings=(*rule.wordings, said)),), customers=("Dana Smith",))
    for text in (
        "Dana Smith came late.",
        "Dana Smith kam leider viel zu spät zu uns, und das war es.",
    ):
        (finding,) = check(text, case).findings
        assert [text[slice(*span)] for span in finding.spans] == ["Dana Smith"]
    assert check("You paid £45 for it.", case).findings


@pytest.mark.parametrize(
    ("never", "is_own", "language", "excused"),
    [
        ("", True, "de", True),
        ("", False, "de", True),
        ("", False, "fr", False),
        ("personal", False, "de", True),
        ("personal", True, "de", False),
        ("personal", False, "fr", False),
    ],
)
def test_what_excuses_speaks_the_language_of_the_text(never, is_own, language, excused):
    said = Wording(language, ("x",), ("gut",), {"nobody": ("gut",)}, is_own=is_own)
    rule = NEVER["personal"]._replace(never=never, wordings=(said,))
    text = read("Alles gut.")._replace(language="de")
    for name in (UNLESS, "nobody"):
        assert bool(excusing(rule, name, text, Case((rule,)))) == excused

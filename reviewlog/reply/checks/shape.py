"""What a text looks like: places that nobody filled in, lists, the marks of a page."""

import re
from collections.abc import Iterator

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.rules import Rule
from reviewlog.reply.case import Case
from reviewlog.reply.checks.gaps import gaps
from reviewlog.reply.checks.marks import TAG
from reviewlog.reply.found import Found
from reviewlog.reply.phrases import places, span
from reviewlog.reply.words import Text

_LINE = (
    r"(?:^|(?<=[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]))[^\S\n\r\v\f\x1c-\x1e\x85\u2028\u2029]{0,20}"
)
_BULLET = (
    r"[\u2022\u2023\u2043\u2219\u25a0\u25aa\u25ab\u25cb\u25cf\u25e6\u2713\u2714\u2717\u27a2\u27a4"
    r"\u25b6\u25ba\u2192\u2705\u30fb\xb7]|\U0001f449|\U0001f538|\U0001f539"
)
_BULLETS = re.compile(f"{_LINE}(?:{_BULLET}\ufe0f?)")
_DASHES = re.compile(rf"{_LINE}[-*+\u2013\u2014]\s")
_NUMBERS = re.compile(
    rf"{_LINE}(?:[(\uff08]?(?:[0-9\uff10-\uff19]{{1,2}}|[A-Za-z])(?:[.)\uff09\u3001]|\.\))\s?"
    "(?![0-9])|[0-9]\ufe0f?\u20e3|[\u2460-\u2473\u24f5-\u24fe\u2776-\u277f\u2780-\u2793])"
)
_SEVERAL = 2
"""Lines with a dash or a number that make a list: a single one is a signature or a date."""
_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|hellip|[nm]dash|euro|pound|yen|cent|copy|reg|trade|[lr][sda]quo"
    r"|[lr]dquo|[bs]?bull|middot|sect|deg|szlig|iexcl|iquest|[aeiouncyAEIOUNCY]"
    r"(?:acute|grave|circ|uml|tilde|cedil|ring|slash)|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});"
)
_COMMENT = re.compile(r"<!--|-->|<!doctype", re.IGNORECASE)


def holes(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Find the places of a text that nobody filled in."""
    said = [span(text, hit) for hit in places(rule, text, case)]
    spans = _apart(sorted({*gaps(text.original), *said}))
    if spans:
        yield Found(spans, "Not filled in." if len(spans) == 1 else f"{len(spans)} not filled in.")


def lists(rule: Rule, text: Text, case: Case) -> Iterator[Found]:  # noqa: ARG001
    """Find lines with bullets or numbers before them."""
    kinds = ((_BULLETS, 1), (_DASHES, _SEVERAL), (_NUMBERS, _SEVERAL))
    found = [(list(sign.finditer(text.original)), least) for sign, least in kinds]
    signs = [match for matches, least in found if len(matches) >= least for match in matches]
    if signs:
        spans = tuple(sorted(_visible(match) for match in signs))
        yield Found(spans, "A list.")


def html(rule: Rule, text: Text, case: Case) -> Iterator[Found]:  # noqa: ARG001
    """Find the marks and codes of a page, which stand there as they are or are cut off."""
    signs = (*TAG.finditer(text.original), *_ENTITY.finditer(text.original))
    spans = [Span(*match.span()) for match in (*signs, *_COMMENT.finditer(text.original))]
    if spans:
        yield Found(_apart(sorted(spans)), "Marks of a page.")


def _visible(match: re.Match[str]) -> Span:
    """Return where a sign stands, without the blanks around it."""
    blank = len(match[0]) - len(match[0].lstrip())
    return Span(match.start() + blank, match.start() + len(match[0].rstrip()))


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that overlap taken together."""
    kept: list[Span] = []
    for one in spans:
        if kept and one.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, one.end))
        else:
            kept.append(one)
    return tuple(kept)

"""A dispute in the making: the ground, what is missing, the form, and what to know before a report."""

import textwrap
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from reviewlog.domain.choosing import Verdict
from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.disputes import Dispute
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.harmless import harmless, harmless_line
from reviewlog.domain.needs import UNSEEN, Need, missing_of
from reviewlog.domain.site import Ground, NotGround, Site
from reviewlog.domain.time.moment import Moment
from reviewlog.render.moments import count
from reviewlog.render.needs import need_words
from reviewlog.render.tries import known_words, try_lines, window_lines

INDENT = "  "
STRICT = (
    "Your trade keeps silent about its customers, or was not named (trade: in config.yaml): the texts"
    " are made from the review alone, and only pictures of the public page leave."
)


class FormLine(Protocol):
    """A field of the site's form as it is to be filled in (`bundle.forms.Filled`)."""

    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def size(self) -> int: ...  # noqa: D102
    @property
    def most(self) -> int | None: ...  # noqa: D102
    @property
    def unit(self) -> str: ...  # noqa: D102
    @property
    def cut(self) -> bool: ...  # noqa: D102
    @property
    def gap(self) -> bool: ...  # noqa: D102


class Prepared(NamedTuple):
    """Everything that the owner should see before a report."""

    number: str
    rules: Site
    ground: Ground
    dispute: Dispute
    review: Track | None
    reviews: tuple[Track, ...]
    """The reviews that stand on the site."""
    needs: tuple[Need, ...]
    form: Sequence[FormLine]
    statement: str
    newest: Entry | None = None
    """The entry that a correction of the threat would go to."""
    threat: Moment | None = None
    """When the threat was made."""
    strict: bool = False
    """Whether the trade keeps silent: only what everybody can read leaves."""
    led: bool = False
    """Whether the playbook that is followed has steps for it."""


def prepared_text(prepared: Prepared, now: datetime, width: int) -> str:
    """Return the whole as text: the rule, the tries, what is missing, the form, the statement."""
    parts = (
        _heading(prepared),
        _rule(prepared, now, width),
        _tries(prepared, now, width),
        _missing(prepared, width),
        _form(prepared, width),
        _statement(prepared),
        _afterwards(prepared, width),
    )
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part)))


def _heading(prepared: Prepared) -> Iterator[str]:
    title = harmless_line(prepared.rules.title)
    yield f"Incident {prepared.number}, a report to {title}: {about_words(prepared)}"


def about_words(prepared: Prepared) -> str:
    """Return what the report is about."""
    if prepared.review is not None:
        return f"the review {review_words(prepared.review)}"
    if prepared.reviews:
        return f"{count(len(prepared.reviews), 'review')}, in one report"
    return "a threat, before there is a review"


def review_words(review: Track) -> str:
    """Return which review is meant: its entry and the name it stands under."""
    nick = review.fields.get("nick")
    named = f" by {harmless_line(str(nick))}" if nick else ""
    return f"of entry {review.first.id.seq}{named}"


def _rule(prepared: Prepared, now: datetime, width: int) -> Iterator[str]:
    ground, rules = prepared.ground, prepared.rules
    yield from _wrapped(f"GROUND  {ground.name} ({ground.id})", width, "")
    yield from _wrapped(f"It means: {ground.means}", width)
    if ground.outcome:
        yield from _wrapped(f"What it leads to: {ground.outcome}", width)
    if ground.route:
        yield from _wrapped(f"Where: {ground.route}", width)
    yield from _wrapped(known_words(ground.known, now.date()), width)
    if rules.one_ground.value == "one":
        says = (
            rules.one_ground.says or "A report names one ground; the site looks at that one only."
        )
        yield from _wrapped(says, width)
    if not ground.after_review and prepared.reviews:
        yield from _wrapped(
            "Take care: the site takes this report only while there is no review, and one is up.",
            width,
        )
    if not ground.before_review and not prepared.reviews:
        yield from _wrapped(
            "Take care: this is for a review that is up, and the log holds none.", width
        )


def _tries(prepared: Prepared, now: datetime, width: int) -> Iterator[str]:
    yield "TRIES"
    lines = (
        *try_lines(prepared.rules, prepared.dispute, now),
        *window_lines(prepared.rules, prepared.review, prepared.threat, now),
    )
    for line in lines:
        yield from _wrapped(line, width)


def _missing(prepared: Prepared, width: int) -> Iterator[str]:
    needs = missing_of(prepared.needs)
    missing = [need for need in needs if need.state != UNSEEN]
    if missing:
        yield "STILL MISSING"
    for need in missing:
        yield from _need(prepared, need, width)
    unseen = [need for need in needs if need.state == UNSEEN]
    if missing and unseen:
        yield ""
    if unseen:
        yield "HAVE AT HAND (the log cannot know it)"
    for need in unseen:
        yield from _need(prepared, need, width)
    if not needs:
        yield "What the site asks for is there."


def _need(prepared: Prepared, need: Need, width: int) -> Iterator[str]:
    words = need_words(need, prepared.number, prepared.review, prepared.newest)
    yield from textwrap.wrap(
        harmless_line(f"- {words}"), width, initial_indent=INDENT, subsequent_indent=INDENT * 2
    )


def _form(prepared: Prepared, width: int) -> Iterator[str]:
    if prepared.strict:
        yield from _wrapped(STRICT, width, "")
    if not prepared.form:
        return
    yield "FORM, field by field"
    for field in prepared.form:
        yield f"{INDENT}{harmless_line(field.label)}{_length(field)}"
        for line in harmless(field.text).split("\n"):
            yield from textwrap.wrap(
                line, width, initial_indent=INDENT * 3, subsequent_indent=INDENT * 3
            ) or [""]


def _length(field: FormLine) -> str:
    if field.most is None:
        return ""
    if field.gap:
        return f" (at most {field.most} {field.unit})"
    return f" ({field.size} of {field.most} {field.unit}{', cut to fit' if field.cut else ''})"


def _statement(prepared: Prepared) -> Iterator[str]:
    if prepared.statement:
        yield "STATEMENT"
        yield from (f"{INDENT}{line}".rstrip() for line in prepared.statement.rstrip().split("\n"))


def _afterwards(prepared: Prepared, width: int) -> Iterator[str]:
    number, site = prepared.number, prepared.rules.id
    early = not prepared.reviews and prepared.review is None
    yield from _wrapped("reviewlog sends nothing. When you have sent it, write it down:", width, "")
    what = "--early" if early else "--sent"
    yield f"{INDENT}reviewlog dispute {number} {what} --site {site} --reference 'its number'"
    yield from _wrapped("The files for the site, in one folder:", width, "")
    yield f"{INDENT}reviewlog export {number} --for {site}"
    if not prepared.led and not early:
        yield "To be led through it, day by day:"
        yield f"{INDENT}reviewlog playbook use {number} dispute"


def gone_text(number: str, rules: Site) -> str:
    """Say that there is nothing to report any more."""
    title = harmless_line(rules.title)
    return (
        f"The review is gone from {title}: nothing is left to report. If it is back, write it down:\n"
        f"{INDENT}reviewlog review {number} --site {rules.id} --changed\nNothing was written."
    )


def refusal_text(rules: Site, found: Verdict, now: datetime, width: int) -> str:
    """Say that the site will not act on it, and what to do instead."""
    title = harmless_line(rules.title)
    lines: list[str] = []
    for one in found.not_grounds:
        lines += _refusal(one, title, now, width)
    if not lines:
        lines += _wrapped(f"None of the grounds on which {title} acts fits.", width, "")
        lines += _wrapped(
            "Leave the report. Set the facts right in public, once and calmly; a report without a"
            " ground wastes a try.",
            width,
            "",
        )
    return "\n".join([*lines, "Nothing was written."])


def _refusal(one: NotGround, title: str, now: datetime, width: int) -> list[str]:
    return [
        *_wrapped(f"{title} will not act on this: {one.name}.", width, ""),
        *_wrapped(f"Do this instead: {one.instead}", width),
        *_wrapped(known_words(one.known, now.date()), width),
    ]


def _wrapped(text: str, width: int, indent: str = INDENT) -> list[str]:
    return textwrap.wrap(
        harmless_line(text),
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )

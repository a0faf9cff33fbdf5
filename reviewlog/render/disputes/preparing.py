"""A dispute in the making: the ground, what is missing, the form, and what to know before a report."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from reviewlog.domain.choosing import answers_notice
from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.disputes import Dispute
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.needs import UNSEEN, Need, leaving_needs, missing_of
from reviewlog.domain.site import Ground, Site
from reviewlog.domain.time.moment import Moment
from reviewlog.domain.tries import tries_left
from reviewlog.render.disputes.form import FormLine, form_lines, statement_lines
from reviewlog.render.disputes.needs import need_words
from reviewlog.render.disputes.tries import aged, known_words, try_lines, window_lines
from reviewlog.render.layout.wrapping import INDENT, wrap, wrapped
from reviewlog.render.words.moments import count

STRICT = (
    "Your trade keeps silent about its customers, or was not named (trade: in config.yaml): the texts"
    " are made from the review alone, and only pictures of the public page leave."
)
KEPT = "What else the site asks for on this ground stays here, with your trade: do not send it."
DECISIVE_KEPT = (
    "The site does not act on this ground without it. Take another ground, or ask a lawyer first."
)
OWN_KEPT = (
    "What you gave with --field stays in the log. Put it into the form by hand only if nobody can"
    " tell from it who your customer is."
)
HIDDEN = (
    "Left out below, until you decide: {texts} (telephone numbers, addresses, names of others)."
)


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
    left_out: int = 0
    """How many texts are left out of it until the owner decides."""
    own_kept: bool = False
    """Whether the owner gave texts for fields that do not leave."""


def prepared_text(prepared: Prepared, now: datetime, width: int) -> str:
    """Return the whole as text: the rule, the tries, what is missing, the form, the statement."""
    before = (
        _heading(prepared),
        _rule(prepared, now, width),
        _tries(prepared, now, width),
    )
    if is_over(prepared):
        return _parted((*before, _instead(prepared, width)))
    return _parted(
        (
            *before,
            _missing(prepared, width),
            _careful(prepared, width),
            form_lines(prepared.form, width),
            statement_lines(prepared.statement),
            _afterwards(prepared, width),
        )
    )


def result_text(prepared: Prepared, width: int) -> str:
    """Return the form and the statement alone, for --quiet; nothing where no try is left."""
    if is_over(prepared):
        return ""
    return _parted((form_lines(prepared.form, width), statement_lines(prepared.statement)))


def is_over(prepared: Prepared) -> bool:
    """Whether the site takes no further report of it."""
    return tries_left(prepared.rules, prepared.dispute) == 0


def _parted(parts: Iterable[Iterable[str]]) -> str:
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part)))


def _heading(prepared: Prepared) -> Iterator[str]:
    title = harmless_line(prepared.rules.title)
    what = "an answer" if answers_notice(prepared.ground) else "a report"
    yield f"Incident {prepared.number}, {what} to {title}: {about_words(prepared)}"


def about_words(prepared: Prepared) -> str:
    """Return what the report is about."""
    if prepared.review is not None:
        return f"the review {review_words(prepared.review)}"
    if answers_notice(prepared.ground):
        part = harmless_line(prepared.ground.part)
        return f"its notice of a {part}" if part else "its notice"
    if prepared.reviews:
        return f"{count(len(prepared.reviews), 'review')}, in one report"
    return "a threat, before there is a review"


def review_words(review: Track) -> str:
    """Return which review is meant: its entry and the name it stands under."""
    nick = review.fields.get("nick")
    named = f" by {harmless_line(str(nick))}" if nick else ""
    return f"of entry {review.first.id.seq}{named}"


def _rule(prepared: Prepared, now: datetime, width: int) -> Iterator[str]:
    ground, one = prepared.ground, prepared.rules.one_ground
    yield from wrapped(f"GROUND  {ground.name} ({ground.id})", width, "")
    yield from wrapped(f"It means: {ground.means}", width)
    if ground.outcome:
        yield from wrapped(f"What it leads to: {ground.outcome}", width)
    if ground.route:
        yield from wrapped(f"Where: {ground.route}", width)
    yield from wrapped(known_words(ground.known, now.date()), width)
    if one.value == "one":
        says = one.says or "A report names one ground; the site looks at that one only."
        yield from wrapped(aged(says, one.known, now), width)


def _tries(prepared: Prepared, now: datetime, width: int) -> Iterator[str]:
    yield "TRIES"
    lines = (
        *try_lines(prepared.rules, prepared.dispute, now),
        *window_lines(
            prepared.rules,
            prepared.review,
            prepared.threat,
            now,
            part=prepared.ground.part,
            noticed=any(notice.fields.get("due") for notice in prepared.dispute.notices),
        ),
    )
    for line in lines:
        yield from wrapped(line, width)


def _instead(prepared: Prepared, width: int) -> Iterator[str]:
    """What still helps where the site takes no report any more."""
    number, site = prepared.number, prepared.rules.id
    yield "WHAT HELPS INSTEAD"
    yield from wrapped("- Set the facts right in public, once and calmly:", width)
    yield f"{INDENT * 2}reviewlog playbook use {number} public-comment"
    yield from wrapped("- If the site itself asks for more, answer it, and write it down:", width)
    yield f"{INDENT * 2}reviewlog dispute {number} --answer more --site {site} 'their words'"
    yield from wrapped("- If its words break the law, show them to a lawyer:", width)
    yield f"{INDENT * 2}reviewlog export {number} --for lawyer"


def _careful(prepared: Prepared, width: int) -> Iterator[str]:
    """What is not in the texts below, and why."""
    if prepared.strict:
        yield from wrapped(STRICT, width, "")
    if prepared.own_kept:
        yield from wrapped(OWN_KEPT, width, "")
    if prepared.left_out:
        texts = count(prepared.left_out, "text")
        yield from wrapped(HIDDEN.format(texts=texts), width, "")
        yield f"{INDENT}reviewlog redact {prepared.number}"


def _missing(prepared: Prepared, width: int) -> Iterator[str]:
    every = leaving_needs(prepared.needs) if prepared.strict else prepared.needs
    needs = missing_of(every)
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
    kept = [need for need in prepared.needs if need not in every]
    if not needs and not kept:
        yield "What the site asks for is there."
    yield from _kept(kept, width)


def _kept(kept: Sequence[Need], width: int) -> Iterator[str]:
    """What the site asks for and may not have."""
    if kept:
        yield from wrapped(KEPT, width, "")
    if any(need.decisive for need in kept):
        yield from wrapped(DECISIVE_KEPT, width, "")


def _need(prepared: Prepared, need: Need, width: int) -> Iterator[str]:
    words = need_words(need, prepared.number, prepared.review, prepared.newest)
    yield from wrap(harmless_line(f"- {words}"), width, INDENT, INDENT * 2)


def _afterwards(prepared: Prepared, width: int) -> Iterator[str]:
    number, site = prepared.number, prepared.rules.id
    early = not (prepared.reviews or prepared.review or answers_notice(prepared.ground))
    yield from wrapped("reviewlog sends nothing. When you have sent it, write it down:", width, "")
    what = "--early" if early else "--sent"
    yield f"{INDENT}reviewlog dispute {number} {what} --site {site} --reference 'its number'"
    yield from wrapped("The files for the site, in one folder:", width, "")
    yield f"{INDENT}reviewlog export {number} --for {site}"
    if not prepared.led and not early:
        yield "To be led through it, day by day:"
        yield f"{INDENT}reviewlog playbook use {number} dispute"

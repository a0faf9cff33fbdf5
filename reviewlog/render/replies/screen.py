"""A reply on the screen: read again with a cool head, kept as a draft, posted in the end."""

from datetime import datetime
from typing import NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.harmless import harmless, harmless_line
from reviewlog.domain.reply.drafts import Drafting
from reviewlog.domain.reply.finding import Checked
from reviewlog.domain.reply.rules import CALL, PRIVATE, PUBLIC
from reviewlog.domain.reply.sent import sent_in
from reviewlog.domain.vocabulary import SITES
from reviewlog.render.layout.blocks import block
from reviewlog.render.layout.wrapping import wrap, wrap_stored
from reviewlog.render.replies.draftmarks import sent_words
from reviewlog.render.replies.findings import Twins, findings_lines
from reviewlog.render.replies.places import where_to_type
from reviewlog.render.replies.ready import (
    NAMES,
    NOT_READY,
    next_words,
    reply_line,
    standing,
    why_words,
)
from reviewlog.render.words.folded import length
from reviewlog.render.words.moments import count, moment_words, written_words

LABEL = 7
GAP = 2
"""Blanks behind a longer label."""
FOLDED = "folded; --unfold shows them"


class Reread(NamedTuple):
    """A draft, and everything that one should have before one's eyes with it."""

    number: str
    facts: Facts
    review: Track | None
    drafting: Drafting
    checked: Checked
    twins: Twins
    unfold: bool = False
    whole: bool = False
    """Whether everything that was found is wanted in full."""

    @property
    def draft(self) -> Entry:
        """The version that is shown."""
        return self.drafting.versions[-1]

    @property
    def text(self) -> str:
        """Its words."""
        return str(self.draft.fields.get("text") or "")


def reread_text(said: Reread, now: datetime, width: int) -> str:
    """Return the draft to read again: what it answers, its text, what was found, what to do."""
    lines = [heading(said.drafting, said.number, said.review, now)]
    lines += review_lines(said.review, width, unfold=said.unfold)
    lines += wrap(_since(said), width)
    lines += ["", *text_lines(said.text, width), ""]
    lines += findings_lines(said.text, said.checked, said.twins, width, whole=said.whole)
    return "\n".join([*lines, "", *ready_lines(said, now, width)])


def _since(said: Reread) -> str:
    """Return what became of the review after the draft was written."""
    review = said.review
    if review is not None and review.state == "gone":
        return "It is gone since; perhaps nothing is left to answer."
    if review is not None and review.last.recorded_at > said.draft.recorded_at:
        return "It was changed after you wrote this; read it once more with --unfold."
    return ""


def ready_lines(said: Reread, now: datetime, width: int) -> list[str]:
    """Return whether it is ready, until when and why it lies, and what to do then."""
    drafting, checked = said.drafting, said.checked
    why = why_words(said.facts, checked.findings, drafting.ready_at, now)
    label, words = standing(drafting, checked, why, now)
    margin = max(LABEL, len(label) + GAP)
    is_told = drafting.medium != CALL or label == NOT_READY
    lines = block(label, [words], width, margin) if is_told else []
    typed = where_to_type(said.number, said.facts, drafting.of)
    steps = next_words(drafting, typed, now, checked)
    return [*lines, *block("NEXT", steps, width, margin if is_told else LABEL)]


def heading(drafting: Drafting, number: str, review: Track | None, now: datetime) -> str:
    """Return what is shown, `YOUR REPLY on Google, incident 12: version 2 of Sat 21 Nov 16:40`."""
    latest = drafting.versions[-1]
    site = str(latest.fields.get("site") or (review.fields.get("site") if review else "") or "")
    where = f" on {SITES.get(site, harmless_line(site))}" if site else ""
    where = where if drafting.medium == PUBLIC else ""
    version = f"version {drafting.number} of {written_words(latest, now)}"
    return f"YOUR {NAMES[drafting.medium].upper()}{where}, incident {number}: {version}"


def review_lines(review: Track | None, width: int, *, unfold: bool) -> list[str]:
    """Return what is answered; hurtful words are folded until somebody asks for them."""
    if review is None:
        return []
    stars, text = review.fields.get("stars"), str(review.fields.get("text") or "")
    named = [count(stars, "star")] if isinstance(stars, int) else []
    if text:
        said = f"{length(text)} of theirs"
        named.append(said if unfold else f"{said}, {FOLDED}")
    nick = review.fields.get("nick")
    author = f" by {harmless_line(str(nick))}" if nick else ""
    first = f"Their review{author}: {', '.join(named) or 'its words are not here'}"
    return [*wrap(first, width), *(quoted_lines(text, width) if unfold else ())]


def text_lines(text: str, width: int) -> list[str]:
    """Return a text of ours, its own lines kept, set in a little."""
    return [line for part in text.splitlines() or [""] for line in _wrapped(part, width, "  ")]


def quoted_lines(text: str, width: int) -> list[str]:
    """Return words of theirs, marked at the left."""
    return [line for part in text.splitlines() for line in _wrapped(part, width, "  > ")]


def _wrapped(line: str, width: int, indent: str) -> list[str]:
    return wrap_stored(harmless(line), width, indent, indent) or [""]


def posted_lines(drafting: Drafting, number: str, now: datetime, width: int) -> list[str]:
    """Return what was posted last, where no newer draft is there."""
    facts_posted = drafting.posted[-1]
    fields, marks = facts_posted.fields, list(sent_words(sent_in(drafting, facts_posted)))
    medium = str(fields.get("medium") or PUBLIC) if facts_posted.kind == "reply" else PRIVATE
    done = "was posted" if medium == PUBLIC else "was sent"
    moment = moment_words(facts_posted.happened, now)
    entry = facts_posted.id.seq
    lines = [f"Your {NAMES[medium]} {done}, {moment} (entry {entry}):", ""]
    lines += text_lines(str(fields.get("text") or "its words were erased"), width)
    if marks:
        told = "; ".join(marks)
        lines += ["", *wrap(f"{told[0].upper()}{told[1:]}.", width)]
    another = f"To write another one: {reply_line(number, medium, '--new')}"
    return [*lines, "", another]

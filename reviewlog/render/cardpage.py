"""The call card drawn: plain lines on a screen or a page, and as `--json` promises it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from reviewlog.domain.time.moment import exactly
from reviewlog.render.callcard import Card
from reviewlog.render.layout.blocks import block, paragraph
from reviewlog.render.layout.style import PLAIN, Style
from reviewlog.render.words.moments import moment_words, times

WIDTH, MARGIN, ROOM = 80, 12, 5


class Page(NamedTuple):
    """On what a card is drawn, and what stands at its foot."""

    width: int
    printed: bool
    """Whether it goes on paper: then there is room to write on."""
    asks: bool
    """Whether somebody is asked afterwards how it went."""
    hint: str = ""
    style: Style = PLAIN

    @property
    def wide(self) -> int:
        """The columns that it fills."""
        return min(self.width, WIDTH)


def card_text(card: Card, now: datetime, page: Page) -> str:
    """Return the card as lines of at most 80 columns.

    On a screen it is short, so that nothing scrolls away; printed it has room to write on.
    """
    gap = [""] if page.printed else []
    lines = [*_heading(card, now, page), *gap, *_past(card, page), "", *_talk(card, page, gap)]
    if page.printed:
        lines += ["", "THEIR EXACT WORDS", *(["", "_" * (page.wide - 1)] * ROOM)]
    if not page.asks:
        lines += ["", *_block("AFTERWARDS", [card.afterwards], page)]
    if page.hint:
        lines += ["", *(page.style.quiet(line) for line in paragraph(page.hint, page.wide))]
    return "\n".join(lines)


def _block(label: str, texts: Sequence[str], page: Page) -> list[str]:
    return block(label, texts, page.wide, MARGIN, page.style.quiet)


def _heading(card: Card, now: datetime, page: Page) -> list[str]:
    head, written = f"CALL CARD, incident {card.number}", moment_words(exactly(now), now)
    if len(head) + len(written) + 2 > page.wide:
        return [page.style.strong(head), page.style.quiet(written)]
    blank = " " * (page.wide - len(head) - len(written))
    return [f"{page.style.strong(head)}{blank}{page.style.quiet(written)}"]


def _past(card: Card, page: Page) -> list[str]:
    """Who it is, and what was before."""
    phone = f", {card.phone}" if card.phone else " (no number noted)"
    asked = times(card.asked_before)
    before = [f"They asked for something {asked} before."] if card.asked_before else []
    lines: list[str] = []
    for label, texts in (
        ("WHO", [card.who + phone]),
        ("HAPPENED", card.happened),
        ("WANTS", card.wants),
        ("", before),
        ("SO FAR", card.so_far),
    ):
        lines += _block(label, texts, page)
    if card.your_words or card.found:
        ours = [*card.your_words, *([card.found] if card.found else [])]
        lines += ["", *_block("YOUR WORDS", ours, page)]
    return lines


def _talk(card: Card, page: Page, gap: Sequence[str]) -> list[str]:
    lines: list[str] = []
    for label, texts in (
        ("FIRST", card.first),
        ("ASK", card.ask),
        ("REPEAT BACK", card.repeat_back),
        ("PROMISE", card.promise),
    ):
        if texts:
            lines += [*_block(label, [f"“{text}”" for text in texts], page), *gap]
    if gap and card.promise:
        hint = "Any day that you can keep; write it here: ____________"
        lines[-1:] = [*_block("", [hint], page), ""]
    avoided = card.avoid if gap else ["; ".join(card.avoid)] if card.avoid else []
    return [*lines, *_block("NOT", avoided, page), *_block("AGE", card.age, page)]


def card_shape(card: Card) -> Mapping[str, Any]:
    """Return the card as `--json` prints it."""
    shape = card._asdict()
    lists = {name: list(value) for name, value in shape.items() if isinstance(value, tuple)}
    renamed = {"incident": shape.pop("number"), "not": lists.pop("avoid")}
    shape.pop("avoid")
    return renamed | shape | lists

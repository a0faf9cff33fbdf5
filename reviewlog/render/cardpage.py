"""The call card drawn: plain lines on a screen or a page, and as `--json` promises it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from reviewlog.domain.time.moment import exactly
from reviewlog.render.callcard import Card
from reviewlog.render.receipt import block
from reviewlog.render.words.moments import count, moment_words

WIDTH, MARGIN, ROOM = 80, 12, 5


def card_text(card: Card, now: datetime, width: int, *, printed: bool, asks: bool) -> str:
    """Return the card as plain lines of at most 80 columns, without drawn characters.

    On a screen it is short, so that nothing scrolls away; printed it has room to write on.
    """
    wide = min(width, WIDTH)
    head = f"CALL CARD, incident {card.number}"
    written = moment_words(exactly(now), now)
    lines = [f"{head}{written:>{max(len(written) + 2, wide - len(head))}}"]
    gap = [""] if printed else []
    phone = f", {card.phone}" if card.phone else " (no number noted)"
    lines += gap + block("WHO", [card.who + phone], wide, MARGIN)
    lines += block("HAPPENED", card.happened, wide, MARGIN)
    lines += block("WANTS", card.wants, wide, MARGIN)
    if card.asked_before:
        times = count(card.asked_before, "time")
        lines += block("", [f"They asked for something {times} before."], wide, MARGIN)
    lines += block("SO FAR", card.so_far, wide, MARGIN)
    if card.your_words or card.found:
        ours = [*card.your_words, *([card.found] if card.found else [])]
        lines += ["", *block("YOUR WORDS", ours, wide, MARGIN)]
    lines += ["", *_talk(card, wide, gap)]
    if printed:
        lines += ["", "THEIR EXACT WORDS", *(["", "_" * (wide - 1)] * ROOM)]
    return "\n".join(lines if asks else [*lines, "", *_afterwards(card, wide)])


def _talk(card: Card, wide: int, gap: Sequence[str]) -> list[str]:
    lines: list[str] = []
    for label, texts in (
        ("FIRST", card.first),
        ("ASK", card.ask),
        ("REPEAT BACK", card.repeat_back),
        ("PROMISE", card.promise),
    ):
        if texts:
            lines += [*block(label, [f"“{text}”" for text in texts], wide, MARGIN), *gap]
    if gap and card.promise:
        hint = "Any day that you can keep; write it here: ____________"
        lines[-1:] = [*block("", [hint], wide, MARGIN), ""]
    avoided = card.avoid if gap else ["; ".join(card.avoid)] if card.avoid else []
    return [*lines, *block("NOT", avoided, wide, MARGIN), *block("AGE", card.age, wide, MARGIN)]


def _afterwards(card: Card, wide: int) -> list[str]:
    return block("AFTERWARDS", [card.afterwards], wide, MARGIN)


def card_shape(card: Card) -> Mapping[str, Any]:
    """Return the card as `--json` prints it."""
    shape = card._asdict()
    lists = {name: list(value) for name, value in shape.items() if isinstance(value, tuple)}
    renamed = {"incident": shape.pop("number"), "not": lists.pop("avoid")}
    shape.pop("avoid")
    return renamed | shape | lists

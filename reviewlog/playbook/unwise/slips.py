"""Slips of the pen that YAML lets pass: cut lines, numbers of advice that there is not."""

from itertools import pairwise

from reviewlog.domain.advice import ADVICE
from reviewlog.playbook.unwise.view import Found, View


def odd_quotes(view: View) -> Found:
    """A line in curly quotation marks that a comma cut in two: YAML knows only straight ones."""
    for seat in view.judged("say", "avoid"):
        for key in ("say", "avoid"):
            lines = getattr(seat.step, key) if key in seat.placed.own else ()
            for i, (line, following) in enumerate(pairwise(lines)):
                if _opens(line) > 0 > _opens(following):
                    place = view.document.place((*seat.placed.path, key, i))
                    said = "This line was cut at a comma: curly quotation marks do not hold it"
                    yield place, f'{said} together. Put straight ones (") around it.'


def _opens(line: str) -> int:
    return line.count("“") - line.count("”")


def unknown_source(view: View) -> Found:
    """A number that the named text does not have: T12, while it holds nine pieces of advice."""
    mine = view.playbook.sources
    for seat in view.judged("source"):
        for i, source in enumerate(seat.step.source if "source" in seat.placed.own else ()):
            letters = source.rstrip("0123456789")
            number, most = source.removeprefix(letters), ADVICE.get(letters)
            is_shipped = mine.get(letters) == view.around.titles.get(letters, "")
            if number and most and is_shipped and not 1 <= int(number) <= most:
                place = view.document.place((*seat.placed.path, "source", i))
                yield place, f"“{source}”: that text has {letters}1 to {letters}{most}."

"""The answer to a verb that wrote something."""

from collections.abc import Mapping, Sequence
from typing import Any

from reviewlog.commands.session import Session
from reviewlog.domain.agenda.item import Item
from reviewlog.logbook.acting.stepping import next_items
from reviewlog.logbook.receipt import Receipt, View
from reviewlog.render.words.blanks import AGE, Known, blanks

DANGEROUS = ("log", "review", "amend")
"""The verbs that may tell of danger for the first time."""


def answer(
    session: Session,
    verb: str,
    receipt: Receipt,
    remark: str | None = None,
    more: Mapping[str, Any] | None = None,
) -> None:
    """Show the receipt and the next step, or the JSON of both; `more` goes into the JSON only."""
    logbook = session.logbook
    now = logbook.now()
    session.kept = str(receipt.main.id.seq)
    steps = next_items(receipt.agenda, now)
    in_danger = any(item.step == "safety" for item in receipt.agenda)
    if verb in DANGEROUS and (in_danger or receipt.main.fields.get("threat") == "harm"):
        _say_danger(session)
    known = known_of(session, receipt, steps)
    if session.json:
        from reviewlog.render.shapes import receipt_shape

        shape = receipt_shape(receipt, steps, known, now, logbook.calendar)
        session.show_json(verb, {**shape, **(more or {})})
        return
    from reviewlog.render.receipt import receipt_line, receipt_text

    if session.quiet:
        session.show(receipt_line(receipt, now))
    else:
        width = session.machine.width()
        session.show(receipt_text(receipt, steps, known, now, width, remark))


def known_of(session: Session, found: Receipt | View, steps: Sequence[Item] = ()) -> Known:
    """Return what the log knows of the blanks in a playbook's lines, and of the first step."""
    logbook = session.logbook
    known = blanks(found.row, found.facts, logbook.settings, logbook.now())
    old = logbook.old_sites(found.facts, steps[0]) if steps else ()
    if not old:
        return known
    from reviewlog.render.words.sitewords import age_words

    return {**known, AGE: " ".join(age_words(old))}


def _say_danger(session: Session) -> None:
    """First of all, and whatever else is printed or not."""
    import typer

    from reviewlog.render.receipt import DANGER

    typer.echo(DANGER, err=session.json or session.quiet)

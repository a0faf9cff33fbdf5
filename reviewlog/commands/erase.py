"""Erase for good what identifies somebody. It shows first what goes, and asks.

reviewlog erase --who 'Dana Smith' --why 'asked for it by letter'

reviewlog erase 33 --field text --why 'a wrong note'
"""

from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.session import Session
from reviewlog.domain.errors import RefusedError
from reviewlog.domain.usage_errors import ConflictingOptionsError
from reviewlog.logbook.keeping.erasable import Planned, plan_entry, plan_incident, plan_person
from reviewlog.logbook.keeping.erasing import erase, refuse_held, refuse_reason
from reviewlog.logbook.keeping.remains import remains_of

QUESTION = "Why? (It stays in the log: no names.)"
WHOM = "Erase whom or what? (A name, 12 for incident 12, or entry 31.)"
WHICH = "--who NAME, --incident N or ENTRY"


def run(
    ctx: typer.Context,
    entry: Annotated[str | None, typer.Argument(metavar="[ENTRY]", help="One entry, by its number.")] = None,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="All about a person.")] = None,
    incident: Annotated[str | None, typer.Option(metavar="N", help="All of one incident.")] = None,
    field: Annotated[str | None, typer.Option(metavar="NAME", help="Of the entry this field alone.")] = None,
    why: options.Why = None,
) -> None:  # fmt: skip
    """Erase for good what identifies somebody."""
    from reviewlog.render.keeping.erasure import erased_shape, erased_text, planned_text

    session: Session = ctx.obj
    if not (entry or who or incident):
        entry, who, incident = _asked(session, field)
    planned = _planned(session, entry, who, incident, field)
    refuse_held(session.logbook, planned)
    reason = (
        session.ask(QUESTION, "--why TEXT", like="asked for it by letter") if why is None else why
    )
    refuse_reason(session.logbook, planned, reason)
    width = session.machine.width()
    session.talk(planned_text(planned, session.logbook.now(), width) + "\n")
    if not session.confirm("Erase this for good?", default=False):
        raise RefusedError("Nothing was erased.")
    erased = erase(session.logbook, planned, reason)
    session.kept = str(erased.entries[0].id.seq) if erased.entries else None
    remains = remains_of(session.logbook, planned, session.machine.history_files())
    if session.json:
        session.show_json("erase", erased_shape(erased, remains))
    else:
        session.show(erased_text(erased, remains, session.logbook.now(), width))


def _asked(session: Session, field: str | None) -> tuple[str | None, str | None, str | None]:
    """Return the entry, the person or the incident that the owner names when asked."""
    if field is not None:
        return session.ask("Of which entry? (its number)", "ENTRY", like="31"), None, None
    answer = " ".join(session.ask(WHOM, WHICH).split())
    kind, _, number = answer.rpartition(" ")
    if number.isdecimal() and kind.casefold() in ("", "incident"):
        return None, None, number
    if number.isdecimal() and kind.casefold() == "entry":
        return number, None, None
    return None, answer, None


def _planned(
    session: Session, entry: str | None, who: str | None, incident: str | None, field: str | None
) -> Planned:
    given = [n for n, v in (("ENTRY", entry), ("--who", who), ("--incident", incident)) if v]
    if len(given) > 1:
        raise ConflictingOptionsError(given[0], given[1])
    if field is not None and entry is None:
        raise ConflictingOptionsError("--field", given[0])
    if who:
        return plan_person(session.logbook, who)
    if incident:
        return plan_incident(session.logbook, incident)
    return plan_entry(session.logbook, str(entry), field)

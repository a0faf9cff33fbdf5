"""Writing down what a script hands over, all of it or nothing, and answering in kind."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from reviewlog.commands.answer import known_of, say_danger
from reviewlog.commands.asking.whom import say_near_name
from reviewlog.commands.entering.contact import Entering, check_usual
from reviewlog.commands.entering.reading import read_entries
from reviewlog.commands.session import Session
from reviewlog.domain.entering_errors import BadEntriesError
from reviewlog.domain.usage_errors import ConflictingOptionsError
from reviewlog.logbook.acting.stepping import next_items

if TYPE_CHECKING:
    from reviewlog.logbook.receipt import View
    from reviewlog.logbook.writing.many import Noted
    from reviewlog.render.promised.agenda import Many, Standing, Written

ENTRIES = ["-"]
"""The text that, with --json, stands for entries on standard input."""
HINTED = 20
"""So many new people are compared with those known."""
_OPTIONS = {"on_behalf_of": "for"}


def enter(session: Session, options: Mapping[str, Any]) -> None:
    """Write down the entries on standard input; options on the line hold where one says nothing.

    Raises UnreadableEntriesError, BadEntriesError.
    """
    session.no_input = True
    given, is_one = read_entries(session.machine.read_stdin())
    line = usual(options)
    check_usual(session, line)
    entering = Entering(session, line)
    said = [entering.contact(number, one) for number, one in enumerate(given, 1)]
    if entering.faults:
        raise BadEntriesError(entering.faults, len(given))
    noted = session.logbook.log_many(said)
    _hint(session, noted)
    if is_one:
        _answer_one(session, noted)
    else:
        _answer_many(session, noted)


def usual(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the options of the line say, by the keys of an entry."""
    if options["edit"]:
        raise ConflictingOptionsError("--edit", "-")
    if options["inbound"] and options["outbound"]:
        raise ConflictingOptionsError("--in", "--out")
    said = {_OPTIONS.get(name, name): value for name, value in options.items() if value}
    for name in ("text", "inbound", "outbound", "edit"):
        said.pop(name, None)
    for name in ("site", "attach"):
        if options[name]:
            said[name] = [str(one) for one in options[name]]
    if options["inbound"] or options["outbound"]:
        said["direction"] = "in" if options["inbound"] else "out"
    return said


def _hint(session: Session, noted: "Noted") -> None:
    """Say which of a few new people may be known; among very many a script looks itself."""
    new = [noted.views[one.incident].row for one in noted.answers if one.opened]
    for row in new if len(new) <= HINTED else ():
        if row["customer"]:
            say_near_name(session, row, row["customer"])


def _answer_one(session: Session, noted: "Noted") -> None:
    standing = _standings(session, noted)[0]
    session.show_json("log", {**_answers(noted)[0], "next": standing["next"]})


def _answer_many(session: Session, noted: "Noted") -> None:
    many: Many = {"answers": _answers(noted), "incidents": _standings(session, noted)}
    session.show_json("log-many", many)


def _answers(noted: "Noted") -> "list[Written]":
    return [
        {
            "incident": str(noted.views[one.incident].row["number"]),
            "entry": str(one.entries[0].id.seq),
            "entries": [str(entry.id.seq) for entry in one.entries],
            "opened": one.opened,
        }
        for one in noted.answers
    ]


def _standings(session: Session, noted: "Noted") -> "list[Standing]":
    """Return what is to do now in every incident; danger is said before anything else."""
    if any(item.step == "safety" for view in noted.views.values() for item in view.agenda):
        say_danger(session)
    if noted.answers:
        session.kept = str(noted.answers[-1].entries[0].id.seq)
    return [_standing(session, view) for view in noted.views.values()]


def _standing(session: Session, view: "View") -> "Standing":
    from reviewlog.render.shapes import item_shape

    logbook, now = session.logbook, session.logbook.now()
    steps = next_items(view.agenda, now)
    known = known_of(session, view, steps)
    items = [item_shape(item, view.row, known, now, logbook.calendar) for item in steps]
    return {"incident": str(view.row["number"]), "next": items}

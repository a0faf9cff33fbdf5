"""Hold: nothing about an incident is erased while a dispute or a claim may come."""

from reviewlog.domain.entry import Draft
from reviewlog.domain.keeping_errors import NotHeldError
from reviewlog.domain.time.moment import Moment, moment_to_field
from reviewlog.logbook.base import Book, required_text
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.receipt import Receipt


def hold(book: Book, incident: str, until: Moment, why: str) -> Receipt:
    """Hold an incident until the end of a day; a later hold takes the place of an earlier one."""
    fields = {
        "happened_at": book.happened(None),
        "state": "on",
        "until": moment_to_field(until),
        "text": required_text(why, "--why"),
    }
    return book.write(incident, "hold", fields)


def lift(book: Book, incident: str, why: str) -> Receipt:
    """Lift the hold on an incident. Raises NotHeldError."""
    fields = {"happened_at": book.happened(None), "state": "lifted"}
    fields["text"] = required_text(why, "--why")
    with book.store.writing():
        row = book.get_incident(incident)
        if Projector(book.store, book.calendar).facts(row["id"]).hold is None:
            raise NotHeldError(str(row["number"]))
        return book.receipt(book.record([Draft("hold", fields, row["id"])]))

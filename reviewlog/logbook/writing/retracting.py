"""Take back one entry by a new one; both stay in the log."""

from reviewlog.domain.entry import Draft, Entry, Ref
from reviewlog.domain.keeping_errors import NotYourWordsError, TakenBackError
from reviewlog.domain.relations import standing
from reviewlog.logbook.base import Book, required_text
from reviewlog.logbook.keeping.erasable import get_entry
from reviewlog.logbook.opening.surroundings import is_absence
from reviewlog.logbook.receipt import Undone
from reviewlog.logbook.writing.correcting import RETRACT, UNTOUCHED


def retract(book: Book, word: str, why: str) -> Undone:
    """Take back one entry; of an amendment the old words hold again, of an undo the command.

    Raises NoSuchEntryError, NotYourWordsError, TakenBackError.
    """
    required_text(why, "--why")
    with book.store.writing():
        entry = get_entry(book, word)
        if not _is_the_owners(entry):
            raise NotYourWordsError(word, entry.kind)
        if _is_taken_back(book, entry):
            raise TakenBackError(word)
        refs = (Ref(entry.id, entry.leaf),)
        fields = {"why": why, "verb": RETRACT}
        book.record([Draft("amendment", fields, entry.incident, "retracts", refs)])
        if is_absence(entry):
            book.date_anew()
        rows = [book.store.projections.incident(entry.incident)] if entry.incident else []
        return Undone((entry,), tuple(rows))


def _is_the_owners(entry: Entry) -> bool:
    """Whether an entry is what the owner said; the shop's own playbooks are read from files."""
    if entry.kind in UNTOUCHED or entry.incident is None:
        return is_absence(entry)
    return True


def _is_taken_back(book: Book, entry: Entry) -> bool:
    log = book.store.log
    beside = log.of_incidents([entry.incident]) if entry.incident else log.general()
    return entry.id in standing(beside)[1]

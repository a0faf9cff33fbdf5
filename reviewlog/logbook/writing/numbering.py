"""The numbers of the exhibits of an incident, and the entries that their labels mean."""

from reviewlog.domain.entry import EntryId
from reviewlog.domain.exhibits import exhibit_labels, labelled
from reviewlog.logbook.base import Book
from reviewlog.logbook.receipt import View


def labels_of(book: Book, incident: str) -> dict[EntryId, str]:
    """Return the labels of all files that ever stood in an incident, by its id.

    The caller holds a transaction.
    """
    moved, _ = book.store.projections.neighbours(incident)
    return exhibit_labels(incident, book.store.log.of_incidents(sorted(moved)))


def numbered(book: Book, view: View) -> View:
    """Return a view of an incident with the labels of its exhibits."""
    with book.store.reading():
        return view._replace(labels=labels_of(book, str(view.row["id"])))


def entry_word(book: Book, incident: str, word: str) -> str:
    """Return the number of the entry that a word like `E3` means; other words as they are."""
    if word.strip()[:1].casefold() != "e":
        return word.strip()
    place = labelled(word, labels_of(book, incident))
    return word.strip() if place is None else str(place.seq)

"""What is looked at before a text is kept: how things stand, what the checks say, what came before."""

from typing import NamedTuple

from reviewlog.domain.entry import EntryId
from reviewlog.domain.facts.disputes import review_key
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.reply.drafts import Drafting, drafting_of
from reviewlog.domain.reply.finding import Checked
from reviewlog.domain.reply.rules import LEVELS
from reviewlog.logbook.base import Book
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.replies.case import answered_review, case_of
from reviewlog.logbook.replies.reading import MOST
from reviewlog.logbook.said import ReplyDraft, ReplyPosted
from reviewlog.reply.case import Case

NOTE = LEVELS[-1]


def reply_case(
    book: Book, incident: str, medium: str, site: str | None = None, of: str | None = None
) -> Case:
    """Return what the checks know of an incident, named by number or person."""
    with book.store.reading():
        return case_of(book, book.get_incident(incident)["id"], medium, site, of)


def check_reply(
    book: Book,
    incident: str,
    text: str,
    medium: str,
    site: str | None = None,
    of: str | None = None,
) -> Checked:
    """Return what the checks say of a text that answers something in an incident."""
    return _checked(text, reply_case(book, incident, medium, site, of))


def _checked(text: str, case: Case) -> Checked:
    """Return what the checks say; what is longer than any reply is not looked at."""
    from reviewlog.reply.check import check

    return check(text, case) if len(text) <= MOST else Checked(())


def drafting(
    book: Book, incident: str, medium: str, site: str | None = None, of: str | None = None
) -> Drafting:
    """Return how far the draft of a reply has come."""
    return drafting_at(book.view(incident).facts, medium, site, of)


def drafting_at(
    facts: Facts, medium: str, site: str | None = None, of: str | None = None
) -> Drafting:
    """Return how far a text is: in public that for the review named, else the newest there."""
    review = answered_review(facts, site, of)
    return drafting_of(facts.entries, medium, review_key(review) if review else None, site)


class Look(NamedTuple):
    """How things stand before something is written about a text."""

    number: str
    facts: Facts
    before: Drafting
    checked: Checked


def look_at(book: Book, incident: str, text: str, said: ReplyDraft | ReplyPosted) -> Look:
    """Check a text before anything is locked: a long one takes its time."""
    with book.store.reading():
        row = book.get_incident(incident)
        facts = Projector(book.store, book.calendar).facts(row["id"])
        case = case_of(book, row["id"], said.medium, said.site, said.of)
    if isinstance(said, ReplyPosted):
        case = _without_own(case, facts)
    before = drafting_at(facts, said.medium, said.site, said.of)
    return Look(str(row["number"]), facts, before, _checked(text, case))


def _without_own(case: Case, facts: Facts) -> Case:
    """Leave out what was posted in this incident: mended on the site it is no copy of itself."""
    own = {str(entry.id.seq) for entry in facts.entries}
    return case._replace(earlier=tuple(e for e in case.earlier if e.entry not in own))


def twin_texts(book: Book, checked: Checked) -> dict[str, str]:
    """Return the earlier texts that are nearly the same, by entry; erased ones have no words."""
    twins = {finding.twin for finding in checked.findings if finding.twin}
    if not twins:
        return {}
    log = book.store.log
    with book.store.reading():
        found = {twin: log.find(EntryId(log.ours, int(twin))) for twin in twins}
    said = {twin: entry.fields.get("text") for twin, entry in found.items() if entry}
    return {twin: str(text) for twin, text in said.items() if text}


def rules_found(checked: Checked) -> tuple[str, ...]:
    """Return the ids of the rules that stand against a text, notes left out."""
    return tuple(dict.fromkeys(f.rule.id for f in checked.findings if f.level != NOTE))

"""Replies: what a check must know, drafts and who has read them, and what was posted in the end."""

from collections.abc import Mapping
from typing import NamedTuple

from reviewlog.domain.agenda.never import JOINT
from reviewlog.domain.entry import Draft, Entry, EntryId
from reviewlog.domain.facts.disputes import review_key
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.people import person_key
from reviewlog.domain.facts.replies import ASKED, DRAFT, POSTED, READY, SEEN
from reviewlog.domain.reply.drafts import Drafting, drafting_of
from reviewlog.domain.reply.finding import Checked
from reviewlog.domain.reply.ripening import heat_of, hot_because, kept, ready_at
from reviewlog.domain.reply.rules import CALL, LEVELS, PRIVATE
from reviewlog.domain.reply_errors import LongReplyError, NoDraftError, OwnEyesError
from reviewlog.domain.time.moment import utc_text
from reviewlog.logbook.base import Book, checked_text, required_text
from reviewlog.logbook.projecting import Projector
from reviewlog.logbook.receipt import Receipt
from reviewlog.logbook.replies.case import answered_review, case_of
from reviewlog.logbook.replies.reading import MOST
from reviewlog.logbook.said import Contact, ReplyDraft, ReplyPosted
from reviewlog.logbook.talking import Talking
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


def draft_reply(book: Book, incident: str, text: str, said: ReplyDraft) -> Receipt:
    """Keep a version of a reply, with the hour from which it counts as ready.

    Of the same text once more only the wish is kept that somebody read it. Raises OwnEyesError.
    """
    required_text(text, "the text")
    if len(text) > MOST:
        raise LongReplyError(len(text), MOST)
    if said.eyes is not None:
        _refuse_own_eyes(book, said.eyes)
    look = _look(book, incident, text, said)
    latest = look.before.latest
    if said.eyes is not None and latest is not None and _is_same(latest, text):
        wish = {"state": ASKED, "eyes": said.eyes.strip()}
        return _about_draft(book, incident, said, wish)
    fields = {
        "happened_at": book.happened(None),
        "state": DRAFT,
        "medium": said.medium,
        "text": text,
        **_answered(look.facts, said),
        "ready_at": _ready_text(book, look, text) if said.medium != CALL else None,
        "eyes": _eyes(book, said, look.before),
        "parts": dict(said.parts) or None,
    }
    return book.write(look.number, "reply", fields)


def ready_now(book: Book, incident: str, said: ReplyDraft, why: str) -> Receipt:
    """Write down that the owner will not wait, and why. Raises NoDraftError."""
    reason = required_text(why, "--now")
    return _about_draft(book, incident, said, {"state": READY, "why": reason})


def seen(book: Book, incident: str, said: ReplyDraft, by: str, text: str | None) -> Receipt:
    """Write down that somebody has read the draft, and what they said. Raises NoDraftError."""
    read_by = required_text(by, "--seen-by")
    words = checked_text(text, "the text")
    return _about_draft(book, incident, said, {"state": SEEN, "by": read_by, "text": words})


def post_reply(book: Talking, incident: str, said: ReplyPosted) -> Receipt:
    """Write down what was posted or sent, with the rules that stood against it.

    It has happened: nothing is refused. What was sent to them alone is a contact like any other,
    so that budget and gap count it.
    """
    text = required_text(said.text, "the text")
    look = _look(book, incident, text, said)
    latest = look.before.latest
    about = {
        "draft": str(latest.id) if latest else None,
        "against": JOINT.join(rules_found(look.checked)) or None,
    }
    if said.medium == PRIVATE:
        return book.log(_contact(look.number, said, about))
    fields = {
        "happened_at": book.happened(said.at),
        "state": POSTED,
        "medium": said.medium,
        "text": text,
        **_answered(look.facts, said),
        "url": checked_text(said.url, "--url"),
        **about,
    }
    return book.write(look.number, "reply", fields)


class _Look(NamedTuple):
    """How things stand before something is written about a text."""

    number: str
    facts: Facts
    before: Drafting
    checked: Checked


def _look(book: Book, incident: str, text: str, said: ReplyDraft | ReplyPosted) -> _Look:
    """Check a text before anything is locked: a long one takes its time."""
    with book.store.reading():
        row = book.get_incident(incident)
        facts = Projector(book.store, book.calendar).facts(row["id"])
        case = case_of(book, row["id"], said.medium, said.site, said.of)
    if isinstance(said, ReplyPosted):
        case = _without_own(case, facts)
    before = drafting_at(facts, said.medium, said.site, said.of)
    return _Look(str(row["number"]), facts, before, _checked(text, case))


def _without_own(case: Case, facts: Facts) -> Case:
    """Leave out what was posted in this incident: mended on the site it is no copy of itself."""
    own = {str(entry.id.seq) for entry in facts.entries}
    return case._replace(earlier=tuple(e for e in case.earlier if e.entry not in own))


def _is_same(latest: Entry, text: str) -> bool:
    return str(latest.fields["text"]).rstrip() == text.rstrip()


def _answered(facts: Facts, said: ReplyDraft | ReplyPosted) -> dict[str, str | None]:
    """Return which review a text answers, and where that stands."""
    review = answered_review(facts, said.site, said.of)
    return {
        "of": said.of or (review_key(review) if review else None),
        "site": said.site or (review.fields.get("site") if review else None),
    }


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


def _contact(number: str, said: ReplyPosted, about: dict[str, str | None]) -> Contact:
    return Contact(
        incident=number,
        channel=said.channel or "email",
        direction="out",
        at=said.at,
        text=said.text,
        draft=about["draft"],
        against=about["against"],
    )


def _eyes(book: Book, said: ReplyDraft, before: Drafting) -> str | None:
    """Return who is to read it, where this version says so: an empty text is nobody any more."""
    if said.eyes is not None:
        return said.eyes.strip()
    voice = book.settings.get("voice") or {}
    usual, is_first = voice.get("second_eyes"), not before.versions and said.medium != CALL
    is_own = person_key(str(usual)) == person_key(str(voice.get("name") or ""))
    return str(usual) if usual and is_first and not is_own else None


def _refuse_own_eyes(book: Book, eyes: str) -> None:
    """Refuse the one who signs as second pair of eyes. Raises OwnEyesError."""
    name = str((book.settings.get("voice") or {}).get("name") or "")
    if name and person_key(eyes) == person_key(name):
        raise OwnEyesError(name)


def _ready_text(book: Book, look: _Look, text: str) -> str:
    """Return from when on it is ready: small changes do not make it wait anew."""
    from reviewlog.reply.similarity import is_nearly_same

    before, latest = look.before, look.before.latest
    fresh = ready_at(book.now(), heat_of(look.facts, look.checked.findings), book.calendar)
    # One angry word more is a small change and no small matter.
    is_angry = hot_because(look.facts, look.checked.findings) == "words"
    is_same = latest is not None and is_nearly_same(str(latest.fields["text"]), text)
    is_same = is_same and not is_angry
    return utc_text(kept(fresh, before.ready_at, is_same=is_same))


def _about_draft(
    book: Book, incident: str, said: ReplyDraft, fields: Mapping[str, str | None]
) -> Receipt:
    """Write down something about the latest version."""
    with book.store.writing():
        row = book.get_incident(incident)
        facts = Projector(book.store, book.calendar).facts(row["id"])
        latest = drafting_at(facts, said.medium, said.site, said.of).latest
        if latest is None:
            raise NoDraftError(str(row["number"]), said.medium)
        about = {"medium": said.medium, "draft": str(latest.id)}
        kept = {"happened_at": book.happened(None), **about, **fields}
        return book.receipt(book.record([Draft("reply", kept, row["id"])]))

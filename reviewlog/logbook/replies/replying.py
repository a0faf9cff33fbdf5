"""Replies: drafts and who has read them, and what was posted in the end."""

from collections.abc import Mapping

from reviewlog.domain.agenda.never import JOINT
from reviewlog.domain.entry import Draft, Entry
from reviewlog.domain.facts.disputes import review_key
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.people import person_key
from reviewlog.domain.facts.replies import ASKED, DRAFT, POSTED, READY, SEEN
from reviewlog.domain.reply.drafts import Drafting
from reviewlog.domain.reply.ripening import heat_of, hot_because, kept, ready_at
from reviewlog.domain.reply.rules import CALL, PRIVATE
from reviewlog.domain.reply_errors import LongReplyError, NoDraftError, OwnEyesError
from reviewlog.domain.time.moment import utc_text
from reviewlog.logbook.base import Book, checked_text, required_text
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.receipt import Receipt
from reviewlog.logbook.replies.case import answered_review
from reviewlog.logbook.replies.checking import Look, drafting_at, look_at, rules_found
from reviewlog.logbook.replies.reading import MOST
from reviewlog.logbook.said import Contact, ReplyDraft, ReplyPosted
from reviewlog.logbook.writing.talking import Talking


def draft_reply(book: Book, incident: str, text: str, said: ReplyDraft) -> Receipt:
    """Keep a version of a reply, with the hour from which it counts as ready.

    Of the same text once more only the wish is kept that somebody read it. Raises OwnEyesError.
    """
    required_text(text, "the text")
    if len(text) > MOST:
        raise LongReplyError(len(text), MOST)
    if said.eyes is not None:
        _refuse_own_eyes(book, said.eyes)
    look = look_at(book, incident, text, said)
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
    look = look_at(book, incident, text, said)
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


def _is_same(latest: Entry, text: str) -> bool:
    return str(latest.fields["text"]).rstrip() == text.rstrip()


def _answered(facts: Facts, said: ReplyDraft | ReplyPosted) -> dict[str, str | None]:
    """Return which review a text answers, and where that stands."""
    review = answered_review(facts, said.site, said.of)
    return {
        "of": said.of or (review_key(review) if review else None),
        "site": said.site or (review.fields.get("site") if review else None),
    }


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


def _ready_text(book: Book, look: Look, text: str) -> str:
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

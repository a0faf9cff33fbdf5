"""What one entry is, in one short sentence; the business speaks of itself as "we"."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from reviewlog.bundle.telling.fieldwords import Fields, Piece, stored
from reviewlog.domain.facts.replies import ASKED, POSTED, READY, SEEN, medium_of, state_of
from reviewlog.domain.harmless import harmless
from reviewlog.domain.lookups import BEGIN, NOTHING, into
from reviewlog.domain.vocabulary import SITES

_CAME = {
    "phone": "phoned us",
    "visit": "came to see us",
    "email": "sent us an e-mail",
    "sms": "sent us a text message",
    "whatsapp": "sent us a WhatsApp message",
    "chat": "wrote to us in a chat",
    "social": "wrote to us on social media",
    "letter": "sent us a letter",
}
_WENT = {
    "phone": "We phoned ",
    "visit": "We went to see ",
    "email": "We wrote an e-mail to ",
    "sms": "We sent a text message to ",
    "whatsapp": "We sent a WhatsApp message to ",
    "chat": "We wrote in a chat to ",
    "social": "We wrote on social media to ",
    "letter": "We wrote a letter to ",
}
_REVIEWS = {
    "up": ("A review by ", " was posted on "),
    "changed": ("The review by ", " was changed on "),
    "gone": ("The review by ", " was gone from "),
}
_DEMANDS = {
    "open": "Something was asked of us",
    "granted": "We agreed to what was asked",
    "countered": "We answered with another proposal",
    "declined": "We did not agree to what was asked",
}
_ATTEMPTS = {
    "offered": "We offered to put it right",
    "accepted": "Our offer was accepted",
    "refused": "Our offer was not accepted",
    "delivered": "We did what we had offered",
}
_DISPUTES = {
    "chosen": ("The ground for our report to ", ""),
    "sent": ("We reported the review to ", ""),
    "early": ("We reported to ", " what had been said, while there was no review"),
    "removed": ("", " answered: the review is removed"),
    "refused": ("", " answered: the review stays"),
    "asked-for-more": ("", " answered: it wants more from us"),
    "notice": ("A notice came from ", ""),
}
_DRAFTS = {
    "public": "We drafted a public reply",
    "private": "We drafted a message to them",
    "call": "We wrote down what to say on the telephone",
}
_CLAIMS = {
    "for": "A sentence of the review, and the proof for it",
    "against": "A sentence of the review, and the proof against it",
    "opinion": "A sentence of the review that is an opinion",
    "open": "A sentence of the review without proof either way",
}
_OUTCOMES = {"closed": "We closed the incident", "reopened": "We opened the incident again"}
_STEPS = {"done": "Step done: ", "skipped": "Step left out: ", "snoozed": "Step put off: "}
_SIMPLE = {
    "evidence": "A file was added",
    "promise": "We made a promise",
    "reminder": "A reminder of our own",
    "person": "This may be the same person as in another incident",
    "debrief": "Looking back",
    "redaction": "We chose words to leave out, or to keep",
    "hold": "Nothing of this may be deleted for now",
}

Words = tuple[Piece, ...]


def headline(kind: str, fields: Fields, zone: ZoneInfo) -> Words:
    """Return the sentence that says what an entry is, made from the fields that are told."""
    if kind in _SIMPLE:
        return (Piece(_SIMPLE[kind]),)
    make = _MAKERS.get(kind)
    return make(fields, zone) if make else (Piece(f"Another entry ({harmless(kind)})"),)


def plain(words: Words) -> str:
    """Return a sentence of pieces as text."""
    return "".join(piece.text for piece in words)


def _interaction(fields: Fields, zone: ZoneInfo) -> Words:
    channel, direction = fields.get("channel"), fields.get("direction")
    on_site = SITES.get(str(channel))
    if direction == "in":
        who = stored(fields, "who", zone, "The customer")
        came = f"wrote to us on {on_site}" if on_site else _CAME.get(str(channel), "got in touch")
        words: Words = (who, *_speaking_for(fields, zone), Piece(f" {came}"))
        return (*words, Piece(", but we did not speak")) if fields.get("no_answer") else words
    who = stored(fields, "who", zone, "the customer")
    went = (
        f"We wrote on {on_site} to "
        if on_site
        else _WENT.get(str(channel), "We got in touch with ")
    )
    begin = went if direction == "out" else "There was a contact with "
    words = (Piece(begin), who, *_speaking_for(fields, zone))
    return (*words, Piece("; no answer")) if fields.get("no_answer") else words


def _speaking_for(fields: Fields, zone: ZoneInfo) -> Words:
    if not fields.get("on_behalf_of"):
        return ()
    return (Piece(" (speaking for "), stored(fields, "on_behalf_of", zone), Piece(")"))


def _review(fields: Fields, zone: ZoneInfo) -> Words:
    begin, middle = _REVIEWS.get(str(fields.get("state", "up")), _REVIEWS["up"])
    nick = stored(fields, "nick", zone, "a reviewer without a shown name")
    return (Piece(begin), nick, Piece(middle), stored(fields, "site", zone, "a review site"))


def _demand(fields: Fields, zone: ZoneInfo) -> Words:  # noqa: ARG001
    return (Piece(_DEMANDS.get(str(fields.get("state")), _DEMANDS["open"])),)


def _attempt(fields: Fields, zone: ZoneInfo) -> Words:
    words: Words = (Piece(_ATTEMPTS.get(str(fields.get("state")), _ATTEMPTS["offered"])),)
    if not fields.get("label"):
        return words
    return (*words, Piece(" (attempt "), stored(fields, "label", zone), Piece(")"))


def _reply(fields: Fields, zone: ZoneInfo) -> Words:
    state, medium = state_of(fields), medium_of(fields)
    if state == SEEN:
        return (stored(fields, "by", zone, "Somebody"), Piece(" read a draft of ours"))
    if state == ASKED:
        return (Piece("We said who was to read a draft of ours"),)
    if state == READY:
        return (Piece("We did not let a draft of ours lie longer"),)
    if state == POSTED:
        return (
            Piece("We posted a public reply on "),
            stored(fields, "site", zone, "the review site"),
        )
    words = Piece(_DRAFTS.get(medium, _DRAFTS["public"]))
    if medium != "public" or not fields.get("site"):
        return (words,)
    return (words, Piece(" for "), stored(fields, "site", zone))


def _dispute(fields: Fields, zone: ZoneInfo) -> Words:
    """Older entries have no state: they keep the words they had."""
    begin, end = _DISPUTES.get(str(fields.get("state")), ("We asked ", " to look at the review"))
    words: Words = (Piece(begin), stored(fields, "site", zone, "the review site"), Piece(end))
    if fields.get("state") == "notice" and not fields.get("site"):
        return (Piece("A notice came"),)
    if fields.get("state") == "chosen" and fields.get("ground_name"):
        return (*words, Piece(": "), stored(fields, "ground_name", zone))
    if fields.get("try") not in (None, 1):
        return (*words, Piece(" (try "), stored(fields, "try", zone), Piece(")"))
    return words


def _claim(fields: Fields, zone: ZoneInfo) -> Words:  # noqa: ARG001
    return (Piece(_CLAIMS.get(str(fields.get("stand")), _CLAIMS["open"])),)


def _lookup(fields: Fields, zone: ZoneInfo) -> Words:
    """The result of a search with its scope, whole; never more than that."""
    words: Words = (Piece(BEGIN.get(str(fields.get("found")), BEGIN[NOTHING])),)
    words += (stored(fields, "looked_for", zone, "what was looked for"),)
    named = [stored(fields, name, zone) for name in ("where", "period") if fields.get(name)]
    if not named:
        return words
    begin = into(str(fields["where"])) if fields.get("where") else ""
    words += (Piece(f" ({begin}"), named[0])
    return (*words, *(p for one in named[1:] for p in (Piece(", "), one)), Piece(")"))


def _note(fields: Fields, zone: ZoneInfo) -> Words:  # noqa: ARG001
    return (Piece("A note for our lawyer" if fields.get("for_lawyer") else "A note of our own"),)


def _assessment(fields: Fields, zone: ZoneInfo) -> Words:
    return (Piece("Our own view of it: "), stored(fields, "verdict", zone, "not said"))


def _step(fields: Fields, zone: ZoneInfo) -> Words:
    begin = _STEPS.get(str(fields.get("state")), "Step: ")
    return (Piece(begin), stored(fields, "title", zone, "not named"))


def _playbook(fields: Fields, zone: ZoneInfo) -> Words:
    return (Piece("We follow the playbook "), stored(fields, "id", zone, "not named"))


def _outcome(fields: Fields, zone: ZoneInfo) -> Words:
    words: Words = (Piece(_OUTCOMES.get(str(fields.get("state")), "The outcome")),)
    if not fields.get("outcome"):
        return words
    return (*words, Piece(": "), stored(fields, "outcome", zone))


_MAKERS: dict[str, Callable[[Fields, ZoneInfo], Words]] = {
    "interaction": _interaction,
    "review": _review,
    "demand": _demand,
    "attempt": _attempt,
    "reply": _reply,
    "dispute": _dispute,
    "claim": _claim,
    "lookup": _lookup,
    "note": _note,
    "assessment": _assessment,
    "step": _step,
    "playbook": _playbook,
    "outcome": _outcome,
}

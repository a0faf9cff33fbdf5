"""Making a draft out of parts: what is missing for it, and which wordings it takes."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.reply.filling import filled, holes, needs, tidy
from reviewlog.domain.reply.parts import (
    CASE,
    CONTACT,
    DID,
    DOOR,
    FACT,
    OFFER,
    PARTS,
    SIGN_OFF,
    Missing,
    MissingValueError,
    Part,
    Situation,
    spoken,
)
from reviewlog.domain.reply.rules import CALL, PUBLIC
from reviewlog.reply import questions
from reviewlog.reply.case import Case, Earlier, Voice
from reviewlog.reply.variants import least_used, shortest, usable, variants_of

PARAGRAPHS = (
    ("thanks", "case", "admission", "sympathy"),
    ("fact", "did", "offer", "stands-for"),
    ("question", "day"),
    ("door",),
    ("sign-off",),
)
"""Which parts stand together."""
_NEEDED = {CASE: questions.CASE, FACT: questions.FACT, SIGN_OFF: questions.NAME}
"""Parts that cannot be left out, and what the owner has to give where every wording asks for it."""
_OWNED_UP = ("right", "partly")
"""Verdicts under which something is to be put right."""
_SPARE = ("stands_for", "role", "business", "sign_off")
"""Values that are left out where a site has little room."""
_NOTHING: Mapping[str, str] = {}


def situation_of(
    case: Case, parts: tuple[Part, ...], language: str, attempts: Iterable[Track] = ()
) -> Situation:
    """Return how things stand where a draft goes; `language` is that of the review."""
    forbidden = {one.what for one in case.reply.forbids}
    return Situation(
        medium=case.medium,
        verdict=case.verdict,
        strict=case.strict,
        language=spoken(parts, language),
        most=case.reply.most if case.reply.unit == "characters" else None,
        may_give_contact=case.medium != PUBLIC or "contact-data" not in forbidden,
        has_delivered=any(track.state == "delivered" for track in attempts),
        is_known=bool(case.customers or case.numbers),
    )


def values_of(voice: Voice, given: Mapping[str, str]) -> dict[str, str]:
    """Return all values: those of the settings, and those given with this draft above them.

    A way to reach the owner that was given now stands instead of those of the settings.
    """
    said = {name: value for name, value in given.items() if value}
    known = voice._asdict()
    if any(name in said for name in CONTACT):
        known = {name: value for name, value in known.items() if name not in CONTACT}
    return tidy({name: value for name, value in known.items() if value} | said)


def proposals_of(attempts: Iterable[Track]) -> dict[str, str]:
    """Return what the logbook would say of what was done and what is offered."""
    lives = list(attempts)
    did = _told(track for track in lives if track.state == "delivered")
    offer = _told(track for track in lives if track.state in ("offered", "accepted"))
    return tidy({DID: did, OFFER: offer})


def _told(tracks: Iterable[Track]) -> str:
    texts = (str(track.fields.get("text") or track.fields.get("remedy") or "") for track in tracks)
    return "\n".join(text for text in texts if text)


def needed(
    parts: tuple[Part, ...],
    situation: Situation,
    values: Mapping[str, str],
    proposals: Mapping[str, str] = _NOTHING,
) -> tuple[Missing, ...]:
    """Return what to ask before a draft is made, in the order to ask it.

    What may be left out is asked for where the logbook has a proposal; where they were right,
    what was done since is asked for in any case.
    """
    wanted, known = _wanted(parts, situation), tidy(values)
    required = {name for name in _required(wanted, situation, known) if name not in known}
    maybe = {name for name in (DID, OFFER) if name in wanted and name in proposals}
    if DID in wanted and situation.verdict in _OWNED_UP:
        maybe.add(DID)
    return tuple(
        questions.question(name, situation, proposals.get(name, ""), required=name in required)
        for name in questions.ASKED
        if name in required or (name in maybe and name not in known)
    )


def _wanted(parts: tuple[Part, ...], situation: Situation) -> dict[str, set[str]]:
    """Return the parts of such a text, each with the values that all its wordings need."""
    fitting = ((name, variants_of(parts, name, situation)) for name in PARTS)
    return {
        name: set.intersection(*(set(needs(variant)) for variant in variants))
        for name, variants in fitting
        if variants
    }


def _required(
    wanted: Mapping[str, set[str]], situation: Situation, values: Mapping[str, str]
) -> Iterator[str]:
    """Yield what cannot be left out; the one fact, or what is said on the phone, stands alone."""
    spare = CASE if FACT in wanted or situation.medium == CALL else None
    for name, value in _NEEDED.items():
        if value in wanted.get(name, ()) and name != spare:
            yield value
    if DID in wanted and situation.verdict == "right" and situation.has_delivered:
        yield questions.DID
    if DOOR in wanted and _door_is_needed(situation) and not values.keys() & set(CONTACT):
        yield questions.DOOR


def _door_is_needed(situation: Situation) -> bool:
    """In public they must be told where to go on talking, unless the site does not want it."""
    return situation.medium == PUBLIC and situation.may_give_contact


def unused(
    parts: tuple[Part, ...], situation: Situation, values: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the names of values that no part of such a text has a place for."""
    known = _open_values(situation, values)
    places = {
        hole
        for name in PARTS
        for variant in variants_of(parts, name, situation)
        if all(hole in known for hole in needs(variant))
        for hole in holes(variant)
    }
    return tuple(name for name in values if name not in places or name not in known)


def compose(
    parts: tuple[Part, ...],
    situation: Situation,
    values: Mapping[str, str],
    earlier: tuple[Earlier, ...] = (),
    turn: int = 0,
) -> str:
    """Return a draft, each part in the wording that earlier texts of ours used least.

    Another `turn` takes the next wordings. Raises MissingValueError where a value is missing: it never has a hole.
    """
    missing = [one for one in needed(parts, situation, values) if one.required]
    if missing:
        raise MissingValueError(tuple(one.option for one in missing))
    known = _open_values(situation, tidy(values))
    wordings = {name: variants_of(parts, name, situation) for name in PARTS}
    text = _laid_out(
        wordings, known, situation, lambda n, v: least_used(v, earlier, n, known, turn)
    )
    if _fits(text, situation):
        return text
    brief = _brief(known)
    return _laid_out(wordings, brief, situation, lambda _, v: shortest(v, brief))


def _fits(text: str, situation: Situation) -> bool:
    """Whether the site takes a text of that length."""
    return situation.most is None or len(text) <= situation.most


def _brief(values: Mapping[str, str]) -> dict[str, str]:
    """Return the values that are left where a site has little room: one way to reach us is enough."""
    spare = (*_SPARE, "email") if "phone" in values else _SPARE
    return {name: text for name, text in values.items() if name not in spare}


def _open_values(situation: Situation, values: Mapping[str, str]) -> dict[str, str]:
    """Return the values that may stand there."""
    closed = () if situation.may_give_contact else CONTACT
    return {name: text for name, text in values.items() if name not in closed}


def _laid_out(
    wordings: Mapping[str, tuple[str, ...]],
    values: Mapping[str, str],
    situation: Situation,
    choose: Callable[[str, list[str]], str],
) -> str:
    """Return a letter in paragraphs; on the phone one line for each part."""
    can_be_said = {name: usable(variants, values) for name, variants in wordings.items()}
    said = {name: filled(choose(name, v), values) for name, v in can_be_said.items() if v}
    if situation.medium == CALL:
        return "\n".join(said.values())
    blocks = [" ".join(said[p] for p in block if p in said) for block in PARAGRAPHS]
    return "\n\n".join(block for block in blocks if block)

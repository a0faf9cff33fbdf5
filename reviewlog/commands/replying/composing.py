"""Putting a draft together from the parts: what is missing is asked for, never left as a hole."""

from collections.abc import Mapping
from typing import NamedTuple

from reviewlog.commands.asking.texts import to_come
from reviewlog.commands.replying.asking import asked
from reviewlog.commands.replying.judging import judged
from reviewlog.commands.replying.place import Place
from reviewlog.commands.replying.typed import Typed
from reviewlog.commands.session import Session
from reviewlog.domain.reply.drafts import Drafting
from reviewlog.domain.reply.parts import CONTACT, ENGLISH, OFFER, Part, Situation, languages
from reviewlog.domain.reply.rules import CALL, PRIVATE, PUBLIC
from reviewlog.domain.reply_errors import NoPartsError
from reviewlog.reply.case import Case
from reviewlog.reply.drafting import (
    compose,
    needed,
    proposals_of,
    situation_of,
    unused,
    values_of,
)
from reviewlog.reply.questions import ASKED
from reviewlog.reply.tongues import language_of, name_of

UNWANTED = (
    "Left out: {options}. The site wants no telephone number and no address in a reply; the number"
    " on your own page serves."
)
NO_PARTS = "There are no parts in {name}. Write it in your own words:"
NO_OFFER = (
    "Left out: {options}. An offer belongs in a message to them alone, and never where money was"
    " wanted for a review."
)
SILENT = (
    "Left out: {options}. Your trade says nothing of the case in public, not even that they were a"
    " customer."
)
NO_PLACE = "There is no place for {options} in this text; put it in yourself where it belongs."


class Composed(NamedTuple):
    """A draft out of the parts, and what the owner said for it."""

    text: str
    answers: Mapping[str, str]


def composed(session: Session, place: Place, typed: Typed) -> Composed:
    """Return a draft out of the parts; in a language without parts an empty one, for the editor.

    Raises MissingError where a value is missing and nobody can be asked, NoPartsError.
    """
    logbook = session.logbook
    case = logbook.reply_case(place.number, typed.medium, place.site, place.of)
    parts = logbook.reply_rules().parts
    language = language_of("\n".join(case.reviews[:1]), case.tongues) or case.first
    if language not in languages(parts):
        return Composed(_in_own_words(session, place, typed, name_of(language, case.tongues)), {})
    place = judged(session, place)
    case = case._replace(verdict=place.facts.verdict)
    situation = situation_of(case, parts, language, place.facts.attempts)
    values = _filled_in(session, place, typed, Frame(case, parts, situation))
    _tell_unused(session, parts, situation, values, typed.values)
    turn = place.drafting(typed.medium).number if typed.new else 0
    text = compose(parts, situation, values, case.earlier, turn)
    said = {name: values[name] for name in ASKED if name in values}
    return Composed(text, {n: t for n, t in said.items() if t != getattr(case.voice, n, None)})


class Frame(NamedTuple):
    """What a draft is put together for."""

    case: Case
    parts: tuple[Part, ...]
    situation: Situation


def _filled_in(session: Session, place: Place, typed: Typed, frame: Frame) -> dict[str, str]:
    """Return the values: those said now, those said for the version before, and the answers."""
    case, parts, situation = frame
    said = {name: text for name, text in typed.values.items() if text.strip()}
    before = _said_before(place.drafting(typed.medium))
    before = {name: text for name, text in before.items() if name not in typed.values}
    if not session.interactive:
        values = _values(session, case, situation, before | said)
        return asked(session, needed(parts, situation, values), values)
    values = _values(session, case, situation, said)
    proposals = proposals_of(place.facts.attempts) | before
    missing = needed(parts, situation, values, proposals)
    taken = {one.name for one in missing}
    carried = {name: text for name, text in before.items() if name not in taken}
    return asked(session, missing, _values(session, case, situation, carried | said))


def _in_own_words(session: Session, place: Place, typed: Typed, language: str) -> str:
    """Return nothing, to be filled in the editor. Raises NoPartsError where there is none."""
    if not session.interactive or typed.no_edit:
        raise NoPartsError(place.number, typed.medium, language)
    session.talk(NO_PARTS.format(name=language))
    return ""


def _said_before(drafting: Drafting) -> dict[str, str]:
    """Return the answers of the last version that was put together since the last posting."""
    told = (version.fields.get("parts") for version in reversed(drafting.versions))
    return next((dict(parts) for parts in told if parts), {})


def _values(
    session: Session, case: Case, situation: Situation, given: Mapping[str, str]
) -> dict[str, str]:
    """Return what is known: the settings, the site, and what was said just now."""
    business = session.logbook.settings.get("business")
    known = {"site": case.site, "day": _day(session, situation, given.get("day"))}
    known |= {"business": str(business)} if business else {}
    said = {name: text for name, text in known.items() if text}
    return values_of(case.voice, {**given, **said})


def _day(session: Session, situation: Situation, word: str | None) -> str:
    """Return the day as it is said, `Friday, 27 November`; where they wait for us one is proposed.

    Raises BadDateError, PastError.
    """
    from reviewlog.render.words.spokendays import day_words, proposed_day

    logbook = session.logbook
    if situation.language != ENGLISH:
        return word or ""
    if word is not None:
        return day_words(to_come(session, word), logbook.now())
    waits = situation.medium == PRIVATE and situation.verdict == "unknown"
    is_owed = situation.medium == CALL or waits
    return proposed_day(logbook.calendar, logbook.now()) if is_owed else ""


def _tell_unused(
    session: Session,
    parts: tuple[Part, ...],
    situation: Situation,
    values: Mapping[str, str],
    given: Mapping[str, str],
) -> None:
    """Nothing that was said is dropped unseen."""
    told: dict[str, list[str]] = {}
    for name in unused(parts, situation, values):
        if name in given:
            told.setdefault(_why_left_out(name, situation), []).append(f"--{name}")
    for why, options in told.items():
        session.talk(why.format(options=" and ".join(options)))


def _why_left_out(name: str, situation: Situation) -> str:
    if name in CONTACT and not situation.may_give_contact:
        return UNWANTED
    if name == OFFER:
        return NO_OFFER
    return SILENT if situation.strict and situation.medium == PUBLIC else NO_PLACE

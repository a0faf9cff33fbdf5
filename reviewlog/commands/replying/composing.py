"""Putting a draft together from the parts: what is missing is asked for, never left as a hole."""

from collections.abc import Mapping

from reviewlog.commands.replying.place import Place
from reviewlog.commands.replying.typed import Typed
from reviewlog.commands.session import Session
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.reply.filling import tidy
from reviewlog.domain.reply.parts import CONTACT, OFFER, Missing, Part, Situation
from reviewlog.domain.reply.rules import CALL, PUBLIC
from reviewlog.domain.usage_errors import EmptyTextError, MissingError
from reviewlog.reply.case import Case
from reviewlog.reply.drafting import (
    compose,
    needed,
    proposals_of,
    situation_of,
    unused,
    values_of,
)
from reviewlog.reply.tongues import language_of, name_of

ENTER = "Enter takes: {proposal}"
LEAVE = "\n- leaves it out."
OUT = "-"
EXAMPLE = "such as: {example}"
SKIP = "(Enter: leave it out)"
UNWANTED = (
    "The site wants no telephone number and no address in a reply, so {options} is left out; the"
    " number on your own page serves."
)
NO_PARTS = "There are no parts in {name}, so the draft is in English: write it anew in {name}."
NO_OFFER = (
    "{options} is left out: an offer belongs into a message to them alone, and never where money was"
    " wanted for a review."
)
SILENT = (
    "{options} is left out: your trade says nothing of the case in public, not even that they were a"
    " customer."
)
NO_PLACE = "There is no place for {options} in this text; put it in yourself where it belongs."


def composed(session: Session, place: Place, typed: Typed) -> str:
    """Return a draft out of the parts.

    Raises MissingError where a value is missing and nobody can be asked.
    """
    logbook = session.logbook
    case = logbook.reply_case(place.number, typed.medium, place.site, place.of)
    parts = logbook.reply_rules().parts
    language = language_of("\n".join(case.reviews[:1]), case.tongues) or case.first
    attempts = place.facts.attempts
    situation = situation_of(case, parts, language, attempts)
    if language != situation.language:
        session.talk(NO_PARTS.format(name=name_of(language, case.tongues)))
    values = _values(session, case, typed.values)
    missing = needed(parts, situation, values, proposals_of(attempts))
    values = _asked(session, missing, values)
    _tell_unused(session, parts, situation, values, typed.values)
    return compose(parts, situation, values, case.earlier)


def _values(session: Session, case: Case, given: Mapping[str, str]) -> dict[str, str]:
    """Return what is known: the settings, the site, and what was said just now."""
    business = session.logbook.settings.get("business")
    known = {"site": case.site, "day": _day(session) if case.medium == CALL else ""}
    known |= {"business": str(business)} if business else {}
    said = {name: text for name, text in known.items() if text}
    return values_of(case.voice, {**said, **given})


def _day(session: Session) -> str:
    from reviewlog.render.callcard import day_words

    return day_words(session.logbook.calendar, session.logbook.now())


def _asked(
    session: Session, missing: tuple[Missing, ...], values: dict[str, str]
) -> dict[str, str]:
    needs = [one for one in missing if one.required]
    if not session.interactive:
        if needs:
            raise MissingError(tuple(f"{one.option} TEXT" for one in needs))
        return values
    answers = {one.name: answer for one in missing if (answer := _answer(session, one))}
    return values | answers


def _answer(session: Session, one: Missing) -> str | None:
    """Return an answer; what may be left out is left out with a dash, or Enter."""
    question = f"{one.question}\n  {EXAMPLE.format(example=one.example)}\n"
    if not one.proposal:
        return (
            _told(session, one, question)
            if one.required
            else session.ask_maybe(f"{question}{SKIP}\n")
        )
    enter = ENTER.format(proposal=harmless_line(one.proposal)) + LEAVE * (not one.required)
    said = session.ask_maybe(f"{question}{enter}\n")
    if said is None:
        return one.proposal
    if not one.required:
        return said if said.strip() != OUT else None
    return said if tidy({one.name: said}) else _told(session, one, one.question)


def _told(session: Session, one: Missing, question: str) -> str:
    """Ask until there is something to read in the answer."""

    def read(answer: str) -> str:
        if not tidy({one.name: answer}):
            raise EmptyTextError(one.option)
        return answer

    return session.ask_until(question, one.option, read)


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

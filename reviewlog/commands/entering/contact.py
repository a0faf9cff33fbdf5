"""From an object of a script to a contact; what is wrong is told with its key, all at once."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from reviewlog.commands.asking.texts import future, maybe, past
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.entering.reading import Figure
from reviewlog.commands.session import Session
from reviewlog.domain import vocabulary
from reviewlog.domain.entering_errors import BadValueError, Fault, UnknownKeyError
from reviewlog.domain.errors import ReviewlogError
from reviewlog.domain.money import currency_of, parse_amount
from reviewlog.domain.time.moment import Moment
from reviewlog.domain.usage_errors import ConflictingOptionsError, MissingError
from reviewlog.logbook.base import checked_text
from reviewlog.logbook.said import Contact

DIRECTIONS = ("in", "out")
WORD_CAP = 1000
"""Characters that anything but the texts may have."""
LONGEST_AMOUNT = 15
"""Digits of an amount that may be written with an exponent."""


def _text(value: Any) -> str:
    if not isinstance(value, str) or isinstance(value, Figure):
        raise BadValueError("text")
    checked_text(_whole(value), "")
    return value


def _word(value: Any) -> str:
    return _short(_text(value))


def _incident(value: Any) -> str:
    if not isinstance(value, str) or (isinstance(value, Figure) and not value.isdecimal()):
        raise BadValueError("incident")
    return _word(str(value))


def _amount(value: Any) -> str:
    if not isinstance(value, str):
        raise BadValueError("number")
    text = _word(_in_full(value) if isinstance(value, Figure) else value)
    parse_amount(text)
    return text


def _in_full(number: str) -> str:
    """Return a number without an exponent: `1e3` is 1000."""
    if "e" not in number.casefold():
        return str(number)
    from decimal import Decimal

    found = Decimal(number)
    return f"{found:f}" if abs(found.adjusted()) < LONGEST_AMOUNT else str(number)


def _short(word: str) -> str:
    """Refuse what cannot be a word, a name or a number, and would fill the screen as a fault."""
    if len(word) > WORD_CAP:
        raise BadValueError("short")
    return word


def _whole(text: str) -> str:
    """Refuse what no keyboard writes: half a character, a NUL, or nothing."""
    if not text.strip():
        raise BadValueError("empty")
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise BadValueError("whole")
    if "\0" in text:
        raise BadValueError("zero")
    return text


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise BadValueError("flag")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    if not all(isinstance(one, str) and not isinstance(one, Figure) for one in listed):
        raise BadValueError("texts")
    return tuple(_short(_whole(one)) for one in listed)


KEYS: dict[str, Callable[[Any], Any]] = {
    "text": _text,
    "who": _word,
    "incident": _incident,
    "stranger": _flag,
    "via": lambda value: vocabulary.channel(_word(value)),
    "direction": lambda value: vocabulary.one_of("direction", _word(value), DIRECTIONS),
    "no_answer": _flag,
    "at": _word,
    "quote": _text,
    "demand": _text,
    "amount": _amount,
    "by": _word,
    "threat": lambda value: vocabulary.threat(_word(value)),
    "site": lambda value: tuple(vocabulary.site(word) for word in _texts(value)),
    "attach": lambda value: tuple(Path(name) for name in _texts(value)),
    "consent": lambda value: vocabulary.consent(_word(value)),
    "phone": _word,
    "for": _word,
    "staff": _word,
    "pleased": _flag,
    "leave_alone": _flag,
    "cool_until": _word,
    "new": _flag,
}
"""What an entry may say, and how each is read: `reviewlog schema log-input`."""


def check_usual(session: Session, usual: Mapping[str, Any]) -> None:
    """Refuse a wrong option of the line once, and not for each entry."""
    for key, value in usual.items():
        KEYS[key](value)
    happened = past(session, usual.get("at"))
    for key in ("by", "cool_until"):
        future(session, usual.get(key), since=happened)


class Entering:
    """Makes contacts of the objects of one run, and collects what is wrong with them."""

    def __init__(self, session: Session, usual: Mapping[str, Any]) -> None:
        self._session = session
        self._usual = usual
        self._number = 0
        self.faults: list[Fault] = []

    def contact(self, number: int, given: Any) -> Contact:
        """Return a contact; where something is wrong with it, that stands in `faults`."""
        self._number = number
        before = len(self.faults)
        said = self._read(given)
        whole = len(self.faults) == before
        contact = self._contact(said)
        self.faults += self._missing(said) if whole else ()
        return contact

    def _read(self, given: Any) -> dict[str, Any]:
        """Return the values by their keys, those of the command line where an entry has none."""
        if not isinstance(given, dict):
            self.faults.append(Fault(self._number, None, BadValueError("object")))
            return {}
        for key in given:
            if key not in KEYS:
                near = vocabulary.alike(key.strip().casefold().replace("-", "_"), KEYS)
                self._fault(key, UnknownKeyError(key, near[0] if near else None))
        merged = {**self._usual, **given}
        read = {key: self._value(key, merged.get(key), how) for key, how in KEYS.items()}
        return {key: value for key, value in read.items() if value is not None}

    def _value(self, key: str, value: Any, how: Callable[[Any], Any]) -> Any:
        if value is None:
            return None
        try:
            return how(value)
        except ReviewlogError as cause:
            self._fault(key, cause)
            return None

    def _fault(self, key: str | None, cause: ReviewlogError) -> None:
        self.faults.append(Fault(self._number, key, cause))

    def _known(self, word: str) -> str:
        return settle_word(self._session, word)

    def _when(self, said: Mapping[str, Any], key: str, since: Moment | None) -> Moment | None:
        def read(text: str) -> Moment | None:
            return future(self._session, text, since=since)

        return self._value(key, said.get(key), read)  # type: ignore[no-any-return]

    def _contact(self, said: Mapping[str, Any]) -> Contact:
        no_answer = said.get("no_answer", False)
        happened = self._value("at", said.get("at"), lambda text: past(self._session, text))
        return Contact(
            who=said.get("who"),
            incident=self._value("incident", said.get("incident"), self._known),
            channel=said.get("via", "phone"),
            direction=said.get("direction", "out" if no_answer else "in"),
            no_answer=no_answer,
            at=happened,
            text=said.get("text"),
            quote=said.get("quote"),
            demand=said.get("demand"),
            amount=maybe(parse_amount, said.get("amount")),
            currency=currency_of(said.get("amount")),
            due=self._when(said, "by", happened),
            threat=said.get("threat"),
            sites=said.get("site", ()),
            files=said.get("attach", ()),
            consent=said.get("consent"),
            phone=said.get("phone"),
            on_behalf_of=said.get("for"),
            staff=said.get("staff"),
            pleased=said.get("pleased", False),
            leave_alone=said.get("leave_alone", False),
            cool_until=self._when(said, "cool_until", happened),
            new=said.get("new", False),
            stranger=said.get("stranger", False),
        )

    def _missing(self, said: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield what an entry lacks, and what does not go together in it."""
        named = [key for key in ("who", "for", "incident") if key in said]
        stranger = said.get("stranger", False)
        if stranger and named:
            yield Fault(self._number, named[0], ConflictingOptionsError("stranger", named[0]))
        if not named and not stranger:
            yield Fault(self._number, None, MissingError(("who, stranger or incident",)))
        if said.get("new") and "incident" in said:
            yield Fault(self._number, "new", ConflictingOptionsError("new", "incident"))
        if said.get("no_answer") and said.get("direction") == "in":
            yield Fault(
                self._number, "no_answer", ConflictingOptionsError("no_answer", "direction")
            )
        if not any(said.get(key) for key in ("text", "quote", "demand", "attach", "no_answer")):
            yield Fault(self._number, None, MissingError(("text",)))

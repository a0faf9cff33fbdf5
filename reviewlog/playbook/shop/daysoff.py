"""Days on which the shop is closed: the owner's own, and the public holidays of a country."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Annotated

from pydantic import AfterValidator

from reviewlog.domain.time.calendar import LONGEST_BREAK
from reviewlog.domain.vocabulary import alike
from reviewlog.playbook.shop.hours import wrong

NO_HOLIDAYS = "none"
_NATIONS = {"england": "GB-ENG", "scotland": "GB-SCT", "wales": "GB-WLS"}
_RANGE = re.compile(r"(\d{4}-\d{2}-\d{2})(?: to (\d{4}-\d{2}-\d{2}))?")
_LOOSE = re.compile(
    r"(\d{4}-\d{2}-\d{2})\s*(?:to|until|till|/|\u2013|-|\.\.\.?)\s*(\d{4}-\d{2}-\d{2})"
)


def _is_a_day_off(text: str) -> str:
    try:
        first, last = first_and_last(text)
    except ValueError:
        loose = _LOOSE.fullmatch(text)
        hint = f" Did you mean “{loose[1]} to {loose[2]}”?" if loose else ""
        write = "" if hint else " Write “2026-12-24” or “2026-12-27 to 2027-01-02”, in quotes."
        raise wrong(f"“{text}” is no day off.{hint}{write}") from None
    if last < first:
        raise wrong(f"“{text}” ends before it begins. Did you mean “{last} to {first}”?")
    if (last - first).days >= LONGEST_BREAK:
        raise wrong(f"“{text}” is more than a year; {LONGEST_BREAK} days are the most.")
    return text


DayOff = Annotated[str, AfterValidator(_is_a_day_off)]


def first_and_last(text: str) -> tuple[date, date]:
    """Return the first and the last day of `2026-12-24` or `A to B`.

    Raises ValueError for anything else.
    """
    found = _RANGE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    first = date.fromisoformat(found[1])
    return first, date.fromisoformat(found[2]) if found[2] else first


def own_days(texts: Iterable[str]) -> set[date]:
    """Return every day that the owner's days off name."""
    ranges = [first_and_last(text) for text in texts]
    return {
        first + timedelta(days=distance)
        for first, last in ranges
        for distance in range((last - first).days + 1)
    }


def _is_a_region(text: str) -> str:
    if fault := region_fault(text):
        raise wrong(fault)
    return text


Region = Annotated[str, AfterValidator(_is_a_region)]
"""`GB`, `GB-ENG` or `none`."""


def region_fault(text: str) -> str | None:
    """Return why the holidays of a region are not known, with the likely right code."""
    if text == NO_HOLIDAYS:
        return None
    country, _, part = text.partition("-")
    codes = _codes()
    right = codes.get(country.upper()) or codes.get(country.casefold().replace(" ", "_"))
    if right is None:
        near = _NATIONS.get(text.casefold()) or _near_country(text, codes)
        hint = f"Did you mean “{near}”?" if near else "Write two letters such as GB, or GB-ENG."
        return f"The holidays of “{text}” are not known. {hint}"
    if country != right:
        return f"“{text}” is no code of a country. Did you mean “{right}{'-' * bool(part)}{part}”?"
    return _part_fault(country, part) if part else None


def _part_fault(country: str, part: str) -> str | None:
    from holidays import country_holidays

    found = country_holidays(country)
    names = {name.casefold(): code for name, code in _aliases(found).items()}
    if part in found.subdivisions:
        return None
    right = names.get(part.casefold()) or (part.upper() in found.subdivisions and part.upper())
    hint = f" Did you mean “{country}-{right}”?" if right else ""
    known = ", ".join(f"{country}-{code}" for code in found.subdivisions) or f"{country} alone"
    return f"“{part}” is no part of {country}.{hint or f' Known: {known}.'}"


def public_holidays(region: str, years: range) -> dict[date, str]:
    """Return the public holidays of a region with their names; none where it is not known."""
    if region == NO_HOLIDAYS or region_fault(region):
        return {}
    from holidays import country_holidays

    country, _, part = region.partition("-")
    return dict(sorted(country_holidays(country, subdiv=part or None, years=years).items()))


def right_country(code: str) -> str | None:
    """Return the two letters of a country that a code means, None when it is not known."""
    return _codes().get(code)


def _near_country(text: str, codes: Mapping[str, str]) -> str | None:
    near = alike(text.casefold(), codes, cutoff=0.8)
    return codes[near[0]] if near else None


def _codes() -> dict[str, str]:
    """Return the two letters of each country by every code and name that `holidays` knows."""
    from holidays.registry import COUNTRIES

    return {
        word: codes[1]
        for name, codes in COUNTRIES.items()
        for word in (name, *(code.upper() for code in codes[1:]))
    }


def _aliases(found: object) -> dict[str, str]:
    return getattr(found, "subdivisions_aliases", {})

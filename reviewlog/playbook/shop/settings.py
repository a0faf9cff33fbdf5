"""The settings of a logbook: one optional config.yaml in its folder."""

from collections.abc import Mapping
from typing import Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, ValidationError, ValidationInfo, field_validator

from reviewlog.domain.errors import ConfigError
from reviewlog.domain.time.daywords import SHORT_WEEKDAYS
from reviewlog.domain.time.durations import parse_retention
from reviewlog.playbook.faults import fault_of
from reviewlog.playbook.language.form import Form
from reviewlog.playbook.shop.daysoff import (
    NO_HOLIDAYS,
    DayOff,
    Region,
    own_days,
    public_holidays,
    right_country,
)
from reviewlog.playbook.shop.hours import Hours, Weekday, by_weekday
from reviewlog.playbook.shop.stamping import Stamper, StamperForm, kept_stampers
from reviewlog.playbook.shop.voice import VoiceForm, kept_voice
from reviewlog.playbook.strict import Document, Fault, read_strictly, shortened

FILE_NAME = "config.yaml"
_INSIDE: Mapping[str, type[Form]] = {"time_stamps": StamperForm, "voice": VoiceForm}
"""The form behind each key that holds one."""


class Settings(Form):
    """What an owner may set; everything has a sensible default."""

    business: str | None = None
    trade: str | None = None
    currency: str | None = None
    country: str | None = None
    phone_countries: list[str] = Field(default=[], max_length=40)
    time_zone: str | None = None
    dates: Literal["day-month", "month-day"] | None = None
    working_days: list[Weekday] = Field(default=["mon", "tue", "wed", "thu", "fri"], min_length=1)
    hours: Hours | None = None
    holidays: Region | None = None
    days_off: list[DayOff] = Field(default=[], max_length=400)
    staff: list[str] = Field(default=[])
    retention: str | None = None
    time_stamps: list[Stamper] = Field(default=[])
    voice: VoiceForm | None = None

    @field_validator("currency", "country")
    @classmethod
    def _is_a_code(cls, word: str | None, info: ValidationInfo) -> str | None:
        letters, such_as = (3, "GBP") if info.field_name == "currency" else (2, "GB")
        plain = word is None or (word.isascii() and word.isalpha() and word.isupper())
        if word is not None and (not plain or len(word) != letters):
            raise ValueError(f"{letters} capital letters are expected, such as {such_as}")
        return word

    @field_validator("phone_countries")
    @classmethod
    def _are_codes(cls, words: list[str]) -> list[str]:
        for word in words:
            if not (word.isascii() and word.isalpha() and word.isupper() and len(word) == 2):
                raise ValueError(f"“{word}” is no code of a country; write [GB, DE]")
        return words

    @field_validator("time_zone")
    @classmethod
    def _is_known(cls, name: str | None) -> str | None:
        if name is not None:
            try:
                ZoneInfo(name)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                raise ValueError(f"“{name}” is no time zone; write “Europe/London”") from None
        return name

    @field_validator("retention", mode="before")
    @classmethod
    def _is_a_length(cls, text: Any) -> str | None:
        try:
            return None if text is None else str(parse_retention(str(text)))
        except ValueError:
            raise ValueError("years, months or days are expected, such as “3 years”") from None

    def as_fields(self, local_zone: str, year: int) -> dict[str, Any]:
        """Return what a `setting` entry keeps: all that the agenda and the screens depend on.

        The holidays are those around a year.
        """
        region = self.holidays or self.country or NO_HOLIDAYS
        holidays = public_holidays(region, range(first_year(year), year + 3))
        off = sorted(own_days(self.days_off) | holidays.keys())
        fields = {
            "business": self.business,
            "trade": self.trade,
            "currency": self.currency,
            "country": self.country,
            "time_zone": self.time_zone or local_zone,
            "dates": self.dates,
            "working_days": sorted(SHORT_WEEKDAYS.index(day) for day in self.working_days),
            "hours": [[list(span) for span in spans] for spans in by_weekday(self.hours)],
            "days_off": [on.isoformat() for on in off],
            "holidays": {on.isoformat(): name for on, name in holidays.items()},
            "region": region,
            "staff": self.staff,
            "retention": self.retention,
        }
        # Left out where none is named: it adds nothing to what earlier versions have logged.
        more = {
            "time_stamps": kept_stampers(self.time_stamps),
            "phone_countries": self.phone_countries,
            "voice": kept_voice(self.voice),
        }
        return fields | {name: named for name, named in more.items() if named}


def with_past_days(fields: Mapping[str, Any], old: Mapping[str, Any], year: int) -> dict[str, Any]:
    """Return the fields of settings with the days off of years that are looked up no more.

    Without them a date that was counted years ago would be another after the turn of a year.
    """
    if old.get("region", fields["region"]) != fields["region"]:
        return dict(fields)
    begin = f"{first_year(year)}-01-01"
    days = {on for on in old.get("days_off") or () if on < begin}
    named = {on: name for on, name in (old.get("holidays") or {}).items() if on < begin}
    return {
        **fields,
        "days_off": sorted(days.union(fields["days_off"])),
        "holidays": named | fields["holidays"],
    }


def first_year(year: int) -> int:
    """Return the first year whose holidays are looked up in a year."""
    return year - 1


def read_settings(text: str, path: str) -> Settings:
    """Return the settings of a YAML text.

    Raises ConfigError with every fault and its line.
    """
    document = read_strictly(text)
    if document.data is None:
        raise ConfigError(path, tuple(document.faults))
    try:
        settings = Settings.model_validate(document.data)
        faults = document.all_faults(_meaning_faults(settings, document))
        if not faults:
            return settings
    except ValidationError as error:
        faults = document.all_faults(
            fault_of(d, document, _keys_beside(d["loc"])) for d in error.errors()
        )
    raise ConfigError(path, tuple(sorted(faults)))


def _keys_beside(loc: tuple[str | int, ...]) -> tuple[str, ...]:
    """Return the keys that are allowed where a fault was found."""
    inside = _INSIDE.get(str(loc[0]), Settings) if len(loc) > 1 else Settings
    return tuple(inside.model_fields)


def _meaning_faults(settings: Settings, document: Document) -> list[Fault]:
    """Find hours of days that are no working days, and a country by a code that is not its own."""
    faults = []
    for day in settings.hours if isinstance(settings.hours, dict) else ():
        if day not in settings.working_days:
            said = f"“{day}” has hours, but is not among the working_days. Add it there."
            faults.append(document.key_place(("hours", day)).fault(said))
    right = settings.country and right_country(settings.country)
    if right and right != settings.country:
        said = f"“{settings.country}” is no code of a country. Did you mean “{right}”?"
        faults.append(document.place(("country",)).fault(said))
    addresses = [stamper["url"] for stamper in kept_stampers(settings.time_stamps)]
    for index, url in enumerate(addresses):
        if url in addresses[:index]:
            place = document.place(("time_stamps", index))
            faults.append(place.fault(f"“{shortened(url)}” stands here twice."))
    return faults

"""The settings of a logbook: one optional config.yaml in its folder."""

from typing import Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, ValidationError, ValidationInfo, field_validator

from reviewlog.domain.calendar import WEEKDAYS
from reviewlog.domain.errors import ConfigError
from reviewlog.playbook.faults import fault_of
from reviewlog.playbook.form import Form
from reviewlog.playbook.strict import read_strictly

FILE_NAME = "config.yaml"


class Settings(Form):
    """What an owner may set; everything has a sensible default."""

    business: str | None = None
    trade: str | None = None
    currency: str | None = None
    country: str | None = None
    time_zone: str | None = None
    dates: Literal["day-month", "month-day"] | None = None
    working_days: list[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]] = Field(
        default=["mon", "tue", "wed", "thu", "fri"], min_length=1
    )
    staff: list[str] = Field(default=[])

    @field_validator("currency", "country")
    @classmethod
    def _is_a_code(cls, word: str | None, info: ValidationInfo) -> str | None:
        letters, such_as = (3, "GBP") if info.field_name == "currency" else (2, "GB")
        plain = word is None or (word.isascii() and word.isalpha() and word.isupper())
        if word is not None and (not plain or len(word) != letters):
            raise ValueError(f"{letters} capital letters are expected, such as {such_as}")
        return word

    @field_validator("time_zone")
    @classmethod
    def _is_known(cls, name: str | None) -> str | None:
        if name is not None:
            try:
                ZoneInfo(name)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                raise ValueError(f"“{name}” is no time zone; write “Europe/London”") from None
        return name

    def as_fields(self, local_zone: str) -> dict[str, Any]:
        """Return what a `setting` entry keeps: all that the agenda and the screens depend on."""
        return {
            "business": self.business,
            "trade": self.trade,
            "currency": self.currency,
            "country": self.country,
            "time_zone": self.time_zone or local_zone,
            "dates": self.dates,
            "working_days": sorted(WEEKDAYS.index(day) for day in self.working_days),
            "staff": self.staff,
        }


def read_settings(text: str, path: str) -> Settings:
    """Return the settings of a YAML text.

    Raises ConfigError with every fault and its line.
    """
    document = read_strictly(text)
    faults = list(document.faults)
    if not faults:
        try:
            return Settings.model_validate(document.data)
        except ValidationError as error:
            faults = [fault_of(details, document) for details in error.errors()]
    raise ConfigError(path, tuple(sorted(faults)))

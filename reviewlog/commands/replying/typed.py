"""What was said with `reply`, as it was typed, and which of its modes is meant."""

from collections.abc import Mapping
from typing import NamedTuple

from reviewlog.domain.entry import NOTHING
from reviewlog.domain.reply.rules import CALL, PRIVATE, PUBLIC
from reviewlog.domain.reply_errors import SpokenError, WithoutPostedError
from reviewlog.domain.usage_errors import ConflictingOptionsError

CHECK, NOW, SEEN, PRINT, VERSIONS, POSTED = MODES = (
    "--check",
    "--now",
    "--seen-by",
    "--print",
    "--versions",
    "--posted",
)
"""What excludes each other; without one of them it is about the draft."""
_TAKE_TEXT = (SEEN, POSTED)
"""The modes with which a text may stand."""


class Typed(NamedTuple):
    """What was said on the command line."""

    medium: str = PUBLIC
    mode: str | None = None
    loose: list[str] | None = None
    site: str | None = None
    of: str | None = None
    values: Mapping[str, str] = NOTHING
    """What stands in the parts of a draft, by name."""
    new: bool = False
    edit: bool = False
    no_edit: bool = False
    unfold: bool = False
    whole: bool = False
    eyes: str | None = None
    despite: str | None = None
    check: str | None = None
    now: str | None = None
    seen_by: str | None = None
    at: str | None = None
    url: str | None = None
    channel: str | None = None

    @property
    def writes(self) -> bool:
        """Whether a version is to be written, whatever there is already."""
        return bool(self.loose or self.edit or self.new or self.values or self.despite)


def medium_of(*, public: bool, private: bool, call: bool) -> str:
    """Return where the text goes. Raises ConflictingOptionsError."""
    said = {"--public": public, "--private": private, "--call": call}
    chosen = [option for option, is_said in said.items() if is_said]
    if len(chosen) > 1:
        raise ConflictingOptionsError(chosen[0], chosen[1])
    return chosen[0].removeprefix("--") if chosen else PUBLIC


def mode_of(said: Mapping[str, object]) -> str | None:
    """Return the mode that was named. Raises ConflictingOptionsError."""
    chosen = [mode for mode in MODES if said.get(mode) not in (None, False)]
    if len(chosen) > 1:
        raise ConflictingOptionsError(chosen[0], chosen[1])
    return chosen[0] if chosen else None


def refuse_unfit(typed: Typed, number: str) -> None:
    """Refuse what does not go together: nothing that was said is dropped."""
    mode = typed.mode
    if mode is None:
        _refuse_outside_posting(typed, number)
        if typed.no_edit and typed.edit:
            raise ConflictingOptionsError("--edit", "--no-edit")
        return
    if mode != POSTED:
        _refuse_outside_posting(typed, number)
    elif typed.medium == CALL:
        raise SpokenError(number)
    _refuse_beside(typed, mode)


def _refuse_beside(typed: Typed, mode: str) -> None:
    given = {
        "TEXT": typed.loose if mode not in _TAKE_TEXT else None,
        "--edit": typed.edit,
        "--new": typed.new,
        "--no-edit": typed.no_edit,
        "--eyes": typed.eyes,
        **{f"--{name}": text for name, text in typed.values.items()},
        "--url": typed.url if typed.medium == PRIVATE else None,
    }
    for option, value in given.items():
        if value:
            raise ConflictingOptionsError(mode, option)


def _refuse_outside_posting(typed: Typed, number: str) -> None:
    for option in ("at", "url", "channel"):
        if getattr(typed, option) is not None:
            raise WithoutPostedError(f"--{option}", number)

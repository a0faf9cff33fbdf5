"""What can go wrong while words or parts of a picture are left out."""

from reviewlog.domain.errors import ReviewlogError, UsageError


class BadBoxError(UsageError):
    """A box that is none, or lies outside the picture; `size` is its width and height, or None."""

    text: str
    size: tuple[int, int] | None = None


class NoPictureError(ReviewlogError):
    """A file in which nothing can be blacked out; `reason` is one of NO_PICTURE."""

    incident: str
    label: str
    reason: str


class NoPillowError(ReviewlogError):
    """The part of the program that opens pictures is not installed."""

    incident: str
    label: str


NO_PICTURE = (
    "kind",  # no picture of a kind that can be changed
    "large",  # more pixels than a picture may have
    "broken",  # it says it is a picture and cannot be read
)

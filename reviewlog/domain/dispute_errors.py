"""What can go wrong when a site is asked to act, as facts."""

from reviewlog.domain.errors import UsageError


class WithoutModeError(UsageError):
    """An option that says something about a report, without saying what became of it."""

    option: str
    goes_with: tuple[str, ...]
    incident: str


class OtherSiteError(UsageError):
    """The entry that was named is a review on another site than the one that is asked."""

    entry: str
    on: str
    asked: str

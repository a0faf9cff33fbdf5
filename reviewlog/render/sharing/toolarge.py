"""A bundle that would be too large, in words: what makes it so, and what to do."""

from reviewlog.domain.evidence_errors import TooLargeError

_MB = 1_000_000


def too_large(error: TooLargeError) -> str:
    """Return why no bundle was written, and what would fit."""
    return f"{_why(error)} Nothing was written.{_remedy(error)}"


def _why(error: TooLargeError) -> str:
    incident, amount, cap = error.incident, error.amount, error.cap
    size, room = f"{amount / _MB:,.0f} MB", f"{cap / _MB:,.0f} MB"
    return {
        "size": f"Incident {incident} comes to {size}; a bundle holds {room} at most.",
        "files": f"Incident {incident} would need {amount:,} files; {cap:,} is the most here.",
        "entries": f"Incident {incident} has {amount:,} entries; a bundle holds {cap:,} at most.",
        "page": f"A page about incident {incident} would have {size}; {room} is the most.",
        "stamps": f"Incident {incident} would need {amount:,} time stamps; {cap:,} is the most.",
    }[error.reason]


def _remedy(error: TooLargeError) -> str:
    if error.reason in ("entries", "stamps") or not error.largest:
        return (
            "\nWhat has happened stays in the logbook; whoever must see all of it can be given a"
            " copy of its folder.\nWhat comes next can go into a new incident."
        )
    labels = " ".join(f"--without {label}" for label, _ in error.largest[:1])
    named = ", ".join(f"{label} ({size / _MB:,.1f} MB)" for label, size in error.largest)
    return (
        f"\nThe largest exhibits: {named}. Leave out what is needed least, and hand it over in"
        f" another way:\n  reviewlog export {error.incident} {labels}"
    )

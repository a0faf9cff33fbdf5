"""Dates that always work, for those whose own words say nothing of the one they mean."""

from datetime import date, timedelta


def usual_dates(today: date, *, future: bool) -> tuple[str, ...]:
    """Return examples of what is due, or of what has happened."""
    if future:
        return "friday", "in 3 days", f"{today + timedelta(days=10):%Y-%m-%d}"
    return "10 min ago", "yesterday about 3pm", f"{today - timedelta(days=1):%Y-%m-%d} 16:40"

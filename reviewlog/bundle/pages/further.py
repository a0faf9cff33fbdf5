"""The reviews for which a page has one line each, and the number of those left out."""

from collections.abc import Sequence

from reviewlog.bundle.telling.story import ReviewLife
from reviewlog.domain.harmless import harmless_line

ROOM = 6
"""Lines on the page."""
_LINE, _NAME = 78, 30


def further_lines(reviews: Sequence[ReviewLife]) -> list[str]:
    """Return as many reviews as there is room for, and how many are left out."""
    lines: list[str] = []
    room = ROOM
    for review in reviews:
        line = _line(review)
        room -= -(-len(line) // _LINE)
        if room < 0:
            break
        lines.append(line)
    rest = len(reviews) - len(lines)
    return [*lines, f"and {rest} more, in report.html"] if rest else lines


def _line(review: ReviewLife) -> str:
    nick = review.nick if len(review.nick) <= _NAME else f"{review.nick[:_NAME].rstrip()}…"
    url = harmless_line(review.url)
    address = url if len(url) <= 2 * _LINE else "its address is in report.html"
    return f"{nick}, {review.stars}, posted {review.posted}, {address}"

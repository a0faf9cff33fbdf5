"""The statement of a trade that keeps silent: what everybody can read at the site, and no more."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from reviewlog.bundle.member import exhibit_path
from reviewlog.bundle.pages.disputed import disputed
from reviewlog.bundle.pages.page import page
from reviewlog.bundle.telling.listed import in_order
from reviewlog.bundle.telling.story import (
    ReviewLife,
    business_of,
    ground_of,
    reader_of,
    reviews_of,
)
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.phones import without_phones
from reviewlog.logbook.sharing.gathering import Dossier

REVIEWS = 8
_LETTERS = 900
"""Of the words of all reviews together: the site has them in full."""
_ADDRESS = 240


def public_page(dossier: Dossier, zone: ZoneInfo) -> Iterator[str]:
    """Yield the statement as a page."""
    return page("public.html.j2", **_context(dossier, zone))


def public_text(dossier: Dossier, zone: ZoneInfo) -> Iterator[str]:
    """Yield the statement as plain text, to paste into a form."""
    known = _context(dossier, zone)
    yield f"Statement by {known['business']} for {known['reader']}\n"
    if known["ground"]:
        yield f"\nWe ask you to look at {known['matter']} under your rule: {known['ground']}.\n"
    for review in known["reviews"]:
        yield f"\nThe review\n- {review.stars}, shown name {review.nick}\n"
        yield f"- posted {review.posted}, {review.state}\n- {review.url}\n"
        yield f"- “{review.text}”\n" if review.text else ""
    if known["pictures"]:
        yield "\nPictures of the public page\n"
        yield from (f"- {name}\n" for name in known["pictures"])


def _context(whole: Dossier, zone: ZoneInfo) -> dict[str, Any]:
    dossier = disputed(whole)
    reviews = reviews_of(dossier, zone)[:REVIEWS]
    letters = _LETTERS // max(1, len(reviews))
    several = "these reviews" if len(reviews) > 1 else "this review"
    return {
        "business": business_of(dossier),
        "reader": reader_of(dossier),
        "ground": _line(ground_of(dossier), _LETTERS),
        "matter": several if reviews else "this matter",
        "reviews": [_review(review, letters) for review in reviews],
        "pictures": [exhibit_path(one).rpartition("/")[2] for one in in_order(dossier)],
    }


def _review(review: ReviewLife, letters: int) -> ReviewLife:
    nick, text = _line(review.nick, letters), _line(review.text, letters)
    return replace(review, nick=nick, text=text, url=harmless_line(review.url)[:_ADDRESS])


def _line(text: str, letters: int) -> str:
    shown = without_phones(harmless_line(text))
    return shown if len(shown) <= letters else f"{shown[:letters].rstrip()}…"

"""What a matter is about, in one sentence, for somebody who has never heard of it."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from reviewlog.bundle.telling.fieldwords import THREAT_WORDS
from reviewlog.bundle.telling.story import moment_day, of_kind, reviews_of, strongest, sum_of
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.vocabulary import SITES
from reviewlog.logbook.sharing.gathering import Dossier

LONGEST = 300
"""Letters of the sentence: the report has the rest."""


def matter_of(dossier: Dossier, zone: ZoneInfo) -> str:
    """Return the one sentence that says most of it: the threat, else the review, else the rest."""
    said = harmless_line(next(_said(dossier, zone)))
    return said if len(said) <= LONGEST else f"{said[:LONGEST].rstrip()}…"


def _said(dossier: Dossier, zone: ZoneInfo) -> Iterator[str]:
    told = strongest(dossier)
    if told is not None:
        yield f"On {moment_day(told, zone)} this was noted: {THREAT_WORDS[told.fields['threat']]}."
    for review in reviews_of(dossier, zone):
        yield f"A review on {review.site}, posted {review.posted}: {review.stars}, {review.state}."
    for asked in of_kind(dossier, "demand"):
        what = asked.fields.get("text") or sum_of(asked.fields) or "something not noted"
        yield f"On {moment_day(asked, zone)} this was asked of the business: {what}."
    yield f"What was said and done since {moment_day(dossier.timeline[0], zone)}."


def sites_of(dossier: Dossier) -> list[str]:
    """Return the sites on which there are reviews, as far as they are told."""
    named = (told.fields.get("site") for told in of_kind(dossier, "review"))
    return [SITES.get(str(site), harmless_line(str(site))) for site in dict.fromkeys(named) if site]

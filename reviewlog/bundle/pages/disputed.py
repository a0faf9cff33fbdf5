"""What a report to a site is about: the review that is disputed, and not those beside it."""

from reviewlog.domain.audience import Leaving
from reviewlog.domain.choosing import answers_notice
from reviewlog.logbook.sharing.gathering import Dossier


def disputed(dossier: Dossier) -> Dossier:
    """Return what is told without the other reviews, where the report is about a single one."""
    key = dossier.dispute.review if dossier.dispute is not None else None
    if key is None or key not in {_key(t) for t in dossier.timeline if _is_review(t)}:
        return dossier
    timeline = tuple(t for t in dossier.timeline if not _is_review(t) or _key(t) == key)
    kept = {told.settled.entry.id for told in timeline}
    return dossier._replace(
        timeline=timeline,
        exhibits=tuple(e for e in dossier.exhibits if e.entry.id in kept),
        claims=tuple(claim for claim in dossier.claims if str(claim.of) == key),
    )


def _is_review(told: Leaving) -> bool:
    return told.settled.entry.kind == "review"


def _key(told: Leaving) -> str:
    """Return the entry with which a review began, as disputes name it."""
    return str(told.fields.get("of") or told.settled.entry.id)


def asked(dossier: Dossier, reviews: int) -> str:
    """What the site is to do; its own notice is answered, and nothing is reported with it."""
    word = dossier.dispute.ground if dossier.dispute is not None else None
    ground = dossier.rules.find_ground(word) if dossier.rules is not None and word else None
    if ground is not None and answers_notice(ground):
        return "This belongs to our answer to your notice"
    matter = "these reviews" if reviews > 1 else "this review" if reviews else "this matter"
    return f"We ask you to look at {matter} under your rule"

"""Which review is meant, by the number of an entry of it."""

from reviewlog.domain.claim_errors import UnknownReviewError
from reviewlog.domain.facts.disputes import review_key
from reviewlog.domain.facts.tracks import Track
from reviewlog.logbook.receipt import View


def named_review(view: View, word: str) -> Track:
    """Return the review to whose life an entry belongs. Raises UnknownReviewError."""
    for entry in view.facts.entries:
        if entry.kind == "review" and str(entry.id.seq) == word.strip():
            key = str(entry.fields.get("of") or entry.id)
            return next(t for t in view.facts.reviews if review_key(t) == key)
    raise UnknownReviewError(str(view.row["number"]), word)

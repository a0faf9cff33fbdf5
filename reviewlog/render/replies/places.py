"""One review among several, on a line to choose by."""

from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.tracks import Track, track_key
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.vocabulary import SITES
from reviewlog.render.words.moments import count
from reviewlog.render.words.typed import line_to_type


def where_to_type(number: str, facts: Facts, of: str | None) -> str:
    """Return an incident as it is typed, with the review where there are several to choose from."""
    standing = {track_key(t.first): t for t in facts.standing_reviews}
    if of not in standing or len(standing) < 2:
        return number
    site = standing[of].fields.get("site")
    word = line_to_type([str(site)]) if site else None
    if word and [t.fields.get("site") for t in standing.values()].count(site) == 1:
        return f"{number} --site {word}"
    return f"{number} --of {standing[of].first.id.seq}"


def review_line(review: Track, *, is_answered: bool) -> str:
    """Return a review in short: where it stands, by whom, and whether we answered it."""
    site, stars = str(review.fields.get("site") or ""), review.fields.get("stars")
    named = [SITES.get(site, harmless_line(site)) or "site not noted"]
    named += [count(stars, "star")] if isinstance(stars, int) else []
    named += (
        [f"by {harmless_line(str(review.fields['nick']))}"] if review.fields.get("nick") else []
    )
    named += ["answered"] if is_answered else ["not answered yet"]
    return f"{', '.join(named)} (entry {review.first.id.seq})"

"""The proof that a site asks for on a ground, and whether the log of an incident holds it."""

from collections.abc import Callable, Container, Iterable
from typing import NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.proof import WRITTEN
from reviewlog.domain.shows import MESSAGE, RECORD, REVIEW, THIRD, shown_by, site_of
from reviewlog.domain.site import Ground

HELD, MISSING, UNSEEN = STATES = ("held", "missing", "unseen")
"""The log holds it, it does not, or only the owner can know."""
OPEN = ("veiled", "open", "harm")


class Need(NamedTuple):
    """One thing that a site asks for."""

    word: str
    """A word of `sitewords.NEEDS`."""
    state: str
    """A word of STATES."""
    decisive: bool = False
    """Whether the site does not act at all without it."""


class InHand(NamedTuple):
    """What there is to look for proof in."""

    facts: Facts
    review: Track | None = None
    """The review that is disputed; None where it is a threat, or all of a site's."""
    business: bool = False
    """Whether the settings name the business."""
    site: str | None = None
    """Who is asked."""
    given: Container[str] = ()
    """What the owner has put into the site's form already, in words of `sitewords.HOLDS`."""

    def of_kind(self, kind: str) -> list[Entry]:
        """The entries of a kind."""
        return [entry for entry in self.facts.entries if entry.kind == kind]


def needs_of(ground: Ground, known: InHand) -> tuple[Need, ...]:
    """Return what a site asks for on a ground: what it cannot do without first.

    What can be reported before a review asks for nothing of one until it is there.
    """
    words = dict.fromkeys((*ground.only_with, *ground.needs))
    there = bool(known.review or known.facts.standing_reviews)
    waits = _OF_A_REVIEW if ground.before_review and not there else frozenset[str]()
    asked = (word for word in words if word not in waits)
    return tuple(Need(word, _state(word, known), word in ground.only_with) for word in asked)


def leaving_needs(needs: Iterable[Need]) -> tuple[Need, ...]:
    """Return what a trade that keeps silent may show: what everybody can read, and its own name."""
    return tuple(need for need in needs if need.word in _PUBLIC)


def missing_of(needs: Iterable[Need]) -> tuple[Need, ...]:
    """Return what is still to be found, what decides first."""
    lacking = [need for need in needs if need.state != HELD]
    return tuple(sorted(lacking, key=lambda need: (not need.decisive, need.state == UNSEEN)))


def _state(word: str, known: InHand) -> str:
    if word in _ONLY_YOU:
        return HELD if word in known.given else UNSEEN
    return HELD if _HOLDS[word](known) else MISSING


def _contacts(known: InHand) -> list[Entry]:
    return [e for e in known.of_kind("interaction") if e.fields.get("direction") != "out"]


def _threats(known: InHand) -> list[Entry]:
    return [e for e in known.of_kind("interaction") if e.fields.get("threat") in OPEN]


def _is_written(known: InHand) -> bool:
    """Whether they said it in writing: in the contact with the threat, or in a picture of it."""
    told = _threats(known) or _contacts(known)
    written = any(e.fields.get("channel") in WRITTEN for e in told)
    return written or any(_is_their_writing(e) for e in known.of_kind("evidence"))


def _is_their_writing(file: Entry) -> bool:
    """Whether a file shows a message that can be read; a recording can only be heard."""
    kind = str((file.fields.get("file") or {}).get("type") or "")
    heard = file.fields.get("how") == "recording" or kind.startswith(("audio/", "video/"))
    return shown_by(file.fields) == MESSAGE and not heard


def _is_pictured(known: InHand) -> bool:
    """Whether there is a picture of the page on the site that is asked."""
    sites = {review.fields.get("site") for review in known.facts.reviews}
    pictures = (e for e in known.of_kind("evidence") if shown_by(e.fields) == REVIEW)
    from_where = [site_of(str(e.fields.get("source") or "")) for e in pictures]
    alone = known.site is None or len(sites) < 2
    return any(known.site in (None, site) or (site is None and alone) for site in from_where)


def _shown(*words: str) -> Callable[[InHand], bool]:
    return lambda known: any(shown_by(e.fields) in words for e in known.of_kind("evidence"))


def _of_review(name: str) -> Callable[[InHand], bool]:
    def says(known: InHand) -> bool:
        reviews = (known.review,) if known.review else tuple(known.facts.standing_reviews)
        return bool(reviews) and all(review.fields.get(name) for review in reviews)

    return says


def _has_sender(known: InHand) -> bool:
    told = _threats(known) or _contacts(known)
    return any(e.fields.get("who") or e.fields.get("phone") for e in told)


def _has_hour(known: InHand) -> bool:
    return any(e.happened.precision != "day" for e in _threats(known) or _contacts(known))


def _was_looked_up(known: InHand) -> bool:
    return bool(known.of_kind("lookup"))


_HOLDS: dict[str, Callable[[InHand], bool]] = {
    "threat": lambda known: known.facts.threat in OPEN,
    "quote": lambda known: any(e.fields.get("quote") for e in _contacts(known)),
    "written": _is_written,
    "messages": _shown(MESSAGE),
    "demand-picture": _shown(MESSAGE),
    "sender": _has_sender,
    "when": _has_hour,
    "review": lambda known: bool(known.review or known.facts.standing_reviews),
    "passage": _of_review("text"),
    "url": _of_review("url"),
    "picture": _is_pictured,
    "reviewer": _of_review("nick"),
    "lookup": _was_looked_up,
    "records": _shown(RECORD, THIRD),
    "photos": lambda known: any(e.fields.get("how") == "photo" for e in known.of_kind("evidence")),
    "business": lambda known: known.business,
    "notice": lambda known: any(
        e.fields.get("state") == "notice" for e in known.of_kind("dispute")
    ),
}
"""How each need is seen in the log."""
_ONLY_YOU = frozenset(("order", "month", "profile", "tie"))
"""What no entry holds: the owner looks it up, and may put it into the form's field."""
_OF_A_REVIEW = frozenset(("review", "passage", "url", "picture", "reviewer"))
_PUBLIC = frozenset(
    ("review", "passage", "url", "picture", "reviewer", "tie", "profile", "business", "notice")
)
"""What may leave of a trade that keeps silent."""

"""What a file or an entry shows, and how much weight that has with a reader."""

from collections.abc import Iterable, Mapping
from typing import Any

from reviewlog.domain.vocabulary import SPOKEN, one_of

NOTE, RECORD, MESSAGE, REVIEW, THIRD = SHOWS = (
    "note",
    "record",
    "message",
    "review",
    "third-party",
)
"""What a file may show; `review` is a picture of the public page."""
UNSAID = "file"
"""What counts of a file of which nobody has said what it shows."""
PICTURES = frozenset(("image/png", "image/jpeg", "image/gif", "image/webp"))
"""The kinds of pictures that every browser shows."""
SHOWS_SYNONYMS = {
    "page": REVIEW,
    "public": REVIEW,
    "posting": REVIEW,
    "mail": MESSAGE,
    "email": MESSAGE,
    "chat": MESSAGE,
    "letter": MESSAGE,
    "text": MESSAGE,
    "voicemail": MESSAGE,
    "order": RECORD,
    "booking": RECORD,
    "invoice": RECORD,
    "receipt": RECORD,
    "contract": RECORD,
    "log": RECORD,
    "memo": NOTE,
    "own": NOTE,
    "audit": THIRD,
    "inspection": THIRD,
    "expert": THIRD,
    "witness": THIRD,
    "third": THIRD,
    "police": THIRD,
}
SHOWS_WORDS = {
    NOTE: "our own note",
    RECORD: "our own record",
    MESSAGE: "their own words",
    REVIEW: "the public page",
    THIRD: "from a third party",
    UNSAID: "a file",
}
"""What a file shows, as a reader is told it; we speak of ourselves."""
_WEIGHT = {NOTE: 0, UNSAID: 1, RECORD: 1, MESSAGE: 2, REVIEW: 2, THIRD: 3}
_PICTURES = ("screenshot", "saved-page")
_THEIRS = ("screenshot", "forwarded-mail", "recording")
_OURS = ("photo", "document")
_HOSTS = (
    "google", "goo", "g", "yelp", "tripadvisor", "trustpilot", "facebook", "fb", "bbb", "airbnb",
    "vrbo", "booking", "amazon", "apple", "g2", "capterra", "glassdoor",
)  # fmt: skip
"""Names of the review sites as they stand in an address before its ending."""
_SHORT = {"goo": "google", "g": "google", "fb": "facebook", "apple": "appstore"}
"""The sites whose addresses have other names than they."""
_ENDINGS = frozenset(("com", "org", "net", "gl", "page", "co", "gov"))
_INBOXES = ("mail.", "inbox", "messag", "/messages", "//admin.", "gmail")
"""What in an address of a review site says that it is no public page."""
_OUR_RECORDS = frozenset(("lookup", "reply", "dispute"))


def shows(word: str) -> str:
    """Return what a file shows, as the owner named it. Raises BadWordError."""
    folded = word.strip().casefold().replace(" ", "-")
    return one_of("thing for a file to show", SHOWS_SYNONYMS.get(folded, folded), SHOWS)


def weight(word: str) -> int:
    """Return how much something weighs: note < record < message = review < third-party."""
    return _WEIGHT.get(word, 0)


def shown_by(fields: Mapping[str, Any]) -> str:
    """Return what a file shows: as the owner said, else by how and from where it came."""
    return str(fields.get("shows") or _usually(fields) or UNSAID)


def shows_words(fields: Mapping[str, Any]) -> str:
    """Return what a file shows in words, where the owner or the address it is from says so."""
    usual = _usually(fields)
    word = str(fields.get("shows") or (usual if usual == REVIEW else None) or "")
    return SHOWS_WORDS.get(word, word)


def _usually(fields: Mapping[str, Any]) -> str | None:
    how = fields.get("how")
    pictured = how in _PICTURES or (how is None and _is_image(fields.get("file")))
    if pictured and is_public_page(str(fields.get("source") or "")):
        return REVIEW
    return MESSAGE if how in _THEIRS else RECORD if how in _OURS else None


def _is_image(file: Any) -> bool:
    return isinstance(file, Mapping) and str(file.get("type")).startswith("image/")


def is_public_page(address: str) -> bool:
    """Whether an address is one of a review site that everybody can read."""
    text = _whole(address)
    return _is_of_a_site(_host(address)) and not any(word in text for word in _INBOXES)


def site_of(address: str) -> str | None:
    """Return the review site that an address is of, as far as its host tells."""
    labels = _host(address)
    if not _is_of_a_site(labels):
        return None
    if labels[:1] == ["play"]:
        return "play"
    name = next(label for label in reversed(labels) if label in _HOSTS)
    return _SHORT.get(name, name)


def _host(address: str) -> list[str]:
    """Return the parts of the host of an address; nothing where it has none."""
    from urllib.parse import urlsplit

    try:
        host = urlsplit(_whole(address)).hostname or ""
    except ValueError:
        return []
    return host.split(".") if host else []


def _whole(address: str) -> str:
    text = address.strip().casefold()
    return text if "//" in text else f"//{text}"


def _is_of_a_site(labels: list[str]) -> bool:
    """Whether a host is a site's own: its name, then an ending of one or two short labels."""
    ending = labels[-2:] if len(labels) > 2 and labels[-2] in _ENDINGS else labels[-1:]
    name = labels[: -len(ending)]
    short = all(2 <= len(label) <= 4 for label in ending)
    return bool(name) and name[-1] in _HOSTS and short


def strength(kind: str, fields: Mapping[str, Any]) -> str:
    """Return what an entry is worth as proof, in the words of SHOWS."""
    if kind == "evidence" or fields.get("file"):
        return shown_by(fields)
    if kind == "review":
        return REVIEW
    if kind == "interaction" and _is_written_by_them(fields):
        return MESSAGE
    return RECORD if kind in _OUR_RECORDS else NOTE


def _is_written_by_them(fields: Mapping[str, Any]) -> bool:
    return fields.get("direction") == "in" and fields.get("channel") not in (
        None,
        "other",
        *SPOKEN,
    )


def strongest_first(words: Iterable[str]) -> list[str]:
    """Return words of SHOWS, the strongest first."""
    return sorted(words, key=weight, reverse=True)

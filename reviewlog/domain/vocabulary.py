"""One word per thing: the closed lists that entries, playbooks and options draw from."""

from collections.abc import Iterable

from reviewlog.domain.usage_errors import BadWordError

KINDS = (
    "interaction",
    "review",
    "demand",
    "attempt",
    "reply",
    "assessment",
    "evidence",
    "claim",
    "lookup",
    "redaction",
    "dispute",
    "promise",
    "step",
    "reminder",
    "note",
    "playbook",
    "person",
    "setting",
    "outcome",
    "hold",
    "debrief",
    "amendment",
    "erasure",
    "anchor",
    "key",
    "export",
)
CHANNELS = ("phone", "visit", "email", "sms", "whatsapp", "chat", "social", "letter", "other")
# A call or a visit without --no-answer reached somebody; a message only might have.
SPOKEN = ("phone", "visit")
SITES = {
    "google": "Google",
    "yelp": "Yelp",
    "tripadvisor": "Tripadvisor",
    "trustpilot": "Trustpilot",
    "facebook": "Facebook",
    "bbb": "BBB",
    "airbnb": "Airbnb",
    "vrbo": "Vrbo",
    "booking": "Booking.com",
    "amazon": "Amazon",
    "play": "Google Play",
    "appstore": "the App Store",
    "g2": "G2",
    "capterra": "Capterra",
    "glassdoor": "Glassdoor",
    "generic": "the review site",
}
IN_PUBLIC = frozenset(("social", *SITES))
"""Channels on which others read along."""
THREATS = ("none", "veiled", "open", "harm", "withdrawn")
THREAT_SYNONYMS = {"no": "none", "hinted": "veiled", "violence": "harm"}
"""The words by which the questions tell them."""
CHANNEL_SYNONYMS = {
    "call": "phone",
    "phone call": "phone",
    "telephone": "phone",
    "in person": "visit",
    "e-mail": "email",
    "mail": "email",
    "text": "sms",
    "text message": "sms",
    "post": "letter",
}
SITE_SYNONYMS = {
    "google maps": "google",
    "google reviews": "google",
    "trip advisor": "tripadvisor",
    "trust pilot": "trustpilot",
    "google play": "play",
    "play store": "play",
    "app store": "appstore",
    "apple": "appstore",
    "better business bureau": "bbb",
}
VERDICTS = ("right", "partly", "mistaken", "unfounded", "extortion", "unknown")
ATTEMPT_STATES = ("offered", "accepted", "refused", "delivered")
ATTEMPT_KINDS = (
    "apology",
    "refund",
    "credit",
    "redo",
    "replacement",
    "gift",
    "waived",
    "other",
)
DEMAND_STATES = ("open", "granted", "countered", "declined")
DISPUTE_STATES = (
    "chosen",
    "sent",
    "early",
    "removed",
    "refused",
    "asked-for-more",
    "notice",
)
"""Of a dispute: `early` is the report of a threat while there is no review."""
REPORTED = ("sent", "early")
OUTCOMES = ("resolved", "accepted", "walked-away", "removed", "unresolved")
HOWS = (
    "screenshot",
    "saved-page",
    "forwarded-mail",
    "recording",
    "photo",
    "document",
    "download",
    "other",
)
HOW_SYNONYMS = {
    "screen": "screenshot",
    "page": "saved-page",
    "webpage": "saved-page",
    "mail": "forwarded-mail",
    "email": "forwarded-mail",
    "forwarded": "forwarded-mail",
    "audio": "recording",
    "voicemail": "recording",
    "picture": "photo",
    "scan": "document",
    "downloaded": "download",
}
CONSENTS = ("one-party", "everybody", "unknown")
CONSENT_SYNONYMS = {
    "me": "one-party",
    "one": "one-party",
    "alone": "one-party",
    "all": "everybody",
    "both": "everybody",
    "everyone": "everybody",
    "unsure": "unknown",
}
AUDIENCES = ("site", "lawyer", "court", "police", "insurer", "self")
STEP_KINDS = (
    "call",
    "write",
    "reply",
    "ask",
    "assess",
    "attempt",
    "collect",
    "dispute",
    "request",
    "wait",
    "watch",
    "decide",
    "debrief",
    "close",
)


def alike(word: str, known: Iterable[str], most: int = 1, cutoff: float = 0.6) -> list[str]:
    """Return the known words that look like one, the likeliest first."""
    from difflib import get_close_matches

    return get_close_matches(word, known, n=most, cutoff=cutoff)


def one_of(what: str, word: str, allowed: tuple[str, ...]) -> str:
    """Return the word of a closed list that was meant, whatever its capitals.

    Raises BadWordError with the nearest allowed word.
    """
    folded = word.strip().casefold()
    if folded in allowed:
        return folded
    near = alike(folded, allowed)
    raise BadWordError(what, word, allowed, near[0] if near else None)


def channel(word: str) -> str:
    """Return a channel or a site's id, both of which may carry an interaction."""
    said = " ".join(word.casefold().split())
    return one_of("channel", CHANNEL_SYNONYMS.get(said, _site(word)), CHANNELS + tuple(SITES))


def site(word: str) -> str:
    """Return a site's id, by whatever name it goes."""
    return one_of("site", _site(word), tuple(SITES))


def _site(word: str) -> str:
    """Return the id of a site that goes by another name or by its address; else the word."""
    said = " ".join(word.casefold().split()).removeprefix("the ").removeprefix("www.")
    name = said.partition(".")[0]  # amazon.de, booking.com
    found = SITE_SYNONYMS.get(said, name if name in SITES else said)
    return found if found in SITES else word


def threat(word: str) -> str:
    """Return a threat, by its name or as the questions tell it."""
    folded = word.strip().casefold()
    return one_of("threat", THREAT_SYNONYMS.get(folded, folded), THREATS)


def how(word: str) -> str:
    """Return how a file was come by."""
    folded = word.strip().casefold().replace(" ", "-")
    return one_of("way to come by a file", HOW_SYNONYMS.get(folded, folded), HOWS)


def consent(word: str) -> str:
    """Return who agreed to a recording; `all` is another word for everybody."""
    folded = word.strip().casefold()
    return one_of("consent", CONSENT_SYNONYMS.get(folded, folded), CONSENTS)

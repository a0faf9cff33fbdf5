"""How a file came to us: who kept it, how, from where, when, and who agreed to a recording."""

from collections.abc import Iterable

CAPTURE = ("how", "shows", "captured_at", "by", "source", "parent", "redacts", "consent")
"""The fields that say so, in the order in which they are told."""
HOW_WORDS = {
    "screenshot": "screenshot",
    "saved-page": "saved page",
    "forwarded-mail": "forwarded mail",
    "recording": "recording",
    "photo": "photo",
    "document": "document",
    "download": "download",
    "other": "file",
}
CONSENT_WORDS = {
    "one-party": "recorded with the agreement of one side only",
    "everybody": "recorded with everybody's agreement",
    "unknown": "who agreed to the recording is not known",
}
_MUTE = ("image/", "text/", "message/", "application/pdf", "application/zip")


def is_sound(media_type: str) -> bool:
    """Whether a file holds voices and no picture."""
    return media_type.startswith("audio/")


def may_sound(media_type: str) -> bool:
    """Whether voices may be heard in a file; not all of them can be told by their bytes."""
    return not media_type.startswith(_MUTE)


def needs_consent(media_type: str, how: str | None) -> bool:
    """Whether somebody must have agreed to a file: a recording by its bytes, or said to be one."""
    return is_sound(media_type) or (how == "recording" and may_sound(media_type))


def usual_how(media_type: str) -> str | None:
    """Return how a file was surely come by, None where only the owner can know."""
    return "recording" if is_sound(media_type) else None


def is_doubtful(consents: Iterable[str | None]) -> bool:
    """Whether a recording is among them that not everybody is known to have agreed to."""
    return any(consent in ("one-party", "unknown") for consent in consents)

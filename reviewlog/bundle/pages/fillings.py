"""How the log fills a field of a site's form: with what leaves to that site, and nothing made up."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from reviewlog.bundle.member import exhibit_path
from reviewlog.bundle.pages.statement import statement_text
from reviewlog.bundle.telling.story import of_kind, reviews_of, strongest, sum_of
from reviewlog.bundle.telling.times import happened, moment_words
from reviewlog.domain.audience import Leaving
from reviewlog.domain.lookups import lookup_words
from reviewlog.domain.shows import PICTURES
from reviewlog.domain.site import FormField, Ground
from reviewlog.domain.vocabulary import SITES
from reviewlog.logbook.sharing.gathering import Dossier

ZIPPED = "(in the zip, under exhibits, because they are no pictures: {})"
CHANNEL_WORDS = {
    "phone": "telephone",
    "visit": "in person",
    "email": "e-mail",
    "sms": "text message",
    "whatsapp": "WhatsApp",
    "chat": "chat",
    "social": "social media",
    "letter": "letter",
}


def filling(dossier: Dossier, ground: Ground, field: FormField, zone: ZoneInfo) -> str:
    """Return what the log has for a field of a site's form; nothing where it knows nothing."""
    if field.holds == "fixed":
        return field.text
    if field.holds == "statement":
        return "".join(statement_text(dossier, zone))
    if field.holds == "reason":
        return _reason(dossier, ground, zone)
    make = _MAKERS.get(field.holds)
    return make(dossier, zone) if make else ""


def _reason(dossier: Dossier, ground: Ground, zone: ZoneInfo) -> str:
    """One sentence that names the site's own rule, and the words that show it."""
    said = _quote(dossier, zone) if ground.on_threat else ""
    what = "This review breaks" if of_kind(dossier, "review") else "This falls under"
    rule = f"{what} your rule “{ground.name}”."
    return f"{rule} {said}" if said else rule


def _account(dossier: Dossier, zone: ZoneInfo) -> str:
    """The words that decide, then what was said, asked and posted, a line each, in order."""
    decisive, told_first = _quote(dossier, zone), _threat(dossier)
    lines = [line for told in dossier.timeline if (line := _event(told, told_first, zone))]
    return "\n".join([f"Their words: {decisive}", "", *lines] if decisive else lines)


def _event(told: Leaving, told_first: Leaving | None, zone: ZoneInfo) -> str:
    fields, kind = told.fields, told.settled.entry.kind
    if kind not in ("interaction", "demand", "review"):
        return ""
    words = [f"“{fields['quote']}”"] if fields.get("quote") and told is not told_first else []
    if kind == "review" and fields.get("text"):
        words.append(f"The review: “{fields['text']}”")
    elif fields.get("text"):
        words.append(str(fields["text"]))
    return f"{_when_of(told, zone)}: {' '.join(words)}" if words else ""


def _threat(dossier: Dossier) -> Leaving | None:
    """The contact in which it was said: the plainest, else the first with their words."""
    quoted = (t for t in of_kind(dossier, "interaction") if t.fields.get("quote"))
    return strongest(dossier) or next(quoted, None)


def _quote(dossier: Dossier, zone: ZoneInfo) -> str:
    told = _threat(dossier)
    if told is None or not told.fields.get("quote"):
        return ""
    return f"“{told.fields['quote']}” ({_when_of(told, zone)})"


def _of_threat(name: str) -> Callable[[Dossier, ZoneInfo], str]:
    def text(dossier: Dossier, zone: ZoneInfo) -> str:  # noqa: ARG001
        told = _threat(dossier)
        return str(told.fields.get(name) or "") if told else ""

    return text


def _when(dossier: Dossier, zone: ZoneInfo) -> str:
    told = _threat(dossier)
    return _when_of(told, zone) if told else ""


def _when_of(told: Leaving, zone: ZoneInfo) -> str:
    return moment_words(happened(told.fields, told.settled.entry.recorded_at), zone)


def _channel(dossier: Dossier, zone: ZoneInfo) -> str:
    """How they got in touch, and when: a site asks for both in one field."""
    word = _of_threat("channel")(dossier, zone)
    how = CHANNEL_WORDS.get(word, SITES.get(word, ""))
    return ", ".join(part for part in (how, _when(dossier, zone)) if part)


def _search(dossier: Dossier, zone: ZoneInfo) -> str:  # noqa: ARG001
    """What was looked for in one's own records, and what was there."""
    return "\n".join(f"{lookup_words(t.fields)}." for t in of_kind(dossier, "lookup"))


def _demand(dossier: Dossier, zone: ZoneInfo) -> str:  # noqa: ARG001
    asked = [t.fields for t in of_kind(dossier, "demand") if t.fields.get("state") == "open"]
    parts = (part for fields in asked for part in (fields.get("text"), sum_of(fields)) if part)
    return ", ".join(str(part) for part in parts)


def _of_reviews(name: str) -> Callable[[Dossier, ZoneInfo], str]:
    """Each once and a line each: a report may be for several reviews."""

    def text(dossier: Dossier, zone: ZoneInfo) -> str:  # noqa: ARG001
        told = (t.fields.get(name) for t in of_kind(dossier, "review"))
        return "\n".join(dict.fromkeys(str(value) for value in told if value))

    return text


def _passage(dossier: Dossier, zone: ZoneInfo) -> str:
    """Where a review is one sentence it is the passage; of several the owner must choose."""
    texts = [review.text for review in reviews_of(dossier, zone) if review.text]
    only = texts[0] if len(texts) == 1 else ""
    return only if only and not any(mark in only.rstrip(".!?…") for mark in ".!?\n") else ""


def _business(dossier: Dossier, zone: ZoneInfo) -> str:  # noqa: ARG001
    return str(dossier.settings.get("business") or "")


def _files(dossier: Dossier, zone: ZoneInfo) -> str:  # noqa: ARG001
    """Name the pictures, which lie beside the form ready to upload, and what only the zip has."""
    named = [(e, exhibit_path(e).rpartition("/")[2]) for e in dossier.exhibits]
    others = ", ".join(name for e, name in named if e.type not in PICTURES)
    pictures = [name for e, name in named if e.type in PICTURES]
    return "\n".join([*pictures, *([ZIPPED.format(others)] if others else [])])


_MAKERS: dict[str, Callable[[Dossier, ZoneInfo], str]] = {
    "account": _account,
    "quote": _quote,
    "passage": _passage,
    "sender": _of_threat("who"),
    "when": _when,
    "channel": _channel,
    "demand": _demand,
    "reviewer": _of_reviews("nick"),
    "guest": _of_threat("who"),
    "url": _of_reviews("url"),
    "business": _business,
    "files": _files,
    "search": _search,
}
"""How the log fills a field, by what it holds; the others are for the owner."""

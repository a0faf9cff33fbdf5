"""What to put into the fields of a site's form: made from what leaves to that site only.

What is not known stays a gap to be filled in by hand; nothing is ever made up.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reviewlog.bundle.member import exhibit_path
from reviewlog.bundle.pages.lengths import fitted
from reviewlog.bundle.pages.statement import statement_text
from reviewlog.bundle.telling.story import of_kind, reviews_of, strongest, sum_of
from reviewlog.bundle.telling.times import happened, moment_words
from reviewlog.domain.audience import Leaving
from reviewlog.domain.facts.disputes import Dispute
from reviewlog.domain.harmless import harmless
from reviewlog.domain.site import FormField, Ground
from reviewlog.domain.vocabulary import SITES
from reviewlog.logbook.sharing import Dossier

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
GAPS = {
    "statement": "(what happened, in a few sentences)",
    "reason": "(the rule that the review breaks, and where)",
    "account": "(what happened, in order, with days)",
    "quote": "(their exact words)",
    "passage": "(copy here the words of the review that break this rule)",
    "sender": "(their number, address or account, as the picture shows it)",
    "when": "(day and hour of their message)",
    "channel": "(how it reached you)",
    "demand": "(what they asked for)",
    "reviewer": "(the name that the review stands under)",
    "guest": "(the guest's name or e-mail)",
    "url": "(the address of the review: open it, share it, copy the link)",
    "month": "(month and year of the visit)",
    "order": "(the order or booking number)",
    "listing": "(the number of your listing)",
    "product": "(the address of the product's page)",
    "business": "(the full name of your business)",
    "address": "(the address of your business)",
    "profile": "(the address of your profile on the site)",
    "contact": "(your account's e-mail)",
    "relation": "(your part in the business, such as owner)",
    "law": "(the law, and why the words break it: ask a lawyer)",
    "files": "(the pictures to upload)",
}
"""What stands where the log knows nothing, by what the field holds."""


class Filled(NamedTuple):
    """One field of the form, as it is to be filled in."""

    label: str
    text: str
    size: int
    most: int | None = None
    unit: str = "characters"
    cut: bool = False
    gap: bool = False
    """Whether the owner has to fill it in."""


def form_fields(
    dossier: Dossier, ground: Ground, zone: ZoneInfo, dispute: Dispute | None = None
) -> tuple[Filled, ...]:
    """Return the fields of the site's form for a ground.

    What the owner wants in a field stands there; what was sent before fills gaps only, because
    the log may know more by now.
    """
    wanted, sent = (dispute.own_fields, dispute.known_fields) if dispute else ({}, {})
    return tuple(
        _filled(
            field,
            wanted.get(field.label)
            or _text(dossier, ground, field, zone)
            or sent.get(field.label, ""),
        )
        for field in ground.fields
    )


def form_text(dossier: Dossier, zone: ZoneInfo) -> Iterator[str]:
    """Yield the form as plain text; nothing where no ground was chosen."""
    dispute, rules = dossier.dispute, dossier.rules
    ground = rules.find_ground(dispute.ground) if rules and dispute and dispute.ground else None
    if rules is None or dispute is None or ground is None:
        return
    yield f"For the form of {harmless(rules.title)}: {harmless(ground.name)}\n"
    if ground.route:
        yield f"Where: {harmless(ground.route)}\n"
    for field in form_fields(dossier, ground, zone, dispute):
        yield f"\n{harmless(field.label)}{length_words(field)}\n{field.text}\n"


def length_words(field: Filled) -> str:
    """Return how much of a field's length is used, ` (120 of 500 characters)`; empty for a gap."""
    if field.gap:
        return f" ({field.most} {field.unit} at most)" if field.most else ""
    if field.most is None:
        return ""
    cut = ", cut to fit" if field.cut else ""
    return f" ({field.size} of {field.most} {field.unit}{cut})"


def _filled(field: FormField, text: str) -> Filled:
    if not text.strip():
        gap = GAPS.get(field.holds, "(to be filled in)")
        return Filled(field.label, gap, 0, field.most, field.unit, gap=True)
    fits = fitted(harmless(text).strip(), field.most, field.unit)
    return Filled(field.label, fits.text, fits.size, field.most, field.unit, fits.cut)


def _text(dossier: Dossier, ground: Ground, field: FormField, zone: ZoneInfo) -> str:
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
    """What was said, asked and posted, a line each, in order."""
    lines = (_event(told, zone) for told in dossier.timeline)
    return "\n".join(line for line in lines if line)


def _event(told: Leaving, zone: ZoneInfo) -> str:
    fields, kind = told.fields, told.settled.entry.kind
    if kind not in ("interaction", "demand", "review"):
        return ""
    words = [f"“{fields['quote']}”"] if fields.get("quote") else []
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
    word = _of_threat("channel")(dossier, zone)
    return CHANNEL_WORDS.get(word, SITES.get(word, ""))


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
    return "\n".join(f"{e.label}: {exhibit_path(e).rpartition('/')[2]}" for e in dossier.exhibits)


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
}
"""How the log fills a field, by what it holds; the others are for the owner."""

"""An entry in a few words: who did what."""

from collections.abc import Iterable, Mapping
from typing import Any

from reviewlog.domain.entry import Entry
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.relations import ABOUT_THE_AMENDMENT
from reviewlog.domain.vocabulary import SITES

_IN = {
    "phone": "{who} phoned you",
    "visit": "{who} came to see you",
    "email": "{who} e-mailed you",
    "sms": "{who} texted you",
    "whatsapp": "{who} wrote to you on WhatsApp",
    "chat": "{who} wrote to you in the chat",
    "social": "{who} wrote to you on social media",
    "letter": "{who} sent you a letter",
    "other": "{who} got in touch",
}
_OUT = {
    "phone": "You phoned {who}",
    "visit": "You went to see {who}",
    "email": "You e-mailed {who}",
    "sms": "You texted {who}",
    "whatsapp": "You wrote to {who} on WhatsApp",
    "chat": "You wrote to {who} in the chat",
    "social": "You wrote to {who} on social media",
    "letter": "You sent {who} a letter",
    "other": "You got in touch with {who}",
}
_DEMAND = {
    "open": "They want something",
    "granted": "You granted what they asked for",
    "countered": "You answered their demand with another proposal",
    "declined": "You declined what they asked for",
}
_ATTEMPT = {
    "offered": "You offered",
    "accepted": "They accepted",
    "refused": "They refused",
    "delivered": "You delivered",
}
_REVIEW = {
    "up": "A review is up",
    "changed": "The review was changed",
    "gone": "The review is gone",
}
_DISPUTE = {
    "chosen": "Ground for {site}:",
    "sent": "You reported it to {site}",
    "early": "You reported the threat to {site}",
    "removed": "{site} took the review down",
    "refused": "{site} said no",
    "asked-for-more": "{site} wants more from you",
    "notice": "A notice of {site} came",
}
_REPLY = {
    "draft": "Your draft of {what}{where}",
    "seen": "{by} has read your draft of {what}",
    "ready": "You took your draft of {what} for ready",
    "asked": "You said who is to read your draft of {what}",
    "posted": "You answered the review{where}",
}
_TEXT_OF_OURS = {"public": "a reply", "private": "a message", "call": "what to say on the phone"}
_STEP = {"done": "Done", "skipped": "Left out", "snoozed": "Put off"}
SHOP = "your shop"
"""Whom an incident is about that has no customer."""
ERASED = "erased person"
"""Whom an incident is about whose name was erased."""
GOING_WORDS = {"who": "name", "on_behalf_of": "name", "nick": "shown name", "text": "words",
               "quote": "their words", "phone": "telephone", "url": "address", "why": "reason",
               "for": "for it", "against": "against it", "despite": "reason", "title": "step",
               "happened_at": "time", "captured_at": "time it was taken", "by": "who took it",
               "source": "where it came from", "parent": "what it was made of",
               "looked_for": "what was looked for", "where": "where it was looked for",
               "period": "days searched", "sentence": "words of the review",
               "said": "the site's words", "fields": "what was in the form",
               "reference": "the site's number", "answers": "your answers while choosing",
               "hide": "words left out", "keep": "words that may stay", "mark": "what it is",
               "redacts": "whose copy it is", "eyes": "who is to read it",
               "medium": "where it goes", "ready_at": "when it is ready", "draft": "which draft",
               "parts": "what you said for it"}  # fmt: skip
"""What the fields of an entry are called where an owner reads that they go or are gone."""
THREAT_WORDS = {
    "unasked": "not asked yet whether a review was tied to it",
    "none": "no threat",
    "veiled": "a review hinted at",
    "open": "an open threat with a review",
    "harm": "a threat of violence",
    "withdrawn": "the threat was withdrawn",
}


def phrase(entry: Entry, customer: str | None) -> str:
    """Return what an entry says happened, without its texts."""
    fields, known = (
        entry.fields,
        {
            "interaction": _contact,
            "demand": lambda e, _: _DEMAND.get(e.fields.get("state", "open"), "A demand"),
            "attempt": _attempt,
            "review": _review,
            "dispute": _dispute,
            "claim": _claim,
            "lookup": _lookup,
            "reply": _reply,
        },
    )
    if entry.kind in known:
        return str(known[entry.kind](entry, customer))
    fixed = {
        "assessment": f"Your view: {fields.get('verdict', '')}",
        "evidence": _kept(entry),
        "promise": "You promised",
        "note": "You began" if fields.get("shop") else "Your note",
        "reminder": "You planned something" if fields.get("plans") else "You asked to be reminded",
        "person": f"You think it is the same person as in incident {fields.get('other', '?')}",
        "playbook": f"Follows the playbook {fields.get('id', '')}",
        "step": _ticked(fields),
        "outcome": "Closed" if fields.get("state") == "closed" else "Opened again",
        "amendment": _amendment(entry),
        "erasure": "You erased something earlier",
        "redaction": "You chose words that may stay" if "keep" in fields else "You left words out",
        "hold": "You lifted the hold" if fields.get("state") == "lifted" else "You put it on hold",
        "setting": f"You are away {fields.get('away_from', '')} to {fields.get('away_to', '')}",
    }
    return fixed.get(entry.kind, f"An entry of the kind {harmless_line(entry.kind)}")


def _contact(entry: Entry, customer: str | None) -> str:
    fields = entry.fields
    inbound = fields.get("direction") != "out"
    name = harmless_line(fields.get("who") or customer or "")
    who = name or ("Somebody" if inbound else "them")
    channel = str(fields.get("channel") or "other")
    verbs = _IN if inbound else _OUT
    default = "{who} wrote to you on {site}" if inbound else "You wrote to {who} on {site}"
    text = verbs.get(channel, default).format(who=who, site=SITES.get(channel, channel))
    if fields.get("on_behalf_of"):
        text += f" for {harmless_line(fields['on_behalf_of'])}"
    return f"{text}; no answer" if fields.get("no_answer") else text


def _attempt(entry: Entry, customer: str | None) -> str:  # noqa: ARG001
    fields = entry.fields
    text = _ATTEMPT.get(fields.get("state", "offered"), "An attempt")
    remedy = fields.get("remedy")
    return f"{text} ({fields.get('label', '')}{', ' + remedy if remedy else ''})"


def _review(entry: Entry, customer: str | None) -> str:  # noqa: ARG001
    fields = entry.fields
    text = _REVIEW.get(fields.get("state", "up"), "A review")
    if fields.get("site"):
        text += f" on {SITES.get(fields['site'], fields['site'])}"
    if fields.get("stars") is not None:
        text += f", {fields['stars']} of 5 stars"
    if fields.get("nick"):
        text += f", as {harmless_line(fields['nick'])}"
    return text


def _claim(entry: Entry, customer: str | None) -> str:  # noqa: ARG001
    from reviewlog.domain.claims import STAND_WORDS

    stand = STAND_WORDS.get(str(entry.fields.get("stand")), "not clear")
    return f"Sentence {harmless_line(str(entry.fields.get('place', '?')))} of the review: {stand}"


def _lookup(entry: Entry, customer: str | None) -> str:  # noqa: ARG001
    from reviewlog.domain.lookups import lookup_words

    return harmless_line(lookup_words(entry.fields))


def _dispute(entry: Entry, customer: str | None) -> str:  # noqa: ARG001
    fields = entry.fields
    site = SITES.get(str(fields.get("site")), harmless_line(str(fields.get("site") or "the site")))
    text = _DISPUTE.get(fields.get("state", "sent"), "A dispute with {site}").format(site=site)
    if fields.get("state") == "chosen":
        return f"{text} {harmless_line(str(fields.get('ground_name') or fields.get('ground')))}"
    if fields.get("state") == "notice" and not fields.get("site"):
        text = "A notice came"
    again = f", try {fields['try']}" if fields.get("try", 1) != 1 else ""
    number = fields.get("reference")
    return f"{text}{again}{f', number {harmless_line(str(number))}' if number else ''}"


def _reply(entry: Entry, customer: str | None) -> str:  # noqa: ARG001
    fields = entry.fields
    medium = str(fields.get("medium") or "public")
    site = fields.get("site") if medium == "public" else None
    where = f" on {SITES.get(str(site), harmless_line(str(site)))}" if site else ""
    return _REPLY.get(str(fields.get("state") or "posted"), "A reply{where}").format(
        what=_TEXT_OF_OURS.get(medium, "a reply"),
        where=where,
        by=harmless_line(str(fields.get("by") or "Somebody")),
    )


def _amendment(entry: Entry) -> str:
    targets = ", ".join(str(ref.id.seq) for ref in entry.refs)
    if entry.rel == "retracts":
        return f"You took back entry {targets}"
    names = ", ".join(sorted(set(entry.fields) - ABOUT_THE_AMENDMENT))
    return f"The correction of entry {targets} ({harmless_line(names)})"


def _ticked(fields: Mapping[str, Any]) -> str:
    state = _STEP.get(fields.get("state", ""), "Step")
    title = harmless_line(fields.get("title") or "").rstrip(".")
    return f"{state}: {title}" if title else f"{state}: a step"


def _kept(entry: Entry) -> str:
    file = entry.fields.get("file") or {}
    name = harmless_line(str(file.get("name", "")))
    return f"Kept the file {name}" if name else "Kept a file"


def field_words(names: Iterable[str]) -> str:
    """Return the fields of some names in words."""
    return ", ".join(dict.fromkeys(GOING_WORDS.get(name, harmless_line(name)) for name in names))


def who_words(row: "dict[str, Any]") -> str:
    """Return the customer of an incident's row, or what is known of the reviewer."""
    if row.get("shop"):
        return f"{SHOP}: {harmless_line(row['playbook'])}" if row.get("playbook") else SHOP
    if row["customer"]:
        return harmless_line(row["customer"])
    if row.get("erased"):
        return ERASED
    if row["nick"]:
        return f"unknown reviewer ({harmless_line(row['nick'])})"
    return "unknown person" if row.get("review") == "none" else "unknown reviewer"

"""What a bundle would be asked for and does not have yet."""

from reviewlog.domain.facts.facts import Facts

WRITTEN = frozenset(("email", "sms", "whatsapp", "chat", "social", "letter"))


def missing_proof(facts: Facts, reader: str) -> tuple[str, ...]:
    """Return what is still missing for a reader, as keys; empty for `self`."""
    if reader == "self":
        return ()
    threatened = facts.threat in ("veiled", "open", "harm")
    written = any(e.fields.get("channel") in WRITTEN for e in facts.entries)
    pictures = any(e.kind == "evidence" for e in facts.entries)
    latest = facts.reviews[-1].fields if facts.reviews else {}
    checks = {
        "threat": facts.threat == "unasked",
        "quote": threatened and not facts.quote_kept,
        "written": threatened and not written,
        "review": reader == "site" and not facts.reviews,
        "url": bool(facts.reviews) and not latest.get("url"),
        "picture": not pictures,
    }
    return tuple(name for name, lacks in checks.items() if lacks)

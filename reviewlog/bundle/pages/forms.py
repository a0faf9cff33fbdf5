"""What to put into the fields of a site's form: made from what leaves to that site only.

What is not known stays a gap to be filled in by hand; nothing is ever made up.
"""

from collections.abc import Iterator
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reviewlog.bundle.pages.disputed import disputed
from reviewlog.bundle.pages.fillings import filling
from reviewlog.bundle.pages.lengths import fitted
from reviewlog.domain.facts.disputes import Dispute
from reviewlog.domain.harmless import harmless
from reviewlog.domain.site import FormField, Ground
from reviewlog.logbook.sharing.gathering import Dossier

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
    "search": "(where you searched, for which names and days, and what was there; reviewlog lookup)",
    "answer": (
        "(your answer to the customer: it goes to them and may be published. Thank them, the fact"
        " that counts, what you did or offer; no names, numbers or private data, and no accusation)"
    ),
    "own": "(in your own words: the log does not know it)",
}
"""What stands where the log knows nothing, by what the field holds."""
SILENT = "(leave it empty, or ask a lawyer first: with your trade this stays here)"
"""What stands where only something could stand that a trade must keep silent about."""
_PRIVATE = frozenset(
    ("account", "quote", "sender", "when", "channel", "demand", "guest", "month", "order", "search")
)


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
    about = disputed(dossier)
    wanted, sent = (dispute.own_fields, dispute.known_fields) if dispute else ({}, {})
    return tuple(
        _filled(
            field,
            wanted.get(field.label)
            or filling(about, ground, field, zone)
            or sent.get(field.label, ""),
            strict=dossier.strict,
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


def _filled(field: FormField, text: str, *, strict: bool) -> Filled:
    if not text.strip():
        known = GAPS.get(field.holds, "(to be filled in)")
        gap = SILENT if strict and field.holds in _PRIVATE else known
        return Filled(field.label, gap, 0, field.most, field.unit, gap=True)
    fits = fitted(harmless(text).strip(), field.most, field.unit)
    return Filled(field.label, fits.text, fits.size, field.most, field.unit, fits.cut)

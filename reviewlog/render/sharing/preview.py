"""What leaves, what stays, what is missing: shown before a bundle is written."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from reviewlog.domain.audience import Leaving
from reviewlog.domain.custody import is_doubtful
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.proof import missing_proof
from reviewlog.domain.redacting.marks import snippets
from reviewlog.domain.vocabulary import SITES
from reviewlog.domain.wording import COMMAND
from reviewlog.logbook.sharing.gathering import Dossier
from reviewlog.render.layout.wrapping import hanging
from reviewlog.render.sharing.uploading import upload_lines
from reviewlog.render.words.moments import moment_words
from reviewlog.render.words.phrases import field_words, phrase

LOOK_FIRST = (
    "  Files leave as they are. Look into them first: a mail or a picture may show phone numbers,"
    " bank details or other people's names. To black out a part of a picture:",
    "  reviewlog redact {} E1 --box 40,120,300,24",
)
READERS = {
    "site": "the review site",
    "lawyer": "your lawyer",
    "court": "the court",
    "police": "the police",
    "insurer": "the insurer",
    "self": "yourself",
}
_MISSING = {
    "threat": "whether a review was tied to it: nobody has said yet (amend --threat)",
    "quote": "their exact words (amend --quote)",
    "written": "anything in writing from them; most sites ask for it",
    "review": "the review itself (review {})",
    "url": "the address of the review (amend --url)",
    "business": "the name of your business (a line `business: NAME` in config.yaml)",
    "picture": "a picture of the page or of their message (attach {} FILE)",
}
_KINDS = {
    "assessment": "views of yours",
    "outcome": "closing and reopening",
    "person": "guesses about who it is",
    "playbook": "choices of playbook",
    "step": "steps ticked or left out",
    "note": "notes",
    "reminder": "reminders",
    "interaction": "contacts",
    "review": "reviews",
    "demand": "demands",
    "attempt": "attempts",
    "evidence": "files",
    "claim": "what you said of their sentences",
    "lookup": "searches in your records",
    "dispute": "what you wrote to the site",
    "reply": "public replies",
    "draft": "drafts",
    "promise": "promises",
    "redaction": "choices of words to leave out",
    "hold": "holds",
    "debrief": "looking back",
}
"""What the kinds that stay are called, whatever their number."""
_WHY = {
    "trade": "your trade keeps silent about its customers",
    "opinion": "opinions stay yours",
    "plan": "your own planning",
    "inner": "they are kept in your log only",
    "reader": "not needed by this reader",
    "elsewhere": "belongs elsewhere, was taken back, or is left out",
}
_UNSAID = frozenset(("happened_at", "clock_back", "file", "of", "direction", "state"))
"""What the line of an entry says already."""
_FIELDS = {
    "channel": "how",
    "sites": "sites named",
    "threat": "what a review was tied to",
    "staff": "who of you",
    "no_answer": "that nobody answered",
    "how": "how it came to you",
    "shows": "what it shows",
    "redacts": "whose copy it is",
    "consent": "who agreed to it",
    "due": "by when",
    "cost": "cost to you",
    "label": "letter",
    "remedy": "what kind",
    "proofs": "proof",
    "place": "number of the sentence",
    "looked_for": "what you looked for",
    "try": "which try",
    "for_lawyer": "that it is for the lawyer",
}
"""What fields are called that no other screen names."""
_TALES = {
    "place": "where it was taken",
    "serial": "the number of the camera",
    "owner": "a name",
    "words": "something in writing",
}
_INSIDE = {
    "phone": "a telephone number",
    "email": "an e-mail address",
    "card": "a card number",
    "iban": "a bank account",
    "name": "a name of somebody else",
    "text": "words that you leave out",
}
_NOBODY: Mapping[str, tuple[str, ...]] = {}


def preview_text(
    dossier: Dossier,
    now: datetime,
    tales: Mapping[str, tuple[str, ...]] = _NOBODY,
    width: int = 80,
    inside: Mapping[str, tuple[str, ...]] = _NOBODY,
) -> str:
    """Return the preview: everything that leaves, what stays and why, what is missing.

    `tales` is what pictures say about themselves without showing it, by label; `inside` what
    texts and mails seem to hold, words of MARKS.
    """
    lines = [
        f"Incident {dossier.number}, for {reader_words(dossier)}",
        "",
        "In the bundle:" if dossier.reader == "self" else "Leaves the house:",
        *_leaving(dossier, now, width),
    ]
    if dossier.reader != "self":
        found = _look_first(dossier, tales, inside)
        lines += [
            line if line.startswith(f"  {COMMAND}") else hanging(line, width) for line in found
        ]
    lines += ["", "Stays here:", *(_staying(dossier, width) or ["  nothing"])]
    if missing := _missing(dossier):
        lines += [
            "",
            "Still missing:",
            *(f"  {_MISSING[name].format(dossier.number)}" for name in missing),
        ]
    return "\n".join(lines)


def _leaving(dossier: Dossier, now: datetime, width: int) -> Iterator[str]:
    if dossier.public_only:
        public = [t for t in dossier.timeline if t.settled.entry.kind == "review"]
        reviews = (line for one in public for line in _entry(dossier, one, now, width))
        yield from upload_lines(dossier, reviews, width)
        return
    for told in dossier.timeline:
        yield from _entry(dossier, told, now, width)
    yield from _files(dossier, width)
    yield hanging(f"  And {_pages(dossier)}, made of these and nothing else.", width, 0)


def _entry(dossier: Dossier, told: Leaving, now: datetime, width: int) -> Iterator[str]:
    """Yield the lines of one entry: what it is, which of its fields leave, what is left out."""
    entry = told.settled.entry
    said = phrase(entry, _customer(dossier))
    yield hanging(f"{entry.id.seq:>5}  {moment_words(entry.happened, now)}  {said}", width)
    if dossier.reader == "self":
        return
    names = [name for name in sorted(told.fields) if name not in _UNSAID]
    if names:
        yield hanging(f"       with {_fields(names)}", width)
    for name in sorted(told.redacted):
        for snippet in snippets(told.fields[name]):
            words = f"{field_words((name,))}: {harmless_line(snippet)}"
            yield hanging(f"       left out in {words}", width)


def _fields(names: list[str]) -> str:
    return ", ".join(_FIELDS.get(name) or field_words((name,)) for name in names)


def _customer(dossier: Dossier) -> str | None:
    """Return whom the incident is about as far as the reader gets to know."""
    told = {t.fields.get(name) for t in dossier.timeline for name in ("who", "on_behalf_of")}
    return dossier.facts.customer if dossier.facts.customer in told else None


def _files(dossier: Dossier, width: int) -> Iterator[str]:
    if dossier.exhibits:
        yield "  Files:"
    for exhibit in dossier.exhibits:
        yield hanging(f"  {exhibit.label:>5}  {harmless_line(exhibit.name)}", width)
    if dossier.claims:
        number = len(dossier.claims)
        stands = "sentence of the review stands" if number == 1 else "sentences of the review stand"
        yield f"  And how {number} {stands} against your proof."


def _pages(dossier: Dossier) -> str:
    pages = ["the report", "two lists of the entries"]
    if dossier.site:
        pages.insert(0, "the statement")
    elif dossier.reader != "self":
        pages.append("a declaration to fill in")
    return f"{', '.join(pages[:-1])} and {pages[-1]}"


def _missing(dossier: Dossier) -> list[str]:
    missing = list(missing_proof(dossier.facts, dossier.reader))
    if dossier.public_only:
        missing = [name for name in missing if name in ("review", "url", "picture")]
    return missing if dossier.settings.get("business") else [*missing, "business"]


def _look_first(
    dossier: Dossier, tales: Mapping[str, tuple[str, ...]], inside: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    """Yield what the owner should look into before it leaves."""
    labels = {exhibit.entry.id: exhibit.label for exhibit in dossier.exhibits}
    for told in dossier.timeline:
        label = labels.get(told.settled.entry.id)
        if label and is_doubtful((_consent(told),)):
            yield (
                f"  {label} is a recording that not everybody is known to have agreed to. To leave"
                f" it out: --without {label}"
            )
    for label, words in tales.items():
        said = " and ".join(_TALES[word] for word in words)
        yield (f"  {label} says {said} without showing it. A copy that says no more is made by:")
        yield f"  {COMMAND}redact {dossier.number} {label} --box 0,0,1,1"
    for label, words in inside.items():
        said = " and ".join(_INSIDE[word] for word in words)
        yield f"  {label} seems to hold {said}. To leave it out: --without {label}"
    if dossier.exhibits:
        yield from (line.format(dossier.number) for line in LOOK_FIRST)


def _consent(told: Leaving) -> str | None:
    """Return who agreed to a recording, whether or not the reader gets to know."""
    said = (told.settled.original, *told.settled.amendments)
    return next((e.fields["consent"] for e in reversed(said) if "consent" in e.fields), None)


def reader_words(dossier: Dossier) -> str:
    """Return for whom a bundle is, in words."""
    return SITES[dossier.site] if dossier.site else READERS[dossier.reader]


def _staying(dossier: Dossier, width: int) -> list[str]:
    return [
        hanging(f"  {harmless_line(_KINDS.get(kind, kind))}: {number} ({_WHY[why]})", width)
        for kind, why, number in dossier.withheld
    ]

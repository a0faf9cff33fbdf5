"""What had better be left out of what leaves, with the words around it."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from reviewlog.domain import errors, redaction_errors
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.redacting.proposing import Place, Proposal
from reviewlog.domain.vocabulary import SITES
from reviewlog.logbook.sharing.redacting import Decided
from reviewlog.render.layout.wrapping import hanging
from reviewlog.render.sharing.uploading import UPLOADING
from reviewlog.render.words.phrases import field_words

if TYPE_CHECKING:
    from reviewlog.render.promised import sharing

WHATS = {
    "phone": "a telephone number",
    "email": "an e-mail address",
    "card": "a card number",
    "iban": "a bank account",
    "name": "a name from another incident",
    "text": "words of yours",
}
REPORTED = "It stands in the review, and your report is about this: better keep it."
MOST_PLACES = 3
"""Places of one text that are shown; the others are counted."""
NEVER_COMPLETE = "This finds much and never all: read what leaves before you send it."


def proposal_text(one: Proposal, number: int, of: int, width: int) -> str:
    """Return one proposal in its places, marked."""
    lines = [f"{number} of {of}: this looks like {WHATS[one.what]}."]
    for place in one.places[:MOST_PLACES]:
        lines.append(hanging(_in_context(one, place), width))
    more = len(one.places) - MOST_PLACES
    lines += [f"  and in {more} more places"] if more > 0 else []
    return "\n".join([*lines, hanging(f"  {REPORTED}", width)] if one.is_reported else lines)


def _in_context(one: Proposal, place: Place) -> str:
    before, after = harmless_line(place.before), harmless_line(place.after)
    blank = " " if place.before[-1:].isspace() else ""
    behind = " " if place.after[:1].isspace() else ""
    said = f"{before}{blank}>>{harmless_line(one.text)}<<{behind}{after}"
    return f"  entry {place.seq}, {field_words((place.field,))}: {said}"


def settled_lines(found: list[Proposal]) -> str:
    """Return what became of the proposals, unasked."""
    hidden = [one for one in found if not one.is_reported]
    kept = [f"“{harmless_line(one.text)}”" for one in found if one.is_reported]
    said = f"It stays, because your report is about this: {', '.join(kept)}"
    return "\n".join([*([hidden_line(hidden)] if hidden else []), *([said] if kept else [])])


def hidden_line(found: list[Proposal]) -> str:
    """Return the line that says how many proposals are left out, unasked."""
    places = sum(len(one.places) for one in found)
    texts = "1 text" if len(found) == 1 else f"{len(found)} texts"
    where = "1 place" if places == 1 else f"{places} places"
    return f"Left out: {texts} in {where} (telephone numbers, addresses, names of others)."


def unfound_line(text: str) -> str:
    """Return the line about a text that stands nowhere."""
    return f"“{harmless_line(text)}” stands nowhere in what leaves; it is remembered all the same."


def decisions_text(decided: Decided, found: Iterable[Proposal], width: int) -> str:
    """Return what is left out of an incident, what stays, and what nobody has decided."""
    hidden = [f"  {harmless_line(t)}  ({WHATS[what]})" for t, what in decided.hide]
    kept = [f"  {harmless_line(text)}" for text in decided.keep]
    open_ones = [
        f"  entry {place.seq}: {WHATS[one.what]}, {harmless_line(one.text)}"
        for one in found
        for place in one.places[:1]
    ]
    lines = ["Left out of everything that leaves:", *(hidden or ["  nothing so far"])]
    lines += ["", "Stays, as you decided:", *kept] if kept else []
    lines += ["", "Not decided yet; export asks about each:", *open_ones] if open_ones else []
    return "\n".join([*lines, "", hanging(NEVER_COMPLETE, width, 0)])


def decisions_shape(
    number: str, decided: Decided, found: Iterable[Proposal]
) -> "sharing.Redaction":
    """Return the same for `--json`."""
    return {
        "incident": number,
        "hidden": [{"text": text, "what": what} for text, what in decided.hide],
        "kept": list(decided.keep),
        "proposed": [
            {"text": p.text, "what": p.what, "entries": sorted({place.seq for place in p.places})}
            for p in found
        ],
    }


def blacked_words(original: str, label: str) -> str:
    """Return what became of a picture."""
    was = harmless_line(original).upper()
    return (
        f"The new picture is {label}. Open it and look at it once.\n"
        f"{was} as it was stays here: from now on only {label} leaves."
    )


def _bad_box(e: redaction_errors.BadBoxError) -> str:
    said = f"“{harmless_line(e.text)}”"
    if e.size:
        return f"{said} lies outside the picture, which is {e.size[0]} by {e.size[1]} pixels."
    return f"{said} is no box. Across, down, width, height in pixels: 40,120,300,24"


_SILENT = """
Your trade keeps silent about its customers, or is not known: a review site gets
the public review only. Write it down with: reviewlog review {}
Your trade stands in config.yaml, in a line such as “trade: bakery”."""
_NO_PICTURE = {
    "kind": "is no png, jpeg or webp picture. Black it out with another program, and keep the\n"
    "result: reviewlog attach {} FILE --redacts {}",
    "large": "has more than 50 million pixels and is not opened. Make it smaller with another\n"
    "program, and keep the result: reviewlog attach {} FILE --redacts {}",
    "broken": "cannot be read as a picture; the file may be damaged.",
}


def _reader(word: str) -> str:
    return SITES.get(word, harmless_line(word))


REDACTING: dict[type[errors.ReviewlogError], Callable[[Any], str]] = {
    redaction_errors.NoPillowError: lambda e: (
        "To black out a part of a picture, install reviewlog with its extra “pdf”"
        " (README, Two minutes).\n"
        f"Or use another program, and keep the result: reviewlog attach {e.incident}"
        f" FILE --redacts {e.label}"
    ),
    errors.NothingToExportError: lambda e: (
        f"{e.incident} holds nothing yet that may leave for {_reader(e.audience)}."
        + (_SILENT.format(e.incident) if e.strict else "")
    ),
    redaction_errors.BadBoxError: _bad_box,
    **UPLOADING,
    redaction_errors.NoPictureError: lambda e: (
        f"{e.label} {_NO_PICTURE[e.reason].format(e.incident, e.label)}"
    ),
}

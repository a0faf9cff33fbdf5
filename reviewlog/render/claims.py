"""A review sentence by sentence with its proof, and what can go wrong in setting them together."""

import textwrap
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from reviewlog.domain import claim_errors, errors
from reviewlog.domain.claims import STAND_WORDS, Claim, Proof
from reviewlog.domain.exhibits import Labels
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.shows import SHOWS_WORDS, shows_words
from reviewlog.logbook.claiming import Sheet
from reviewlog.logbook.receipt import Receipt
from reviewlog.render.moments import moment_words
from reviewlog.render.phrases import phrase
from reviewlog.render.receipt import shortened

NOT_LOOKED_AT = "not looked at yet"
GONE = "no longer in the review"
INDENT = 4
ASK_FOR_WORDS = "Write its words down: reviewlog review {} --changed --text 'their words'"


def exhibit_words(labels: Sequence[str]) -> str:
    """Return under which numbers files will be found, in every bundle."""
    if len(labels) < 2:
        return f"It is exhibit {labels[0]}, in every bundle." if labels else ""
    return f"They are exhibits {', '.join(labels[:-1])} and {labels[-1]}, in every bundle."


def claims_text(sheet: Sheet, width: int) -> str:
    """Return every sentence of a review with how it stands and what proves it."""
    lines: list[str] = []
    for claim in sheet.claims:
        lines += sentence_lines(claim, width)
    example = _example(sheet)
    return "\n".join([*lines, *(["", example] if example else [])])


def sentence_lines(claim: Claim, width: int) -> list[str]:
    """Return one sentence under its number, what is known of it below."""
    number = f"{claim.place:>2}" if claim.current else " -"
    quoted = _wrapped(f"“{harmless_line(claim.sentence)}”", width)
    lines = [f"{number}  {quoted[0].strip()}", *quoted[1:]]
    lines += _wrapped(stand_words(claim), width)
    return lines + (_wrapped(f"You say: {harmless_line(claim.text)}", width) if claim.text else [])


def stand_words(claim: Claim) -> str:
    """Return how a sentence stands, the strongest proof first."""
    words = STAND_WORDS.get(claim.stand or "", NOT_LOOKED_AT)
    if claim.proofs:
        words += f": {', '.join(_proof_words(proof) for proof in claim.proofs)}"
    return words if claim.current else f"{GONE}; {words}"


def quoted(receipt: Receipt) -> str:
    """Return the sentence that a claim is about."""
    return f"“{shortened(str(receipt.main.fields.get('sentence', '')))}”"


def proof_lines(sheet: Sheet, now: datetime, width: int) -> list[str]:
    """Return what may be named as proof, each with the word that names it."""
    lines = []
    for entry in sheet.proofs:
        when = moment_words(entry.happened, now)
        shown = shows_words(entry.fields) if entry.fields.get("file") else ""
        what = f"{phrase(entry, None)}{f' ({harmless_line(shown)})' if shown else ''}, {when}"
        label = sheet.labels.get(entry.id, str(entry.id.seq))
        lines += textwrap.wrap(
            what, width, initial_indent=f"{label:>5}  ", subsequent_indent=" " * 7
        )
    return lines


def claims_shape(sheet: Sheet) -> dict[str, Any]:
    """Return the sentences and how they stand, for `--json`."""
    return {
        "incident": sheet.number,
        "review": str(sheet.said.id.seq),
        "claims": [claim_shape(claim) for claim in sheet.claims],
    }


def claim_shape(claim: Claim) -> dict[str, Any]:
    """Return one sentence and how it stands."""
    return {
        "place": claim.place,
        "sentence": claim.sentence,
        "stand": claim.stand,
        "proofs": [
            {"entry": str(p.entry.seq), "exhibit": p.label, "strength": p.strength}
            for p in claim.proofs
        ],
        "text": claim.text,
        "current": claim.current,
    }


def named_proofs(proofs: Iterable[Any], labels: Labels) -> str:
    """Return the stored proofs of a claim by the words that name them, `E2, 14`."""
    known = {str(entry): label for entry, label in labels.items()}
    return ", ".join(known.get(str(one), str(one).rpartition(":")[2]) for one in proofs)


def _proof_words(proof: Proof) -> str:
    name = proof.label or f"entry {proof.entry.seq}"
    return f"{name} ({SHOWS_WORDS.get(proof.strength, proof.strength)})"


def _example(sheet: Sheet) -> str:
    """The line that sets the first sentence against proof that nobody has looked at yet."""
    waiting = next((c for c in sheet.claims if c.current and c.stand is None), None)
    if waiting is None:
        return ""
    proof = next((sheet.labels.get(e.id, str(e.id.seq)) for e in sheet.proofs), "E1")
    line = f"reviewlog claim {sheet.number} {waiting.place}"
    return f"To set one against proof: {line} --against {proof}"


def _wrapped(text: str, width: int) -> list[str]:
    indent = " " * INDENT
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent) or [indent]


def _several(e: claim_errors.SeveralTextsError) -> str:
    lines = [f"  {entry:>5}  {harmless_line(words)}" for entry, words in e.choices]
    first = f"Incident {e.incident} has more than one review. Name the entry of one with --of:"
    return "\n".join([first, *lines])


CLAIMING: dict[type[errors.ReviewlogError], Callable[[Any], str]] = {
    claim_errors.NoSentencesError: lambda e: (
        f"No review of incident {e.incident} has a text yet. {ASK_FOR_WORDS.format(e.incident)}"
    ),
    claim_errors.UnknownReviewError: lambda e: (
        f"Entry “{harmless_line(e.word)}” is no review of incident {e.incident}."
        f" See reviewlog show {e.incident}"
    ),
    claim_errors.UnknownSentenceError: lambda e: (
        f"There is no sentence “{harmless_line(e.word)}”; the review has {e.most}."
    ),
    claim_errors.UnknownProofError: lambda e: (
        f"“{harmless_line(e.word)}” is no exhibit and no entry of incident {e.incident} that could"
        f" be proof. See reviewlog show {e.incident}"
    ),
    claim_errors.SeveralTextsError: _several,
}

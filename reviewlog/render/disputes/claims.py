"""A review sentence by sentence with its proof, and what can go wrong in setting them together."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reviewlog.domain import claim_errors, errors
from reviewlog.domain.claims import (
    AGAINST,
    AWAY,
    ERASED,
    FOR,
    PROVED,
    STAND_WORDS,
    Claim,
    Proof,
    is_erased,
)
from reviewlog.domain.entry import Entry
from reviewlog.domain.exhibits import Labels
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.shows import SHOWS_WORDS, shows_words
from reviewlog.logbook.receipt import Receipt
from reviewlog.logbook.writing.claiming import Sheet
from reviewlog.render.layout.blocks import shortened
from reviewlog.render.layout.wrapping import wrap, wrap_stored
from reviewlog.render.words.moments import moment_words
from reviewlog.render.words.phrases import phrase

if TYPE_CHECKING:
    from reviewlog.render.promised import disputes

NOT_LOOKED_AT = "not looked at yet"
GONE = "no longer in the review"
WAS_PROVED = {
    FOR: "the proof for it is gone",
    AGAINST: "the proof against it is gone",
}
LOST_WORDS = {ERASED: "erased", AWAY: "taken back or moved to another incident"}
INDENT = 4
ASK_FOR_WORDS = "Write its words down: reviewlog review {} --changed --text 'their words'"


def exhibit_words(labels: Sequence[str]) -> str:
    """Return under which numbers files will be found, for ever."""
    if len(labels) < 2:
        return f"It is exhibit {labels[0]}; that number stays." if labels else ""
    return f"They are exhibits {', '.join(labels[:-1])} and {labels[-1]}; these numbers stay."


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
    """Return how a sentence stands, the strongest proof first, what is gone of it last."""
    words = STAND_WORDS.get(claim.stand or "", NOT_LOOKED_AT)
    gone = ", ".join(_lost_words(proof) for proof in claim.proofs if proof.lost)
    if claim.standing:
        words += f": {', '.join(_proof_words(proof) for proof in claim.standing)}"
        words += f"; gone: {gone}" if gone else ""
    elif claim.stand in PROVED:
        words = f"{WAS_PROVED[claim.stand]}: {gone}" if gone else WAS_PROVED[claim.stand]
    return words if claim.current else f"{GONE}; {words}"


def replaced(before: Claim) -> str:
    """Return how a sentence stood before it was weighed again; empty for the first time."""
    if before.stand is None:
        return ""
    said = f" You said: “{shortened(before.text)}”" if before.text else ""
    return f"Instead of: {stand_words(before)}.{said}"


def quoted(receipt: Receipt) -> str:
    """Return the sentence that a claim is about."""
    return f"“{shortened(str(receipt.main.fields.get('sentence', '')))}”"


def proof_lines(sheet: Sheet, now: datetime, width: int) -> list[str]:
    """Return what may be named as proof, each with the word that names it."""
    lines = []
    for entry in sheet.offered:
        when = moment_words(entry.happened, now)
        shown = shows_words(entry.fields) if entry.fields.get("file") else ""
        what = f"{phrase(entry, None)}{f' ({harmless_line(shown)})' if shown else ''}, {when}"
        label = sheet.labels.get(entry.id, str(entry.id.seq))
        lines += wrap(what, width, f"{label:>5}  ", " " * 7)
    return lines


def claims_shape(sheet: Sheet) -> "disputes.Claims":
    """Return the sentences and how they stand, for `--json`."""
    return {
        "incident": sheet.number,
        "review": str(sheet.said.id.seq),
        "claims": [claim_shape(claim) for claim in sheet.claims],
    }


def claim_shape(claim: Claim) -> "disputes.Claim":
    """Return one sentence and how it stands."""
    return {
        "place": claim.place,
        "sentence": claim.sentence,
        "stand": claim.stand,
        "proofs": [
            {
                "entry": str(p.entry.seq),
                "exhibit": p.label,
                "strength": p.strength or None,
                "lost": p.lost,
            }
            for p in claim.proofs
        ],
        "text": claim.text,
        "current": claim.current,
    }


def named_proofs(proofs: Iterable[Any], labels: Labels, entries: Iterable[Entry]) -> str:
    """Return the stored proofs of a claim by the words that name them, `E2, 14 (erased)`."""
    known = {str(entry): label for entry, label in labels.items()}
    there = {str(entry.id): entry for entry in entries}
    return ", ".join(
        known.get(str(one), str(one).rpartition(":")[2]) + _lost_of(there.get(str(one)))
        for one in proofs
    )


def _lost_of(entry: Entry | None) -> str:
    lost = AWAY if entry is None else ERASED if is_erased(entry) else None
    return f" ({LOST_WORDS[lost]})" if lost else ""


def _lost_words(proof: Proof) -> str:
    return f"{_name(proof)} ({LOST_WORDS[str(proof.lost)]})"


def _name(proof: Proof) -> str:
    return proof.label or f"entry {proof.entry.seq}"


def _proof_words(proof: Proof) -> str:
    return f"{_name(proof)} ({SHOWS_WORDS.get(proof.strength, proof.strength)})"


def anew_words(entry: str, kind: str) -> str:
    """Say how what has no option of its own is set right."""
    if kind == "claim":
        return " The same verb again takes its place."
    if kind == "draft":
        return " A new version takes its place: reviewlog reply N TEXT"
    again = f" Or take it back and write it again: reviewlog retract {entry}"
    return again if kind in ("lookup", "dispute") else ""


def _example(sheet: Sheet) -> str:
    """The line that sets the first sentence against proof that nobody has looked at yet."""
    waiting = next((c for c in sheet.claims if c.current and c.stand is None), None)
    if waiting is None:
        return ""
    proof = next((sheet.labels.get(e.id, str(e.id.seq)) for e in sheet.offered), "E1")
    line = f"reviewlog claim {sheet.number} {waiting.place}"
    return f"To set one against proof: {line} --against {proof}"


def _wrapped(text: str, width: int) -> list[str]:
    indent = " " * INDENT
    return wrap_stored(text, width, indent, indent) or [indent]


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
    claim_errors.ErasedProofError: lambda e: (
        f"{harmless_line(e.word)} was erased: nothing is left of it that could prove anything."
    ),
    claim_errors.BothWaysError: lambda _: (
        "A sentence stands one way, so --for and --against do not go together: name the proof that"
        " decides, and speak of the other with --text. With both and nothing decided: --open."
    ),
    claim_errors.SeveralTextsError: _several,
}

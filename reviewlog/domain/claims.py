"""What a review says, sentence by sentence, and what stands for or against each of them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.exhibits import Labels, label_order
from reviewlog.domain.facts.tracks import Track, track_key, tracks
from reviewlog.domain.shows import strength, weight
from reviewlog.domain.splitting import sentences_of

FOR, AGAINST, OPINION, OPEN = STANDS = ("for", "against", "opinion", "open")
"""Proof for it, proof against it, an opinion that nobody can prove, not clear either way."""
PROVED = (FOR, AGAINST)
STAND_WORDS = {
    FOR: "there is proof for it",
    AGAINST: "there is proof against it",
    OPINION: "an opinion",
    OPEN: "no proof either way",
}
ERASED, AWAY = LOST = ("erased", "away")
"""Why proof is gone: its file was erased; it was taken back or is of another incident now."""


class Proof(NamedTuple):
    """One thing that speaks for or against a sentence."""

    entry: EntryId
    label: str | None
    """`E3` where it is an exhibit, None for another entry."""
    strength: str
    """A word of `shows.SHOWS`; empty where it is not known any more."""
    lost: str | None = None
    """A word of LOST where it proves nothing any more."""


class Claim(NamedTuple):
    """One sentence of a review, and how it stands with the proof that there is."""

    of: EntryId
    """The first entry of the review."""
    place: int
    """The number of the sentence in the newest text; where it is gone, in the one it was in."""
    sentence: str
    stand: str | None
    """A word of STANDS, None while nobody has looked at it."""
    proofs: tuple[Proof, ...] = ()
    """The strongest first."""
    text: str | None = None
    """The owner's words on it."""
    current: bool = True
    """Whether the newest text of the review still holds the sentence."""

    @property
    def standing(self) -> tuple[Proof, ...]:
        """The proofs that are still there."""
        return tuple(proof for proof in self.proofs if proof.lost is None)


class Said(NamedTuple):
    """What the newest text of one review says."""

    track: Track
    sentences: tuple[str, ...]

    @property
    def id(self) -> EntryId:
        """The first entry of the review."""
        return self.track.first.id

    @property
    def key(self) -> str:
        """What its claims name in `of`: it stays when the first entry is taken back."""
        return track_key(self.track.first)

    @property
    def text(self) -> str:
        """The newest text."""
        return str(self.track.fields.get("text") or "")

    def place_of(self, sentence: str) -> int | None:
        """Return the number of a sentence in the newest text, None where it is not in it.

        Where words were left out a sentence may end at a mark, or be a part of what stands there.
        """
        if sentence in self.sentences:
            return self.sentences.index(sentence) + 1
        from reviewlog.domain.redacting.marks import has_mark, parted

        if not sentence or not has_mark(self.text):
            return None
        is_there = has_mark(sentence) or sentence in sentences_of(parted(self.text))
        at = self.text.find(sentence) if is_there else -1
        return None if at < 0 else max(len(sentences_of(self.text[: at + 1])), 1)


def reviews_of(entries: Iterable[Entry]) -> tuple[Said, ...]:
    """Return the reviews among entries in fold order, each with the sentences of its newest text."""
    found = tracks([entry for entry in entries if entry.kind == "review"], "up")
    return tuple(Said(t, sentences_of(str(t.fields.get("text") or ""))) for t in found)


def claims_of(entries: Iterable[Entry], labels: Labels) -> tuple[Claim, ...]:
    """Return the sentences that somebody has looked at: review by review, in their order.

    Of two claims about the same sentence the later written counts.
    """
    known = list(entries)
    standing = _standing(known)
    by_id = {str(entry.id): entry for entry in known}
    return tuple(
        claim
        for said in reviews_of(known)
        for claim in _in_order(said, standing.get(said.key, {}), by_id, labels)
    )


def every_sentence(said: Said, entries: Iterable[Entry], labels: Labels) -> tuple[Claim, ...]:
    """Return all sentences of a review, looked at or not; those it no longer holds at the end."""
    looked_at = [claim for claim in claims_of(entries, labels) if claim.of == said.id]
    known = {claim.sentence: claim for claim in looked_at}
    rows = [
        known[sentence]._replace(place=place)
        if sentence in known
        else Claim(said.id, place, sentence, None)
        for place, sentence in enumerate(said.sentences, 1)
    ]
    return (*rows, *(claim for claim in looked_at if not claim.current))


def leaving_claims(entries: Iterable[Entry], labels: Labels) -> tuple[Claim, ...]:
    """Return the claims that can be shown with the entries that are told.

    Proof that is not among them or was erased is not named; a sentence of which all proof stays
    is left out.
    """
    found = (claim._replace(proofs=claim.standing) for claim in claims_of(entries, labels))
    return tuple(claim for claim in found if claim.stand not in PROVED or claim.proofs)


def _standing(entries: list[Entry]) -> dict[str, dict[str, Entry]]:
    """Return the claim that counts, by review and sentence."""
    found: dict[str, dict[str, Entry]] = {}
    claims = (entry for entry in entries if entry.kind == "claim")
    for entry in sorted(claims, key=lambda entry: entry.written_order):
        review, sentence = entry.fields.get("of"), entry.fields.get("sentence")
        if isinstance(review, str) and isinstance(sentence, str):
            found.setdefault(review, {})[sentence] = entry
    return found


def _in_order(
    said: Said, standing: Mapping[str, Entry], entries: Mapping[str, Entry], labels: Labels
) -> Iterator[Claim]:
    claims = [
        _claim(said, entry, said.place_of(sentence), entries, labels)
        for sentence, entry in standing.items()
    ]
    yield from sorted(claims, key=lambda claim: (not claim.current, claim.place, claim.sentence))


def _claim(
    said: Said, entry: Entry, place: int | None, entries: Mapping[str, Entry], labels: Labels
) -> Claim:
    fields = entry.fields
    kept = fields.get("place")
    text = fields.get("text")
    return Claim(
        of=said.id,
        place=place if place is not None else kept if isinstance(kept, int) else 0,
        sentence=str(fields["sentence"]),
        stand=str(fields["stand"]) if fields.get("stand") in STANDS else OPEN,
        proofs=tuple(_proofs(fields.get("proofs"), entries, labels)),
        text=str(text) if text else None,
        current=place is not None,
    )


def _proofs(named: object, entries: Mapping[str, Entry], labels: Labels) -> list[Proof]:
    """Return the proofs, the strongest first, exhibits before other entries, what is gone last."""
    wanted = dict.fromkeys(str(one) for one in named) if isinstance(named, list | tuple) else {}
    found = [_proof(one, entries.get(one), labels) for one in wanted]
    return sorted((proof for proof in found if proof is not None), key=_by_strength)


def _proof(word: str, entry: Entry | None, labels: Labels) -> Proof | None:
    """Return what a stored word names as proof, None for no entry at all."""
    if entry is not None:
        lost = ERASED if is_erased(entry) else None
        return Proof(entry.id, labels.get(entry.id), strength(entry.kind, entry.fields), lost)
    log, _, seq = word.rpartition(":")
    if not seq.isdecimal() or not seq.isascii():
        return None
    place = EntryId(log, int(seq))
    return Proof(place, labels.get(place), "", AWAY)


def is_erased(entry: Entry) -> bool:
    """Whether the file is gone that an entry was written for."""
    return entry.kind == "evidence" and not entry.fields.get("file")


def _by_strength(proof: Proof) -> tuple[bool, int, bool, int, EntryId]:
    label = proof.label or ""
    return (
        proof.lost is not None,
        -weight(proof.strength),
        proof.label is None,
        label_order(label),
        proof.entry,
    )

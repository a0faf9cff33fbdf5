"""The sentences of a review beside what stands for or against each of them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reviewlog.domain.claims import STAND_WORDS, Claim, Proof
from reviewlog.domain.entry import EntryId
from reviewlog.domain.harmless import harmless
from reviewlog.domain.shows import SHOWS_WORDS
from reviewlog.logbook.sharing.gathering import Dossier

NOBODY_LOOKED = "not looked at yet"


class Proven(NamedTuple):
    """One thing that speaks for or against a sentence, with the place that it leads to."""

    words: str
    """`E3`, or `entry 5`."""
    target: str
    """The mark on the page that it stands at."""
    strength: str


class Stand(NamedTuple):
    """A sentence and how it stands; every text is harmless."""

    sentence: str
    stand: str
    """`for`, `against`, `opinion` or `open`."""
    words: str
    proofs: tuple[Proven, ...]
    """The strongest first."""
    ours: str
    """What we say of it."""
    current: bool


def claims_shown(dossier: Dossier) -> list[Stand]:
    """Return the sentences in the order of the review."""
    places = {t.settled.entry.id: n for n, t in enumerate(dossier.timeline, 1)}
    exhibits = {exhibit.label for exhibit in dossier.exhibits}
    return [_stand(claim, places, exhibits) for claim in dossier.claims]


def _stand(claim: Claim, places: Mapping[EntryId, int], exhibits: set[str]) -> Stand:
    return Stand(
        sentence=harmless(claim.sentence),
        stand=claim.stand or "open",
        words=STAND_WORDS.get(claim.stand or "", NOBODY_LOOKED),
        proofs=tuple(_proven(claim.proofs, places, exhibits)),
        ours=harmless(claim.text or ""),
        current=claim.current,
    )


def _proven(
    proofs: Sequence[Proof], places: Mapping[EntryId, int], exhibits: set[str]
) -> list[Proven]:
    """Return the proofs that are in this bundle, by the word that a reader can look for."""
    found = []
    for proof in proofs:
        strength = SHOWS_WORDS.get(proof.strength, "")
        if proof.label in exhibits:
            found.append(Proven(str(proof.label), str(proof.label), strength))
        elif proof.entry in places:
            place = places[proof.entry]
            found.append(Proven(f"entry {proof.entry.seq}", f"entry-{place}", strength))
    return found

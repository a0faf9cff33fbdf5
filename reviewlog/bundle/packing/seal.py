"""The seal: one signed text that names all of the bundle, and says how much of the log it is."""

import re
from typing import NamedTuple

from reviewlog.bundle.member import Member, text_member
from reviewlog.bundle.packing.proofs import stamp_members
from reviewlog.domain.evidence_errors import NoStampError
from reviewlog.domain.tree.checkpoint import read_decimal
from reviewlog.domain.tree.notes import BadNoteError
from reviewlog.logbook.sharing.gathering import Dossier
from reviewlog.logbook.sharing.showing import Proofs

SEAL = "seal.txt"
FORMAT = "reviewlog seal, form 1"
LOOSE = re.compile(r"seal\.txt|seal\.([a-z0-9-]{1,80})\.(tsr|pem)")
"""Names of the seal and its time stamps: no list can name what is made of the lists."""
_LINES = re.compile(
    r"bag: (?P<bag>\S+)\n"
    r"SHA-256 of tagmanifest-sha256\.txt: (?P<manifest>[0-9a-f]{64})\n"
    r"log: (?P<origin>\S+)\n"
    r"incident: (?P<incident>\S+)\n"
    r"entries about the incident in this bundle: (?P<entries>[0-9]+)\n"
    r"these are all that the log has up to its entry: (?P<size>[0-9]+)\n"
)


class Seal(NamedTuple):
    """What the shop signs about a bundle."""

    bag: str
    manifest: str
    """The SHA-256 of the tag manifest, which names everything else."""
    origin: str
    incident: str
    entries: int
    size: int
    """The incident has no other entries among the first so many of the log."""


class Sealing(NamedTuple):
    """The seal as it goes into the bundle."""

    members: tuple[Member, ...]
    failed: tuple[NoStampError, ...]
    """Why a service gave no time stamp over it."""


def seal_text(seal: Seal) -> str:
    """Return the text that is signed."""
    return (
        f"{FORMAT}\n"
        f"bag: {seal.bag}\n"
        f"SHA-256 of tagmanifest-sha256.txt: {seal.manifest}\n"
        f"log: {seal.origin}\n"
        f"incident: {seal.incident}\n"
        f"entries about the incident in this bundle: {seal.entries}\n"
        f"these are all that the log has up to its entry: {seal.size}\n"
    )


def read_seal(text: str) -> Seal:
    """Return what a seal says. Raises BadNoteError."""
    first, _, rest = text.partition("\n")
    found = _LINES.fullmatch(rest)
    if first != FORMAT or found is None:
        raise BadNoteError("form")
    said = found.groupdict()
    entries, size = read_decimal(said.pop("entries")), read_decimal(said.pop("size"))
    return Seal(**said, entries=entries, size=size)


def sealed(dossier: Dossier, proofs: Proofs, bag: str, manifest: str) -> Sealing:
    """Seal a bag, by the SHA-256 of its tag manifest. May ask services for a time stamp."""
    seal = Seal(
        bag=bag,
        manifest=manifest,
        origin=proofs.sealer.name,
        incident=dossier.facts.incident,
        entries=len(dossier.sealed),
        size=proofs.size,
    )
    note = proofs.sealer.signed(seal_text(seal))
    stamps, failed = proofs.sealer.stamps(note)
    return Sealing((text_member(SEAL, note.decode()), *stamp_members("seal", stamps)), failed)

"""The folder `proof/`: keys, checkpoints and their time stamps, and each entry's place in the log.

All of it is in forms that others have programs for: C2SP notes and proofs, RFC 3161, PEM.
"""

from collections.abc import Iterable, Iterator

from reviewlog.bundle.member import Member, raw_member, text_member
from reviewlog.bundle.pages.rows import jsonl_line
from reviewlog.bundle.telling.proofnames import (
    KEY_ENTRIES,
    KEYS,
    checkpoint_name,
    consistency_name,
    proof_name,
)
from reviewlog.domain.tree.notes import to_base64
from reviewlog.domain.tree.prooffile import proof_text
from reviewlog.logbook.sharing.showing import Consistent, Included, Proofs
from reviewlog.store.seals import KeptStamp


def proof_members(proofs: Proofs) -> Iterator[Member]:
    """Yield the members of the folder."""
    yield text_member(KEYS, "".join(f"{one.key.vkey}\n" for one in proofs.keys))
    yield text_member(KEY_ENTRIES, "".join(jsonl_line(one.sealed) for one in proofs.keys))
    for shown in proofs.checkpoints:
        yield raw_member(checkpoint_name(shown.size), shown.kept.note)
        yield from stamp_members(f"proof/{shown.size:09d}", shown.stamps)
    yield from map(_included, proofs.inclusions)
    yield from map(_consistent, proofs.consistencies)


def stamp_members(stem: str, stamps: Iterable[KeptStamp]) -> Iterator[Member]:
    """Yield the time stamps over a file, with their certificates, beside it."""
    for stamp in stamps:
        yield raw_member(f"{stem}.{stamp.slug}.tsr", stamp.token)
        if stamp.chain is not None:
            yield raw_member(f"{stem}.{stamp.slug}.pem", stamp.chain)


def _included(one: Included) -> Member:
    return raw_member(proof_name(one.seq), proof_text(one.seq - 1, one.hashes, one.under.note))


def _consistent(one: Consistent) -> Member:
    lines = "".join(f"{to_base64(root)}\n" for root in one.hashes)
    return text_member(consistency_name(one.old, one.new), lines)

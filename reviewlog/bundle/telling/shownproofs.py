"""What the pages say of the proofs."""

from collections.abc import Iterable
from typing import NamedTuple

from reviewlog.bundle.telling.proofnames import checkpoint_name
from reviewlog.logbook.sharing.showing import Proofs


class ShownProofs(NamedTuple):
    """The key, how far the log is covered, and by which time stamps."""

    size: int
    """Up to which entry of the log the bundle is complete."""
    root: str
    """The root hash of the newest checkpoint, in hex."""
    key: str
    """The fingerprint of the key."""
    other_keys: bool
    tokens: tuple[str, ...]
    """The names of the time stamps over checkpoints."""

    @property
    def token(self) -> str:
        """The first time stamp, nothing where there is none."""
        return self.tokens[0] if self.tokens else ""

    @property
    def seal_token(self) -> str:
        """How the stamp of the same service over the seal is named, where that gave one."""
        return f"seal.{self.token.partition('.')[2]}" if self.token else ""

    @property
    def checkpoint(self) -> str:
        """The file that the first time stamp is over."""
        return self.token.partition(".")[0] + ".txt" if self.token else checkpoint_name(self.size)


def shown_proofs(proofs: Proofs) -> ShownProofs:
    """Return what is told of the proofs that are put into a bag."""
    stamps = ((one.size, stamp.slug) for one in proofs.checkpoints for stamp in one.stamps)
    newest = proofs.checkpoints[-1].kept.checkpoint
    return ShownProofs(
        size=newest.size,
        root=newest.root.hex(),
        key=proofs.keys[-1].key.fingerprint,
        other_keys=len({one.key for one in proofs.keys}) > 1,
        tokens=token_names(checkpoint_name(size, f"{slug}.tsr") for size, slug in stamps),
    )


def token_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return those of the names in a bag that are time stamps over checkpoints, in their order."""
    return tuple(sorted(n for n in names if n.startswith("proof/") and n.endswith(".tsr")))

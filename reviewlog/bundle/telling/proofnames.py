"""Where the keys, the checkpoints and the proofs lie in a bundle."""

KEYS = "proof/log.vkey"
KEY_ENTRIES = "proof/keys.jsonl"
"""The entries in which the log names these keys, in the form of entries.jsonl."""


def checkpoint_name(size: int, ending: str = "txt") -> str:
    """Return where the checkpoint of a size lies in a bundle."""
    return f"proof/{size:09d}.{ending}"


def proof_name(seq: int) -> str:
    """Return where the proof of an entry lies in a bundle."""
    return f"proof/{seq:06d}.tlog-proof"


def consistency_name(old: int, new: int) -> str:
    """Return where it is shown that a newer checkpoint goes on from an older one."""
    return f"proof/consistency-{old:09d}-{new:09d}.txt"

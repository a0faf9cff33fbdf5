"""What a proof is called in a statement: so that it can be found in every bundle."""

from reviewlog.bundle.telling.claimed import Proven


def proof_words(proof: Proven) -> str:
    """An exhibit by its label, an entry by its number in the log, which holds in every bundle."""
    is_entry = proof.target.startswith("entry-")
    return f"{proof.words} of the log" if is_entry else f"{proof.words} ({proof.strength})"

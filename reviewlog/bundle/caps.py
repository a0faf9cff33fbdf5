"""How much a bundle may hold: one that we write must be one that we read."""

from collections.abc import Mapping

MEMBERS = 10_000
TOTAL = 2 * 1024**3
"""Bytes of all members together."""
PAGE_CAP = 256 * 1024 * 1024
"""Bytes up to which a page or the entries are read as a whole."""
PROOF_CAPS: Mapping[str, int] = {
    "vkey": 4 * 1024,
    "jsonl": 64 * 1024,
    "txt": 16 * 1024,
    "tlog-proof": 32 * 1024,
    "tsr": 65 * 1024,
    "pem": 256 * 1024,
}
"""Bytes that a file of the proofs or the seal may have, by how its name ends."""
PROOFS_CAP = 64 * 1024 * 1024
"""Bytes of all these together: fifty thousand entries have less."""
MOST_TOKENS = 2000
"""Each costs a chain of certificates to check."""

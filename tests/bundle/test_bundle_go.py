"""Go's packages for transparency logs accept the proofs of a bundle, read by their public forms."""

import base64
import json

import pytest

from reviewlog.domain.tree.prooffile import read_proof
from reviewlog.logbook.said import Contact
from tests.bundle.conftest import Desk
from tests.bundle.forging import ENTRIES, seal_of
from tests.logbook.test_go_oracle import oracle as oracle

pytestmark = pytest.mark.slow


def test_go_accepts_every_proof_in_a_bundle(oracle, story: Desk) -> None:
    kept = story.book.checkpoint()
    story.book.store.checkpoints.put_token(kept.checkpoint.size, "https://x.example", b"?", None)
    story.book.log(Contact(incident="1", text="later"))
    bag = story.bag("google")
    old, new = kept.checkpoint, seal_of(bag).size
    note = bag[f"proof/{new:09d}.txt"]
    headers = [json.loads(line)["header"] for line in bag[ENTRIES].splitlines()]
    proofs = {json.loads(h)["seq"]: read_proof(_proof(bag, h)) for h in headers}
    consistency = bag[f"proof/consistency-{old.size:09d}-{new:09d}.txt"].decode()
    said = oracle(
        {
            "Vkey": bag["proof/log.vkey"].decode().strip(),
            "Note": note,
            "Inclusions": [
                {"Name": f"leaf-{p.place}", "Index": p.place, "Header": h.encode(), "Proof": p.hashes}
                for h, p in zip(headers, proofs.values(), strict=True)
                if p.note == note
            ],
            "Consistencies": [
                {"Name": "older", "Size": old.size, "Root": old.root,
                 "Proof": [base64.b64decode(line) for line in consistency.splitlines()]}
            ],
        }
    )  # fmt: skip
    assert len(said) >= 3
    assert set(said.values()) == {"ok"}


def _proof(bag: dict[str, bytes], header: str) -> bytes:
    return bag[f"proof/{json.loads(header)['seq']:06d}.tlog-proof"]

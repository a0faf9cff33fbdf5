"""The proofs that others wrote, good and bad: transparency-dev/merkle."""

import base64
import json
import os
from pathlib import Path
from typing import Any

import pytest

from reviewlog.domain.tree.proofs import is_consistent, is_included


@pytest.fixture
def vectors():
    folder = os.environ.get("REVIEWLOG_VECTORS")
    if not folder:
        pytest.skip("REVIEWLOG_VECTORS does not name the folder of test vectors")
    return Path(folder) / "merkle" / "testdata"


def read(folder: Path) -> list[tuple[str, dict[str, Any]]]:
    paths = sorted(folder.rglob("*.json"))
    return [(str(path.relative_to(folder)), json.loads(path.read_bytes())) for path in paths]


def raw(texts: list[str] | None) -> list[bytes]:
    return [base64.b64decode(text) for text in texts or []]


def test_every_inclusion_vector_comes_out(vectors):
    found = read(vectors / "inclusion")
    for name, case in found:
        leaf, root = raw([case["leafHash"], case["root"]])
        proof = raw(case["proof"])
        held = is_included(case["leafIdx"], case["treeSize"], leaf, proof, root)
        assert held is not case["wantErr"], name
    assert len(found) == 98


def test_every_consistency_vector_comes_out(vectors):
    found = read(vectors / "consistency")
    for name, case in found:
        old_root, new_root = raw([case["root1"], case["root2"]])
        proof = raw(case["proof"])
        held = is_consistent(case["size1"], case["size2"], proof, old_root, new_root)
        assert held is not case["wantErr"], name
    assert len(found) == 98

"""However much there is to show, export and verify hold little of it at once."""

import sys

import pytest

from tests.bench_export import WHOLE, WITHOUT, cost, large_incident

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="asks the system as Linux answers"),
]
MOST = 150.0
"""Megabytes."""


def test_large_exhibits_are_never_held_in_memory(tmp_path) -> None:
    pyrage = pytest.importorskip("pyrage")
    book, target = str(large_incident(tmp_path, 420_000_000)), str(tmp_path / "out.zip")
    export = ("export", "1", "--for", "self", "-y", "-o", target, "--book", book)
    assert cost(WITHOUT, *export).megabytes < MOST
    assert cost(WHOLE, "verify", target).megabytes < MOST
    key = str(pyrage.x25519.Identity.generate().to_public())
    assert cost(WITHOUT, *export, "--encrypt", key).megabytes < MOST

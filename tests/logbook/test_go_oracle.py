"""Go's packages for transparency logs accept our checkpoints and proofs, and refuse false ones."""

import base64
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from reviewlog.domain.entry import Draft
from reviewlog.logbook.proving.signing import logged_keys
from tests.fakes import SATURDAY

pytestmark = pytest.mark.slow

SOURCE = Path(__file__).parents[1] / "domain" / "tree" / "oracle.go"
PACKAGES = Path("/usr/share/gocode")
"""Where Debian's golang-golang-x-mod-dev puts sumdb/note and sumdb/tlog."""
SIZE = 700


@pytest.fixture(scope="module")
def oracle(tmp_path_factory):
    if shutil.which("go") is None:
        pytest.skip("go is not there (Debian: golang-go)")
    if not (PACKAGES / "src/golang.org/x/mod/sumdb/tlog").is_dir():
        pytest.skip("sumdb is not there (Debian: golang-golang-x-mod-dev)")
    folder = tmp_path_factory.mktemp("go")
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "GO111MODULE": "off"}
    env |= {"GOPATH": str(PACKAGES), "GOFLAGS": "", "CGO_ENABLED": "0"}
    built = ["go", "build", "-o", str(folder / "oracle"), str(SOURCE)]
    subprocess.run(built, env=env, cwd=folder, check=True, capture_output=True)

    def ask(question) -> dict[str, str]:
        raw = json.dumps(question, default=lambda found: base64.b64encode(found).decode())
        ran = subprocess.run([folder / "oracle"], input=raw.encode(), capture_output=True)
        assert ran.returncode == 0, ran.stderr
        return dict(line.split(" ", 1) for line in ran.stdout.decode().splitlines())

    return ask


@pytest.fixture
def question(logbook):
    with logbook.store.writing():
        for number in range(SIZE):
            logbook.store.log.append([Draft("note", {"text": str(number)}, "i1")], SATURDAY)
    kept = logbook.checkpoint()
    size, tree, log = kept.checkpoint.size, logbook.store.tree, logbook.store.log
    entries = {entry.id.seq - 1: entry for entry in log.everything()}
    return {
        "Vkey": logged_keys(logbook.store)[-1].vkey,
        "Note": kept.note,
        "Inclusions": [
            {"Name": f"leaf-{index}", "Index": index, "Header": entries[index].header,
             "Proof": tree.inclusion(log.ours, index, size)}
            for index in (0, 1, 255, 256, 511, 512, size - 2, size - 1)
        ],
        "Consistencies": [
            {"Name": f"from-{old}", "Size": old, "Root": tree.root(log.ours, old),
             "Proof": tree.consistency(log.ours, old, size)}
            for old in (1, 2, 3, 255, 256, 257, 512, size - 1, size)
        ],
    }  # fmt: skip


def test_go_accepts_what_is_true(oracle, question):
    said = oracle(question)
    assert len(said) == 1 + 8 + 9
    assert set(said.values()) == {"ok"}


def test_go_refuses_a_changed_entry_and_a_changed_history(oracle, question):
    for one in question["Inclusions"]:
        one["Header"] = one["Header"].replace(b'"kind":"', b'"kind":"x')
    for one in question["Consistencies"]:
        one["Root"] = one["Root"][1:] + b"\x00"
    said = oracle(question)
    assert said.pop("note") == "ok"
    assert "ok" not in said.values()


def test_go_refuses_a_changed_checkpoint(oracle, question):
    question["Note"] = question["Note"].replace(b"\n7", b"\n8", 1)
    assert "ok" not in oracle(question).values()

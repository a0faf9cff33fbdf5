"""The bag as others see it: the same bytes, valid by their programs, whole or not at all."""

import hashlib
import os
import subprocess
import sys
import tracemalloc
import zipfile
from pathlib import Path

import bagit
import pytest

from reviewlog.bundle.packing.write import write_bundle
from reviewlog.domain.errors import BrokenProofError, TargetError
from reviewlog.logbook.said import Contact
from tests.bundle.conftest import EVERYBODY, Desk, members_of, png


@pytest.mark.parametrize("word", EVERYBODY)
def test_the_same_incident_gives_the_same_bytes(story: Desk, word: str) -> None:
    first = story.export(word, name="a.zip")
    story.later(days=5)
    story.book.record_export(story.book.dossier("1", word), first.sha256)
    second = story.export(word, name="b.zip")
    assert first.sha256 == second.sha256
    assert first.path.read_bytes() == second.path.read_bytes()
    assert first.sha256 == hashlib.sha256(first.path.read_bytes()).hexdigest()
    assert first.size == first.path.stat().st_size


@pytest.mark.parametrize("word", ["google", "self"])
def test_other_programs_find_the_bag_valid(story: Desk, tmp_path: Path, word: str) -> None:
    with zipfile.ZipFile(story.export(word).path) as archive:
        archive.extractall(tmp_path / "out")
    folder = tmp_path / "out" / f"incident-1-{word}"
    assert bagit.Bag(str(folder)).validate()
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        said = subprocess.run(["sha256sum", "--strict", "-c", manifest], cwd=folder, check=True,
                              capture_output=True, text=True)  # fmt: skip
        assert "FAILED" not in said.stdout


def test_names_times_and_modes_are_fixed_and_plain(with_pdf: None, story: Desk) -> None:
    written = story.export()
    with zipfile.ZipFile(written.path) as archive:
        entries = archive.infolist()
    names = [entry.filename for entry in entries]
    assert names == sorted(names) == [f"incident-1-google/{name}" for name in written.members]
    assert all(name.isascii() for name in names)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
    assert written.members == (
        "START-HERE.html",
        "bag-info.txt",
        "bagit.txt",
        "data/entries.csv",
        "data/entries.jsonl",
        "data/exhibits/E1.png",
        "data/exhibits/E2.html",
        "data/report.html",
        "data/report.pdf",
        "data/statement.html",
        "data/statement.txt",
        "manifest-sha256.txt",
        "proof/000000024.txt",
        *(f"proof/{seq:06d}.tlog-proof" for seq in [*_sealed(story), 24]),
        "proof/keys.jsonl",
        "proof/log.vkey",
        "seal.txt",
        "tagmanifest-sha256.txt",
        "tools/verify.html",
    )


def _sealed(desk: Desk) -> list[int]:
    return [sealed.entry.id.seq for sealed in desk.book.dossier("1", "google").sealed]


def test_the_bag_says_what_it_is_without_a_clock(bag) -> None:
    info = bag["bag-info.txt"].decode()
    assert "Source-Organization: Harbour Cakes\n" in info
    assert "Bagging-Date: 2026-11-22\n" in info
    assert "External-Identifier: 1\n" in info


def test_a_statement_is_for_sites_only(bags) -> None:
    for word in ("lawyer", "court", "police", "insurer", "self"):
        assert not any("statement" in name for name in bags[word, "1"])


def test_exhibits_are_the_very_bytes_under_names_of_ours(bag) -> None:
    assert bag["data/exhibits/E1.png"] == png()
    assert b"shot at 5pm.png" in bag["data/report.html"]


def test_a_lost_exhibit_is_told_and_leaves_nothing_behind(story: Desk) -> None:
    exhibit = story.book.dossier("1", "google").exhibits[0]
    exhibit.path.unlink()
    with pytest.raises(BrokenProofError) as caught:
        story.export()
    assert "E1" in caught.value.places[0][0]
    assert "missing" in caught.value.places[0][1]
    assert not list(story.folder.glob("*.zip")) + list(story.folder.glob(".reviewlog-*"))


@pytest.mark.parametrize("body", [b"short", png()[:-1] + b"!", png() + b"more"])
def test_an_altered_exhibit_is_told_and_the_old_bundle_stays(story: Desk, body: bytes) -> None:
    old = story.export().path.read_bytes()
    path = story.book.dossier("1", "google").exhibits[0].path
    path.chmod(0o600)
    path.write_bytes(body)
    with pytest.raises(BrokenProofError):
        story.export()
    assert (story.folder / "out.zip").read_bytes() == old
    assert not list(story.folder.glob(".reviewlog-*"))


def test_an_altered_file_that_is_no_picture_is_told_too(story: Desk) -> None:
    story.book.dossier("1", "google").exhibits[1].path.write_bytes(
        b"<html><script>2</script></html>"
    )
    with pytest.raises(BrokenProofError) as caught:
        story.export()
    assert "E2" in caught.value.places[0][0]


def test_a_folder_in_the_way_is_refused(story: Desk) -> None:
    (story.folder / "out.zip").mkdir()
    with pytest.raises(TargetError) as caught:
        story.export()
    assert caught.value.reason == "exists-folder"


def test_a_pipe_in_the_way_is_refused_and_left(story: Desk) -> None:
    os.mkfifo(story.folder / "out.zip")
    with pytest.raises(TargetError) as caught:
        story.export()
    assert caught.value.reason == "no-file"
    assert (story.folder / "out.zip").is_fifo()


@pytest.mark.parametrize("name", ["no/such/out.zip", "shot at 5pm.png/out.zip", "/proc/out.zip"])
def test_a_place_that_cannot_be_written_is_told(story: Desk, name: str) -> None:
    with pytest.raises(TargetError) as caught:
        story.export(name=name)
    assert caught.value.reason == "unwritable"
    assert caught.value.path.endswith(name)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_told(story: Desk) -> None:
    closed = story.folder / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(TargetError) as caught:
        story.export(name="closed/out.zip")
    assert caught.value.reason == "unwritable"


FULL = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from reviewlog.bundle.packing.write import write_bundle
from reviewlog.domain.errors import TargetError
from reviewlog.logbook.logbook import Logbook
book = Logbook.open(Path(sys.argv[1]), lambda: datetime(2026, 11, 25, tzinfo=UTC), "Europe/London")
dossier = book.dossier("1", "google")
proofs = book.prove(dossier)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
try:
    write_bundle(dossier, proofs, Path(sys.argv[2]))
except TargetError as error:
    print(error.reason)
book.close()
"""


@pytest.mark.parametrize("room", [100, 30_000])
def test_no_room_is_told_and_leaves_nothing_behind(story: Desk, room: int) -> None:
    target = story.folder / "out.zip"
    story.book.close()
    said = subprocess.run(
        [sys.executable, "-c", FULL, str(story.folder / "book"), str(target), str(room)],
        cwd=Path(__file__).parents[2], check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert said.stdout.strip() == "full"
    assert not target.exists()
    assert not list(story.folder.glob(".reviewlog-*"))


def test_big_files_pass_through_without_filling_the_memory(desk: Desk) -> None:
    for number in range(3):
        body = bytes([number]) * 40_000_000
        desk.book.log(_with_file(desk.file(f"{number}.bin", body)))
        del body
    dossier = desk.book.dossier("1", "lawyer")
    proofs = desk.book.prove(dossier)
    tracemalloc.start()
    written = write_bundle(dossier, proofs, desk.folder / "out.zip")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert written.size > 120_000_000
    assert peak < 10_000_000


def _with_file(path: Path) -> Contact:
    return Contact(who="Dana Smith", text="a file", files=(path,))


def test_an_older_bundle_is_replaced_as_a_whole(story: Desk) -> None:
    story.file("out.zip", b"old")
    assert "data/report.html" in members_of(story.export().path)

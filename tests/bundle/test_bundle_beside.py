"""What lies beside the zip: a folder ready to upload, and one file to print."""

from pathlib import Path

import pytest

from reviewlog.bundle.packing.loose import LIST, write_loose
from reviewlog.bundle.packing.paper import write_paper
from reviewlog.domain.errors import BrokenProofError, TargetError
from tests.bundle.conftest import Desk, png
from tests.bundle.test_bundle_pages import outline
from tests.bundle.test_bundle_report import text_of


def loose(desk: Desk, folder: Path) -> Path:
    return write_loose(desk.book.dossier("1", "google"), folder).path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_folder_has_the_statement_and_the_pictures_only(story: Desk, tmp_path: Path) -> None:
    folder = loose(story, tmp_path / "incident-1-google")
    assert names(folder) == [LIST, "E1.png", "statement.txt"]
    assert (folder / "E1.png").read_bytes() == png()
    assert (folder / "statement.txt").read_bytes() == story.bag()["data/statement.txt"]


def test_it_is_replaced_whole(story: Desk, tmp_path: Path) -> None:
    first = loose(story, tmp_path / "out")
    story.book.attach("1", (story.file("more.png", png(50)),), None, None)
    assert loose(story, tmp_path / "out") == first
    assert names(first) == [LIST, "E1.png", "E3.png", "statement.txt"]
    assert names(tmp_path) == sorted([first.name, story.folder.name])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: (folder / "mine.txt").write_text("mine"),
        lambda folder: (folder / "statement.txt").write_text("my own words"),
        lambda folder: (folder / "E1.png").unlink(),
        lambda folder: (folder / LIST).unlink(),
        lambda folder: (folder / "sub").mkdir(),
        lambda folder: (folder / "E9.png").symlink_to("E1.png"),
    ],
)
def test_files_of_the_owner_are_never_touched(story: Desk, tmp_path: Path, spoil) -> None:
    first = loose(story, tmp_path / "out")
    spoil(first)
    kept = {p.name: p.lstat().st_mtime_ns for p in first.iterdir()}
    second = loose(story, tmp_path / "out")
    assert second == tmp_path / "out-2"
    assert {p.name: p.lstat().st_mtime_ns for p in first.iterdir()} == kept
    assert loose(story, tmp_path / "out") == second


@pytest.mark.parametrize("make", [lambda p: p.write_text("x"), lambda p: p.symlink_to("nowhere")])
def test_what_is_no_folder_is_left_alone(story: Desk, tmp_path: Path, make) -> None:
    make(tmp_path / "out")
    assert loose(story, tmp_path / "out") == tmp_path / "out-2"


def test_a_place_that_cannot_be_written_is_told(story: Desk, tmp_path: Path) -> None:
    with pytest.raises(TargetError) as caught:
        loose(story, tmp_path / "no" / "such" / "out")
    assert caught.value.reason == "unwritable"


def test_a_picture_that_was_changed_leaves_the_old_folder(story: Desk, tmp_path: Path) -> None:
    folder = loose(story, tmp_path / "out")
    path = story.book.dossier("1", "google").exhibits[0].path
    path.chmod(0o600)
    path.write_bytes(b"other")
    with pytest.raises(BrokenProofError):
        loose(story, tmp_path / "out")
    assert names(folder) == [LIST, "E1.png", "statement.txt"]
    assert not list(tmp_path.glob(".reviewlog-*"))


@pytest.mark.parametrize("word", ["google", "court", "lawyer", "self"])
def test_the_paper_has_all_in_one_file(story: Desk, tmp_path: Path, word: str) -> None:
    dossier = story.book.dossier("1", word)
    proofs = story.book.prove(dossier)
    page = write_paper(dossier, proofs, tmp_path / "paper.html").read_bytes()
    found = outline(page)
    assert len(set(found.ids)) == len(found.ids)
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)
    text = text_of(page)
    places = [found.ids.index(part) for part in ("exhibits", "reviews", "timeline")]
    assert places == sorted(places)
    assert ("Declaration" in text) == (word in ("court", "lawyer"))
    again = write_paper(dossier, proofs, tmp_path / "paper.html").read_bytes()
    assert again == page
    assert names(tmp_path) == sorted(["paper.html", story.folder.name])


def test_a_folder_in_the_way_of_the_paper_is_told(story: Desk, tmp_path: Path) -> None:
    dossier = story.book.dossier("1", "court")
    (tmp_path / "paper.html").mkdir()
    with pytest.raises(TargetError) as caught:
        write_paper(dossier, story.book.prove(dossier), tmp_path / "paper.html")
    assert caught.value.reason == "exists-folder"

"""A bundle that we write is one that we read: what would be too large is told before."""

import zipfile

import pytest

from reviewlog.bundle.caps import MEMBERS, MOST_TOKENS, PAGE_CAP, TOTAL
from reviewlog.bundle.member import Member, raw_member
from reviewlog.bundle.packing import limits
from reviewlog.bundle.packing.limits import PAGES, ROOM, refuse_from_far, refuse_too_large
from reviewlog.bundle.packing.write import write_bundle
from reviewlog.domain.evidence_errors import LARGE_REASONS, TooLargeError
from reviewlog.logbook.sharing.gathering import Dossier
from reviewlog.render.sentences import explain
from tests.bundle.conftest import Desk


@pytest.fixture
def dossier(story: Desk) -> Dossier:
    return story.book.dossier("1", "lawyer")


def sized(name: str, size: int) -> Member:
    return Member(name, size, "0" * 64, lambda: iter(()))


def refused(dossier: Dossier, members: list[Member]) -> str:
    with pytest.raises(TooLargeError) as caught:
        refuse_too_large(dossier, members, "incident-1-lawyer")
    assert caught.value.reason in LARGE_REASONS
    return caught.value.reason


def test_an_ordinary_bundle_has_fewer_other_members_than_are_reckoned_with(
    story: Desk, dossier: Dossier
) -> None:
    others = len(story.export("lawyer").members) - len(dossier.sealed) - len(dossier.exhibits)
    assert others <= PAGES - 10


def test_too_many_entries_are_told_before_any_page_is_made(story: Desk, dossier: Dossier) -> None:
    many = dossier._replace(sealed=dossier.sealed[:1] * 9_990)
    with pytest.raises(TooLargeError) as caught:
        refuse_from_far(many)
    assert caught.value.reason == "entries"
    assert "9,990 entries; a bundle holds 9,960 at most" in explain(caught.value)
    assert "Nothing was written." in explain(caught.value)


def test_nothing_is_left_of_a_bundle_that_is_refused(story: Desk, dossier: Dossier) -> None:
    many = dossier._replace(sealed=dossier.sealed[:1] * 9_990)
    before = sorted(path.name for path in story.folder.iterdir())
    with pytest.raises(TooLargeError):
        write_bundle(many, story.book.prove(dossier), story.folder / "out.zip")
    assert sorted(path.name for path in story.folder.iterdir()) == before


def test_too_many_exhibits_are_told_with_what_to_leave_out(dossier: Dossier) -> None:
    many = dossier._replace(exhibits=dossier.exhibits[:1] * 9_960)
    with pytest.raises(TooLargeError) as caught:
        refuse_from_far(many)
    assert caught.value.reason == "files"
    assert "reviewlog export 1 --without E1" in explain(caught.value)


def test_large_exhibits_are_told_with_what_to_leave_out(dossier: Dossier) -> None:
    first, *rest = dossier.exhibits
    large = dossier._replace(exhibits=(*rest, first._replace(size=ROOM), first))
    with pytest.raises(TooLargeError) as caught:
        refuse_from_far(large)
    assert caught.value.reason == "size"
    assert caught.value.largest[0] == (first.label, ROOM)
    assert f"--without {first.label}" in explain(caught.value)
    assert "2,147 MB at most" in explain(caught.value)


def test_what_the_check_would_refuse_is_not_written(dossier: Dossier) -> None:
    assert ROOM < TOTAL
    fits = [sized(f"data/exhibits/E{n}.png", 9) for n in range(MEMBERS)]
    page = sized("data/report.html", 9)
    refuse_too_large(dossier, [*fits[1:], page], "top")
    assert refused(dossier, [*fits, page]) == "files"
    assert refused(dossier, [page, sized("data/exhibits/E1.mp4", ROOM)]) == "size"
    assert refused(dossier, [sized("data/entries.jsonl", PAGE_CAP + 1)]) == "page"
    stamps = [raw_member(f"proof/{n:09d}.a.tsr", b"x") for n in range(MOST_TOKENS + 1)]
    assert refused(dossier, stamps) == "stamps"


@pytest.mark.parametrize("reason", LARGE_REASONS)
def test_every_reason_has_words(reason: str) -> None:
    for largest in ((), (("E3", 5_000_000),)):
        words = explain(TooLargeError("12", reason, 3_000_000_000, 2_000_000_000, largest))
        assert words.count("Nothing was written.") == 1
        assert ("--without E3" in words) == bool(largest and reason not in ("entries", "stamps"))


def test_a_zip_is_never_larger_than_it_is_reckoned(story: Desk) -> None:
    written = story.export("lawyer")
    with zipfile.ZipFile(written.path) as archive:
        entries = archive.infolist()
    reckoned = sum(e.file_size + 2 * len(e.filename) + limits._HEADERS for e in entries)
    assert written.size < reckoned

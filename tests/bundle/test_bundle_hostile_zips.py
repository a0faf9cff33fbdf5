"""Every zip that is not safe to read is refused with a reason, and nothing of it is believed."""

import zipfile
from pathlib import Path

import pytest

from reviewlog.bundle.checking.verify import verify_bundle
from reviewlog.bundle.checking.zipheaders import agrees, has_second_name
from tests.bundle.hostile_zips import DEFLATED, HOSTILE, Piece, second_name, zip_of


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_zip_is_refused_with_a_reason(tmp_path: Path, name: str) -> None:
    make, reason = HOSTILE[name]
    path = tmp_path / "z.zip"
    path.write_bytes(make())
    found = verify_bundle(path)
    assert found.counts == {"bag": 0}
    (place,) = found.places
    assert reason in place.what
    assert place.place.isprintable() or "\u200d" in place.place


def test_the_maker_of_these_zips_can_make_one_that_is_read(tmp_path: Path) -> None:
    path = tmp_path / "z.zip"
    path.write_bytes(zip_of(Piece(b"b/x", b"abc"), Piece(b"b/y", b"a" * 99, DEFLATED)))
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
    assert verify_bundle(path).counts["bag"] == 2


@pytest.mark.parametrize(
    ("pieces", "same"),
    [
        ({}, True),
        ({"flags": 0x808, "own_flags": 0x808}, True),
        ({"own_flags": 0x802}, True),  # how hard it was packed
        ({"own_flags": 0}, False),
        ({"own_extra": b"UT\x05\x00\x01abcd"}, False),
        ({"own_extra": b"\x01\x00\x08"}, False),
        ({"own_size": 0xFFFFFFFF}, False),
        ({"own_size": 0xFFFFFFFF, "own_extra": b"\x01\x00\x08\x00\x01" + bytes(7)}, True),
        ({"own_size": 0xFFFFFFFF, "own_extra": b"\x01\x00\x08\x00\x02" + bytes(7)}, False),
    ],
)
def test_the_header_before_a_member_is_held_against_the_list(
    tmp_path: Path, pieces: dict[str, object], same: bool
) -> None:
    path = tmp_path / "z.zip"
    path.write_bytes(zip_of(Piece(b"b/x")._replace(**pieces)))  # type: ignore[arg-type]
    with path.open("rb") as file, zipfile.ZipFile(path) as archive:
        assert agrees(file, archive.infolist()[0]) is same


def test_a_name_in_an_old_alphabet_is_read_in_both_places(tmp_path: Path) -> None:
    path = tmp_path / "z.zip"
    path.write_bytes(zip_of(Piece(b"b/\x81", flags=0)))
    assert verify_bundle(path).counts["bag"] == 1


def test_a_second_name_is_seen_among_other_extras() -> None:
    assert has_second_name(b"UT\x01\x00a" + second_name())
    assert not has_second_name(b"UT\x01\x00a")
    assert not has_second_name(b"UT\xff")


def test_what_windows_sets_for_every_file_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "z.zip"
    path.write_bytes(zip_of(Piece(b"b/x", dos=0x20)))
    assert verify_bundle(path).counts["bag"] == 1


def test_an_empty_folder_in_an_unpacked_bundle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b" / "data" / "THIS IS WITHDRAWN").mkdir(parents=True)
    (tmp_path / "b" / "bagit.txt").write_text("x")
    found = verify_bundle(tmp_path / "b")
    assert [place.what for place in found.places] == [
        "it is an empty folder, and no bundle has one"
    ]

"""Recordings are told by their bytes, also where sound and picture begin alike."""

import struct

import pytest

from reviewlog.store.files import Files
from reviewlog.store.sniff import EXTENSIONS, sniff


def box(name: bytes, *inside: bytes) -> bytes:
    body = b"".join(inside)
    return struct.pack(">I4s", 8 + len(body), name) + body


def track(kind: bytes) -> bytes:
    return box(b"trak", box(b"tkhd", bytes(80)), box(b"mdia", box(b"hdlr", bytes(8), kind)))


def media(brand: bytes, *kinds: bytes, at_end: bool = True) -> bytes:
    moov = box(b"moov", box(b"mvhd", bytes(100)), *(track(kind) for kind in kinds))
    mdat = box(b"mdat", bytes(20_000))
    rest = (mdat, moov) if at_end else (moov, mdat)
    return box(b"ftyp", brand, bytes(4)) + b"".join(rest)


@pytest.mark.parametrize("at_end", [True, False])
@pytest.mark.parametrize(
    ("brand", "kinds", "expected"),
    [
        (b"mp42", (b"soun",), "audio/mp4"),
        (b"isom", (b"soun", b"vide"), "video/mp4"),
        (b"isom", (b"vide",), "video/mp4"),
        (b"3gp4", (b"soun",), "audio/3gpp"),
        (b"3gp5", (b"vide", b"soun"), "video/3gpp"),
        (b"M4A ", (b"soun",), "audio/mp4"),
        (b"isom", (), "video/mp4"),
    ],
)
def test_a_recorder_and_a_camera_are_told_apart(tmp_path, brand, kinds, expected, at_end):
    path = tmp_path / "holiday.png"
    path.write_bytes(media(brand, *kinds, at_end=at_end))

    assert Files(tmp_path / "files").look(path) == expected
    assert not (tmp_path / "files").exists()
    assert Files(tmp_path / "files").take_in(path).type == expected


@pytest.mark.parametrize("cut", [8, 12, 24, 20_050, 20_150])
def test_a_broken_file_is_no_trouble(tmp_path, cut):
    path = tmp_path / "x.m4a"
    path.write_bytes(media(b"mp42", b"soun")[:cut])
    assert Files(tmp_path / "files").look(path)


@pytest.mark.parametrize("length", [0, 1, 7, 2**32 - 1])
def test_boxes_that_lie_about_their_length_end_the_search(tmp_path, length):
    path = tmp_path / "x.m4a"
    path.write_bytes(box(b"ftyp", b"mp42") + struct.pack(">I4s", length, b"mdat") + bytes(99))
    assert Files(tmp_path / "files").look(path) == "video/mp4"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"#!AMR\n\x3c", "audio/amr"),
        (b"#!AMR-WB\n\x3c", "audio/amr"),
        (b"ID3\x04", "audio/mpeg"),
        (b"\xff\xf3\x40", "audio/mpeg"),
        (b"\xff\xf1\x50", "audio/aac"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav"),
        (b"RIFF\x00\x00\x00\x00AVI LIST", "video/x-msvideo"),
        (b"FORM\x00\x00\x00\x00AIFFCOMM", "audio/aiff"),
        (b"FORM\x00\x00\x00\x00AIFCCOMM", "audio/aiff"),
        (b"OggS\x00\x02" + bytes(22) + b"OpusHead", "audio/ogg"),
        (b"OggS\x00\x02" + bytes(22) + b"\x80theora", "video/ogg"),
        (b"caff\x00\x01\x00\x00desc", "audio/x-caf"),
        (b"fLaC\x00", "audio/flac"),
        (bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c") + bytes(90), "audio/x-ms-wma"),
        (bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c") + bytes(9)
         + bytes.fromhex("c0ef19bc4d5bcf11a8fd00805f5c442b"), "video/x-ms-asf"),
        (b"\x1aE\xdf\xa3\x01", "video/webm"),
        (b"12345678WAVE and words", "text/plain"),
    ],
)  # fmt: skip
def test_sound_is_told_by_its_first_bytes(head, kind):
    assert sniff(head) == kind
    assert kind in EXTENSIONS

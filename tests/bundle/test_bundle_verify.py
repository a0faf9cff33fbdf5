"""What verify finds, and what it will not touch."""

import io
import json
import os
import random
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from reviewlog.bundle.checking import contents
from reviewlog.bundle.checking.verify import verify_bundle
from reviewlog.domain.sealing import disclose
from reviewlog.domain.usage_errors import UnreadableFileError
from tests.bundle.conftest import EVERYBODY, Desk, broken, checked, found_in
from tests.bundle.forging import sealed_again

REPORT, ENTRIES = "data/report.html", "data/entries.jsonl"


@pytest.mark.parametrize("word", EVERYBODY)
@pytest.mark.parametrize("incident", ["1", "2"])
def test_a_bundle_of_ours_holds(bags, tmp_path: Path, word: str, incident: str) -> None:
    assert checked(bags[word, incident], tmp_path / "bag") == []


def test_every_member_is_counted(story: Desk) -> None:
    written = story.export()
    found = verify_bundle(written.path)
    assert found.holds
    assert found.counts["bag"] == len(written.members)


def test_an_unpacked_bundle_holds(story: Desk, tmp_path: Path) -> None:
    with zipfile.ZipFile(story.export().path) as archive:
        archive.extractall(tmp_path / "out")
    assert broken(tmp_path / "out") == []
    assert broken(tmp_path / "out" / "incident-1-google") == []


def test_signing_again_with_another_key_is_no_fault_but_the_key_is_told(
    bag: dict[str, bytes], tmp_path: Path
) -> None:
    ours, theirs = found_in(bag, tmp_path / "a"), found_in(sealed_again(bag), tmp_path / "b")
    assert ours.holds
    assert theirs.holds
    assert ours.remarks[0].key == theirs.remarks[0].key == "key"
    assert ours.remarks[0].facts != theirs.remarks[0].facts


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("data/exhibits/E1.png", b"IEND", b"IENE"),
        (REPORT, b"photo", b"video"),
        (ENTRIES, b"leaf", b"1eaf"),
        ("data/entries.csv", b"photo", b"video"),
        ("data/statement.txt", b"star", b"bar"),
        ("START-HERE.html", b"OK", b"KO"),
        ("bag-info.txt", b"Harbour", b"Barbour"),
        ("bagit.txt", b"1.0", b"0.9"),
    ],
)
def test_a_change_is_named(
    bag: dict[str, bytes], tmp_path: Path, name: str, old: bytes, new: bytes
) -> None:
    assert old in bag[name]
    places = checked(bag | {name: bag[name].replace(old, new)}, tmp_path / "bag")
    assert (name, "it was changed after the bundle was made") in places


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"post one star tonight", b"post two stars tonight"),
        (b"We asked for a photo.", b"We asked for nothing."),
        (b"DanaS88</bdi> was", b"Somebody</bdi> was"),
        (b'data-field="amount">240.00', b'data-field="amount">940.00'),
        (b"</bdi> phoned us", b"</bdi> came to see us"),
        (b"16:41 (UTC", b"03:41 (UTC"),
        (b"written 4 min later", b"written at once"),
        (b"1 of 5</span>", b"5 of 5</span>"),
        (b"</article>", b'<bdi data-field="quote">I lied.</bdi></article>'),
        (b"</article>", b'<bdi data-field="verdict">right</bdi></article>'),
    ],
)
def test_changed_words_in_the_report_are_named(
    bag: dict[str, bytes], tmp_path: Path, old: bytes, new: bytes
) -> None:
    assert old in bag[REPORT]
    places = checked(sealed_again(bag | {REPORT: bag[REPORT].replace(old, new)}), tmp_path / "bag")
    assert places
    assert all(place == REPORT and "the words of entry" in what for place, what in places)


def test_another_picture_in_the_report_is_named(bag: dict[str, bytes], tmp_path: Path) -> None:
    page = bag[REPORT].replace(b"base64,iVBORw0KGgo", b"base64,iVBORw0KGgp")
    assert page != bag[REPORT]
    places = checked(sealed_again(bag | {REPORT: page}), tmp_path / "bag")
    assert places == [(REPORT, "it shows a picture that is not one of the exhibits")]


@pytest.mark.parametrize(
    "more",
    [b"<script>1</script>", b"<p onclick=\"1\">x</p>", b"<p style=\"display:none\">x</p>", b"<!-- -->",
     b"<iframe></iframe>", b"<P>", b"<p>", b"</p>", b"<", b"<p title='x'>x</p>", b"<svg/>",
     b"<!--" * 500_000, b"<a " * 500_000, b"<p>" * 500_000, b"<a b=\"" * 500_000, b"&#" * 500_000 + b"<x"],
)  # fmt: skip
def test_what_no_report_of_ours_has_is_named(
    bag: dict[str, bytes], tmp_path: Path, more: bytes
) -> None:
    page = bag[REPORT].replace(b"</body>", more + b"</body>")
    places = checked(sealed_again(bag | {REPORT: page}), tmp_path / "bag")
    assert places == [(REPORT, "it holds something that no report of ours does")]


def test_an_entry_left_out_of_the_report_is_named(bag: dict[str, bytes], tmp_path: Path) -> None:
    leaf = json.loads(bag[ENTRIES].splitlines()[0])["leaf"].encode()
    page = bag[REPORT].replace(leaf, b"0" * 64)
    places = checked(sealed_again(bag | {REPORT: page}), tmp_path / "bag")
    assert any(place == REPORT and "is not in it" in what for place, what in places)


def changed_line(bag: dict[str, bytes], number: int, **values: object) -> dict[str, bytes]:
    lines = bag[ENTRIES].decode().splitlines()
    lines[number] = json.dumps(json.loads(lines[number]) | values)
    return sealed_again(bag | {ENTRIES: ("\n".join(lines) + "\n").encode()})


def test_a_changed_header_is_named(bag: dict[str, bytes], tmp_path: Path) -> None:
    header = json.loads(bag[ENTRIES].splitlines()[0])["header"].replace("2026-11-21", "2026-11-20")
    places = checked(changed_line(bag, 0, header=header), tmp_path / "bag")
    assert any("line 1" in p and "header was changed" in what for p, what in places)


def test_a_changed_disclosure_is_named(bag: dict[str, bytes], tmp_path: Path) -> None:
    forged = disclose(b"0" * 16, "quote", "I lied about the cake.")
    places = checked(changed_line(bag, 0, disclosures=[forged]), tmp_path / "bag")
    assert any("line 1" in p and "a field was changed" in what for p, what in places)
    assert any(p == REPORT for p, _ in places)


@pytest.mark.parametrize(
    "values", [{"retracted": True}, {"leaf": "00"}, {"disclosures": 3}, {"header": 1}]
)
def test_changed_marks_are_named(
    bag: dict[str, bytes], tmp_path: Path, values: dict[str, object]
) -> None:
    places = checked(changed_line(bag, 0, **values), tmp_path / "bag")
    assert any("line 1" in place for place, _ in places)


@pytest.mark.parametrize("number", range(6))
def test_an_entry_taken_out_of_the_middle_is_named(
    bag: dict[str, bytes], tmp_path: Path, number: int
) -> None:
    lines = bag[ENTRIES].splitlines(keepends=True)
    del lines[number]
    places = checked(sealed_again(bag | {ENTRIES: b"".join(lines)}), tmp_path / "bag")
    assert any(f"line {number + 1}" in place and "one is missing" in what for place, what in places)


def test_an_entry_of_another_incident_is_named(bags, tmp_path: Path) -> None:
    bag, other = bags["google", "1"], bags["google", "2"]
    more = bag[ENTRIES] + other[ENTRIES].splitlines(keepends=True)[0]
    places = checked(sealed_again(bag | {ENTRIES: more}), tmp_path / "bag")
    assert any("belongs to another incident" in what or "twice" in what for _, what in places)


@pytest.mark.parametrize("name", ["extra.txt", "data/extra.txt", "data/exhibits/E9.png", "proof/x"])
def test_a_file_that_no_list_names_is_named(
    bag: dict[str, bytes], tmp_path: Path, name: str
) -> None:
    places = checked(bag | {name: b"more"}, tmp_path / "bag")
    assert (name, "no list names it") in places


def test_an_exhibit_that_no_entry_names_is_named(bag: dict[str, bytes], tmp_path: Path) -> None:
    bag = sealed_again(bag | {"data/exhibits/E9.png": b"more"})
    assert checked(bag, tmp_path / "bag") == [
        ("data/exhibits/E9.png", "no entry names it, or it was changed")
    ]


def test_an_exhibit_changed_and_sealed_again_is_named(
    bag: dict[str, bytes], tmp_path: Path
) -> None:
    bag = sealed_again(bag | {"data/exhibits/E2.html": b"<html>new</html>"})
    places = checked(bag, tmp_path / "bag")
    assert ("data/exhibits/E2.html", "no entry names it, or it was changed") in places
    assert any(ENTRIES in place for place, _ in places)


@pytest.mark.parametrize(
    "name",
    ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", REPORT, ENTRIES,
     "data/exhibits/E1.png"],
)  # fmt: skip
def test_a_missing_file_is_named(bag: dict[str, bytes], tmp_path: Path, name: str) -> None:
    del bag[name]
    assert (name, "it is missing") in checked(bag, tmp_path / "bag")


def test_nothing_is_fetched(bag: dict[str, bytes], tmp_path: Path) -> None:
    bag = sealed_again(bag | {"fetch.txt": b"http://x/y 3 data/y\n"})
    assert any(place == "fetch.txt" for place, _ in checked(bag, tmp_path / "bag"))


# Zips that are not safe to read


def made(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), b"x")
    return path


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("names", "reason"),
    [
        (["/etc/passwd"], "absolute"),
        (["b/../../x"], "elsewhere"),
        (["b//x"], "elsewhere"),
        (["b/./x"], "elsewhere"),
        (["b/a\\x"], "backslash"),
        (["C:/x"], "colon"),
        (["b/\x1b[31mx"], "hidden"),
        (["b/\u202egnp.exe"], "hidden"),
        (["b/a\nb"], "hidden"),
        (["b/a\u200db"], "hidden"),
        (["b/nul.txt"], "Windows"),
        (["b/x."], "Windows"),
        (["b/" + "x" * 300], "too long"),
        (["b/x", "b/x"], "same name"),
        (["b/x", "b/X"], "same name"),
        (["b/\u00e9", "b/e\u0301"], "same name"),
        (["b/x", "c/x"], "top folder"),
        (["x"], "top folder"),
        ([""], "elsewhere"),
        ([], "top folder"),
    ],
)
def test_bad_names_are_refused(tmp_path: Path, names: list[str], reason: str) -> None:
    found = verify_bundle(made(tmp_path / "z.zip", *names))
    assert found.counts["bag"] == 0
    places = broken(tmp_path / "z.zip")
    assert len(places) == 1
    assert reason in places[0][1]
    assert places[0][0].replace("\u200d", "").isprintable()


@pytest.mark.parametrize("mode", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices_are_refused(tmp_path: Path, mode: int) -> None:
    entry = zipfile.ZipInfo("b/x")
    entry.external_attr = (mode | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr(entry, b"/etc/passwd")
    assert "link or a device" in broken(tmp_path / "z.zip")[0][1]


def test_encrypted_members_are_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "z.zip", "b/x")
    raw = bytearray(path.read_bytes())
    at = raw.index(b"PK\x01\x02") + 8
    raw[at : at + 2] = struct.pack("<H", 1)
    path.write_bytes(raw)
    assert "encrypted" in broken(path)[0][1]


def test_unusual_packing_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z.zip", "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("b/x", b"x")
    assert "unusual" in broken(tmp_path / "z.zip")[0][1]


def hidden(raw: bytes, at: int) -> bytes:
    """A zip with a member put in that its list does not name."""
    start = struct.unpack("<L", raw[-6:-2])[0]
    more = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 0, 0, 33, 0, 1, 1, 3, 0) + b"b/yx"
    end = raw[-6 - 16 : -6] + struct.pack("<LH", start + len(more), 0)
    return raw[:at] + more + raw[at : len(raw) - 22] + end


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: b"#!/bin/sh\n" + raw,
        lambda raw: raw + b"x",
        lambda raw: raw + bytes(30),
        lambda raw: raw[:-2] + b"\x01\x00x",
        lambda raw: raw + raw,
        lambda raw: hidden(raw, struct.unpack("<L", raw[-6:-2])[0]),
    ],
)
def test_bytes_that_no_member_has_are_refused(story: Desk, tmp_path: Path, spoil) -> None:
    (tmp_path / "z.zip").write_bytes(spoil(story.export().path.read_bytes()))
    assert broken(tmp_path / "z.zip") == [
        ("z.zip", "the zip holds bytes that belong to none of its files")
    ]


def test_a_zip_written_in_one_go_is_no_fault(bag: dict[str, bytes], tmp_path: Path) -> None:
    """Some programs write how large a member is only behind it."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.kept = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, raw: object) -> int:
            piece = bytes(raw)  # type: ignore[call-overload]
            self.kept += piece
            return len(piece)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in bag.items():
            archive.writestr(f"incident-1-google/{name}", body)
    (tmp_path / "z.zip").write_bytes(pipe.kept)
    assert broken(tmp_path / "z.zip") == []


def test_a_bomb_is_refused_while_it_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b/x", bytes(20_000_000))
    places = broken(tmp_path / "z.zip")
    assert "200 times" in places[0][1]


def test_too_much_altogether_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "TOTAL", 3)
    path = made(tmp_path / "z.zip", "b/1", "b/2", "b/3", "b/4")
    assert "2 GiB" in broken(path)[0][1]


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "z.zip", *(f"b/{n}" for n in range(10_001)))
    assert "10,000" in broken(path)[0][1]


def test_a_zip_inside_is_only_bytes(story: Desk) -> None:
    inner = made(story.folder / "in.zip", "../../evil")
    story.book.attach("1", (inner,), None, None)
    assert broken(story.export().path) == []


def test_a_zip_made_by_hand_may_hold_no_folders(bag: dict[str, bytes], tmp_path: Path) -> None:
    """Their names are shown by every program, and nothing binds them."""
    with zipfile.ZipFile(tmp_path / "z.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in bag.items():
            archive.writestr(f"incident-1-google/{name}", body)
    assert broken(tmp_path / "z.zip") == []
    with zipfile.ZipFile(tmp_path / "z.zip", "a") as archive:
        archive.mkdir("incident-1-google/WITHDRAWN")
    assert [place for place, _ in broken(tmp_path / "z.zip")] == ["incident-1-google/WITHDRAWN/"]


def test_a_link_in_a_folder_is_refused(bag: dict[str, bytes], tmp_path: Path) -> None:
    checked(bag, tmp_path / "bag")
    (tmp_path / "bag" / "data" / "more").symlink_to("/etc/passwd")
    assert broken(tmp_path / "bag") == [("data/more", "it is a link or a device, not a file")]


def test_what_is_no_zip_is_told(tmp_path: Path) -> None:
    (tmp_path / "z.zip").write_bytes(b"hello")
    assert broken(tmp_path / "z.zip")[0][0] == "z.zip"
    (tmp_path / "empty").mkdir()
    assert broken(tmp_path / "empty")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableFileError) as caught:
        verify_bundle(tmp_path / "pipe")
    assert caught.value.reason == "device"


@pytest.mark.parametrize("name", ["none.zip", "x" * 300])
def test_a_name_that_leads_nowhere_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFileError):
        verify_bundle(tmp_path / name)


def test_any_flipped_byte_is_found_and_none_breaks_the_check(story: Desk, tmp_path: Path) -> None:
    raw = story.export().path.read_bytes()
    chance = random.Random(7)
    silent = 0
    for _ in range(120):
        spoiled = bytearray(raw)
        spoiled[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        (tmp_path / "z.zip").write_bytes(spoiled)
        silent += not broken(tmp_path / "z.zip")
    # What no content depends on, such as a member's date, may differ.
    assert silent < 12


@pytest.mark.parametrize(
    "line",
    [b"[]", b"1", b"{}", b"[" * 100_000, b'{"header": "{}", "leaf": "", "disclosures": [], "corrected": [], "retracted": false}',
     b"\xff\xfe", b'{"header": "\\ud800"}', b"9" * 10_000],
)  # fmt: skip
def test_any_line_can_be_read_or_is_named(
    bag: dict[str, bytes], tmp_path: Path, line: bytes
) -> None:
    places = checked(sealed_again(bag | {ENTRIES: bag[ENTRIES] + line + b"\n"}), tmp_path / "bag")
    assert [what for place, what in places if ENTRIES in place] == ["it cannot be read"]

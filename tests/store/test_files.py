import contextlib
import hashlib
import os
import socket
import stat
import subprocess
import sys

import pytest

from reviewlog.domain.errors import BookError
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.store import files as module
from reviewlog.store.files import Files


@pytest.fixture
def files(tmp_path):
    return Files(tmp_path / "files")


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "shot.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(5000))
    return path


def kept(files):
    """Return every file in the folder, by its name."""
    return sorted(p.name for p in files.folder.rglob("*") if p.is_file())


def taken(files, path, **more):
    """Copy a file in for good."""
    stored = files.take_in(path, **more)
    files.settle()
    return stored


def refused(files, path, **more):
    with pytest.raises(UnreadableFileError) as error:
        files.take_in(path, **more)
    assert not files.folder.exists() or kept(files) == []
    return error.value.reason


def test_a_file_is_copied_under_the_hash_of_its_bytes(files, picture):
    raw = picture.read_bytes()

    stored = taken(files, picture)

    assert stored.sha256 == hashlib.sha256(raw).hexdigest()
    assert (stored.name, stored.size, stored.type) == ("shot.png", len(raw), "image/png")
    assert files.path(stored.sha256).read_bytes() == raw
    assert files.sha256(stored.sha256) == stored.sha256
    assert kept(files) == [stored.sha256]


def test_the_original_is_never_altered(files, picture):
    before = picture.read_bytes(), picture.stat()

    taken(files, picture)

    after = picture.stat()
    assert picture.read_bytes() == before[0]
    assert (after.st_mtime_ns, after.st_mode, after.st_nlink, after.st_ino) == (
        before[1].st_mtime_ns,
        before[1].st_mode,
        1,
        before[1].st_ino,
    )


def test_a_change_of_the_original_does_not_reach_the_copy(files, picture):
    stored = taken(files, picture)

    with picture.open("r+b") as file:
        file.write(b"changed")

    assert files.sha256(stored.sha256) == stored.sha256


def test_the_same_bytes_are_kept_once_whatever_the_name(files, picture, tmp_path):
    other = tmp_path / "again.png"
    other.write_bytes(picture.read_bytes())

    first, second = taken(files, picture), taken(files, other)

    assert first.sha256 == second.sha256
    assert (first.name, second.name) == ("shot.png", "again.png")
    assert kept(files) == [first.sha256]


def test_a_copy_that_was_damaged_is_mended_by_the_same_file(files, picture):
    stored = taken(files, picture)
    files.path(stored.sha256).write_bytes(b"damaged")

    taken(files, picture)

    assert files.sha256(stored.sha256) == stored.sha256


def test_what_no_entry_names_is_dropped_whole(files, picture, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("words")
    first = taken(files, picture)
    files.take_in(picture)
    files.take_in(other)
    files.drop()
    assert kept(files) == [first.sha256]


def test_a_file_that_cannot_be_taken_drops_those_before_it(files, picture, tmp_path):
    files.take_in(picture)
    with pytest.raises(UnreadableFileError):
        files.take_in(tmp_path / "gone")
    assert kept(files) == []


def test_the_folders_are_for_their_owner_alone(files, picture):
    old = os.umask(0)
    try:
        stored = taken(files, picture)
    finally:
        os.umask(old)

    folders = [files.folder, files.path(stored.sha256).parent]
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in folders] == [0o700, 0o700]


@pytest.mark.parametrize("size", [0, 1, module.CHUNK - 1, module.CHUNK, module.CHUNK + 1])
def test_a_file_of_any_size_is_hashed_whole(files, tmp_path, size):
    path = tmp_path / "file"
    path.write_bytes(os.urandom(size))

    stored = taken(files, path)

    assert stored.size == size
    assert stored.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    "name",
    [
        "plain",
        "Dana's “mail” $500.eml",
        "-rf",
        " ",
        "\x1b[31mred.png",
        "مرحبا\u202egnp.exe",
        "line\nbreak",
        os.fsdecode(b"caf\xe9.txt"),
    ],
)
def test_a_name_is_data_and_never_a_path(files, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"words")

    stored = taken(files, path)

    assert stored.name == name
    assert kept(files) == [hashlib.sha256(b"words").hexdigest()]


def test_a_link_is_refused_wherever_it_points(files, tmp_path, picture):
    for number, target in enumerate((picture, tmp_path, "/dev/zero", "/nowhere")):
        link = tmp_path / f"link{number}"
        link.symlink_to(target)
        assert refused(files, link) == "link"


def test_a_pipe_is_refused_without_waiting_for_its_other_end(files, tmp_path):
    os.mkfifo(tmp_path / "pipe")

    assert refused(files, tmp_path / "pipe") == "device"


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_is_refused(files, device):
    from pathlib import Path

    assert refused(files, Path(device)) == "device"


def test_a_socket_is_refused(files, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with contextlib.closing(socket.socket(socket.AF_UNIX)) as server:
        server.bind("s")
        assert refused(files, tmp_path / "s") == "device"


def test_a_folder_is_refused(files, tmp_path):
    assert refused(files, tmp_path) == "folder"


def test_a_file_that_is_not_there_is_refused(files, tmp_path):
    assert refused(files, tmp_path / "missing.png") == "missing"


def test_a_name_under_a_file_is_refused(files, picture):
    assert refused(files, picture / "inner.png") in ("missing", "device")


def test_a_name_that_is_too_long_is_refused(files, tmp_path):
    assert refused(files, tmp_path / ("x" * 300)) in ("missing", "device")


def test_a_file_over_the_cap_is_refused_before_it_is_read(files, tmp_path):
    path = tmp_path / "film.mp4"
    path.touch()
    os.truncate(path, module.CAP_BYTES + 1)

    assert refused(files, path) == "large"


def test_a_file_of_just_the_cap_is_taken(files, tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"x" * 1000)

    assert taken(files, path, cap=1000).size == 1000


def test_a_file_that_grows_over_the_cap_while_it_is_read_is_refused(files, tmp_path, monkeypatch):
    path = tmp_path / "growing.log"
    path.write_bytes(b"x" * 900)
    read = os.read

    def grows(source, size):
        chunk = read(source, 100)
        with path.open("ab") as file:
            file.write(b"y" * 100)
        return chunk

    with monkeypatch.context() as patch:
        patch.setattr(os, "read", grows)
        reason = refused(files, path, cap=1000)

    assert reason == "large"


READ_AS_NOBODY = """
import os, sys
from pathlib import Path
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.store.files import Files
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
try:
    Files(Path(sys.argv[1])).take_in(Path(sys.argv[2]))
except UnreadableFileError as error:
    print(error.reason)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter on Windows")
def test_a_file_that_may_not_be_read_is_refused(tmp_path_factory, picture):
    if os.geteuid() != 0:
        picture.chmod(0)
        assert refused(Files(picture.parent / "files"), picture) == "locked"
        return
    open_place = tmp_path_factory.mktemp("open", numbered=True)
    secret = open_place / "secret.txt"
    secret.write_text("words")
    secret.chmod(0o600)
    above = [open_place, *open_place.parents]
    rights = [(folder, folder.stat().st_mode) for folder in above if not folder.stat().st_mode & 1]
    for folder, mode in rights:
        folder.chmod(mode | 0o011)
    try:
        finished = subprocess.run(
            [sys.executable, "-c", READ_AS_NOBODY, str(open_place / "files"), str(secret)],
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        for folder, mode in rights:
            folder.chmod(stat.S_IMODE(mode))
    assert finished.stdout == "locked\n", finished.stderr


def test_a_fault_of_the_disk_leaves_no_part_behind(files, picture, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(BookError) as error:
            taken(files, picture)

    assert error.value.reason == "full"
    assert kept(files) == []


def test_a_folder_that_cannot_be_made_is_a_matter_of_the_logbook(tmp_path, picture):
    (tmp_path / "book").write_text("in the way")

    with pytest.raises(BookError) as error:
        Files(tmp_path / "book" / "files").take_in(picture)

    assert error.value.reason == "read-only"


def test_bytes_that_are_gone_have_no_hash(files):
    assert files.sha256("0" * 64) is None


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\x89PNG\r\n\x1a\nrest", "image/png"),
        (b"\xff\xd8\xff\xe0rest", "image/jpeg"),
        (b"%PDF-1.7 rest", "application/pdf"),
        (b"PK\x03\x04rest", "application/zip"),
        (b"RIFF\x00\x00\x00\x00WEBPrest", "image/webp"),
        (b"\x00\x00\x00\x18ftypmp42", "video/mp4"),
        (b"\x00\x00\x00\x18ftypheic", "image/heic"),
        (b"From: dana@example.org\nTo: shop@example.org\n\nHello", "message/rfc822"),
        (b"  <!DOCTYPE html><title>x</title>", "text/html"),
        ("Grüße".encode(), "text/plain"),
        (b"", "text/plain"),
        (b"a\x00b", "application/octet-stream"),
        (b"\xff\xfe\xfa" * 100, "application/octet-stream"),
        (("ä" * 3000).encode()[:4096], "text/plain"),
        (b"x" + ("€" * 3000).encode()[:4095], "text/plain"),
    ],
)
def test_the_kind_of_a_file_is_told_by_its_first_bytes(files, tmp_path, head, kind):
    path = tmp_path / "whatever.exe"
    path.write_bytes(head)

    assert taken(files, path).type == kind


def test_a_look_follows_no_link_and_waits_for_no_pipe(files, tmp_path, picture):
    (tmp_path / "link").symlink_to(picture)
    os.mkfifo(tmp_path / "pipe")
    for name, reason in (("link", "link"), ("pipe", "device"), ("gone", "missing")):
        with pytest.raises(UnreadableFileError) as error:
            files.look(tmp_path / name)
        assert error.value.reason == reason
    assert files.look(picture) == "image/png"
    assert not files.folder.exists()


def test_a_copy_that_came_out_different_is_refused(files, picture, monkeypatch):
    fsync = os.fsync

    def failing_disk(handle):
        os.pwrite(handle, b"?", 100)
        fsync(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing_disk)
        with pytest.raises(BookError) as error:
            taken(files, picture)

    assert error.value.reason == "copy"
    assert kept(files) == []

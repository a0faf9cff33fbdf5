"""Encrypted bundles: other programs open them, nobody else does, and nothing plain stays."""

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from reviewlog.bundle.packing.encrypting import (
    Encryption,
    for_passphrase,
    for_recipients,
    refuse_encrypted,
)
from reviewlog.bundle.packing.passphrase import CHUNK, encrypt_by_passphrase
from reviewlog.bundle.packing.write import write_bundle
from reviewlog.domain.encryption_errors import BadRecipientError, EncryptedError
from reviewlog.domain.errors import TargetError
from reviewlog.logbook.said import Contact
from tests.bundle.conftest import Desk, broken

pyrage = pytest.importorskip("pyrage")
LOW = 10
"""Work that costs a test no second."""
SSH = ("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIM95bPH6MgUeM914ArJWMcM08f6LapnNv4bIeyWpnH9p me"
       " lawyer@office")  # fmt: skip
ECDSA = "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBA=="


@pytest.fixture
def identity():
    return pyrage.x25519.Identity.generate()


@pytest.fixture
def told(desk: Desk) -> Desk:
    desk.book.log(Contact(who="Dana", quote="or one star", files=(desk.file("a.txt", b"text"),)))
    return desk


def exported(desk: Desk, encryption: Encryption | None, name: str) -> Path:
    dossier = desk.book.dossier("1", "lawyer")
    return write_bundle(dossier, desk.book.prove(dossier), desk.folder / name, encryption).path


def by_passphrase(body: bytes, passphrase: str = "over the sea") -> bytes:
    target = io.BytesIO()
    encrypt_by_passphrase(passphrase, io.BytesIO(body), target, LOW)
    return target.getvalue()


@pytest.mark.skipif(not shutil.which("age"), reason="the program age is not installed")
def test_the_program_age_opens_what_was_encrypted_for_its_key(told: Desk, identity) -> None:
    key = told.file("key.txt", f"{identity}\n".encode())
    made = exported(told, for_recipients([str(identity.to_public())], told.folder), "b.zip.age")
    opened = told.folder / "opened.zip"
    subprocess.run(["age", "-d", "-i", key, "-o", opened, made], check=True)
    assert opened.read_bytes() == exported(told, None, "plain.zip").read_bytes()
    assert broken(opened) == []


@pytest.mark.skipif(not shutil.which("age"), reason="the program age is not installed")
@pytest.mark.parametrize("kind", ["ed25519", "rsa"])
def test_the_program_age_opens_with_an_ssh_key(tmp_path: Path, kind: str) -> None:
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", kind, "-N", "", "-f", key], check=True)
    target = tmp_path / "b.age"
    with target.open("wb") as file:
        for_recipients([str(key) + ".pub"], tmp_path).copy(io.BytesIO(b"body"), file)
    found = subprocess.run(["age", "-d", "-i", key, target], check=True, capture_output=True)
    assert found.stdout == b"body"


def test_a_file_of_recipients_may_have_comments(tmp_path: Path) -> None:
    identities = [pyrage.x25519.Identity.generate() for _ in range(3)]
    lines = "".join(f"# one of us\n{one.to_public()}\n\n" for one in identities[:2])
    (tmp_path / "list").write_text(f"\ufeff{lines}{SSH}\r\n")
    target = io.BytesIO()
    words = [str(tmp_path / "list"), str(identities[2].to_public())]
    for_recipients(words, tmp_path).copy(io.BytesIO(b"body"), target)
    assert target.getvalue().count(b"\n-> ") >= 4
    for one in identities:
        assert pyrage.decrypt(target.getvalue(), [one]) == b"body"


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 300_000])
def test_another_program_opens_what_a_passphrase_encrypts(size: int) -> None:
    body = bytes(n % 251 for n in range(size))
    assert pyrage.passphrase.decrypt(by_passphrase(body), "over the sea") == body


def test_the_usual_work_is_that_of_age_itself(told: Desk) -> None:
    made = exported(told, for_passphrase("pass wörd", told.folder), "b.zip.age").read_bytes()
    assert made.splitlines()[1].endswith(b" 18")
    plain = exported(told, None, "plain.zip").read_bytes()
    assert pyrage.passphrase.decrypt(made, "pass wörd") == plain


def test_no_two_encryptions_are_alike() -> None:
    one, other = by_passphrase(b"body"), by_passphrase(b"body")
    assert set(one.splitlines()[1:]) & set(other.splitlines()[1:]) == set()


def test_a_wrong_passphrase_opens_nothing() -> None:
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(by_passphrase(b"body"), "over the Sea")


def test_every_flipped_byte_is_noticed() -> None:
    made = by_passphrase(b"the words of the bundle")
    for place in range(made.index(b"\n") + 1, len(made)):
        spoiled = bytearray(made)
        spoiled[place] ^= 1
        with pytest.raises((pyrage.DecryptError, ValueError)):
            pyrage.passphrase.decrypt(bytes(spoiled), "over the sea")


def test_what_was_cut_off_is_noticed() -> None:
    made = by_passphrase(bytes(2 * CHUNK))
    for end in (len(made) - 1, len(made) - CHUNK - 16):
        with pytest.raises(pyrage.DecryptError):
            pyrage.passphrase.decrypt(made[:end], "over the sea")


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("age1abc", "damaged"),
        ("ssh-ed25519 AAAA", "damaged"),
        ("ssh-rsa \udc80", "damaged"),
        (ECDSA, "kind"),
        ("ssh-dss AAAA", "kind"),
        ("AGE-SECRET-KEY-1ABC", "secret"),
        ("lawyer@office.example", "unknown"),
        ("", "unknown"),
    ],
)
def test_nobody_that_can_be_encrypted_for(tmp_path: Path, word: str, reason: str) -> None:
    with pytest.raises(BadRecipientError) as caught:
        for_recipients([word], tmp_path)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("", "empty", None),
        ("# nobody\n\n", "empty", None),
        ("# one\nage1abc\n", "damaged", 2),
        (ECDSA, "kind", 1),
        ("-----BEGIN OPENSSH PRIVATE KEY-----\n", "secret", None),
        ("# public key: age1x\nAGE-SECRET-KEY-1ABC\n", "secret", None),
        ("<html>\n", "unknown", 1),
    ],
)
def test_a_file_without_a_key_that_fits(tmp_path: Path, text: str, reason: str, line) -> None:
    path = tmp_path / "list"
    path.write_text(text)
    with pytest.raises(BadRecipientError) as caught:
        for_recipients([str(path)], tmp_path)
    assert (caught.value.reason, caught.value.line) == (reason, line)
    assert "SECRET" not in caught.value.word


def test_nothing_readable_has_a_name_meanwhile(told: Desk, identity) -> None:
    seen: list[str] = []
    real = for_recipients([str(identity.to_public())], told.folder)

    def watched(source, target) -> None:
        real.copy(source, target)
        assert source.seek(0) == 0
        assert source.read(2) == b"PK"
        for path in told.folder.rglob("*"):
            if path.is_file() and path.read_bytes()[:4] == b"PK\x03\x04":
                seen.append(path.name)

    made = exported(told, replace(real, copy=watched), "b.zip.age")
    assert seen == []
    assert {p.name for p in told.folder.iterdir()} == {"book", "a.txt", made.name}


def test_a_full_disk_leaves_what_was_there(told: Desk, identity) -> None:
    old = told.file("b.zip.age", b"the one from before")
    real = for_recipients([str(identity.to_public())], told.folder)

    def full(source, target) -> None:
        with open("/dev/full", "wb", buffering=0) as nowhere:  # noqa: PTH123
            real.copy(source, nowhere)

    with pytest.raises(TargetError) as caught:
        exported(told, replace(real, copy=full), "b.zip.age")
    assert caught.value.reason == "full"
    assert old.read_bytes() == b"the one from before"
    assert not list(told.folder.glob(".reviewlog-*"))


@pytest.mark.parametrize("passphrase", [False, True])
def test_an_encrypted_bundle_is_known(tmp_path: Path, identity, passphrase: bool) -> None:
    path = tmp_path / "b.zip.age"
    made = by_passphrase(b"x") if passphrase else pyrage.encrypt(b"x", [identity.to_public()])
    path.write_bytes(made)
    with pytest.raises(EncryptedError) as caught:
        refuse_encrypted(path)
    assert caught.value.passphrase is passphrase


def test_anything_else_is_not_taken_for_encrypted(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 age-encryption.org/v1\n")
    assert refuse_encrypted(tmp_path / "b.zip") is None  # type: ignore[func-returns-value]
    assert refuse_encrypted(tmp_path) is None  # type: ignore[func-returns-value]

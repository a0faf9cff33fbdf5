"""The private key: made once, for the owner's eyes only, never written over."""

import os
import stat

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from reviewlog.domain.evidence_errors import KeyFileError
from reviewlog.store.key import Key


@pytest.fixture
def key(tmp_path):
    return Key(tmp_path)


def reason(key):
    with pytest.raises(KeyFileError) as error:
        key.find()
    before = key.path.read_bytes() if key.path.is_file() else None
    with pytest.raises(KeyFileError):
        key.get()
    assert (key.path.read_bytes() if key.path.is_file() else None) == before
    return error.value.reason


def test_there_is_no_key_before_it_is_needed(key):
    assert key.find() is None
    assert not key.path.exists()


def test_a_key_is_made_once(key, tmp_path):
    made = key.get()
    assert len(made) == 32
    assert key.get() == key.find() == Key(tmp_path).find() == made
    assert list(tmp_path.iterdir()) == [key.path]


def test_two_logbooks_have_two_keys(key, tmp_path):
    (tmp_path / "other").mkdir()
    assert key.get() != Key(tmp_path / "other").get()


def test_the_file_is_pem_that_other_programs_read(key):
    made = key.get()
    assert key.path.read_bytes().startswith(b"-----BEGIN PRIVATE KEY-----\n")
    loaded = load_pem_private_key(key.path.read_bytes(), None)
    assert isinstance(loaded, Ed25519PrivateKey)
    assert loaded.private_bytes_raw() == made


def test_only_the_owner_may_read_it(key):
    key.get()
    assert stat.S_IMODE(key.path.stat().st_mode) == 0o600


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o622, 0o610])
def test_a_key_that_others_can_reach_is_refused(key, mode):
    key.get()
    key.path.chmod(mode)
    assert reason(key) == "open"
    key.path.chmod(0o400)
    assert key.find()


def of_another_kind():
    pem = Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    return generate_private_key(SECP256R1()).private_bytes(*pem)


def with_a_password(tmp_path):
    made = load_pem_private_key(Key(tmp_path).path.read_bytes(), None)
    return made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"x"))


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda raw: raw[:-40],
        lambda _: b"garbage\x00" * 1000,
        lambda raw: raw.replace(b"PRIVATE", b"PUBLIC"),
        lambda _: of_another_kind(),
    ],
)
def test_a_damaged_key_is_left_as_it_is(key, damage):
    key.get()
    key.path.write_bytes(damage(key.path.read_bytes()))
    assert reason(key) == "damaged"


def test_a_key_with_a_password_is_not_ours(key, tmp_path):
    key.get()
    key.path.write_bytes(with_a_password(tmp_path))
    assert reason(key) == "damaged"


def test_a_link_a_folder_and_a_pipe_are_no_key(key, tmp_path):
    (tmp_path / "elsewhere").write_bytes(b"")
    key.path.symlink_to(tmp_path / "elsewhere")
    assert reason(key) == "foreign"
    key.path.unlink()
    key.path.mkdir()
    assert reason(key) == "foreign"
    key.path.rmdir()
    os.mkfifo(key.path, 0o600)
    assert reason(key) == "foreign"

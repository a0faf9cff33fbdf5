"""The option `--encrypt`: for whom a bundle is encrypted, and the passphrase asked in private."""

from pathlib import Path
from typing import TYPE_CHECKING

from reviewlog.commands.session import Session
from reviewlog.domain.encryption_errors import PassphraseError
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.usage_errors import ConflictingOptionsError

if TYPE_CHECKING:
    from reviewlog.bundle.packing.encrypting import Encryption

PASSPHRASE = "passphrase"
ENDING = ".age"


def settled_encryption(session: Session, words: list[str] | None) -> "Encryption | None":
    """Return how to encrypt for the words of the option, None where none were given.

    Raises BadRecipientError, PassphraseError, MissingExtraError, ConflictingOptionsError.
    """
    if not words:
        return None
    from reviewlog.bundle.packing.encrypting import for_passphrase, for_recipients

    if PASSPHRASE not in words:
        return for_recipients(words, session.folder)
    if len(words) > 1:
        raise ConflictingOptionsError(f"--encrypt {PASSPHRASE}", "another --encrypt")
    return for_passphrase(_passphrase(session), session.folder)


def encrypted_name(path: Path) -> Path:
    """Return the name of an encrypted bundle: it says that it is none to be opened at once."""
    return path if path.suffix == ENDING else path.with_name(path.name + ENDING)


def tell_of_plain(session: Session, path: Path, *, for_site: bool = False) -> None:
    """Say what is not made beside an encrypted bundle, and what lies there from before."""
    if for_site:
        session.talk("No folder to upload from was made beside it: anybody could read that.")
    plain = path.with_name(path.name.removesuffix(ENDING))
    for old in (plain, plain.with_suffix("")):
        if old != path and old.exists():
            session.talk(f"{harmless_line(str(old))} lies there from before, and is not encrypted.")


def _passphrase(session: Session) -> str:
    """Return the passphrase: the variable of a script, else what was typed twice unseen."""
    given = session.machine.passphrase()
    if given is None and not session.interactive:
        raise PassphraseError("missing")
    if given is not None:
        session.talk("The passphrase is that of the variable REVIEWLOG_PASSPHRASE.")
        return _not_empty(given)
    session.talk("Nobody can open the bundle without the passphrase, and it is kept nowhere.")
    typed = _not_empty(session.ask_unseen("Passphrase:"))
    if session.ask_unseen("Once more:") != typed:
        raise PassphraseError("different")
    return typed


def _not_empty(passphrase: str) -> str:
    if not passphrase.strip():
        raise PassphraseError("empty")
    return passphrase

"""Why a bundle is not encrypted, in calm sentences, and what an encrypted one is."""

from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from reviewlog.domain import encryption_errors, errors
from reviewlog.domain.harmless import harmless_line

_KEYS = "A public key begins with age1, ssh-ed25519 or ssh-rsa; or name a file of such keys."
_RECIPIENTS = {
    "unknown": f"is neither a public key nor a file. {_KEYS}\nFor a passphrase: --encrypt passphrase",
    "secret": "The secret key stays with the one who opens the bundle; nothing was done with it.\n"
    "Give the public key: for age it stands in the same file after “public key:”, for ssh in the"
    " file that ends in .pub.",
    "kind": f"is a kind of key that nothing can be encrypted for here. {_KEYS}",
    "damaged": "is not a whole public key. Ask for it once more, and copy all of it.",
    "empty": f"holds no public key. {_KEYS}",
}
_PASSPHRASES = {
    "missing": "Nobody is here to type a passphrase. In a script, put it into the variable"
    " REVIEWLOG_PASSPHRASE.",
    "empty": "The passphrase is empty. Nothing was written.",
    "different": "These were two different passphrases. Nothing was written.",
}
_SHOWN = 40
"""Letters of a key by which its owner knows it again."""


def _bad_recipient(e: encryption_errors.BadRecipientError) -> str:
    if e.reason == "secret":
        return _RECIPIENTS[e.reason]
    word = harmless_line(e.word)
    word = word if len(word) <= _SHOWN or e.line else f"{word[:_SHOWN]}..."
    place = f"{word}, line {e.line}," if e.line else f"“{word}”"
    return f"{place} {_RECIPIENTS[e.reason]}"


def for_receiver(path: str, *, passphrase: bool) -> str:
    """Return two sentences for whoever gets an encrypted bundle, to be pasted into a mail."""
    name = harmless_line(PurePath(path).name)
    key = "" if passphrase else " -i KEYFILE"
    asks = (
        "it asks for the passphrase, which I tell you another way"
        if passphrase
        else "KEYFILE is the file of your own secret key"
    )
    return (
        "For the receiver, to paste into your message:\n"
        f"  {name} is encrypted: to open it, please install age from\n"
        f"  https://age-encryption.org. Then type this\n  ({asks}):\n"
        f"  age -d{key} -o {name.removesuffix('.age')} {name}"
    )


def _encrypted(e: encryption_errors.EncryptedError) -> str:
    """Return what an encrypted bundle is, and how to look into it."""
    name = harmless_line(e.path)
    inside = PurePath(name).name.removesuffix(".age") or "bundle.zip"
    key = "" if e.passphrase else " -i KEYFILE"
    asks = "it asks for the passphrase" if e.passphrase else "KEYFILE holds the secret key"
    return (
        f"{name} is encrypted: that is as it should be, and nothing in it can be checked from"
        f" outside.\nOpen it with the program age ({asks}), and check what comes out:\n"
        f"  age -d{key} -o {inside} {name}\n  reviewlog verify {inside}"
    )


ENCRYPTING: dict[type[errors.ReviewlogError], Callable[[Any], str]] = {
    encryption_errors.MissingExtraError: lambda e: (
        "To encrypt for a key, a part that is not installed is needed. Install it once:\n"
        f'  pipx install --force "reviewlog[{e.extra}]"\n'
        "Without it there is --encrypt passphrase."
    ),
    encryption_errors.BadRecipientError: _bad_recipient,
    encryption_errors.EncryptedError: _encrypted,
    encryption_errors.PassphraseError: lambda e: _PASSPHRASES[e.reason],
}

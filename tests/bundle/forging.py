"""Changing a bundle as somebody would who covers up the change: with the lists, or with a key."""

import hashlib
import json
import re
from typing import NamedTuple

from reviewlog.bundle.seal import Seal, read_seal, seal_text
from reviewlog.domain.tree.notes import note_text, sign_note, verifier_of
from reviewlog.domain.tree.prooffile import read_proof

Bag = dict[str, bytes]
SEAL, ENTRIES = "seal.txt", "data/entries.jsonl"
FORGERS_KEY = hashlib.sha256(b"somebody else's key").digest()


class Signer(NamedTuple):
    """A name and a private key."""

    name: str
    private: bytes

    def sign(self, text: str) -> bytes:
        return sign_note(text, self.name, self.private)


def listed_again(bag: Bag) -> Bag:
    """The bag with its lists made anew: anybody can do that."""

    def listed(names: list[str]) -> bytes:
        return "".join(
            f"{hashlib.sha256(bag[n]).hexdigest()}  {n}\n" for n in sorted(names)
        ).encode()

    payload = [n for n in bag if n.startswith("data/")]
    info = bag["bag-info.txt"].decode().splitlines()
    oxum = f"Payload-Oxum: {sum(len(bag[n]) for n in payload)}.{len(payload)}"
    info = [oxum if line.startswith("Payload-Oxum") else line for line in info]
    bag = bag | {"bag-info.txt": ("\n".join(info) + "\n").encode()}
    bag["manifest-sha256.txt"] = listed(payload)
    bag["tagmanifest-sha256.txt"] = listed(
        [n for n in bag if not n.startswith(("data/", "tagmanifest", "seal."))]
    )
    return bag


def seal_of(bag: Bag) -> Seal:
    return read_seal(note_text(bag[SEAL]))


def sealed_with(bag: Bag, private: bytes) -> Bag:
    """The bag with its lists and its seal made anew, by whoever has the key."""
    bag, seal = listed_again(bag), seal_of(bag)
    seal = seal._replace(
        manifest=hashlib.sha256(bag["tagmanifest-sha256.txt"]).hexdigest(),
        entries=len([line for line in bag.get(ENTRIES, b"").splitlines() if _is_entry(line)]),
    )
    return bag | {SEAL: Signer(seal.origin, private).sign(seal_text(seal))}


def _is_entry(line: bytes) -> bool:
    try:
        return isinstance(json.loads(json.loads(line)["header"])["seq"], int)
    except (ValueError, KeyError, TypeError, RecursionError):
        return False


def sealed_again(bag: Bag) -> Bag:
    """The bag signed anew in every place by somebody else, with a key of their own."""
    signer = Signer(seal_of(bag).origin, FORGERS_KEY)
    vkey = verifier_of(*signer).vkey
    bag = bag | {"proof/log.vkey": f"{vkey}\n".encode()}
    for name in bag:
        if re.fullmatch(r"proof/[0-9]+\.txt", name):
            bag[name] = signer.sign(note_text(bag[name]))
        elif name.endswith(".tlog-proof"):
            old = read_proof(bag[name]).note
            bag[name] = bag[name].replace(old, signer.sign(note_text(old)))
    return sealed_with(bag, FORGERS_KEY)

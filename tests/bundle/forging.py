"""Changing a bundle as somebody would who covers up the change: with the lists, or with a key."""

import base64
import hashlib
import json
import re
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reviewlog.bundle.checking.lines import read_lines
from reviewlog.bundle.checking.log import told
from reviewlog.bundle.checking.proofs import read_signed
from reviewlog.bundle.checking.readbag import Bag as ReadBag
from reviewlog.bundle.checking.whole import page_makers
from reviewlog.bundle.packing.bag import DECLARED, START
from reviewlog.bundle.packing.seal import Seal, read_seal, seal_text
from reviewlog.bundle.pages.baginfo import INCIDENT, ZONE, info_from
from reviewlog.bundle.telling.proofnames import KEY_ENTRIES, KEYS, proof_name
from reviewlog.domain.sealing import canonical, digest, disclose, leaf_hash
from reviewlog.domain.tree.checkpoint import checkpoint_text, read_checkpoint
from reviewlog.domain.tree.hashing import node_hash
from reviewlog.domain.tree.notes import Verifier, note_text, sign_note, to_base64, verifier_of
from reviewlog.domain.tree.prooffile import proof_text, read_proof
from reviewlog.domain.tree.proofs import Nodes, consistency_proof, inclusion_proof, range_root

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


def key_added(bag: Bag, *, entry: bool = False) -> Bag:
    """The bag with the forger's key beside the real one, and sealed with it.

    With `entry` an entry that names it is made up as well, with the proof of the real one.
    """
    vkey = verifier_of(seal_of(bag).origin, FORGERS_KEY).vkey
    bag = bag | {KEYS: bag[KEYS] + f"{vkey}\n".encode()}
    if entry:
        line = _naming(bag[KEY_ENTRIES].splitlines()[-1], vkey, later=1)
        real, made = (_seq(bag[KEY_ENTRIES].splitlines()[-1]), _seq(line))
        bag[proof_name(made)] = bag[proof_name(real)]
        bag[KEY_ENTRIES] += line
    bag = {name: raw for name, raw in bag.items() if name == SEAL or not name.startswith("seal.")}
    return sealed_with(bag, FORGERS_KEY)


def sealed_again(bag: Bag) -> Bag:
    """The bag signed anew in every place by somebody else, with a key of their own.

    As the log names that key, they have to grow another tree, with leaves of their own invention
    where they do not know those of the log.
    """
    signer, original = Signer(seal_of(bag).origin, FORGERS_KEY), bag
    vkey = verifier_of(*signer).vkey
    line = _naming(bag[KEY_ENTRIES].splitlines()[-1], vkey)
    bag = bag | {KEYS: f"{vkey}\n".encode(), KEY_ENTRIES: line}
    leaves = {_seq(one): _leaf(one) for one in bag.get(ENTRIES, b"").splitlines() if _is_entry(one)}
    node = _grown(leaves | {_seq(line): _leaf(line)})
    notes = {}
    for name in [n for n in bag if re.fullmatch(r"proof/[0-9]+\.txt", n)]:
        old = read_checkpoint(note_text(bag[name]))
        new = old._replace(root=range_root(0, old.size, node))
        notes[bag[name]] = new
        bag[name] = signer.sign(checkpoint_text(new))
    for name in [n for n in bag if n.endswith(".tlog-proof")]:
        proof = read_proof(bag[name])
        under = notes[proof.note]
        hashes = inclusion_proof(proof.place, under.size, node)
        bag[name] = proof_text(proof.place, hashes, signer.sign(checkpoint_text(under)))
    old_key = Verifier.read(original[KEYS].decode().splitlines()[-1]).fingerprint
    new_key = verifier_of(*signer).fingerprint
    for name in (START, DECLARED):
        if name in bag:
            bag[name] = bag[name].replace(old_key.encode(), new_key.encode())
            for note, new in notes.items():
                old_root = read_checkpoint(note_text(note)).root.hex()
                bag[name] = bag[name].replace(old_root.encode(), new.root.hex().encode())
    for name in [n for n in bag if n.startswith("proof/consistency-")]:
        old_size, new_size = (int(part) for part in name[:-4].split("-")[1:])
        lines = (f"{to_base64(one)}\n" for one in consistency_proof(old_size, new_size, node))
        bag[name] = "".join(lines).encode()
    return sealed_with(bag, FORGERS_KEY)


def pages_again(bag: Bag) -> Bag:
    """The bag with its pages made anew from its entries, by whoever has the program."""
    bag = listed_again(bag)
    read = ReadBag(None, proofs=bag, raw=bag)
    for name, raw in bag.items():
        read.hashes[name], read.sizes[name] = hashlib.sha256(raw).hexdigest(), len(raw)
    info = info_from(bag["bag-info.txt"].decode())
    lines, _ = read_lines(bag[ENTRIES])
    leaves = frozenset(told(lines, info[INCIDENT]))
    signed, _ = read_signed({n: raw for n, raw in bag.items() if n.startswith("proof/")})
    pictures = {hashlib.sha256(r).hexdigest().encode(): r for r in bag.values()}
    for name, make in page_makers(read, lines, leaves, signed, ZoneInfo(info[ZONE])).items():
        page = "".join(make()).encode()
        if name == "data/report.html":
            page = re.sub(rb"(?<=;base64,)[0-9a-f]{64}",
                          lambda found: base64.b64encode(pictures[found[0]]), page)  # fmt: skip
        bag = bag | {name: page}
    return bag


def _naming(line: bytes, vkey: str, later: int = 0) -> bytes:
    """The line of a key entry, naming another key."""
    said = json.loads(line)
    disclosure = disclose(b"0" * 16, "public", vkey)
    header = json.loads(said["header"])
    header |= {"seq": header["seq"] + later, "sd": [digest(disclosure)]}
    raw = canonical(header)
    said |= {"header": raw.decode(), "leaf": leaf_hash(raw), "disclosures": [disclosure]}
    return json.dumps(said).encode() + b"\n"


def _seq(line: bytes) -> int:
    return int(json.loads(json.loads(line)["header"])["seq"])


def _leaf(line: bytes) -> bytes:
    return bytes.fromhex(leaf_hash(json.loads(line)["header"].encode()))


def _grown(leaves: dict[int, bytes]) -> Nodes:
    def node(level: int, place: int) -> bytes:
        if level == 0:
            return leaves.get(place + 1) or hashlib.sha256(b"made up").digest()
        return node_hash(node(level - 1, 2 * place), node(level - 1, 2 * place + 1))

    return node

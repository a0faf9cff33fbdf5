"""Who may change what in a bundle: the table of attacks, and what each does to the files.

A0 is nobody, A5 the owner who writes everything anew; the others are somebody without the key,
who makes the lists anew wherever that helps.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from reviewlog.logbook.said import Contact
from reviewlog.sync.timestamps import Service, ask
from tests.bundle.conftest import Desk, members_of, png
from tests.bundle.forging import ENTRIES, FORGERS_KEY, Bag, key_added, listed_again, sealed_with
from tests.tsa import Authority

REPORT, PICTURE = "data/report.html", "data/exhibits/E1.png"
KEYS, KEY_ENTRIES = "proof/log.vkey", "proof/keys.jsonl"


class Told(NamedTuple):
    bag: Bag
    roots: Path
    private: bytes


def stamp(desk: Desk, tsa: Authority) -> int:
    """Have the newest checkpoint stamped; return its size."""
    kept = desk.book.checkpoint()
    given = ask(Service(tsa.url, tsa.roots.read_bytes()), kept.note)
    size = kept.checkpoint.size
    desk.book.store.checkpoints.put_token(size, tsa.url, given.raw, given.chain.encode())
    return size


@contextmanager
def made_told(folder: Path) -> Iterator[Told]:
    """Tell the story, have it stamped in two places, and make the bundle of it."""
    desk = Desk(folder / "desk")
    with Authority(folder) as tsa:
        desk.book.log(Contact(who="Dana Smith", text="first", sites=("google",)))
        stamp(desk, tsa)
        desk.book.log(Contact(incident="1", text="second"))
        tell_more(desk)
        stamp(desk, tsa)
        roots = tsa.roots
    written = desk.export("google")
    desk.later(days=3)
    yield Told(members_of(written.path), roots, desk.book.store.key.get())
    desk.book.close()


def tell_more(desk: Desk) -> None:
    book = desk.book
    shot = (desk.file("shot.png", png()),)
    book.log(Contact(incident="1", text="third", quote="or one star", threat="open", files=shot))
    book.log(Contact(who="Otherperson Jones", text="of no concern here"))
    book.note("1", "plainnotesecret", None, lawyer=False)
    for text in ("fourth", "fifth", "sixth"):
        desk.later(hours=1)
        book.log(Contact(incident="1", text=text))


# The attacks


def replaced(bag: Bag, name: str, old: bytes, new: bytes) -> Bag:
    assert old in bag[name]
    return bag | {name: bag[name].replace(old, new)}


def without_lines(bag: Bag, start: int, end: int | None) -> Bag:
    lines = bag[ENTRIES].splitlines(keepends=True)
    gone = lines[start:end]
    del lines[start:end]
    bag = bag | {ENTRIES: b"".join(lines)}
    for line in gone:
        said = json.loads(line)
        header = json.loads(said["header"])
        bag.pop(f"proof/{header['seq']:06d}.tlog-proof")
        bag[REPORT] = bag[REPORT].replace(said["leaf"].encode(), b"")
    return bag


def swapped_tokens(bag: Bag) -> Bag:
    first, second = sorted(name for name in bag if name.endswith(".tsr"))[:2]
    return bag | {first: bag[second], second: bag[first]}


def a1(bag: Bag) -> Bag:
    return replaced(bag, PICTURE, b"IEND", b"IENE")


def a2(bag: Bag) -> Bag:
    return listed_again(a1(bag))


def a3(bag: Bag) -> Bag:
    return listed_again(replaced(bag, REPORT, b"or one star", b"or two bars"))


def a4(bag: Bag) -> Bag:
    lines = bag[ENTRIES].splitlines(keepends=True)
    said = json.loads(lines[0])
    said["disclosures"][-1] = said["disclosures"][-1][:-4] + "AAAA"
    lines[0] = json.dumps(said).encode() + b"\n"
    return listed_again(bag | {ENTRIES: b"".join(lines)})


def a6(bag: Bag) -> Bag:
    return listed_again(without_lines(bag, 3, 4))


def a7(bag: Bag) -> Bag:
    return listed_again(without_lines(bag, -3, None))


def a8(bag: Bag) -> Bag:
    return listed_again({n: raw for n, raw in bag.items() if not n.startswith("proof/")})


def a9(bag: Bag) -> Bag:
    return listed_again(swapped_tokens(bag))


def a11(bag: Bag) -> Bag:
    bag = replaced(bag, "bag-info.txt", b"Harbour", b"Barbour")
    return {name: raw for name, raw in bag.items() if name != "tagmanifest-sha256.txt"}


def a12(bag: Bag) -> Bag:
    return bag | {"more.txt": b"more"}


def a13(bag: Bag) -> Bag:
    """Somebody seals with a key of their own, put beside the real one."""
    return key_added(replaced(bag, "data/entries.csv", b"third", b"fifth"))


def a13b(bag: Bag) -> Bag:
    """The same, with an entry made up that is to name that key."""
    return key_added(replaced(bag, "data/entries.csv", b"third", b"fifth"), entry=True)


def a13c(bag: Bag) -> Bag:
    """The same with the last entries left out, and without any time stamp."""
    bag = {name: raw for name, raw in bag.items() if not name.endswith((".tsr", ".pem"))}
    return key_added(without_lines(bag, -3, None))


def a13d(bag: Bag) -> Bag:
    """The same without the entries that name the keys."""
    bag = key_added(bag)
    del bag[KEY_ENTRIES]
    return sealed_with(bag, FORGERS_KEY)


def a12b(bag: Bag) -> Bag:
    return bag | {"data/more.txt": b"more"}


class Attack(NamedTuple):
    change: Callable[[Bag], Bag]
    sums: bool
    """Whether `sha256sum -c` is content."""
    valid: bool
    """Whether `bagit.py --validate` is."""
    found_by: set[str]
    """The checks of ours that must find it."""


TABLE = {
    "A0": Attack(dict, True, True, set()),
    "A1": Attack(a1, False, False, {"bag", "entries", "report"}),
    "A2": Attack(a2, True, True, {"entries", "report", "seal"}),
    "A3": Attack(a3, True, True, {"report", "seal"}),
    "A4": Attack(a4, True, True, {"entries", "seal"}),
    "A6": Attack(a6, True, True, {"entries", "seal"}),
    "A7": Attack(a7, True, True, {"seal"}),
    "A8": Attack(a8, True, True, {"proofs", "seal"}),
    "A9": Attack(a9, True, True, {"tokens", "seal"}),
    "A11": Attack(a11, True, True, {"bag", "seal"}),
    "A12": Attack(a12, True, True, {"bag"}),
    "A13": Attack(a13, True, True, {"proofs"}),
    "A13b": Attack(a13b, True, True, {"proofs"}),
    "A13c": Attack(a13c, True, True, {"proofs"}),
    "A13d": Attack(a13d, True, True, {"proofs"}),
    "A12b": Attack(a12b, True, False, {"bag"}),
}  # fmt: skip

"""The proofs of a bundle: which checkpoints it shows, what is wrong with others, what is too much."""

import json
import os
import random
import re
import time
import tracemalloc
from pathlib import Path

import pytest

from reviewlog.bundle.checking import readbag
from reviewlog.bundle.checking.verify import verify_bundle
from reviewlog.domain.tree.notes import Verifier, note_text
from reviewlog.logbook.said import Contact
from tests.bundle.conftest import Desk, checked, found_in, members_of
from tests.bundle.forging import (
    FORGERS_KEY,
    Bag,
    Signer,
    listed_again,
    seal_of,
    sealed_again,
    sealed_with,
)

KEYS, KEY_ENTRIES = "proof/log.vkey", "proof/keys.jsonl"


def faults(bag: Bag, path: Path, check: str = "proofs") -> list[tuple[str, str]]:
    found = found_in(bag, path).places
    return [(place.place, place.what) for place in found if place.check == check]


def checkpoint_of(bag: Bag) -> str:
    return next(name for name in bag if name.startswith("proof/0") and name.endswith(".txt"))


def proof_of(bag: Bag) -> str:
    return next(name for name in sorted(bag) if name.endswith(".tlog-proof"))


def test_an_export_makes_one_checkpoint_and_the_next_one_none(story: Desk) -> None:
    story.export("google")
    sizes = story.book.store.checkpoints.sizes()
    assert len(sizes) == 1
    story.book.log(Contact(who="Otherperson Jones", text="more"))
    story.export("google")
    assert story.book.store.checkpoints.sizes() == sizes
    story.book.log(Contact(incident="1", text="more"))
    story.export("google")
    assert len(story.book.store.checkpoints.sizes()) == 2


def test_a_checkpoint_that_was_spoiled_is_not_shown(story: Desk, tmp_path: Path) -> None:
    story.export("google")
    (path,) = story.book.store.checkpoints.folder.glob("*.txt")
    path.write_bytes(path.read_bytes().replace(b"\n2", b"\n3", 1))
    story.book.note("2", "the log grows", None, lawyer=False)
    bag = story.bag("google")
    assert checked(bag, tmp_path / "bag") == []
    assert f"proof/{path.name}" not in bag


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda p: p.symlink_to("nowhere")])
def test_what_is_no_file_is_no_time_stamp(story: Desk, tmp_path: Path, make) -> None:
    before = story.export("google").sha256
    folder = story.book.store.checkpoints.folder
    (path,) = folder.glob("*.txt")
    make(folder / f"{path.stem}.x-abcdef.tsr")
    assert story.export("google").sha256 == before
    (folder / f"{path.stem}.y-abcdef.tsr").write_bytes(b"token")
    make(folder / f"{path.stem}.y-abcdef.pem")
    bag = story.bag("google")
    assert [name for name in bag if "-abcdef" in name] == [f"proof/{path.stem}.y-abcdef.tsr"]


def test_the_key_entry_is_shown_and_nothing_else_of_it(story: Desk, tmp_path: Path) -> None:
    bag = story.bag("google")
    assert story.bag("google") == bag
    (line,) = map(json.loads, bag[KEY_ENTRIES].splitlines())
    assert json.loads(line["header"])["kind"] == "key"
    assert len(line["disclosures"]) == 1
    assert checked(bag, tmp_path / "bag") == []


def test_a_bundle_after_a_lost_key_stays_the_same_and_holds(story: Desk, tmp_path: Path) -> None:
    before = story.bag("google")
    story.book.store.key.path.unlink()
    first = story.bag("google")
    assert checked(first, tmp_path / "bag") == []
    assert story.bag("google") == first
    keys = [json.loads(line) for line in first[KEY_ENTRIES].splitlines()]
    assert [json.loads(line["header"])["kind"] for line in keys] == ["key-change"]
    assert seal_of(first).size > seal_of(before).size


def test_a_key_that_was_lost_and_found_again_may_sign_from_there_on(
    story: Desk, tmp_path: Path
) -> None:
    book = story.book
    first = book.checkpoint()
    book.store.checkpoints.put_token(first.checkpoint.size, "https://x.example", b"?", None)
    private = book.store.key.path.read_bytes()
    book.store.key.path.unlink()
    book.checkpoint()
    book.store.key.path.write_bytes(private)
    book.log(Contact(incident="1", text="later"))
    bag = story.bag("google")
    one, two = bag[KEYS].splitlines()
    assert one == two
    bag = {name: raw for name, raw in bag.items() if not name.endswith(".tsr")}
    assert faults(listed_again(bag), tmp_path / "bag") == []
    (told,) = (r.facts for r in found_in(bag, tmp_path / "bag").remarks if r.key == "key")
    assert told["earlier"] == []


def test_a_checkpoint_by_a_key_that_the_log_names_only_later_is_named(
    story: Desk, tmp_path: Path
) -> None:
    bag = two_checkpoints(story)
    story.book.store.key.path.unlink()
    story.book.log(Contact(incident="1", text="later still"))
    later = story.bag("google")
    (old,) = (n for n in later if re.fullmatch(r"proof/0+24\.txt", n))
    assert old in bag
    anew = Signer(seal_of(later).origin, story.book.store.key.get()).sign(note_text(later[old]))
    said = faults(listed_again(later | {old: anew}), tmp_path / "bag")
    assert (old, "it is signed with a key that the log had not named by then") in said


def test_after_a_key_was_lost_both_keys_are_shown(story: Desk, tmp_path: Path) -> None:
    book = story.book
    kept = book.checkpoint()
    book.store.checkpoints.put_token(kept.checkpoint.size, "https://x.example", b"token", None)
    book.store.key.path.unlink()
    book.log(Contact(incident="1", text="later"))
    bag = story.bag("google")
    keys = [Verifier.read(line) for line in bag[KEYS].decode().splitlines()]
    assert len(keys) == 2
    assert faults(bag, tmp_path / "bag") == []
    assert faults(bag, tmp_path / "bag", "seal") == []
    (told,) = (r.facts for r in found_in(bag, tmp_path / "bag").remarks if r.key == "key")
    page = bag["START-HERE.html"].decode()
    assert keys[1].fingerprint in page
    assert "has signed with another key before" in page
    assert told == {"fingerprint": keys[1].fingerprint, "earlier": [keys[0].fingerprint]}


def test_an_erased_field_is_like_one_that_is_withheld(story: Desk, tmp_path: Path) -> None:
    from reviewlog.logbook.keeping.erasable import plan_entry
    from reviewlog.logbook.keeping.erasing import erase

    entry = next(t.settled.entry for t in story.book.dossier("1", "court").timeline
                 if t.fields.get("text") == "We asked for a photo.")  # fmt: skip
    erase(story.book, plan_entry(story.book, str(entry.id.seq), "text"), "she asked for it")
    for word in ("google", "court", "self"):
        bag = story.bag(word)
        assert b"We asked for a photo." not in b"".join(bag.values())
        assert b"erases" in bag["data/entries.jsonl"]
        assert checked(bag, tmp_path / word) == []


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (lambda _: {KEYS: b"x\n"}, "it holds no key that can be read"),
        (lambda _: {KEYS: b""}, "it holds no key that can be read"),
        (lambda b: {KEYS: b[KEYS] * 17}, "it holds no key that can be read"),
        (lambda _: {KEYS: b"\xff\n"}, "it holds no key that can be read"),
        (lambda b: {checkpoint_of(b): b"x"}, "it is not what a reviewlog writes"),
        (
            lambda b: {checkpoint_of(b): b[checkpoint_of(b)].replace(b"\n24\n", b"\n23\n")},
            "it was changed after it was signed",
        ),
        (
            lambda b: {
                checkpoint_of(b): Signer(seal_of(b).origin, FORGERS_KEY).sign(
                    note_text(b[checkpoint_of(b)])
                )
            },
            "the key in proof/log.vkey has not signed it",
        ),
        (lambda b: {"proof/000000023.txt": b[checkpoint_of(b)]}, "its name tells another size of the log"),
        (lambda b: {proof_of(b): b"x"}, "it is not what a reviewlog writes"),
        (lambda b: {proof_of(b): b[proof_of(b)].replace(b"index ", b"index 1")}, "does not show that entry"),
        (lambda b: {proof_of(b): b[proof_of(b)] + "— x AAAAAAA=\n".encode()}, "none of those in this bundle"),
        (lambda b: {"proof/000099.tlog-proof": b[proof_of(b)]}, "no entry in this bundle belongs to it"),
        (lambda _: {KEY_ENTRIES: b""}, "log.vkey"),
        (lambda _: {KEY_ENTRIES: b"{}\n"}, "line 1"),
        (lambda b: {KEY_ENTRIES: b[KEY_ENTRIES] * 2}, "log.vkey"),
        (lambda b: {KEY_ENTRIES: b["data/entries.jsonl"].splitlines()[0]}, "line 1"),
        (lambda _: {"proof/consistency-1-2.txt": b""}, "it belongs to no checkpoint in this bundle"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_proof_is_named(bag: Bag, tmp_path: Path, make, what: str) -> None:
    change = make(bag)
    (name,) = change
    said = faults(listed_again(bag | change), tmp_path / "bag")
    assert any((place == name and what in why) or what in place for place, why in said)


def two_checkpoints(desk: Desk) -> Bag:
    kept = desk.book.checkpoint()
    desk.book.store.checkpoints.put_token(kept.checkpoint.size, "https://x.example", b"?", None)
    desk.book.log(Contact(incident="1", text="later"))
    bag = desk.bag("google")
    return {name: raw for name, raw in bag.items() if not name.endswith(".tsr")}


@pytest.mark.parametrize("lines", [b"", b"x\n", b"AAAA\n", b"\xff", b"AA==\n" * 3000])
def test_an_older_checkpoint_that_does_not_fit_is_named(
    story: Desk, tmp_path: Path, lines: bytes
) -> None:
    bag = two_checkpoints(story)
    (name,) = (name for name in bag if name.startswith("proof/consistency-"))
    assert faults(listed_again(bag), tmp_path / "good") == []
    (said,) = faults(listed_again(bag | {name: lines}), tmp_path / "bag")
    assert said == (name, "it does not show that the newest checkpoint goes on from this older one")
    del bag[name]
    assert faults(listed_again(bag), tmp_path / "gone") == [(name, "it is missing")]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (b"entries about the incident in this bundle: 19", b"entries about the incident in this bundle: 9",
         "it was made for 9 entries, and 19 are here"),
        (b"entries about the incident in this bundle: 19", b"entries about the incident in this bundle: 1",
         "it was made for 1 entry, and 19 are here"),
        (b"bag: incident-1-google", b"bag: incident-1-court", None),
        (b"its entry: 24", b"its entry: 99", "it tells another size of the log than the newest checkpoint"),
        (b"incident: ", b"incident: x", "it was made for another incident"),
        (b"log: reviewlog/", b"log: reviewlog/x", "it was made for another log"),
        (b"form 1", b"form 2", "it is not what a reviewlog writes"),
    ],
)  # fmt: skip
def test_a_seal_that_is_not_true_is_named(
    story: Desk, tmp_path: Path, old: bytes, new: bytes, what: str | None
) -> None:
    bag = story.bag("google")
    assert old in bag["seal.txt"]
    text = note_text(bag["seal.txt"].replace(old, new, 1))
    signer = Signer(seal_of(bag).origin, story.book.store.key.get())
    said = faults(bag | {"seal.txt": signer.sign(text)}, tmp_path / "bag", "seal")
    assert said == ([("seal.txt", what)] if what else [])


def test_a_zip_with_another_name_inside_is_not_the_one_that_was_sealed(story: Desk) -> None:
    import zipfile

    with zipfile.ZipFile(story.folder / "z.zip", "w") as archive:
        for name, body in story.bag("google").items():
            archive.writestr(f"incident-9-google/{name}", body)
    (place,) = verify_bundle(story.folder / "z.zip").places
    assert tuple(place) == ("seal", "seal.txt", "it was made for a bundle named incident-1-google")


# Too much


@pytest.mark.parametrize(
    "name", [KEYS, "seal.txt", "proof/000000099.txt", "proof/1.tlog-proof", "proof/000000024.x.tsr"]
)
def test_what_is_too_large_is_not_looked_into(bag: Bag, tmp_path: Path, name: str) -> None:
    said = checked(bag | {name: b"x" * 70_000}, tmp_path / "bag")
    assert said == [(name, "it is too large to be checked")]


def test_too_many_time_stamps_are_refused(
    bag: Bag, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readbag, "MOST_TOKENS", 3)
    more = {f"proof/000000024.x{n}.tsr": b"" for n in range(4)}
    assert "more than 3 time stamps" in checked(bag | more, tmp_path / "bag")[0][1]


def test_proofs_that_are_too_much_together_are_refused(
    bag: Bag, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readbag, "PROOFS_CAP", 5_000)
    assert "too large" in checked(bag, tmp_path / "bag")[0][1]


def test_too_many_checkpoints_are_refused(
    bag: Bag, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reviewlog.bundle.checking import proofs as checkproofs

    monkeypatch.setattr(checkproofs, "MOST_CHECKPOINTS", 0)
    assert faults(bag, tmp_path / "bag")[0][1] == "there is no checkpoint in it, or too many"


def test_a_note_full_of_signatures_takes_no_time(bag: Bag, tmp_path: Path) -> None:
    name = checkpoint_of(bag)
    line = bag[name].splitlines(keepends=True)[-1]
    more = bag | {name: bag[name] + line * (16_000 // len(line) - 5)}
    begun = time.monotonic()
    checked(listed_again(more), tmp_path / "bag")
    assert time.monotonic() - begun < 5


def test_junk_in_any_proof_never_breaks_the_check(story: Desk, tmp_path: Path) -> None:
    bag, chance = two_checkpoints(story), random.Random(11)
    bag |= {"seal.x.tsr": b"\x30\x03\x02\x01\x00", "seal.x.pem": b"x", "proof/000000024.x.tsr": b""}
    names = [name for name in bag if name.startswith(("proof/", "seal."))]
    tracemalloc.start()
    for number in range(60):
        spoiled = dict(bag)
        for name in chance.sample(names, 5):
            raw = bytearray(spoiled[name] or b"x")
            at = chance.randrange(len(raw))
            raw[at : at + chance.randrange(9)] = chance.randbytes(chance.randrange(9))
            spoiled[name] = bytes(raw)
        assert not found_in(listed_again(spoiled), tmp_path / str(number)).holds
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()


def test_sealing_with_the_key_needs_the_key(story: Desk, tmp_path: Path) -> None:
    bag = story.bag("google")
    assert checked(sealed_with(bag, story.book.store.key.get()), tmp_path / "a") == []
    assert checked(sealed_with(bag, os.urandom(32)), tmp_path / "b") == [
        ("seal.txt", "the key in proof/log.vkey has not signed it")
    ]
    assert checked(sealed_again(bag), tmp_path / "c") == []
    assert members_of(story.export("google").path) == bag

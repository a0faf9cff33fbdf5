"""Who may change what in a bundle, and what finds it: our check, and other programs."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import bagit
import pytest

from reviewlog.bundle.checking.verify import verify_bundle
from reviewlog.domain.checked import Checked
from reviewlog.domain.tree.checkpoint import read_checkpoint
from reviewlog.domain.tree.notes import note_text
from reviewlog.logbook.said import Contact
from tests.bundle.attacks import (
    KEYS,
    TABLE,
    Told,
    a3,
    a8,
    a9,
    a13,
    a13b,
    a13c,
    a13d,
    made_told,
    stamp,
    without_lines,
)
from tests.bundle.conftest import START, Desk, found_in, members_of, tell
from tests.bundle.forging import (
    FORGERS_KEY,
    Bag,
    Signer,
    pages_again,
    seal_of,
    sealed_again,
    sealed_with,
)
from tests.tsa import Authority, needs_faketime, needs_openssl, openssl_accepts

pytestmark = needs_openssl


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """The story, stamped in two places, and the bundle of it: to be read only."""
    with made_told(tmp_path_factory.mktemp("told")) as made:
        yield made


@pytest.mark.parametrize("name", TABLE)
def test_each_attack_is_found_by_whom_the_table_says(told: Told, tmp_path: Path, name: str) -> None:
    attack = TABLE[name]
    found = found_in(attack.change(dict(told.bag)), tmp_path / "bag", told.roots.read_bytes())
    assert sums_agree(tmp_path / "bag") == attack.sums
    assert bagit_agrees(tmp_path / "bag") == attack.valid
    assert attack.found_by <= {place.check for place in found.places}
    assert found.holds == (name == "A0")


@pytest.mark.parametrize("change", [a13, a13b, a13c, a13d])
def test_a_key_beside_the_real_one_gets_nothing_from_its_time_stamps(
    told: Told, tmp_path: Path, change: Callable[[Bag], Bag]
) -> None:
    found = found_in(change(dict(told.bag)), tmp_path / "bag", told.roots.read_bytes())
    named = {place for place, _ in places(found, "proofs")}
    assert named & {"proof/log.vkey", "proof/keys.jsonl"} or change is a13b
    assert places(found, "seal")
    assert found.outside == ()
    assert not {"key", "sealed"} & remarks(found).keys()


def test_a_log_that_somebody_goes_on_with_is_told_to_have_another_key(
    told: Told, tmp_path: Path
) -> None:
    """A lost key looks the same: that the new one took over, only the new one says."""
    from reviewlog.render.proving.sealed import WORDS

    honest = found_in(told.bag, tmp_path / "a", told.roots.read_bytes())
    assert "took over" not in WORDS["key"](remarks(honest)["key"])
    facts = {"fingerprint": "ab", "earlier": ["cd"]}
    assert "nothing but this key says" in WORDS["key"](facts)


def sums_agree(folder: Path) -> bool:
    lists = [name for name in ("manifest-sha256.txt", "tagmanifest-sha256.txt")
             if (folder / name).exists()]  # fmt: skip
    ran = subprocess.run(["sha256sum", "--strict", "-c", *lists], cwd=folder, capture_output=True)
    return ran.returncode == 0


def bagit_agrees(folder: Path) -> bool:
    try:
        return bool(bagit.Bag(str(folder)).validate())
    except bagit.BagError:
        return False


def places(found: Checked, check: str) -> list[tuple[str, str]]:
    return [(place.place, place.what) for place in found.places if place.check == check]


def remarks(found: Checked) -> dict[str, dict[str, object]]:
    return {remark.key: dict(remark.facts) for remark in found.remarks}


def test_what_was_taken_out_is_named(told: Told, tmp_path: Path) -> None:
    found = found_in(a8(dict(told.bag)), tmp_path / "a")
    assert places(found, "proofs") == [
        ("proof/", "it was taken out, or the bundle was made by a reviewlog before 0.3")
    ]
    bag = dict(told.bag)
    del bag["seal.txt"]
    assert places(found_in(bag, tmp_path / "b"), "seal") == [
        ("seal.txt", "it was taken out, or the bundle was made by a reviewlog before 0.3")
    ]


def test_swapped_time_stamps_are_named(told: Told, tmp_path: Path) -> None:
    found = found_in(a9(dict(told.bag)), tmp_path / "bag", told.roots.read_bytes())
    named = [place for place, what in places(found, "tokens") if "not a time stamp of" in what]
    assert named == sorted(name for name in told.bag if name.endswith(".tsr"))
    assert found.outside == ()


def test_the_honest_bundle_tells_who_knew_of_it_and_when(told: Told, tmp_path: Path) -> None:
    found = found_in(told.bag, tmp_path / "bag", told.roots.read_bytes())
    first, second = found.outside
    assert first.size < second.size == seal_of(told.bag).size
    assert "Test TSA" in first.service
    assert "no-time" not in remarks(found)
    assert remarks(found)["sealed"] == {"entries": found.counts["entries"], "size": second.size}
    assert b"plainnotesecret" not in b"".join(told.bag.values())
    # Each entry is shown under the first checkpoint that somebody outside knew.
    early = told.bag["proof/000003.tlog-proof"]
    assert told.bag[f"proof/{first.size:09d}.txt"] in early
    assert told.bag[f"proof/{second.size:09d}.txt"] not in early


def test_openssl_accepts_the_time_stamps_as_the_page_says(told: Told, tmp_path: Path) -> None:
    page = told.bag["START-HERE.html"].decode()
    assert "Nobody outside has confirmed them" not in page
    of_seal, line = (line for line in page.splitlines() if "<pre>openssl ts -verify" in line)
    assert "-data seal.txt -in seal." in of_seal
    words = line.removeprefix("<pre>").removesuffix("</pre>").split()
    data, token = words[words.index("-data") + 1], words[words.index("-in") + 1]
    assert openssl_accepts(told.bag[token], told.bag[data], told.roots, tmp_path)


def test_without_any_time_stamp_the_page_and_the_check_say_so(desk: Desk) -> None:
    tell(desk)
    written = desk.export("google")
    page = members_of(written.path)["START-HERE.html"]
    assert b"Nobody outside has confirmed them" in page
    assert b"openssl" not in page
    assert "no-time" in remarks(verify_bundle(written.path))


def test_stamps_of_somebody_that_nobody_trusts_count_for_nothing(
    told: Told, tmp_path: Path
) -> None:
    found = found_in(told.bag, tmp_path / "bag")
    assert found.holds
    assert found.outside == ()
    assert {"untrusted", "no-time"} <= set(remarks(found))


# Who has the key


def test_changed_words_in_the_report_are_found_also_when_the_owner_seals_them(
    told: Told, tmp_path: Path
) -> None:
    bag = sealed_with(a3(dict(told.bag)), told.private)
    found = found_in(bag, tmp_path / "bag", told.roots.read_bytes())
    assert {place.check for place in found.places} == {"report"}


def test_what_the_owner_leaves_out_at_the_end_is_not_found_but_signed_for(
    told: Told, tmp_path: Path
) -> None:
    whole = seal_of(told.bag)
    bag = sealed_with(without_lines(dict(told.bag), -3, None), told.private)
    bag = pages_again(bag)
    bag = sealed_with(bag, told.private)
    found = found_in(bag, tmp_path / "bag", told.roots.read_bytes())
    assert found.holds
    # The owner has signed that there is nothing more up to that entry: this bundle and the
    # honest one, side by side, show it to be untrue.
    assert remarks(found)["sealed"] == {"entries": whole.entries - 3, "size": whole.size}


def test_another_key_passes_without_a_time_stamp_and_is_told(bag: Bag, tmp_path: Path) -> None:
    ours, theirs = found_in(bag, tmp_path / "a"), found_in(sealed_again(bag), tmp_path / "b")
    assert theirs.holds
    assert remarks(ours)["key"] != remarks(theirs)["key"]
    fingerprint = str(remarks(ours)["key"]["fingerprint"])
    assert fingerprint.encode() in bag["START-HERE.html"]
    assert len(fingerprint.split()) == 8


def test_another_key_fails_where_the_old_checkpoints_were_stamped(
    told: Told, tmp_path: Path
) -> None:
    found = found_in(sealed_again(dict(told.bag)), tmp_path / "bag", told.roots.read_bytes())
    assert {place.check for place in found.places} == {"tokens"}


def test_a_key_of_somebody_else_beside_ours_does_not_seal(told: Told, tmp_path: Path) -> None:
    forger = Signer(seal_of(told.bag).origin, FORGERS_KEY)
    bag = sealed_with(dict(told.bag), FORGERS_KEY)
    assert forger.name == seal_of(bag).origin
    assert places(found_in(bag, tmp_path / "bag"), "seal") == [
        ("seal.txt", "the key in proof/log.vkey has not signed it")
    ]


# A5: the owner writes the whole log anew, with a key of their own, and has it stamped today


def test_a_log_written_anew_is_exposed_by_the_time_from_outside(tmp_path: Path) -> None:
    begun = (datetime.now(UTC) - timedelta(days=321)).replace(hour=16, minute=45)
    desk = Desk(tmp_path / "desk", [begun])
    tell(desk)
    with Authority(tmp_path) as tsa:
        stamp(desk, tsa)
        found = verify_bundle(desk.export("google").path, tsa.roots.read_bytes())
    desk.book.close()
    assert found.holds
    late = remarks(found)["late"]
    assert late["count"] == found.counts["entries"]
    assert late["days"] in (320, 321)


@needs_faketime
def test_a_log_stamped_at_the_time_is_not_late(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    tell(desk)
    with Authority(tmp_path, at=START + timedelta(days=2)) as tsa:
        stamp(desk, tsa)
        found = verify_bundle(desk.export("google").path, tsa.roots.read_bytes())
    desk.book.close()
    assert found.holds
    assert set(remarks(found)) == {"key", "sealed"}


@needs_faketime
def test_a_clock_that_was_ahead_and_entries_that_none_stamped_are_told(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    tell(desk)
    with Authority(tmp_path, at=START - timedelta(days=2)) as tsa:
        stamp(desk, tsa)
        desk.book.log(Contact(incident="1", text="one more"))
        found = verify_bundle(desk.export("google").path, tsa.roots.read_bytes())
    desk.book.close()
    assert remarks(found)["ahead"]["days"] == 3
    assert remarks(found)["unstamped"] == {"count": 1}


def test_one_bundle_alone_cannot_show_that_the_log_was_written_anew(tmp_path: Path) -> None:
    """An older bundle in somebody else's hands shows it; `verify` of a single one cannot."""
    desk = Desk(tmp_path / "desk")
    desk.book.log(Contact(who="Dana Smith", text="first", sites=("google",)))
    desk.book.checkpoint()
    shutil.copytree(desk.folder, tmp_path / "copy")
    anew = Desk(tmp_path / "copy")
    bags = []
    for one, text in ((desk, "She was angry."), (anew, "She was pleased.")):
        one.book.log(Contact(incident="1", text=text))
        written = one.export("google")
        assert verify_bundle(written.path).holds
        bags.append(members_of(written.path))
        one.book.close()
    honest, forged = bags
    assert honest[KEYS] == forged[KEYS]
    size = seal_of(honest).size
    assert size == seal_of(forged).size
    name = f"proof/{size:09d}.txt"
    assert read_checkpoint(note_text(honest[name])).root != (
        read_checkpoint(note_text(forged[name])).root
    )


# The seal's own time stamp


def test_the_seal_is_stamped_once_and_the_bundle_stays_the_same(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    tell(desk)
    with Authority(tmp_path) as tsa:
        configure(desk, tsa)
        first = desk.export("google", name="a.zip")
        asked = tsa.asked
        second = desk.export("google", name="b.zip")
        assert tsa.asked == asked == 1
        assert first.sha256 == second.sha256
        assert first.unstamped == ()
        bag = members_of(first.path)
        stamps = [name for name in bag if name.startswith("seal.") and name != "seal.txt"]
        assert sorted(name[-4:] for name in stamps) == [".pem", ".tsr"]
        found = verify_bundle(first.path, tsa.roots.read_bytes())
        assert found.holds
        assert [one.size for one in found.outside] == [seal_of(bag).size]
        token = next(name for name in stamps if name.endswith(".tsr"))
        assert openssl_accepts(bag[token], bag["seal.txt"], tsa.roots, tmp_path)
        assert b"Nobody outside" not in bag["START-HERE.html"]
        assert bagit_agrees(unpacked(bag, tmp_path / "out"))
        for change in ({stamps[0]: b"x"}, {token: bag[token][:-9]}, {"seal.other.pem": b"x"}):
            spoiled = found_in(bag | change, tmp_path / "bad", tsa.roots.read_bytes())
            assert {place.check for place in spoiled.places} == {"tokens"}
    desk.book.close()


@pytest.mark.parametrize("ending", ["tsr", "pem"])
@pytest.mark.parametrize("make", [lambda p: p.write_bytes(b"garbage"), Path.mkdir, os.mkfifo,
                                  lambda p: p.symlink_to("nowhere")])  # fmt: skip
def test_a_spoiled_stamp_over_the_seal_is_left_out_and_asked_for_again(
    tmp_path: Path, make: Callable[[Path], None], ending: str
) -> None:
    desk = Desk(tmp_path / "desk")
    tell(desk)
    with Authority(tmp_path) as tsa:
        configure(desk, tsa)
        first = desk.export("google", name="a.zip")
        (kept,) = (desk.folder / "book" / "checkpoints" / "seals").glob(f"*.{ending}")
        kept.unlink()
        make(kept)
        second = desk.export("google", name="b.zip")
        assert os.path.lexists(kept)
        assert tsa.asked == (2 if ending == "tsr" else 1)
        assert (first.sha256 == second.sha256) == (ending == "pem")
        assert desk.export("google", name="c.zip").sha256 == second.sha256
        found = verify_bundle(second.path, tsa.roots.read_bytes())
        assert found.holds
        assert len(found.outside) == 1
    desk.book.close()


def configure(desk: Desk, *services: Authority) -> None:
    from reviewlog.logbook.logbook import Logbook

    folder = desk.folder / "book"
    lines = "".join(f"  - {{url: '{tsa.url}', roots: roots.pem}}\n" for tsa in services)
    (folder / "roots.pem").write_bytes(services[0].roots.read_bytes())
    (folder / "config.yaml").write_text(
        f"business: Harbour Cakes\ntrade: bakery\ntime_stamps:\n{lines}"
    )
    desk.book.close()
    desk.book = Logbook.open(folder, lambda: desk.now[0], "Europe/London")


def unpacked(bag: Bag, folder: Path) -> Path:
    for name, body in bag.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(body)
    return folder


def test_a_service_that_fails_is_told_and_the_bundle_is_made(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    tell(desk)
    with Authority(tmp_path, "refusing") as tsa, Authority(tmp_path, name="other") as good:
        configure(desk, tsa, good)
        first = desk.export("google")
        assert [error.reason for error in first.unstamped] == ["refused"]
        assert verify_bundle(first.path, tsa.roots.read_bytes()).holds
        tsa.mode = "good"
        second = desk.export("google")
        assert second.unstamped == ()
        assert (tsa.asked, good.asked) == (2, 1)
        assert len(verify_bundle(second.path, tsa.roots.read_bytes()).outside) == 2
    desk.book.close()


def test_the_seal_names_the_list_of_everything_else(told: Told) -> None:
    listed = hashlib.sha256(told.bag["tagmanifest-sha256.txt"]).hexdigest()
    assert seal_of(told.bag).manifest == listed
    assert b"proof/log.vkey" in told.bag["tagmanifest-sha256.txt"]
    assert b"seal.txt" not in told.bag["tagmanifest-sha256.txt"]

"""The page that checks a bundle, in a browser: it finds what was changed, and harms nobody."""

import base64
import contextlib
import hashlib
import json
import random
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reviewlog.bundle.checking.verify import verify_bundle
from reviewlog.bundle.packing.checker import CHECKER, checker_member
from reviewlog.domain.tree.hashing import node_hash
from reviewlog.domain.tree.proofs import consistency_proof, inclusion_proof, range_root
from tests.bundle.attacks import KEYS, TABLE, Told, a3, made_told, without_lines
from tests.bundle.browser import Browser, needs_chromium
from tests.bundle.conftest import EVERYBODY, Desk, tell
from tests.bundle.forging import ENTRIES, Bag, listed_again, sealed_again, sealed_with
from tests.bundle.hostile_zips import DEFLATED, HOSTILE, Piece, zip_of
from tests.tsa import needs_openssl

pytestmark = [pytest.mark.slow, needs_chromium]
HEADLINE = "document.querySelector('#result h2')?.textContent"


class Checker:
    """The page, to be handed one bundle after the other."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser = browser
        self.page = folder / "verify.html"
        self.page.write_bytes(b"".join(checker_member().chunks()))
        self.zip = folder / "z.zip"
        browser.open(self.page.as_uri())

    def say(self, path: Path, selector: str = "#zip") -> tuple[str, str]:
        """Return the headline and all words about a zip, or a folder."""
        self.browser.run("document.getElementById('result').replaceChildren()")
        self.browser.run(f"document.querySelector('{selector}').dispatchEvent(new Event('click'))")
        self.browser.choose(selector, path)
        headline = self.browser.until(HEADLINE)
        return headline, self.browser.run("document.getElementById('result').innerText")

    def say_of(self, bag: Bag, top: str = "incident-1-google") -> tuple[str, str]:
        with zipfile.ZipFile(self.zip, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, body in bag.items():
                archive.writestr(f"{top}/{name}", body)
        return self.say(self.zip)

    def say_of_raw(self, raw: bytes) -> tuple[str, str]:
        self.zip.write_bytes(raw)
        return self.say(self.zip)

    def run(self, script: str) -> Any:
        return self.browser.run(script)

    def still_quiet(self) -> None:
        """Nothing was asked for but the page, nothing is wrong, and nothing was forbidden."""
        assert self.browser.wrong == []
        assert self.browser.asked == [self.page.as_uri()]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("profile")) as made:
        yield made


@pytest.fixture
def checker(browser: Browser, tmp_path: Path) -> Iterator[Checker]:
    made = Checker(browser, tmp_path)
    yield made
    made.still_quiet()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    with made_told(tmp_path_factory.mktemp("told")) as made:
        yield made


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle of the story, as it was written."""
    desk = Desk(tmp_path_factory.mktemp("written") / "desk")
    tell(desk)
    path = desk.export("google").path
    desk.book.close()
    return path


# What it says


@pytest.mark.parametrize("word", EVERYBODY)
def test_a_bundle_of_ours_is_unchanged(bags, checker: Checker, word: str) -> None:
    headline, words = checker.say_of(bags[word, "1"], f"incident-1-{word}")
    assert headline == "Unchanged", words
    assert "What this does not show" in words


def test_a_bundle_as_it_was_written_is_unchanged(checker: Checker, written: Path) -> None:
    headline, words = checker.say(written)
    assert headline == "Unchanged", words
    found = verify_bundle(written)
    assert str(found.remarks[0].facts["fingerprint"]) in words
    assert f"{found.counts['bag']} files" in words
    assert checker.run("document.activeElement.textContent") == "Unchanged"
    assert checker.run("document.getElementById('working').hidden") is True


def test_the_page_out_of_the_bundle_checks_the_bundle(
    browser: Browser, written: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(written) as archive:
        archive.extractall(tmp_path)
    page = (tmp_path / "incident-1-google" / CHECKER).as_uri()
    browser.open(page)
    browser.choose("#zip", written)
    assert browser.until(HEADLINE) == "Unchanged"
    assert browser.asked == [page]


@pytest.mark.parametrize("inside", [False, True])
def test_an_unpacked_bundle_is_checked_too(
    checker: Checker, written: Path, tmp_path: Path, inside: bool
) -> None:
    with zipfile.ZipFile(written) as archive:
        archive.extractall(tmp_path / "out")
    bag = tmp_path / "out" / "incident-1-google"
    chosen = bag if inside else tmp_path / "out"
    assert checker.say(chosen, "#folder")[0] == "Unchanged"
    (bag / "data" / "entries.csv").write_bytes(b"x")
    (bag / "more.txt").write_bytes(b"x")
    headline, words = checker.say(chosen, "#folder")
    assert headline == "Not as it was sealed"
    assert "data/entries.csv: it was changed after the bundle was made" in words
    assert "more.txt: no list names it" in words


@needs_openssl
@pytest.mark.parametrize("name", TABLE)
def test_each_attack_of_the_table_is_found(told: Told, checker: Checker, name: str) -> None:
    headline, words = checker.say_of(TABLE[name].change(dict(told.bag)))
    assert headline == ("Unchanged" if name == "A0" else "Not as it was sealed"), words
    if name == "A1":
        assert "data/exhibits/E1.png: it was changed after the bundle was made" in words
    if name == "A0":
        assert "2 time stamps lie in it. This page has not checked them." in words
        assert "openssl ts -verify -data proof/" in words


ONLY_THE_PROGRAM = {
    "the report tells something else": "it has no rules of its own about the words of pages",
    "the end of the log is left out": "nobody can see it in one bundle; the owner signed for it",
}
"""What whoever has the key can do unseen by this page, and why; it says so itself."""


@needs_openssl
@pytest.mark.parametrize("what", ONLY_THE_PROGRAM)
def test_what_only_the_owner_of_the_key_can_do_is_told_as_a_limit(
    told: Told, checker: Checker, what: str
) -> None:
    changed = a3(dict(told.bag)) if "report" in what else without_lines(dict(told.bag), -3, None)
    headline, words = checker.say_of(sealed_with(changed, told.private))
    assert headline == "Unchanged"
    assert "“reviewlog verify” compares them, all but the PDF" in words
    assert "another bundle that holds more would show it" in words


def test_a_log_signed_anew_has_another_fingerprint(bag: Bag, checker: Checker) -> None:
    ours, theirs = checker.say_of(bag)[1], checker.say_of(sealed_again(bag))
    assert theirs[0] == "Unchanged"
    prints = [words.split("sealed with the key")[1].split()[:8] for words in (ours, theirs[1])]
    assert prints[0] != prints[1]


@pytest.mark.parametrize(
    ("values", "what"),
    [
        ({"leaf": "00"}, "the header was changed after it was written"),
        ({"header": 1}, "it cannot be read"),
        ({"header": "{}"}, "it cannot be read"),
        ({"header": "\ud800"}, "it cannot be read"),
        ({"disclosures": ["e30"]}, "a field was changed after it was written"),
        ({"disclosures": [7]}, "it cannot be read"),
        ({"corrected": 7}, "it cannot be read"),
    ],
)
def test_entries_that_were_changed_and_sealed_anew_are_named(
    bag: Bag, checker: Checker, values: dict[str, object], what: str
) -> None:
    lines = bag[ENTRIES].decode().splitlines()
    lines[1] = json.dumps(json.loads(lines[1]) | values)
    changed = sealed_again(bag | {ENTRIES: ("\n".join(lines) + "\n").encode()})
    headline, words = checker.say_of(changed)
    assert headline == "Not as it was sealed"
    assert "data/entries.jsonl, line 2" in words
    assert what in words


@pytest.mark.parametrize("number", range(5))
def test_an_entry_taken_out_of_the_middle_is_named(bag: Bag, checker: Checker, number: int) -> None:
    lines = bag[ENTRIES].splitlines(keepends=True)
    del lines[number]
    headline, words = checker.say_of(sealed_again(bag | {ENTRIES: b"".join(lines)}))
    assert headline == "Not as it was sealed"
    assert "one is missing" in words


@pytest.mark.parametrize("name", ["seal.txt", KEYS, "proof/keys.jsonl", ENTRIES, "bagit.txt"])
def test_what_was_taken_out_is_named(bag: Bag, checker: Checker, name: str) -> None:
    del bag[name]
    headline, words = checker.say_of(bag)
    assert headline == "Not as it was sealed"
    assert name in words


def test_another_name_for_the_bundle_is_told(bag: Bag, checker: Checker) -> None:
    assert "made for a bundle named incident-1-google" in checker.say_of(bag, "incident-2")[1]


def test_it_says_unchanged_only_where_reviewlog_finds_nothing(
    checker: Checker, written: Path, tmp_path: Path
) -> None:
    """Whatever byte is flipped: this page and `verify` agree, and no change is passed over."""
    raw, chance = written.read_bytes(), random.Random(5)
    path = tmp_path / "flipped.zip"
    whole = {place.what for place in verify_bundle(written).places}
    for _ in range(60):
        spoiled = bytearray(raw)
        spoiled[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        path.write_bytes(spoiled)
        holds = {place.what for place in verify_bundle(path).places} == whole
        assert (checker.say(path)[0] == "Unchanged") == holds


# A browser that cannot do everything


@pytest.mark.parametrize(
    "lack",
    [
        "crypto.subtle.importKey = () => Promise.reject(new DOMException('', 'NotSupportedError'))",
        "crypto.subtle.verify = () => Promise.resolve(false)",
        "Object.defineProperty(crypto, 'subtle', {value: undefined})",
    ],
)
def test_without_signatures_it_never_says_unchanged(bag: Bag, checker: Checker, lack: str) -> None:
    checker.run(f"({lack}, 0)")
    headline, words = checker.say_of(bag)
    assert headline == "Not fully checked"
    assert "cannot check signatures" in words
    assert "nchanged" not in words
    assert checker.say_of(bag | {"data/entries.csv": b"x"})[0] == "Not as it was sealed"


# What is not safe to read


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_zip_is_refused(checker: Checker, name: str) -> None:
    make, reason = HOSTILE[name]
    headline, words = checker.say_of_raw(make())
    assert headline == "Not safe to read"
    assert reason in words
    assert "\u202e" not in words
    assert "\x1b" not in words


def test_the_maker_of_these_zips_can_make_one_that_is_read(checker: Checker) -> None:
    raw = zip_of(Piece(b"b/x", b"abc"), Piece(b"b/y", b"a" * 99, DEFLATED))
    assert checker.say_of_raw(raw)[0] == "Not as it was sealed"


def test_names_out_of_a_zip_are_only_text(checker: Checker) -> None:
    name = b"b/<img src=x onerror=document.title='owned'><script>document.title='owned'<"
    headline, words = checker.say_of_raw(zip_of(Piece(name)))
    assert headline == "Not as it was sealed"
    assert name[2:].decode() in words
    assert checker.run("document.title") == "Check a bundle"
    assert checker.run("document.querySelectorAll('img, #result script').length") == 0


def test_too_much_altogether_is_refused(checker: Checker) -> None:
    entry = "{name: 'b/x', size: 9, packed: 9}"
    said = checker.run(f"try {{ refuseAmount({entry}, 1, -1) }} catch (error) {{ error.what }}")
    assert said == "the zip unpacks to more than 2 GiB"


def test_a_great_many_faults_are_counted(checker: Checker) -> None:
    words = checker.say_of_raw(zip_of(*(Piece(b"b/%d" % n) for n in range(900))))[1]
    assert "and 1,6" in words
    assert words.count("no list names it") < 250


# Its own arithmetic


def test_its_own_hash_is_sha_256(checker: Checker) -> None:
    chance = random.Random(3)
    for size in [*range(130), 1000, 4096, 100_001]:
        body = chance.randbytes(size)
        cut = chance.randrange(size + 1)
        raw = base64.b64encode(body).decode()
        script = (
            f"(() => {{ const b = Uint8Array.from(atob('{raw}'), (c) => c.charCodeAt(0));"
            f" return [hex(sha256(b.slice(0, {cut}), b.slice({cut}))), crc32(b, 0)]; }})()"
        )
        assert checker.run(script) == [hashlib.sha256(body).hexdigest(), zlib.crc32(body)]


def test_a_large_member_is_hashed_in_slices(bag: Bag, checker: Checker) -> None:
    checker.run("globalThis.sliced = 0; Sha256.prototype.was = Sha256.prototype.update;"
                " Sha256.prototype.update = function (b) { if (b.length > 9000) sliced++;"
                " return this.was(b); }; 0")  # fmt: skip
    body = random.Random(1).randbytes(9_000_000)
    _, words = checker.say_of(listed_again(bag | {"data/exhibits/E9.bin": body}))
    assert "data/exhibits/E9.bin: no entry names it" in words
    assert "it was changed after the bundle was made" not in words
    assert checker.run("sliced") > 8


def _grown(size: int) -> list[bytes]:
    return [hashlib.sha256(b"%d" % number).digest() for number in range(size)]


def _node(level: int, place: int) -> bytes:
    if level == 0:
        return hashlib.sha256(b"%d" % place).digest()
    return node_hash(_node(level - 1, 2 * place), _node(level - 1, 2 * place + 1))


_UNHEX = "const u = (t) => unhex(t);"


def test_its_proofs_are_those_of_the_log(checker: Checker) -> None:
    cases, wanted = [], []
    for size in range(1, 18):
        root = range_root(0, size, _node).hex()
        for index in range(size):
            proof = [one.hex() for one in inclusion_proof(index, size, _node)]
            leaf = _node(0, index).hex()
            cases.append([index, size, leaf, proof, root])
            wanted.append(True)
            for spoiled in ([index + 1, size, leaf, proof, root], [index, size, root, proof, root],
                            [index, size, leaf, [*proof, leaf], root], [index, size + 1, leaf, proof, root],
                            [index, size, leaf, proof[:-1], root]):  # fmt: skip
                if spoiled == cases[-1] or (size == 1 and spoiled in cases):
                    continue
                cases.append(spoiled)
                wanted.append(_included(spoiled))
    script = (
        f"(() => {{ {_UNHEX} return {json.dumps(cases)}.map(([i, s, l, p, r]) =>"
        " isIncluded(i, s, u(l), p.map(u), u(r))); })()"
    )
    assert checker.run(script) == wanted


def _included(case: list[Any]) -> bool:
    from reviewlog.domain.tree.proofs import is_included

    index, size, leaf, proof, root = case
    hashes = [bytes.fromhex(one) for one in proof]
    return is_included(index, size, bytes.fromhex(leaf), hashes, bytes.fromhex(root))


def test_its_consistency_is_that_of_the_log(checker: Checker) -> None:
    cases, wanted = [], []
    for new in range(1, 18):
        for old in range(1, new + 1):
            roots = [range_root(0, size, _node).hex() for size in (old, new)]
            proof = [one.hex() for one in consistency_proof(old, new, _node)]
            for hashes in (proof, proof[:-1], [*proof, roots[0]], proof[::-1]):
                for pair in (roots, roots[::-1]):
                    cases.append([old, new, hashes, *pair])
                    wanted.append(_consistent(cases[-1]))
    script = (
        f"(() => {{ {_UNHEX} return {json.dumps(cases)}.map(([o, n, p, was, now]) =>"
        " isConsistent({size: o, root: u(was)}, {size: n, root: u(now)}, p.map(u))); })()"
    )
    assert checker.run(script) == wanted


def _consistent(case: list[Any]) -> bool:
    from reviewlog.domain.tree.proofs import is_consistent

    old, new, proof, was, now = case
    hashes = [bytes.fromhex(one) for one in proof]
    return is_consistent(old, new, hashes, bytes.fromhex(was), bytes.fromhex(now))


# Without a mouse, and without a network


def test_both_fields_are_reached_with_the_keyboard(checker: Checker) -> None:
    reached = []
    for _ in range(2):
        for kind in ("keyDown", "keyUp"):
            checker.browser.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab",
                                 windowsVirtualKeyCode=9)  # fmt: skip
        reached.append(checker.run("document.activeElement.id"))
    assert reached == ["zip", "folder"]
    assert checker.run("[...document.querySelectorAll('input')].every((i) => i.labels.length)")
    assert checker.run("document.getElementById('result').ariaLive") == "polite"


def test_a_zip_can_be_dropped_anywhere(checker: Checker, written: Path) -> None:
    raw = base64.b64encode(written.read_bytes()).decode()
    checker.run(
        f"(() => {{ const b = Uint8Array.from(atob('{raw}'), (c) => c.charCodeAt(0));"
        " const data = new DataTransfer(); data.items.add(new File([b], 'out.zip'));"
        " for (const type of ['dragover', 'drop']) document.body.dispatchEvent("
        "new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true})); })()"
    )
    assert checker.browser.until(HEADLINE) == "Unchanged"


def test_the_policy_of_the_page_lets_nothing_out(browser: Browser, tmp_path: Path) -> None:
    checker = Checker(browser, tmp_path)
    for script in (
        "fetch('https://example.invalid/').then(() => 'out', () => 'held')",
        f"fetch('{checker.page.as_uri()}').then(() => 'out', () => 'held')",
        "new Promise((done) => { const i = new Image(); i.onload = () => done('out');"
        " i.onerror = () => done('held'); i.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='; })",
    ):
        assert checker.run(script) == "held"
    added = "const s = document.createElement('script'); s.textContent = 'globalThis.owned = 1';"
    with contextlib.suppress(AssertionError):
        checker.run(f"(() => {{ {added} document.body.append(s); }})()")
    assert checker.run("globalThis.owned === undefined")

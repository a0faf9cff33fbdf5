"""Pages are compared as wholes: what the holder of the key puts between the entries is found."""

import json
import os
import re
from pathlib import Path

import pytest

from reviewlog.bundle.pages.baginfo import LAYOUT
from reviewlog.logbook.said import Contact
from reviewlog.render.proving.checked import checked_text
from tests.bundle.conftest import EVERYBODY, Desk, checked, found_in
from tests.bundle.forging import Bag, listed_again, pages_again, sealed_again

REPORT, START, INFO = "data/report.html", "START-HERE.html", "bag-info.txt"
LIE = b"He took it all back on the telephone."


@pytest.mark.parametrize("word", EVERYBODY)
@pytest.mark.parametrize("incident", ["1", "2"])
def test_the_pages_of_a_bundle_follow_from_its_entries(bags, word: str, incident: str) -> None:
    bag = bags[word, incident]
    again = pages_again(bag)
    for name in bag:
        assert again[name] == bag[name], name


@pytest.mark.parametrize(
    ("word", "name", "before"),
    [
        ("google", REPORT, b"<main>"),
        ("google", REPORT, b"<footer>"),
        ("google", REPORT, b"</article>"),
        ("google", "data/statement.html", b"<main"),
        ("google", "data/statement.txt", b"\nIn order"),
        ("google", "data/entries.csv", b'"'),
        ("google", START, b'<main class="start">'),
        ("court", "data/declaration.html", b"<main>"),
        ("court", START, b"</main>"),
    ],
)
def test_words_put_in_by_the_holder_of_the_key_are_found(
    bags, tmp_path: Path, word: str, name: str, before: bytes
) -> None:
    bag = dict(bags[word, "1"])
    more = b"<p>" + LIE + b"</p>" if name.endswith("html") else LIE
    bag[name] = bag[name].replace(before, more + before, 1)
    places = checked(sealed_again(bag), tmp_path / "bag")
    assert [place for place, _ in places] == [name]
    assert LIE.decode()[:40] in places[0][1]
    assert "is not what the entries say" in places[0][1]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (REPORT, b"--ink: #22262b", b"--ink: #ffffff"),
        (REPORT, b"that was not", b"that was"),
        (REPORT, b'href="#E1"', b'href="#E2"'),
        (REPORT, b"after that.", b"before that."),
        (START, b"It does not prove", b"It proves"),
        (INFO, b"Made-For: site", b"Made-For: site\nNote: he lied"),
        (INFO, b"Harbour Cakes", b"Harbour Cakes (cheated)"),
        (INFO, b"External-Description: Dana Smith", b"External-Description: A known cheat"),
        (INFO, b"Review-Site: google", b"Review-Site: yelp"),
        (INFO, b"Bag-Software-Agent: reviewlog ", b"Bag-Software-Agent: reviewlog: he lied "),
    ],
)
def test_what_was_changed_is_found_on_the_page_or_in_what_the_bag_says_of_itself(
    bag: Bag, tmp_path: Path, name: str, old: bytes, new: bytes
) -> None:
    if old not in bag[name]:
        pytest.skip("the page does not say so")
    bag[name] = bag[name].replace(old, new)
    assert checked(sealed_again(bag), tmp_path / "bag")


def of_another_version(bag: Bag) -> None:
    """What a version says of itself that lays out its pages in another way."""
    mine = f"Report-Layout: {LAYOUT}".encode()
    assert mine in bag[INFO]
    bag[INFO] = bag[INFO].replace(mine, b"Report-Layout: 1")
    bag[INFO] = re.sub(rb"reviewlog [0-9.]+", b"reviewlog 9.1.0", bag[INFO])


def test_pages_of_another_layout_are_compared_field_by_field_and_it_is_said(
    bag: Bag, tmp_path: Path
) -> None:
    of_another_version(bag)
    bag[REPORT] = bag[REPORT].replace(b"<main>", b"<main><p>" + LIE + b"</p>")
    found = found_in(sealed_again(bag), tmp_path / "bag")
    assert found.holds
    (remark,) = (one for one in found.remarks if one.key == "layout")
    assert remark.facts["made_by"] == "reviewlog 9.1.0"
    assert REPORT in remark.facts["pages"]
    for brief in (True, False):
        words = checked_text("z.zip", found, 300, brief=brief)
        assert "Unchanged" not in words
        assert words.startswith("Not all of it compared: z.zip")
        assert "Nothing else in START-HERE.html, data/report.html" in words
    bag[REPORT] = bag[REPORT].replace(b"one star tonight", b"two stars tonight")
    assert checked(sealed_again(bag), tmp_path / "b")


def test_another_layout_than_that_of_the_version_that_is_named_is_refused(
    bag: Bag, tmp_path: Path
) -> None:
    for number, line in enumerate((b"Report-Layout: 1\n", b"")):
        changed = bag | {INFO: re.sub(rb"Report-Layout: [0-9]+\n", line, bag[INFO])}
        ((place, what),) = checked(sealed_again(changed), tmp_path / str(number))
        assert place == INFO
        assert "lays out its pages in another way" in what


@pytest.mark.parametrize("name", [REPORT, START, "data/statement.html"])
@pytest.mark.parametrize(
    "strange",
    [b"<script>x</script>", b"<iframe></iframe>", b'<p onclick="x">a</p>', b"<!-- x -->",
     b'<a href="javascript:x">a</a>', b'<meta http-equiv="refresh" content="0">',
     b"<style>p { background: url(//x) }</style>", b'<p style="x">a</p>'],
)  # fmt: skip
def test_no_page_of_any_layout_may_hold_what_no_page_of_ours_does(
    bag: Bag, tmp_path: Path, name: str, strange: bytes
) -> None:
    of_another_version(bag)
    bag[name] = bag[name].replace(b"<main", strange + b"<main", 1)
    assert name in {place for place, _ in checked(sealed_again(bag), tmp_path / "bag")}


def test_a_page_that_the_reader_must_not_get_is_named(bags, tmp_path: Path) -> None:
    bag = dict(bags["court", "1"])
    bag["data/statement.txt"] = LIE
    places = checked(sealed_again(bag), tmp_path / "bag")
    assert ("data/statement.txt", "a bundle for this reader has no such page") in places


@pytest.mark.parametrize("name", ["data/statement.html", "data/entries.csv", START])
def test_a_page_that_was_taken_out_is_named(bag: Bag, tmp_path: Path, name: str) -> None:
    del bag[name]
    assert (name, "it is missing") in checked(sealed_again(listed_again(bag)), tmp_path / "bag")


@pytest.mark.parametrize(
    "line",
    ["Made-For: nobody", "Made-For: ", "External-Identifier: ", "Bag-Software-Agent: x",
     "Time-Zone: Mars/Base", "Review-Site: ", "Review-Site: nowhere", "Internal-Sender-Identifier: x"],
)  # fmt: skip
def test_any_line_of_bag_info_can_be_spoiled(bag: Bag, tmp_path: Path, line: str) -> None:
    name = line.partition(":")[0]
    kept = [one for one in bag[INFO].decode().splitlines() if not one.startswith(name + ":")]
    bag[INFO] = ("\n".join([*kept, line]) + "\n").encode()
    assert checked(sealed_again(bag), tmp_path / "bag")


@pytest.mark.parametrize("value", [None, 7, [], {}, "x", {"at": 3}])
@pytest.mark.parametrize("field", ["happened_at", "file", "proofs", "text", "who", "stars"])
def test_fields_of_any_shape_break_nothing(
    desk: Desk, tmp_path: Path, field: str, value: object
) -> None:
    """Somebody with a key of their own may write down what no logbook would."""
    from reviewlog.domain.sealing import canonical, digest, disclose, leaf_hash

    desk.book.log(Contact(who="Dana", text="x", sites=("google",)))
    bag = desk.bag()
    lines = bag["data/entries.jsonl"].splitlines()
    said = json.loads(lines[0])
    header = json.loads(said["header"])
    made = disclose(os.urandom(16), field, value)
    header["sd"] = sorted([*header["sd"], digest(made)])
    raw = canonical(header)
    said |= {"header": raw.decode(), "leaf": leaf_hash(raw)}
    said["disclosures"] = [*said["disclosures"], made]
    bag["data/entries.jsonl"] = json.dumps(said).encode() + b"\n" + b"\n".join(lines[1:]) + b"\n"
    assert checked(sealed_again(bag), tmp_path / "bag")

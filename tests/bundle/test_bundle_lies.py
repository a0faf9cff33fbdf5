"""What the holder of the key may put into a bundle and seal: found, or told as their word only."""

import base64
import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reviewlog.bundle.checking.verify import verify_bundle
from reviewlog.bundle.packing.write import write_bundle
from reviewlog.bundle.telling.proofnames import proof_name
from reviewlog.domain.checked import Checked
from reviewlog.logbook.said import Contact
from reviewlog.logbook.sharing.redacting import Choice, named
from reviewlog.render.proving.checked import checked_text
from tests.bundle.conftest import EVERYBODY, Desk, checked, found_in, png, tell
from tests.bundle.forging import ENTRIES, Bag, pages_again, sealed_again

INFO = "bag-info.txt"
Lines = list[dict[str, Any]]


def lines_of(bag: Bag) -> Lines:
    return [json.loads(line) for line in bag[ENTRIES].splitlines()]


def put(bag: Bag, lines: Lines) -> Bag:
    return bag | {ENTRIES: b"".join(json.dumps(line).encode() + b"\n" for line in lines)}


def header_of(line: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(line["header"])
    return found


def opened(text: str) -> tuple[str, Any]:
    body = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    return body[1], body[2]


def whats(bag: Bag, path: Path) -> str:
    """Every place that does not hold, of a bag that its owner made anew as a whole."""
    return "\n".join(f"{place}: {what}" for place, what in checked(sealed_again(bag), path))


def remarks(found: Checked) -> dict[str, dict[str, Any]]:
    return {remark.key: dict(remark.facts) for remark in found.remarks}


@pytest.mark.parametrize("word", EVERYBODY)
@pytest.mark.parametrize("incident", ["1", "2"])
def test_none_of_this_is_found_in_an_honest_bundle(
    bags, tmp_path: Path, word: str, incident: str
) -> None:
    assert checked(pages_again(bags[word, incident]), tmp_path / "bag") == []


# Files that nobody looks into


@pytest.mark.parametrize(
    "name",
    ["data/summary.html", "READ-ME-FIRST.html", "proof/evil.html", "data/exhibits/E1/notes.txt",
     "data/Exhibits2/E9.png", "data/exhibits/E9.exe", "data/exhibits/E01.png", "tools/more.html",
     "proof/one.txt", "proof/000000003.A.tsr", "data/report.pdf.html", "manifest-md5.txt"],
)  # fmt: skip
def test_a_file_that_no_bundle_has_is_named(bag: Bag, tmp_path: Path, name: str) -> None:
    found = whats(bag | {name: b"lies"}, tmp_path / "bag")
    assert f"{name}: no bundle of reviewlog has a file of this name" in found


@pytest.mark.parametrize("body", [b"<h1>Unchanged</h1>", None])
def test_the_page_that_checks_is_ours(bag: Bag, tmp_path: Path, body: bytes | None) -> None:
    changed = {n: raw for n, raw in bag.items() if n != "tools/verify.html"}
    if body is not None:
        changed["tools/verify.html"] = body
    assert "tools/verify.html: it is not the page that this version" in whats(
        changed, tmp_path / "bag"
    )


def test_the_page_that_checks_is_not_known_of_another_version(bag: Bag, tmp_path: Path) -> None:
    bag[INFO] = re.sub(rb"reviewlog [0-9.]+", b"reviewlog 9.1.0", bag[INFO])
    found = found_in(sealed_again(pages_again(bag | {"tools/verify.html": b"x"})), tmp_path / "bag")
    assert found.holds
    assert "checker" in remarks(found)
    assert "tools/verify.html was not compared" in checked_text("z", found, 300)


def test_a_form_without_a_ground_is_no_page_of_this_bundle(bag: Bag, tmp_path: Path) -> None:
    found = whats(pages_again(bag | {"data/form.txt": b"She admitted it."}), tmp_path / "bag")
    assert "data/form.txt: a bundle for this reader has no such page" in found


def test_the_pdf_is_said_not_to_be_compared(bag: Bag, tmp_path: Path) -> None:
    changed = pages_again(bag | {"data/report.pdf": b"%PDF-1.7 lies"})
    found = found_in(sealed_again(changed), tmp_path / "bag")
    assert found.holds
    assert "report.pdf was not compared with the entries" in checked_text("z", found, 300)


# The lines of the entries


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'{"header"', b'{"comment": "He confessed.", "header"'),
        (b'"retracted": false', b'"retracted": true, "retracted": false'),
        (b'"retracted": false', b'"x": NaN, "retracted": false'),
        (b'"retracted": false', b'"retracted": false, "redacted": {}'),
        (b'"retracted": false', b'"retracted":  false'),
        (b"}\n", b"}\r\n"),
        (b"}\n", b"}\n\n"),
    ],
)
def test_a_line_holds_nothing_that_is_not_looked_at(
    bag: Bag, tmp_path: Path, old: bytes, new: bytes
) -> None:
    bag[ENTRIES] = bag[ENTRIES].replace(old, new, 1)
    found = whats(bag, tmp_path / "bag")
    assert re.search("entries.jsonl, line [12]: it (is not written as|cannot be read)", found)


def test_a_great_many_lines_that_cannot_be_read_are_not_all_read(bag: Bag, tmp_path: Path) -> None:
    bag[ENTRIES] += b'{"header": "{}"}\n' * 50_000
    places = [what for place, what in checked(bag, tmp_path / "bag") if ENTRIES in place]
    assert places.count("it cannot be read") == 20
    assert "nothing from here on was read: there is too much of it" in places


# What a bag says of itself


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Europe/London", b"right/Europe/London"),
        (b"Europe/London", b"posix/Europe/London"),
        (b"Europe/London", b"../zoneinfo/Europe/London"),
        (b"External-Identifier: 1", b"External-Identifier: 1 (a fraud)"),
        (b"Made-For: site", b"Made-For: site\nMade-For: site"),
        (b"Bag-Software-Agent: reviewlog ", b"Bag-Software-Agent: reviewlog he lied "),
        (b"Report-Layout", b"Time-Stamps-Asked-For: certainly\nReport-Layout"),
    ],
)
def test_a_bag_says_of_itself_only_what_we_write(
    bag: Bag, tmp_path: Path, old: bytes, new: bytes
) -> None:
    assert old in bag[INFO]
    bag[INFO] = bag[INFO].replace(old, new)
    assert "bag-info.txt: " in whats(bag, tmp_path / "bag")


# Everything, for the business itself


def test_a_bundle_for_another_reader_is_none_for_the_business_itself(bags, tmp_path: Path) -> None:
    bag = dict(bags["lawyer", "1"])
    bag.pop("data/declaration.html")
    bag[INFO] = bag[INFO].replace(b"Made-For: lawyer", b"Made-For: self")
    assert "some of this entry is closed" in whats(pages_again(bag), tmp_path / "bag")


@pytest.mark.parametrize("kind", ["assessment", "attempt", "interaction", "note"])
def test_nothing_is_closed_in_a_bundle_that_holds_everything(
    bags, tmp_path: Path, kind: str
) -> None:
    lines = lines_of(bags["self", "1"])
    line = next(ln for ln in lines if header_of(ln)["kind"] == kind and ln["disclosures"])
    line["disclosures"] = line["disclosures"][1:]
    found = whats(pages_again(put(bags["self", "1"], lines)), tmp_path / "bag")
    assert "the bundle is to hold everything, but some of this entry is closed" in found


def test_a_file_that_the_owner_left_out_for_themselves_is_told(desk: Desk) -> None:
    tell(desk)
    dossier = desk.book.dossier("1", "self", Choice(("E1",)))
    write_bundle(dossier, desk.book.prove(dossier), desk.folder / "out.zip")
    found = verify_bundle(desk.folder / "out.zip")
    assert found.places == ()
    assert "It does not hold everything: the file of entry" in checked_text(
        "z", found, 300, brief=True
    )


# Corrections and misfiled entries


def corrected_back(bags) -> Bag:
    """The first name told as it was before it was corrected, and the correction closed."""
    lines = lines_of(bags["google", "1"])
    (amendment,) = (
        ln for ln in lines
        if header_of(ln)["rel"] == "amends" and any(opened(t)[0] == "who" for t in ln["disclosures"])
    )  # fmt: skip
    amendment["disclosures"] = []
    target = next(ln for ln in lines if "who" in ln["corrected"])
    target["corrected"] = []
    return put(bags["google", "1"], lines)


def test_an_amendment_without_anything_corrected_is_found(bags, tmp_path: Path) -> None:
    found = whats(pages_again(corrected_back(bags)), tmp_path / "bag")
    assert "what is marked as corrected is not what its amendments correct" in found


def test_a_correction_that_is_not_shown_is_told(bags, tmp_path: Path) -> None:
    bag = corrected_back(bags)
    lines = lines_of(bag)
    lines[0]["corrected"] = ["staff"]
    found = found_in(sealed_again(pages_again(put(bag, lines))), tmp_path / "bag")
    assert found.holds
    (seq,) = remarks(found)["corrected-closed"]["entries"]
    assert f"Entry {seq} was corrected later in something that is not shown here." in (
        checked_text("z", found, 300)
    )


@pytest.mark.parametrize("names", [["text"], ["channel", "who"], []])
def test_the_marks_of_what_was_corrected_follow_from_the_amendments(
    bags, tmp_path: Path, names: list[str]
) -> None:
    lines = lines_of(bags["google", "1"])
    for line in lines:
        line["corrected"] = names if line["corrected"] != names else ["x"]
    found = whats(pages_again(put(bags["google", "1"], lines)), tmp_path / "bag")
    assert re.search("corrected (later|is not what)", found)


def test_an_entry_of_another_incident_needs_an_amendment_that_moved_it(
    bags, tmp_path: Path
) -> None:
    bag, lines = dict(bags["google", "1"]), lines_of(bags["google", "1"])
    known = {header_of(line)["seq"] for line in lines}
    stranger = next(
        line for line in lines_of(bags["lawyer", "2"])
        if header_of(line)["seq"] not in known and header_of(line)["kind"] == "interaction"
    )  # fmt: skip
    seq = header_of(stranger)["seq"]
    bag[proof_name(seq)] = bags["lawyer", "2"][proof_name(seq)]
    stranger["corrected"] = ["incident"]
    found = whats(pages_again(put(bag, [*lines, stranger])), tmp_path / "bag")
    assert f"entry {seq}): it belongs to another incident and is not marked as moved here" in found


# Exhibits


def renamed(old: str, new: str) -> Callable[[Bag], Bag]:
    return lambda bag: {n.replace(f"data/exhibits/{old}", f"data/exhibits/{new}"): raw
                        for n, raw in bag.items()}  # fmt: skip


def swapped(bag: Bag) -> Bag:
    first, second = "data/exhibits/E1.png", "data/exhibits/E2.png"
    return bag | {first: bag[second], second: bag[first]}


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (renamed("E2.png", "E77.png"), "its file is not the exhibit that it became"),
        (renamed("E1.png", "E3.png"), "its file is not the exhibit that it became"),
        (renamed("E1.png", "E1.html"), "its name ends otherwise"),
        (renamed("E1.png", "E1.bin"), "its name ends otherwise"),
        (swapped, "its file is not the exhibit that it became"),
        (lambda bag: bag | {"data/exhibits/E3.png": bag["data/exhibits/E1.png"]}, "more often"),
    ],
)
def test_an_exhibit_keeps_its_number_and_its_ending(
    desk: Desk, tmp_path: Path, change: Callable[[Bag], Bag], what: str
) -> None:
    tell(desk)
    files = (desk.file("a.png", png(50, 20)), desk.file("b.png", png(20, 50)))
    desk.book.attach("2", files, None, "Two photos")
    bag = desk.bag("lawyer", "2")
    assert {"data/exhibits/E1.png", "data/exhibits/E2.png"} <= bag.keys()
    assert what in whats(change(bag), tmp_path / "bag")


def test_a_file_that_was_here_for_a_while_keeps_its_number_and_is_no_fault(desk: Desk) -> None:
    book = desk.book
    book.log(Contact(who="Dana Smith", text="one", sites=("google",)))
    book.log(Contact(who="Otherperson Jones", text="two", files=(desk.file("o.png", png(9, 9)),)))
    book.log(Contact(incident="2", text="three"))
    file = next(entry for entry in book.view("2").every if entry.kind == "evidence")
    for home in ("1", "2"):
        book.amend(str(file.id.seq), {}, home, "misfiled")
    book.attach("1", (desk.file("p.png", png(11, 9)),), None, "A photo")
    for word in EVERYBODY:
        written = desk.export(word)
        assert "data/exhibits/E2.png" in written.members
        assert verify_bundle(written.path).places == ()


# Words left out


def test_how_much_is_told_with_words_left_out_is_said(desk: Desk, tmp_path: Path) -> None:
    tell(desk)
    desk.book.redact("1", named(["money back"]))
    found = verify_bundle(desk.export("google").path)
    assert found.holds
    assert remarks(found)["left-out"] == {"count": 1}
    words = checked_text("z", found, 300)
    assert "1 field is told with words left out." in words
    assert "the word of the business, until it opens the field" in words


def file_told_otherwise(bag: Bag, name: str) -> Bag:
    """Another picture in place of an exhibit, by telling its field as if words were left out."""
    fake, lines, bag = png(33, 33), lines_of(bag), dict(bag)
    line = next(ln for ln in lines if any(opened(t)[0] == "file" for t in ln["disclosures"]))
    text = next(t for t in line["disclosures"] if opened(t)[0] == "file")
    file = opened(text)[1]
    line["disclosures"].remove(text)
    sha256 = hashlib.sha256(fake).hexdigest()
    line["redacted"] = {"file": {**file, "name": name, "sha256": sha256, "size": len(fake)}}
    for member, raw in bag.items():
        if hashlib.sha256(raw).hexdigest() == file["sha256"]:
            bag[member] = fake
    return put(bag, lines)


def test_a_picture_that_no_entry_binds_is_named(bag: Bag, tmp_path: Path) -> None:
    told = pages_again(file_told_otherwise(bag, "[left out].png"))
    found = found_in(sealed_again(told), tmp_path / "bag")
    assert found.holds
    assert remarks(found)["unbound"] == {"exhibits": ["E1"]}
    assert "E1 is bound by the seal only" in checked_text("z", found, 300)


def test_a_picture_is_bound_to_its_entry_where_its_name_hides_nothing(
    bag: Bag, tmp_path: Path
) -> None:
    told = file_told_otherwise(bag, "shot.png")
    assert "a field is told in other words without a mark (file)" in whats(told, tmp_path / "bag")

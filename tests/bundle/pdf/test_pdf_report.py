"""report.pdf: what outside tools find in it."""

import json
import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from reviewlog.bundle.checking.verify import verify_bundle
from reviewlog.bundle.drawing.sketch import SHAPES
from reviewlog.bundle.packing.paper import write_paper
from reviewlog.bundle.pdf import content as contents
from reviewlog.bundle.pdf import paper as module
from reviewlog.bundle.pdf.blocks import blocks_of
from reviewlog.bundle.pdf.paper import TEMPLATE, Paper, paper_pdf, report_pdf
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.paper import FAILED, NOT_INSTALLED, UNSHOWN
from reviewlog.logbook.said import Contact, Posted, Weighed
from reviewlog.logbook.sharing.redacting import Choice, named
from reviewlog.logbook.writing.claiming import weigh
from tests.bundle.conftest import (
    EVERYBODY,
    QUOTE,
    Desk,
    checked,
    members_of,
    naughty_strings,
    png,
    tell,
)

LONDON = ZoneInfo("Europe/London")
NAMES = ("Zoë Müller", "Ωμέγα Παπά", "Дарья Иванова", "מיכל כהן", "سارة", "山田花子", "김민지",
         "สมชาย", "प्रिया", "თამარ", "Անի")  # fmt: skip


def paper(desk: Desk, word: str = "lawyer") -> Paper:
    return report_pdf(desk.book.dossier("1", word), LONDON)


def tool(*words: object, body: bytes = b"") -> str:
    """What a tool says of a PDF that it gets as a file."""
    if not shutil.which(str(words[0])):
        pytest.skip(f"{words[0]} is not installed")
    done = subprocess.run(
        [str(word) for word in words], capture_output=True, check=True, input=body
    )
    return done.stdout.decode()


@pytest.fixture(scope="module")
def bag(tmp_path_factory) -> dict[str, bytes]:
    """The bundle of the story for a lawyer, to be read only."""
    desk = Desk(tmp_path_factory.mktemp("printed") / "desk")
    tell(desk)
    made = desk.bag("lawyer")
    desk.book.close()
    return made


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, bag: dict[str, bytes]) -> Path:
    """Its report, as a file to look into."""
    path = tmp_path_factory.mktemp("printed") / "report.pdf"
    path.write_bytes(bag["data/report.pdf"])
    return path


@pytest.fixture(scope="module")
def objects(printed: Path) -> dict[str, Any]:
    return dict(json.loads(tool("qpdf", "--json", printed)))


def test_it_is_whole_tagged_and_has_its_title(printed):
    assert "No syntax or stream encoding errors" in tool("qpdf", "--check", printed)
    said = tool("pdfinfo", printed)
    assert re.search(r"Title: +Incident 1: what happened, in order", said)
    assert re.search(r"Author: +Harbour Cakes", said)
    assert re.search(r"Tagged: +yes", said)
    assert re.search(r"CreationDate: +\w+ Nov 22 ", said)
    assert "JavaScript:      no" in said


def test_it_says_its_standards_and_its_language(printed):
    said = tool("pdfinfo", "-meta", printed)
    assert "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" in said
    assert "<pdfuaid:part>1</pdfuaid:part>" in said
    assert "<rdf:li>en</rdf:li>" in said


def test_page_numbers_begin_at_one_and_are_those_of_the_file(printed, objects):
    pages = len(objects["pages"])
    labels = [(one["index"] + 1, one["label"]) for one in objects["pagelabels"]]
    assert [page for page, _ in labels] == list(range(1, pages + 1))
    assert all(label["/S"] == "/D" and label.get("/St", 1) == page for page, label in labels)
    for place in range(1, pages + 1):
        text = tool("pdftotext", "-f", place, "-l", place, printed, "-")
        assert f"Page {place} of {pages}" in text


def test_every_part_and_every_exhibit_is_a_bookmark(objects, bag):
    page = re.findall(r"<h2>(.+)</h2>", bag["data/report.html"].decode())
    titles = [one["title"] for one in objects["outlines"]]
    assert titles == [
        "The exhibits, one by one" if title == "The pictures" else title for title in page
    ]
    below = [kid["title"] for one in objects["outlines"] for kid in one["kids"]]
    assert [title[:3] for title in below if re.match(r"E\d+:", title)] == ["E1:", "E2:"]


def test_contents_and_list_of_exhibits_lead_to_the_right_pages(printed, objects):
    pages = {page["object"]: place for place, page in enumerate(objects["pages"], 1)}
    exhibits = {
        kid["title"][:2]: kid["destpageposfrom1"]
        for one in objects["outlines"] for kid in one["kids"] if kid["title"][0] == "E"
    }  # fmt: skip
    listed = tool("pdftotext", "-layout", printed, "-")
    for label, page in exhibits.items():
        assert re.search(rf"^ *{label} .* {page}$", listed, re.MULTILINE)
    assert len(pages) >= max(exhibits.values())
    known = objects["qpdf"][1].values()
    links = [
        o
        for o in known
        if isinstance(o.get("value"), dict) and o["value"].get("/Subtype") == "/Link"
    ]
    assert len(links) > len(objects["outlines"])


def test_every_name_and_quote_of_the_page_is_in_its_text(printed):
    text = " ".join(tool("pdftotext", printed, "-").split())
    for words in ("Dana Smith", QUOTE, "Dry cake, rude staff.", "DanaS88", "https://maps.example/r/1",
                  "We asked for a photo.", "full refund", "240.00 GBP", "shot at 5pm.png", "half of it",
                  "Sat 21 Nov 2026, 16:41 (UTC+00:00)", "written 4 min later"):  # fmt: skip
        assert words in text


@pytest.mark.parametrize("word", EVERYBODY)
def test_nothing_is_on_paper_that_is_not_on_the_page(story, tmp_path, word):
    bag = story.bag(word)
    (tmp_path / "r.pdf").write_bytes(bag["data/report.pdf"])
    text = tool("pdftotext", tmp_path / "r.pdf", "-")
    page = bag["data/report.html"].decode()
    secrets = set(re.findall(r"\w*secret\w*|Staffjo|07700|Wrongname|Otherperson", text))
    assert {secret for secret in secrets if secret not in page} == set()


def test_names_in_eleven_scripts_are_there_as_letters_or_as_numbers(desk, tmp_path):
    for name in NAMES:
        desk.book.log(
            Contact(incident="1" if name != NAMES[0] else None, who=name, text=f"said {name}")
        )
    made = paper(desk, "self")
    assert made.pdf is not None
    unshown = made.remark.detail if made.remark else ""
    assert made.remark is None or made.remark.what == UNSHOWN
    (tmp_path / "n.pdf").write_bytes(made.pdf)
    text = tool("pdftotext", tmp_path / "n.pdf", "-")
    left_to_right = [name for name in NAMES if name not in ("מיכל כהן", "سارة")]
    for name in left_to_right:
        shown = "".join(f"⟨U+{ord(c):04X}⟩" if c in unshown else c for c in name)
        assert "".join(shown.split()) in "".join(text.split())


def test_every_shape_of_the_drawing_can_be_drawn_on_paper():
    template = files("reviewlog.bundle").joinpath("templates", TEMPLATE).read_text()
    look = template[template.index("#let look = (") : template.index("#let outlines = (")]
    assert set(re.findall(r"^  (\w+): \(", look, re.MULTILINE)) == set(SHAPES)


def test_the_same_incident_gives_the_same_bytes(story):
    assert paper(story).pdf == paper(story).pdf


def test_a_bundle_holds_it_names_it_and_verifies(story):
    written = story.export("lawyer")
    bag = members_of(written.path)
    assert bag["data/report.pdf"].startswith(b"%PDF")
    assert b"data/report.pdf" in bag["manifest-sha256.txt"]
    assert b'href="data/report.pdf"' in bag["START-HERE.html"]
    assert written.remarks == ()
    assert verify_bundle(written.path).places == ()


def test_a_changed_pdf_is_found(story, tmp_path):
    bag = story.bag("lawyer")
    bag["data/report.pdf"] = bag["data/report.pdf"].replace(b"Harbour", b"Harbours", 1) + b"x"
    assert any("report.pdf" in place for place, _ in checked(bag, tmp_path / "out"))


def test_without_the_programs_a_bundle_is_whole_and_says_how_to_get_a_pdf(story, monkeypatch):
    monkeypatch.setattr(module, "find_spec", lambda _name: None)
    written = story.export("lawyer")
    assert [remark.what for remark in written.remarks] == [NOT_INSTALLED]
    bag = members_of(written.path)
    assert "data/report.pdf" not in bag
    assert b"report.pdf" not in bag["START-HERE.html"]
    assert verify_bundle(written.path).places == ()


def test_a_document_that_cannot_be_set_costs_no_bundle(story, monkeypatch):
    monkeypatch.setattr(module, "TEMPLATE", "words.html.j2")
    written = story.export("lawyer")
    assert [remark.what for remark in written.remarks] == [FAILED]
    assert "data/report.pdf" not in written.members


def test_pictures_that_cannot_be_shown_are_told_and_stop_nothing(desk, tmp_path):
    bomb = png()[:16] + bytes([0, 0, 0x75, 0x30]) * 2 + png()[24:]
    desk.book.log(Contact(who="Dana", text="x", files=(
        desk.file("good.png", png(400, 300)), desk.file("bomb.png", bomb),
        desk.file("cut.png", png()[:70]), desk.file("phone.heic", b"\0\0\0\x18ftypheic" + bytes(40)),
    )))  # fmt: skip
    made = paper(desk)
    assert made.pdf is not None
    (tmp_path / "p.pdf").write_bytes(made.pdf)
    text = " ".join(tool("pdftotext", tmp_path / "p.pdf", "-").split())
    assert text.count("This picture cannot be shown here") == 2
    assert "A picture of this kind cannot be shown here" in text
    assert tool("pdfimages", "-list", tmp_path / "p.pdf").count(" image ") == 1


def test_pictures_for_which_there_is_no_room_are_told_and_not_made(desk, tmp_path, monkeypatch):
    tell(desk)
    monkeypatch.setattr(contents, "ROOM", 1)
    data, copies = contents.content(desk.book.dossier("1", "lawyer"), LONDON)
    assert not copies
    notes = {one["note"] for one in data["pictures"].values() if one["note"]}
    assert len(notes) == 1
    assert "in the folder" in notes.pop()


def test_a_hostile_story_is_inert_and_nothing_runs_off_the_paper(desk, tmp_path):
    hostile = '#read("/etc/passwd") #{panic()} <script>alert(1)</script> ' + "w" * 400
    desk.book.log(
        Contact(who=hostile, text=hostile, quote=hostile, files=(desk.file('#a".png', png()),))
    )
    desk.book.review(
        "1", Posted("google", 1, hostile, hostile, None, "https://x.example/" + "r" * 300)
    )
    made = paper(desk)
    assert made.pdf is not None
    (tmp_path / "h.pdf").write_bytes(made.pdf)
    text = tool("pdftotext", tmp_path / "h.pdf", "-")
    assert "root:" not in text
    assert '#read("/etc/passwd")' in " ".join(text.split())
    assert "".join(text.split()).count("w" * 400) >= 4
    boxes = re.findall(r'xMax="([\d.]+)"', tool("pdftotext", "-bbox", tmp_path / "h.pdf", "-"))
    assert max(map(float, boxes)) < 595 - 50


@pytest.mark.slow
def test_all_naughty_strings_are_on_paper(desk, tmp_path):
    desk.book.log(Contact(who="Dana", text="x"))
    for text in naughty_strings():
        if text.strip():
            desk.book.log(
                Contact(incident="1", who=harmless_line(text)[:200] or None, text=text, quote=text)
            )
    made = paper(desk)
    assert made.pdf is not None
    (tmp_path / "n.pdf").write_bytes(made.pdf)
    assert "No syntax" in tool("qpdf", "--check", tmp_path / "n.pdf")
    assert made.pdf == paper(desk).pdf


@pytest.mark.slow
def test_the_pages_can_be_drawn(printed, tmp_path):
    tool("pdftoppm", "-r", 30, "-png", printed, tmp_path / "page")
    assert len(list(tmp_path.glob("page*.png"))) >= 5


def test_the_file_to_print_ends_with_the_declaration(story, tmp_path):
    dossier = story.book.dossier("1", "court")
    made = paper_pdf(dossier, LONDON, story.book.prove(dossier))
    assert made.pdf is not None
    (tmp_path / "p.pdf").write_bytes(made.pdf)
    text = " ".join(tool("pdftotext", tmp_path / "p.pdf", "-").split())
    signed = text[text.rindex("England and Wales: certificate for records of a business") :]
    assert "Office held in the business" in signed
    assert "declare under penalty of perjury that the foregoing is true and correct." in text
    assert "in the zip of the same name" in text
    assert QUOTE in text


def test_the_file_to_print_is_a_pdf_where_one_can_be_made_else_a_page(story, tmp_path, monkeypatch):
    dossier = story.book.dossier("1", "court")
    proofs = story.book.prove(dossier)
    made = write_paper(dossier, proofs, tmp_path / "case.pdf")
    assert made.read_bytes() == paper_pdf(dossier, LONDON, proofs).pdf
    monkeypatch.setattr(module, "find_spec", lambda _name: None)
    page = write_paper(dossier, proofs, tmp_path / "case.pdf")
    assert page == tmp_path / "case.html"
    assert page.read_text().startswith("<!doctype html>")


def test_claims_and_words_that_were_left_out_are_on_paper(story, tmp_path):
    weigh(story.book, "1", None, [Weighed("1", "against", ("E1",), "it was fresh")])
    dossier = story.book.dossier("1", "lawyer", Choice(decided=named(["full refund"])))
    made = report_pdf(dossier, LONDON)
    assert made.pdf is not None
    (tmp_path / "c.pdf").write_bytes(made.pdf)
    text = " ".join(tool("pdftotext", tmp_path / "c.pdf", "-").split())
    assert "there is proof against it E1, " in text
    assert "it was fresh" in text
    assert "[left out]" in text
    assert "full refund" not in text


def test_no_word_of_a_text_of_ours_is_lost_on_paper():
    html = "<h3>A</h3><p class='soft'>b <code>c</code>\n d</p><ol><li>e</li><li>f</li></ol><ul><li>g</li></ul>"
    found = [(one["kind"], one["number"], one["text"].strip()) for one in blocks_of(html)]
    assert found == [
        ("title", 0, "A"), ("soft", 0, "b c d"), ("item", 1, "e"), ("item", 2, "f"), ("item", 0, "g"),
    ]  # fmt: skip


WITHOUT = """
import sys
sys.modules["typst"] = None
from reviewlog.bundle.pdf.paper import is_installed
print(is_installed())
"""


def test_a_machine_without_typst_is_told_from_one_with_it():
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"

"""The pages as a reader's program takes them apart: marks, links, order, and what each says."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from reviewlog.bundle.packing.write import write_bundle
from reviewlog.bundle.pages.page import left_out
from reviewlog.bundle.telling.parts import TITLES, parts_of
from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.said import Contact
from tests.bundle.conftest import EVERYBODY, OUTSIDERS, QUOTE, Desk, checked, members_of
from tests.bundle.test_bundle_report import text_of

VOID = frozenset(("meta", "br", "img"))


class Outline(HTMLParser):
    """Ids, links and headings; fails where elements do not close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.levels: list[int] = []
        self.path: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if known.get("id"):
            self.ids.append(str(known["id"]))
        if tag == "a":
            self.links.append(str(known["href"]))
        if tag in ("h1", "h2", "h3"):
            self.levels.append(int(tag[1]))
        for name in ("aria-labelledby", "aria-describedby"):
            if name in known:
                self.links.append(f"#{known[name]}")
        if tag not in VOID:
            self.path.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.path.pop() == tag


def outline(page: bytes) -> Outline:
    found = Outline()
    found.feed(page.decode())
    found.close()
    assert found.path == []
    return found


def pages_of(bag: dict[str, bytes]) -> list[str]:
    """The pages that are ours and made anew for each bundle."""
    return [
        n for n in bag if n.endswith(".html") and not n.startswith(("tools/", "data/exhibits/"))
    ]


@pytest.mark.parametrize("word", EVERYBODY)
@pytest.mark.parametrize("number", ["1", "2"])
def test_no_id_stands_twice_and_every_link_leads_somewhere(bags, word: str, number: str) -> None:
    bag = bags[word, number]
    for name in pages_of(bag):
        found = outline(bag[name])
        assert len(set(found.ids)) == len(found.ids), name
        folder = name.rpartition("/")[0]
        for link in found.links:
            if link.startswith("#"):
                assert link[1:] in found.ids, (name, link)
            else:
                assert f"{folder}/{link}".lstrip("/") in bag, (name, link)


@pytest.mark.parametrize("word", EVERYBODY)
def test_headings_go_down_step_by_step(bags, word: str) -> None:
    bag = bags[word, "1"]
    for name in pages_of(bag):
        levels = outline(bag[name]).levels
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(b - a <= 1 for a, b in pairwise(levels)), name


@pytest.mark.parametrize("word", OUTSIDERS)
def test_each_reader_gets_the_parts_in_their_order(story: Desk, word: str) -> None:
    dossier = story.book.dossier("1", word)
    page = story.bag(word)["data/report.html"].decode()
    found = re.findall(r'<section id="([a-z]+)">\n<h2>([^<]*)</h2>', page)
    assert [part for part, _ in found] == [p for p in parts_of(dossier) if f'id="{p}"' in page]
    assert all(TITLES[part] == title for part, title in found)
    assert found[-1][0] == "withheld"


def test_a_judge_finds_the_list_of_exhibits_before_the_story_and_a_moderator_the_words(
    bags,
) -> None:
    court = text_of(bags["court", "1"]["data/report.html"])
    site = text_of(bags["google", "1"]["data/report.html"])
    assert court.index("List of exhibits") < court.index("Everything, in order")
    assert site.index("The words that matter") < site.index("In short")


def test_the_drawing_is_on_the_page_with_words_for_whoever_does_not_see_it(bags) -> None:
    page = bags["google", "1"]["data/report.html"].decode()
    assert page.count('<svg class="drawn lying"') == page.count('<svg class="drawn standing"') == 1
    assert '<a href="#entry-1" class="mark tied">' in page
    assert "<title>Sat 21 Nov 2026: Dana Smith phoned us</title>" in page
    assert "The customer: 2 entries. The review site: 1 entry. We: 3 entries." in page
    assert ' style="' not in page


def test_start_here_begins_with_the_matter_and_ends_with_the_limits_and_the_proofs(bags) -> None:
    text = text_of(bags["google", "1"]["START-HERE.html"])
    order = ["This folder is the record of one incident", "Customer Dana Smith", "Review on Google",
             "a demand tied to a review, said openly", "The statement", "The report", "Whom to ask",
             "How to check that nothing was changed", "tools/verify.html", "could be forged",
             "sha256sum", "reviewlog verify", "What this proves, and what not",
             "Whoever holds the key", "For specialists: the proofs and the seal"]  # fmt: skip
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)
    first_half = text[: len(text) // 2]
    before = text.partition("For specialists")[0]
    for word in ("tlog-proof", "vkey", "Merkle", "checkpoint"):
        assert word not in before
    assert "SHA-256" not in first_half


@pytest.mark.parametrize("word", EVERYBODY)
def test_a_declaration_is_for_those_who_may_ask_for_one(bags, word: str) -> None:
    assert ("data/declaration.html" in bags[word, "1"]) == (word not in ("google", "self"))


def test_the_declaration_is_filled_in_as_far_as_the_bundle_knows(bags) -> None:
    bag = bags["court", "1"]
    text = text_of(bag["data/declaration.html"])
    for words in ("902(13)", "902(14)", "1746", "section 9", "Have a lawyer check", "Signature",
                  "the record of incident 1", "2 exhibits: E1, E2", "No time stamp"):  # fmt: skip
        assert words in text
    lines = bag["data/entries.jsonl"].decode().splitlines()
    assert f"has {len(lines)} entries" in text


def test_the_certificate_of_the_own_country_comes_first(story: Desk, tmp_path) -> None:
    config = story.folder / "book" / "config.yaml"
    for line, first in (("currency: USD", "United States"), ("currency: GBP", "England")):
        config.write_text(f"business: Harbour Cakes\ntrade: bakery\n{line}\n")
        book = Logbook.open(story.folder / "book", lambda: story.now[0], "Europe/London")
        dossier = book.dossier("1", "court")
        written = write_bundle(dossier, book.prove(dossier), story.folder / "own.zip")
        book.close()
        bag = members_of(written.path)
        text = text_of(bag["data/declaration.html"])
        second = {"England": "United States: ", "United States": "England and Wales: "}[first]
        assert text.index(f"{first}") < text.index(second)
        assert checked(bag, tmp_path / first) == []


def test_the_statement_as_text(bags) -> None:
    assert bags["google", "1"]["data/statement.txt"].decode() == STATEMENT


STATEMENT = f"""\
Statement by Harbour Cakes for Google
Incident 1, Dana Smith

Their words
“{QUOTE}”
Dana Smith phoned us, Sat 21 Nov 2026, 16:41 (UTC+00:00).
Noted as: a demand tied to a review, said openly.

What was asked for
- Sat 21 Nov 2026: full refund, 240.00 GBP

The review
- Google: 1 of 5 stars, shown name DanaS88, posted Sun 22 Nov 2026, online when last noted, https://maps.example/r/1
- “Dry cake, rude staff.”

In order
- Sat 21 Nov 2026: Dana Smith phoned us
- Sat 21 Nov 2026: Something was asked of us
- Sat 21 Nov 2026: We wrote an e-mail to the customer
- Sat 21 Nov 2026: We offered to put it right (attempt A)
- Sat 21 Nov 2026: We answered with another proposal
- Sun 22 Nov 2026: A review by DanaS88 was posted on Google

Exhibits
- E1.png: a file
- E2: a file
"""


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("plain", [("plain", False)]),
        ("a [name left out] b", [("a ", False), ("[name left out]", True), (" b", False)]),
        ("[left out]", [("[left out]", True)]),
        ("[e-mail address left out].", [("[e-mail address left out]", True), (".", False)]),
        ("[Left out] [x", [("[Left out] [x", False)]),
        ("", []),
    ],
)
def test_marks_for_words_left_out_are_told_apart(text: str, parts: list[tuple[str, bool]]) -> None:
    assert left_out(text) == parts


def test_a_long_text_of_brackets_takes_no_time() -> None:
    assert left_out("[a " * 200_000) == [("[a " * 200_000, False)]


def test_what_stays_is_told_by_its_kind_and_why(bags) -> None:
    text = text_of(bags["lawyer", "1"]["data/report.html"])
    assert "our own views of it 1 an opinion" in text
    assert "reminders 1 our own planning" in text


def test_an_incident_with_one_entry_reads_well(desk: Desk) -> None:
    desk.book.log(Contact(text="Somebody was cross."))
    text = text_of(desk.bag("court")["data/report.html"])
    assert "Who acted when" in text
    assert "List of exhibits" not in text

"""The naughty strings in every field: what leaves is only text, all of it, and it verifies."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from reviewlog.bundle.pages.rows import guarded
from reviewlog.domain.entry import Draft, EntryId
from reviewlog.domain.harmless import harmless
from reviewlog.domain.sealing import open_disclosure
from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.said import Contact
from tests.bundle.browser import Browser, needs_chromium
from tests.bundle.conftest import Desk, broken, members_of, naughty_strings
from tests.bundle.test_bundle_hostile_text import HOSTILE, assert_inert

READERS = ("google", "lawyer", "self")
KINDS = 11
"""How many kinds of entries `drafts_for` makes."""


class Texts(HTMLParser):
    """Collects what stands in the elements that show a field."""

    def __init__(self) -> None:
        super().__init__()
        self.depth: list[bool] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag in ("br", "img", "meta"):
            self.found[-1:] = (
                [self.found[-1] + "\n"] if self.found and tag == "br" else self.found[-1:]
            )
            return
        shows = "data-field" in dict(attrs)
        self.depth.append(shows)
        if shows:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        if self.depth:
            self.depth.pop()

    def handle_data(self, data: str) -> None:
        if any(self.depth):
            self.found[-1] += data


def drafts_for(
    text: str, at: dict[str, Any], review: EntryId, file: dict[str, Any]
) -> Iterator[Draft]:
    """Yield an entry of every kind that leaves, with the text in all of its fields."""
    t = text
    when = {"happened_at": at}
    ours = {"channel": "phone", "direction": "in", "threat": "open", "sites": ["google"]}
    yield Draft(
        "interaction",
        when | ours | {"who": t, "text": t, "quote": t, "on_behalf_of": t, "phone": t, "staff": t},
    )
    yield Draft(
        "review",
        when | {"state": "up", "site": "google", "text": t, "nick": t, "url": t, "stars": 1},
    )
    yield Draft("demand", when | {"state": "open", "text": t, "answer": t})
    yield Draft("attempt", when | {"state": "offered", "text": t, "label": t, "remedy": "redo"})
    yield Draft("evidence", when | {"text": t, "source": t, "by": t, "file": file | {"name": t}})
    yield Draft(
        "claim",
        when
        | {
            "of": str(review),
            "sentence": t,
            "place": 1,
            "stand": "against",
            "proofs": [],
            "text": t,
        },
    )
    yield Draft(
        "lookup",
        when | {"where": t, "looked_for": [t, t], "period": t, "found": "nothing", "text": t},
    )
    yield Draft(
        "dispute",
        when
        | {
            "state": "sent",
            "site": "google",
            "ground": t,
            "ground_name": t,
            "of": str(review),
            "fields": {t: t},
            "text": t,
            "reference": t,
            "try": 1,
        },
    )
    yield Draft("reply", when | {"site": "google", "text": t})
    yield Draft("promise", when | {"text": t})
    yield Draft("note", when | {"text": t, "lawyer": True})


def written_in_every_field(
    desk: Desk, texts: list[str], kinds: int = 0, only: int | None = None
) -> None:
    """Write all kinds for every text, `kinds` of them one after the other, or `only` one."""
    book = desk.book
    said = Contact(
        who="Dana", text="t", threat="open", sites=("google",), files=(desk.file("x", b"text"),)
    )
    entry = book.log(said).main
    file = next(e.fields["file"] for e in book.view("1").every if e.fields.get("file"))
    made: list[Draft] = []
    for number, text in enumerate(texts):
        every = list(drafts_for(text, book.happened(None), entry.id, file))
        chosen = every if only is None else [every[only]]
        if kinds:
            chosen = [every[(number + n) % KINDS] for n in range(kinds)]
        made += [draft._replace(incident=entry.incident) for draft in chosen]
    with book.store.writing():
        book.record(made)
    desk.later(minutes=1)


def told_in(bag: dict[str, bytes]) -> list[Any]:
    """Every value that the bundle discloses, as it was written down."""
    lines = map(json.loads, bag["data/entries.jsonl"].decode().splitlines())
    return [open_disclosure(d)[1] for line in lines for d in line["disclosures"]]


def flat(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for one in pair for text in flat(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in flat(one))


def assert_whole(desk: Desk, word: str, texts: list[str]) -> dict[str, bytes]:
    written = desk.export(word)
    assert broken(written.path) == []
    bag = members_of(written.path)
    assert_inert(bag)
    if word == "self":
        stored = {text for value in told_in(bag) for text in flat(value)}
        assert set(texts) <= stored
        page = Texts()
        page.feed(bag["data/report.html"].decode())
        shown = {" ".join(text.split()) for text in page.found}
        missing = [t for t in texts if " ".join(harmless(t).split()) not in shown]
        assert missing == []
        cells = csv.reader(io.StringIO(bag["data/entries.csv"].decode("utf-8-sig")))
        in_table = {cell for row in cells for cell in row}
        assert [t for t in texts if guarded(t) not in in_table] == []
    return bag


@pytest.mark.parametrize("word", READERS)
def test_each_naughty_string_in_the_fields_of_a_kind(desk: Desk, word: str) -> None:
    texts = [text for text in naughty_strings() if text.strip()]
    written_in_every_field(desk, texts[::4], kinds=2)
    assert_whole(desk, word, [])


@pytest.mark.slow
@pytest.mark.parametrize("kind", range(KINDS))
def test_all_naughty_strings_in_every_field_of_a_kind(desk: Desk, kind: int) -> None:
    texts = [text for text in naughty_strings() if text.strip()]
    written_in_every_field(desk, texts, only=kind)
    for word in ("self", READERS[kind % 2]):
        assert_whole(desk, word, texts)


def test_hostile_texts_in_every_field(desk: Desk) -> None:
    texts = [text for text in HOSTILE if text.strip()]
    written_in_every_field(desk, texts)
    for word in READERS:
        assert_whole(desk, word, texts)


@pytest.mark.slow
@needs_chromium
def test_nothing_of_it_runs_in_a_browser(desk: Desk, tmp_path: Path) -> None:
    config = desk.folder / "book" / "config.yaml"
    config.write_text(json.dumps({"business": " ".join(HOSTILE[:7]), "trade": "bakery"}))
    desk.book.close()
    desk.book = Logbook.open(config.parent, lambda: desk.now[0], "Europe/London")
    texts = [text for text in [*HOSTILE, *naughty_strings()] if text.strip()]
    written_in_every_field(desk, texts, kinds=2)
    with Browser(tmp_path / "profile") as browser:
        for word in READERS:
            with zipfile.ZipFile(desk.export(word).path) as archive:
                archive.extractall(tmp_path / word)
            for page in sorted((tmp_path / word).rglob("*.html")):
                if page.parent.name == "tools":
                    continue
                browser.open(page.as_uri())
                pictures = [one for one in browser.asked if not one.startswith("data:image/")]
                assert (browser.wrong, browser.scripts) == ([], []), page
                assert pictures == [page.as_uri()], page
                assert "owned" not in browser.run("document.title")

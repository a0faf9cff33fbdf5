"""Whatever somebody wrote, it is only ever text."""

import csv
import io
import json
import unicodedata
from html.parser import HTMLParser

import pytest

from reviewlog.bundle.pages.rows import guarded
from reviewlog.domain.entry import Draft
from reviewlog.logbook.said import Contact, Posted
from tests.bundle.conftest import Desk, checked, naughty_strings

TAGS = frozenset(
    ("html", "head", "meta", "title", "style", "body", "header", "p", "bdi", "h1", "h2", "h3", "div",
     "dl", "dt", "dd", "main", "section", "ul", "ol", "li", "time", "span", "article", "figure",
     "figcaption", "blockquote", "a", "table", "caption", "thead", "tbody", "tr", "th", "td", "br",
     "code", "img", "footer", "pre", "strong", "q", "svg", "desc", "g", "rect", "line", "circle", "path",
     "text")
)  # fmt: skip
ATTRIBUTES = frozenset(
    ("lang", "charset", "http-equiv", "content", "name", "class", "dir", "data-field", "data-of", "id",
     "scope", "href", "src", "alt", "viewbox", "role", "aria-label", "aria-labelledby", "aria-describedby",
     "aria-hidden", "x", "y", "width", "height", "rx", "x1", "x2", "y1", "y2", "cx", "cy", "r", "d",
     "transform", "text-anchor")
)  # fmt: skip
HOSTILE = [
    "<script>document.title='owned'</script>",
    '"><img src=x onerror=alert(1)>',
    "</blockquote></article><h1>not ours</h1>",
    "</style><script>alert(1)</script>",
    "<!-- --> <![CDATA[ ]]> <?php ?>",
    "{{ 7*7 }} {% raw %}",
    "javascript:alert(1)",
    "=HYPERLINK(\"http://evil\",\"x\")",
    "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\x00=1",  # noqa: RUF001
    "\x1b[31mred\x1b]0;title\x07",
    "\x9b31m",
    "\u202egnp.exe\u2066",
    "\u200bunseen\ufeff\U000e0041",
    "lone \udc80 surrogate \ud83d",
    "family 👨‍👩‍👧 and 日本語 and עברית",
    "line\u2028separator\nnewline\x0b\x0c",
    "&lt;b&gt; &amp; &#60;",
]  # fmt: skip


class Inert(HTMLParser):
    """Fails on every tag and attribute that the templates do not have."""

    def handle_starttag(self, tag, attrs):
        assert tag in TAGS, tag
        for name, value in attrs:
            assert name in ATTRIBUTES, name
            if name == "href":
                assert value.startswith(("#E", "#entry-", "exhibits/E", "data/", "tools/")), value
            if name == "src":
                assert value.startswith("data:image/"), value

    def handle_comment(self, data):
        raise AssertionError(data)

    def handle_pi(self, data):
        raise AssertionError(data)

    def unknown_decl(self, data):
        raise AssertionError(data)


def written_everywhere(desk: Desk, texts: list[str]) -> None:
    """Put each text into every field that an owner can fill."""
    for text in texts:
        if not text.strip():
            continue
        said = Contact(who=text, text=text, quote=text, demand=text, on_behalf_of=text, phone=text,
                       staff=text, threat="open", sites=("google",), amount="1.00",
                       incident="1" if desk.book.incidents() else None)  # fmt: skip
        desk.book.log(said)
        desk.book.review("1", Posted("google", 1, text, text, None, text))
        desk.book.note("1", text, None, lawyer=True)


def assert_inert(bag: dict[str, bytes]) -> None:
    for name, body in bag.items():
        if name.startswith("data/exhibits/") or name in ("data/report.pdf", "tools/verify.html"):
            continue
        text = body.decode("utf-8")
        if name.endswith(".html"):
            page = Inert()
            page.feed(text)
            page.close()
        shown = text.replace("\r\n", "\n").removeprefix("\ufeff")
        bad = {c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")}
        assert bad <= {"\n"}, name
        assert not {c for c in shown if unicodedata.category(c) == "Cf"} - set("\u200c\u200d"), name


@pytest.mark.parametrize("word", ["google", "self"])
def test_hostile_texts_are_inert(desk: Desk, word: str) -> None:
    desk.file("x", b"text")
    written_everywhere(desk, HOSTILE)
    bag = desk.bag(word)
    assert_inert(bag)
    assert checked(bag, desk.folder / "bag") == []


@pytest.mark.parametrize("word", ["google", "self"])
def test_naughty_strings_are_inert(desk: Desk, word: str) -> None:
    book = desk.book
    texts = [text for text in naughty_strings() if text.strip()]
    first = book.log(Contact(who="x", text="\n".join(texts), threat="open", sites=("google",))).main
    at = {"happened_at": book.happened(None)}
    said = {"channel": "phone", "direction": "in", "threat": "open"}
    drafts = [Draft("review", at | {"text": t, "nick": t, "url": t}, first.incident) for t in texts]
    drafts += [
        Draft("interaction", at | said | {"who": t, "quote": t}, first.incident)
        for t in texts[:400]
    ]
    # One command, so that the incident is projected once and not a thousand times.
    with book.store.writing():
        book.record(drafts)
    bag = desk.bag(word)
    assert_inert(bag)
    assert checked(bag, desk.folder / "bag") == []


@pytest.mark.parametrize(
    "name", ["<img src=x>.png", "=1+1.png", "\x1b[31m.png", "‮gnp.exe", "a\nb.png", "\udc80.png"]
)
def test_names_of_files_are_only_data(desk: Desk, name: str) -> None:
    desk.book.log(Contact(who="Dana", text="t", files=(desk.file(name, b"plain"),)))
    bag = desk.bag("self")
    assert "data/exhibits/E1.txt" in bag
    assert_inert(bag)
    assert checked(bag, desk.folder / "bag") == []


def test_the_record_keeps_the_text_as_it_was(desk: Desk) -> None:
    from reviewlog.domain.sealing import open_disclosure

    text = "".join(HOSTILE)
    desk.book.log(Contact(who="Dana", quote=text))
    line = json.loads(desk.bag("court")["data/entries.jsonl"].decode().splitlines()[0])
    assert dict(open_disclosure(t) for t in line["disclosures"])["quote"] == text


@pytest.mark.parametrize(
    "cell",
    ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "\x00=1", "  =1", "＝1", "＋1", "－1", "＠1", "\n=1",  # noqa: RUF001
     "\u00a0=1", "\u3000@x"],
)  # fmt: skip
def test_formulas_are_guarded(cell: str) -> None:
    assert guarded(cell).startswith("'")


@pytest.mark.parametrize("cell", ["", "plain", "a=b", "1", "'quoted", "日本"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert guarded(cell) == cell


def test_the_table_can_be_read_back(desk: Desk) -> None:
    desk.book.log(Contact(who='Da "na", ok', quote="one\ntwo; =three", text="=SUM(A1)"))
    body = desk.bag("court")["data/entries.csv"].decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(body))
    assert row["words"] == "one\ntwo; =three"
    assert row["text"] == "'=SUM(A1)"
    assert row["what"] == 'Da "na", ok phoned us'

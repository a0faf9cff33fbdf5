"""Words that were left out are in no byte of a bundle, and `verify` takes honest marks only."""

import base64
import json
import re
import zipfile
from pathlib import Path

import pytest

from reviewlog.bundle.packing.write import write_bundle
from reviewlog.domain.sealing import open_disclosure
from reviewlog.logbook.said import Capture, Contact, Posted
from reviewlog.logbook.sharing.redacting import Choice, named
from tests.bundle.conftest import OUTSIDERS, Desk, broken, checked, members_of, png
from tests.bundle.forging import listed_again

SECRETS = ("Zebedee", "07700 900456", "zoe@secret.example", "DE89370400440532013000")
EVERY = " ".join(SECRETS)
ENTRIES = "data/entries.jsonl"


@pytest.fixture
def told(desk: Desk) -> Desk:
    """An incident with the same words in every place that somebody can write to."""
    book = desk.book
    first = book.log(Contact(who="Dana Smith", text=f"first {EVERY}", quote=f"said {EVERY}",
                             threat="open", sites=("google",), demand=f"all {EVERY}",
                             staff="Zebedee", phone="07700 900456",
                             files=(desk.file("Zebedee.png", png()),))).main  # fmt: skip
    book.amend(str(first.id.seq), {"text": f"amended {EVERY}"}, None, "typo Zebedee")
    book.amend(str(first.id.seq), {"text": f"amended again {EVERY}"}, None, None)
    book.log(Contact(who="Dana Smith", direction="out", channel="email", text="added later"))
    book.amend(None, {"quote": f"later {EVERY}"}, None, None)
    book.review("1", Posted("google", 1, f"Bad. Ask Zebedee. {EVERY}", "DanaS", None,
                            "https://maps.example/Zebedee"))  # fmt: skip
    book.attach("1", (desk.file("page.png", png(30)),), None, f"caption {EVERY}",
                Capture(how="screenshot", source="https://maps.example/Zebedee", by="Zebedee"))  # fmt: skip
    book.note("1", f"for the lawyer {EVERY}", None, lawyer=True)
    book.log(Contact(incident="1", text=f"undone {EVERY}"))
    book.undo()
    said = book.view("1").facts.reviews[0].first
    book.write("1", "lookup", {"where": f"the till {EVERY}", "looked_for": [EVERY, "Dana"],
                               "period": f"May {EVERY}", "found": "nothing", "text": EVERY})  # fmt: skip
    book.write("1", "claim", {"of": str(said.id), "sentence": "Ask Zebedee.", "place": 2,
                              "stand": "open", "proofs": [], "text": EVERY})  # fmt: skip
    book.write("1", "dispute", {"state": "sent", "site": "google", "ground": "spam", "text": EVERY,
                                "reference": "Zebedee-1", "fields": {f"Why {EVERY}": EVERY}})  # fmt: skip
    book.write("1", "reply", {"state": "posted", "site": "google", "text": EVERY})
    book.redact("1", named(SECRETS))
    return desk


def bundle(desk: Desk, word: str, *without: str) -> Path:
    dossier = desk.book.dossier("1", word, Choice(without))
    return write_bundle(dossier, desk.book.prove(dossier), desk.folder / "chosen.zip").path


def spellings(secret: str) -> set[bytes]:
    """Every way in which the words may stand in the bytes: plain, escaped, base64 at any place."""
    plain = {secret, secret.lower(), json.dumps(secret)[1:-1], secret.replace("@", "&#64;")}
    found = {text.encode() for text in plain}
    raw = secret.encode()
    for shift in range(3):
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            coded = encode(b"\0" * shift + raw)
            found.add(coded[(shift * 8 + 5) // 6 : (shift + len(raw)) * 8 // 6])
    return found


def all_of(path: Path) -> bytes:
    """The bytes of a zip as it lies on the disk, its members and what is inside disclosures."""
    with zipfile.ZipFile(path) as archive:
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
    opened = [
        json.dumps(open_disclosure(text), ensure_ascii=False)
        for line in members_of(path)[ENTRIES].splitlines()
        for text in json.loads(line)["disclosures"]
    ]
    return path.read_bytes() + "\n".join(opened).encode()


@pytest.mark.parametrize("word", OUTSIDERS)
def test_no_byte_holds_what_was_left_out(told: Desk, word: str) -> None:
    path = bundle(told, word)
    found = all_of(path)
    for secret in SECRETS:
        for spelling in spellings(secret):
            assert spelling not in found, (secret, spelling)
    assert broken(path) == []


@pytest.mark.parametrize("word", OUTSIDERS)
def test_the_customer_can_be_left_out_as_well(told: Desk, word: str) -> None:
    told.book.redact("1", named(["Dana Smith", "DanaS"]))
    path = bundle(told, word)
    found = all_of(path)
    for name in ("Dana Smith", "DanaS"):
        assert not any(spelling in found for spelling in spellings(name))
    assert broken(path) == []


def test_the_test_would_find_it(told: Desk) -> None:
    path = bundle(told, "self")
    assert broken(path) == []
    found = all_of(path)
    for secret in SECRETS:
        assert sum(spelling in found for spelling in spellings(secret)) > 1


def test_the_marks_and_the_rest_are_told(told: Desk) -> None:
    bag = told.bag("lawyer")
    for name in ("data/report.html", "data/entries.csv"):
        page = re.sub("<[^>]*>", "", bag[name].decode())
        assert "amended again [left out] [telephone number left out]" in page
        assert "[e-mail address left out] [bank account left out]" in page
        assert "for the lawyer [left out]" in page
        assert "Dana Smith" in page


def test_the_same_export_gives_the_same_bytes(told: Desk) -> None:
    first = bundle(told, "google").read_bytes()
    assert told.book.redact("1", named(SECRETS)) == []
    assert bundle(told, "google").read_bytes() == first


def test_a_text_that_may_stay_again_stays(told: Desk) -> None:
    told.book.redact("1", named((), SECRETS))
    assert b"amended again Zebedee 07700 900456" in told.bag("lawyer")["data/report.html"]


def test_an_exhibit_can_be_left_out(told: Desk) -> None:
    found = members_of(bundle(told, "lawyer", "E1"))
    assert "data/exhibits/E2.png" in found
    assert "data/exhibits/E1.png" not in found
    path = told.folder / "chosen.zip"
    assert broken(path) == []


def spoilt(bag: dict[str, bytes], change) -> dict[str, bytes]:
    """The bag with the first line that tells of something left out changed, and listed anew."""
    lines = bag[ENTRIES].splitlines(keepends=True)
    place = next(n for n, line in enumerate(lines) if json.loads(line).get("redacted"))
    line = json.loads(lines[place])
    change(line)
    lines[place] = json.dumps(line).encode() + b"\n"
    return listed_again(bag | {ENTRIES: b"".join(lines)})


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda line: line["redacted"].update(text="no mark"), "without a mark (text)"),
        (lambda line: line["redacted"].update(verdict="[left out]"), "that has none (verdict)"),
        (lambda line: line["redacted"].update(happened_at="[left out]"), "none (happened_at)"),
        (lambda line: line["redacted"].update(channel="[left out]"), "none (channel)"),
        (lambda line: line.update(redacted="[left out]"), "cannot be read"),
        (lambda line: line["redacted"].update(file="[left out]"), "cannot be read"),
    ],
)
def test_dishonest_marks_are_found(told: Desk, tmp_path: Path, change, what: str) -> None:
    found = checked(spoilt(told.bag("lawyer"), change), tmp_path / "spoilt")
    assert any(what in fault for _, fault in found), found


def test_a_field_is_not_told_twice(told: Desk, tmp_path: Path) -> None:
    raw = told.bag("lawyer")
    ours = [json.loads(line) for line in told.bag("self")[ENTRIES].splitlines()]

    def disclose(line):
        same = next(one for one in ours if one["leaf"] == line["leaf"])
        line["disclosures"] = same["disclosures"]

    found = checked(spoilt(raw, disclose), tmp_path / "spoilt")
    assert any("told twice" in fault for _, fault in found), found


def test_marks_need_a_digest_that_is_withheld(told: Desk, tmp_path: Path) -> None:
    def everything(line):
        line["redacted"] = dict.fromkeys(("text", "quote", "url", "nick", "who", "phone", "staff", "answer"), "[left out]")  # fmt: skip

    found = checked(spoilt(told.bag("google"), everything), tmp_path / "spoilt")
    assert any("nothing of it is withheld" in fault or "told twice" in fault for _, fault in found)


@pytest.mark.parametrize("reader", ["google", "lawyer"])
def test_words_hidden_across_sentences_stay_hidden_in_claims_and_verify(desk: Desk, reader) -> None:
    book = desk.book
    book.log(Contact(who="Dana Smith", text="hello", sites=("google",)))
    text = "Dry. The cake of Zoltan. Kovacs was bad! Never again."
    book.review("1", Posted("google", 1, text, "Tiger"))
    said = book.view("1").facts.reviews[0].first
    for place, sentence in enumerate(("Dry.", "The cake of Zoltan.", "Kovacs was bad!"), 1):
        book.write("1", "claim", {"of": str(said.id), "sentence": sentence, "place": place,
                                  "stand": "opinion", "proofs": []})  # fmt: skip
    book.redact("1", named(["Zoltan. Kovacs"]))
    path = bundle(desk, reader)
    assert broken(path) == []
    every = all_of(path).decode("utf-8", "replace")
    assert "Zoltan" not in every
    assert "Kovacs" not in every
    assert "no longer in the review" not in every

"""Real logbooks in a temporary folder, and ways to take their bundles apart."""

import base64
import json
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reviewlog.bundle.checking.verify import verify_bundle
from reviewlog.bundle.packing.write import Written, write_bundle
from reviewlog.domain.checked import Checked
from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.said import Answer, Contact, Judgement, Posted, Remedy

START = datetime(2026, 11, 21, 16, 45, tzinfo=UTC)
QUOTE = "Refund me the whole 240 or I post one star tonight."
OUTSIDERS = ("google", "lawyer", "court", "police", "insurer")
EVERYBODY = (*OUTSIDERS, "self")


def png(width: int = 40, height: int = 30) -> bytes:
    """A real picture."""
    rows = b"".join(b"\0" + bytes([y * 7 % 256, 90, 60]) * width for y in range(height))

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


@dataclass
class Desk:
    """A logbook with a clock that the test moves, and the bundles made of it."""

    folder: Path
    now: list[datetime] = field(default_factory=lambda: [START])

    def __post_init__(self) -> None:
        self.folder.mkdir(exist_ok=True)
        (self.folder / "book").mkdir(exist_ok=True)
        (self.folder / "book" / "config.yaml").write_text(
            "business: Harbour Cakes\ntrade: bakery\ncurrency: GBP\n"
        )
        self.book = Logbook.open(self.folder / "book", lambda: self.now[0], "Europe/London")

    def later(self, **distance: float) -> None:
        self.now[0] += timedelta(**distance)

    def file(self, name: str, body: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(body)
        return path

    def export(
        self, word: str | None = "google", incident: str = "1", name: str = "out.zip"
    ) -> Written:
        dossier = self.book.dossier(incident, word)
        return write_bundle(dossier, self.book.prove(dossier), self.folder / name)

    def bag(self, word: str | None = "google", incident: str = "1") -> dict[str, bytes]:
        return members_of(self.export(word, incident).path)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "desk")
    yield made
    made.book.close()


@pytest.fixture
def story(desk: Desk) -> Desk:
    """An incident in which everything happens, to be changed by the test."""
    tell(desk)
    return desk


@pytest.fixture(scope="session")
def bags(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], dict[str, bytes]]:
    """The bundles of the story by audience and incident, to be read only."""
    made = Desk(tmp_path_factory.mktemp("bags") / "desk")
    tell(made)
    found = {(word, n): made.bag(word, n) for word in EVERYBODY for n in ("1", "2")}
    made.book.close()
    return found


@pytest.fixture
def bag(bags: dict[tuple[str, str], dict[str, bytes]]) -> dict[str, bytes]:
    """The bundle for Google, to be spoiled by the test."""
    return dict(bags["google", "1"])


def tell(desk: Desk) -> None:
    """Write down the story, with a word in each place that must stay here."""
    book = desk.book
    said = Contact(
        who="Wrongname Smit",
        at=book.dates.past("today 16:41"),
        text="She wants her money back.",
        quote=QUOTE,
        threat="open",
        sites=("google",),
        demand="full refund",
        amount="240.00",
        phone="07700 900123",
        staff="Staffjo",
        files=(desk.file("shot at 5pm.png", png()),),
    )
    first = book.log(said).main
    book.amend(str(first.id.seq), {"who": "Dana Smith"}, None, "whysecret-typo")
    desk.later(hours=3)
    book.log(Contact(incident="1", direction="out", channel="email", at=book.dates.past("about 6pm"),
                     text="We asked for a photo."))  # fmt: skip
    book.assess("1", Judgement("partly", "assesssecret", "forsecret", "againstsecret"))
    book.note("1", "plainnotesecret", None, lawyer=False)
    book.note("1", "lawyernotesecret", None, lawyer=True)
    book.attempt("1", Remedy("offered", "a new cake", "redo", "35.00"))
    book.demand("1", Answer("countered", "half of it", why="answerwhysecret"))
    book.skip("1", book.view("1").agenda[0].step, "skipwhysecret")
    book.remind("1", book.dates.future("in 9 days"), "remindsecret")
    desk.later(days=1)
    book.review("1", Posted("google", 1, "Dry cake, rude staff.", "DanaS88",
                            book.dates.past("today"), "https://maps.example/r/1"))  # fmt: skip
    book.attach(
        "1", (desk.file("saved.html", b"<html><script>1</script></html>"),), None, "As saved"
    )
    book.log(Contact(who="Otherperson Jones", text="othersecret call", quote="otherquotesecret"))
    book.log(Contact(incident="1", text="misfiledsecret text", quote="misfiledquotesecret"))
    book.amend(None, {}, "2", "misfiled")
    book.log(Contact(incident="1", text="undonesecret"))
    book.undo()


def members_of(path: Path) -> dict[str, bytes]:
    """The members of a bundle by their names below the top folder."""
    with zipfile.ZipFile(path) as archive:
        return {n.partition("/")[2]: archive.read(n) for n in archive.namelist()}


def disclosed(bag: dict[str, bytes]) -> bytes:
    """Everything inside the disclosures of a bundle, decoded."""
    texts = []
    for line in bag["data/entries.jsonl"].decode().splitlines():
        for text in json.loads(line)["disclosures"]:
            raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
            texts.append(json.dumps(json.loads(raw), ensure_ascii=False))
    return "\n".join(texts).encode("utf-8", "surrogatepass")


def all_bytes(bag: dict[str, bytes]) -> bytes:
    """Everything that a reader could find in a bundle."""
    return b"\n".join(bag.values()) + disclosed(bag)


def found_in(bag: dict[str, bytes], path: Path, roots: bytes = b"") -> Checked:
    """What verify says of a bag, which must be the same for the zip and for the folder."""
    top = re.search(rb"^bag: ([!-~]+)$", bag.get("seal.txt", b""), re.MULTILINE)
    name = top[1].decode() if top else "bag"
    with zipfile.ZipFile(path.with_suffix(".zip"), "w") as archive:
        for member, body in bag.items():
            archive.writestr(f"{name}/{member}", body)
            target = path / member
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(body)
    zipped, unpacked = verify_bundle(path.with_suffix(".zip"), roots), verify_bundle(path, roots)
    assert zipped == unpacked
    return zipped


def checked(bag: dict[str, bytes], path: Path) -> list[tuple[str, str]]:
    """Every place of a bag that does not hold, and what is wrong with it."""
    return [(place.place, place.what) for place in found_in(bag, path).places]


def broken(path: Path) -> list[tuple[str, str]]:
    """The same of a bundle that was written somewhere."""
    return [(place.place, place.what) for place in verify_bundle(path).places]


def naughty_strings() -> list[str]:
    """The 515 strings, from the folder of vectors."""
    folder = os.environ.get("REVIEWLOG_VECTORS")
    if not folder:
        pytest.skip("REVIEWLOG_VECTORS does not name the folder of test vectors")
    return list(json.loads((Path(folder) / "naughty-strings" / "blns.json").read_text()))

"""The bag by RFC 8493: which members it has, its manifests and what it says about itself."""

import re
from collections.abc import Collection, Iterable, Iterator
from zoneinfo import ZoneInfo

from reviewlog.bundle.member import Desk, Member, exhibit_member, text_member
from reviewlog.bundle.packing.checker import checker_member
from reviewlog.bundle.packing.proofs import proof_members
from reviewlog.bundle.pages.baginfo import info_lines
from reviewlog.bundle.pages.declaration import declaration, is_declared
from reviewlog.bundle.pages.forms import form_text
from reviewlog.bundle.pages.report import report
from reviewlog.bundle.pages.rows import csv_lines, jsonl_lines
from reviewlog.bundle.pages.start import start_here
from reviewlog.bundle.pages.statement import statement_page, statement_text
from reviewlog.bundle.pdf.paper import report_pdf
from reviewlog.bundle.telling.shownproofs import ShownProofs, shown_proofs
from reviewlog.logbook.sharing.gathering import Dossier
from reviewlog.logbook.sharing.showing import Proofs

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
TAGS = "tagmanifest-sha256.txt"
START, REPORT, DECLARED = "START-HERE.html", "data/report.html", "data/declaration.html"
PDF = "data/report.pdf"
STATEMENT, STATEMENT_TEXT, FORM = "data/statement.html", "data/statement.txt", "data/form.txt"
ENTRIES, ROWS, INFO = "data/entries.jsonl", "data/entries.csv", "bag-info.txt"


def bag_name(dossier: Dossier) -> str:
    """Return the top folder of a bundle, `incident-12-google`."""
    words = f"incident-{dossier.number}-{dossier.site or dossier.reader}"
    return re.sub(r"[^A-Za-z0-9-]", "-", words)


def bag_members(dossier: Dossier, proofs: Proofs, desk: Desk) -> list[Member]:
    """Return every member of the bag but its seal; the last one lists all that is no payload."""
    zone = ZoneInfo(dossier.zone)
    shown = list(proof_members(proofs))
    told = shown_proofs(proofs)
    payload = list(_payload(dossier, zone, told, desk))
    names = [member.name for member in payload]
    tags = [
        desk.member(START, start_here(dossier, told, names)),
        text_member("bagit.txt", DECLARATION),
        text_member(INFO, "".join(info_lines(dossier, zone, oxum_of(payload)))),
        text_member("manifest-sha256.txt", _manifest(payload)),
        *shown,
        checker_member(),
    ]
    return [*payload, *tags, text_member(TAGS, _manifest(tags))]


def _payload(dossier: Dossier, zone: ZoneInfo, proofs: ShownProofs, desk: Desk) -> Iterator[Member]:
    """Yield what lies under data/."""
    yield desk.member(REPORT, report(dossier, zone))
    yield from _on_paper(dossier, zone, desk)
    yield desk.member(ENTRIES, jsonl_lines(dossier))
    yield desk.member(ROWS, csv_lines(dossier, zone))
    yield from (exhibit_member(exhibit) for exhibit in dossier.exhibits)
    if dossier.reader == "site":
        yield from _for_site(dossier, zone, desk)
    if is_declared(dossier):
        yield desk.member(DECLARED, declaration(dossier, zone, proofs))


def _on_paper(dossier: Dossier, zone: ZoneInfo, desk: Desk) -> Iterator[Member]:
    """The report as a PDF, where one can be made: a bundle is whole without it."""
    made = report_pdf(dossier, zone)
    if made.remark is not None:
        desk.remarks.append(made.remark)
    if made.pdf is not None:
        yield desk.raw(PDF, (made.pdf,))


def _for_site(dossier: Dossier, zone: ZoneInfo, desk: Desk) -> Iterator[Member]:
    yield desk.member(STATEMENT, statement_page(dossier, zone))
    yield desk.member(STATEMENT_TEXT, statement_text(dossier, zone))
    form = "".join(form_text(dossier, zone))
    if form:
        yield text_member(FORM, form)


def oxum_of(payload: Collection[Member]) -> str:
    """Return how many bytes and files a payload has, as bag-info.txt tells it."""
    return f"{sum(m.size for m in payload)}.{len(payload)}"


def _manifest(members: Iterable[Member]) -> str:
    lines = sorted((member.name, member.sha256) for member in members)
    return "".join(f"{sha256}  {name}\n" for name, sha256 in lines)

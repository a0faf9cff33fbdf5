"""The bag by RFC 8493: which members it has, its manifests and what it says about itself."""

import re
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from reviewlog.bundle.member import Desk, Member, exhibit_member, text_member
from reviewlog.bundle.pages import page
from reviewlog.bundle.proofs import checkpoint_name, proof_members
from reviewlog.bundle.report import report
from reviewlog.bundle.rows import csv_lines, jsonl_lines
from reviewlog.bundle.statement import statement_page, statement_text
from reviewlog.bundle.story import business_of, reader_of
from reviewlog.domain.audience import EVERYTHING
from reviewlog.domain.harmless import harmless_line
from reviewlog.logbook.sharing import Dossier
from reviewlog.logbook.showing import Proofs
from reviewlog.version import VERSION

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
TAGS = "tagmanifest-sha256.txt"
INCIDENT = "Internal-Sender-Identifier"
"""The line of bag-info.txt that holds the incident's id in the log."""
ZONE = "Time-Zone"


def bag_name(dossier: Dossier) -> str:
    """Return the top folder of a bundle, `incident-12-google`."""
    words = f"incident-{dossier.number}-{dossier.site or dossier.reader}"
    return re.sub(r"[^A-Za-z0-9-]", "-", words)


def bag_members(dossier: Dossier, proofs: Proofs, desk: Desk) -> list[Member]:
    """Return every member of the bag but its seal; the last one lists all that is no payload."""
    zone = ZoneInfo(dossier.zone)
    payload = [
        desk.member("data/report.html", report(dossier, zone)),
        desk.member("data/entries.jsonl", jsonl_lines(dossier)),
        desk.member("data/entries.csv", csv_lines(dossier, zone)),
        *(exhibit_member(exhibit) for exhibit in dossier.exhibits),
    ]
    if dossier.reader == "site":
        payload.append(desk.member("data/statement.html", statement_page(dossier, zone)))
        payload.append(desk.member("data/statement.txt", statement_text(dossier, zone)))
    tags = [
        desk.member("START-HERE.html", _start_here(dossier, proofs)),
        text_member("bagit.txt", DECLARATION),
        text_member("bag-info.txt", "".join(_info(dossier, zone, payload))),
        text_member("manifest-sha256.txt", _manifest(payload)),
        *proof_members(proofs),
    ]
    return [*payload, *tags, text_member(TAGS, _manifest(tags))]


def _manifest(members: Iterable[Member]) -> str:
    lines = sorted((member.name, member.sha256) for member in members)
    return "".join(f"{sha256}  {name}\n" for name, sha256 in lines)


def _info(dossier: Dossier, zone: ZoneInfo, payload: list[Member]) -> Iterator[str]:
    newest = max(sealed.entry.recorded_at for sealed in dossier.sealed)
    if dossier.settings.get("business"):
        yield f"Source-Organization: {business_of(dossier)}\n"
    yield f"Bagging-Date: {newest.astimezone(zone):%Y-%m-%d}\n"
    yield f"Bag-Software-Agent: reviewlog {VERSION}\n"
    yield f"External-Identifier: {harmless_line(dossier.number)}\n"
    yield f"{INCIDENT}: {dossier.facts.incident}\n"
    yield f"{ZONE}: {dossier.zone}\n"
    yield f"Payload-Oxum: {sum(m.size for m in payload)}.{len(payload)}\n"


def _start_here(dossier: Dossier, proofs: Proofs) -> Iterator[str]:
    stamps = [(c, s) for c in proofs.checkpoints for s in c.stamps]
    return page(
        "start.html.j2",
        number=harmless_line(dossier.number),
        business=business_of(dossier),
        reader=reader_of(dossier),
        everything=dossier.reader == EVERYTHING,
        statement=dossier.reader == "site",
        exhibits=len(dossier.exhibits),
        example=exhibit_member(dossier.exhibits[0]).name
        if dossier.exhibits
        else "data/report.html",
        entries=len(dossier.sealed),
        size=proofs.size,
        key=proofs.keys[-1].key.fingerprint,
        other_keys=len({one.key for one in proofs.keys}) > 1,
        checkpoint=checkpoint_name(stamps[0][0].size if stamps else proofs.size),
        services=bool(dossier.settings.get("time_stamps")),
        token=checkpoint_name(stamps[0][0].size, f"{stamps[0][1].slug}.tsr") if stamps else "",
    )

"""Share: what leaves the house for an audience, gathered for the bundle."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from reviewlog.domain.audience import (
    EVERYTHING,
    Leaving,
    Withheld,
    audience,
    is_of_another,
    is_public_only,
    kind_told,
    leaving,
    withheld,
)
from reviewlog.domain.entry import NOTHING, Draft, Entry
from reviewlog.domain.errors import NothingToExportError
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.order import as_written
from reviewlog.logbook.base import Book
from reviewlog.logbook.receipt import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reviewlog.domain.claims import Claim
    from reviewlog.domain.facts.disputes import Dispute
    from reviewlog.domain.redacting.proposing import Proposal
    from reviewlog.domain.site import Site
    from reviewlog.logbook.sharing.redacting import Choice, Decided
    from reviewlog.store.pictures import Unfit


class Sealed(NamedTuple):
    """One stored entry as it goes into `entries.jsonl`: header, leaf, and what is disclosed."""

    entry: Entry
    disclosures: tuple[str, ...]
    """The disclosures that leave, as stored; the other digests in the header stay closed."""
    corrected: tuple[str, ...] = ()
    """Fields that a later amendment corrected; `incident` when it was misfiled."""
    retracted: bool = False
    names: tuple[str, ...] = ()
    """The names of the fields that are disclosed."""
    redacted: Mapping[str, Any] = NOTHING
    """Fields that are told with words left out, by name: their disclosures stay here."""


class Exhibit(NamedTuple):
    """A file of the bundle."""

    label: str
    """`E1`, `E2` …: its number for ever, in whatever bundle it is."""
    entry: Entry
    name: str
    size: int
    sha256: str
    type: str
    path: Path
    """Where its bytes lie in the logbook."""
    unfit: "Unfit | None" = None
    """Why it is not shown as a picture, where it is one."""


class Dossier(NamedTuple):
    """Everything that one audience gets of one incident."""

    number: str
    reader: str
    """`site`, `lawyer`, `court`, `police`, `insurer` or `self`."""
    site: str | None
    facts: Facts
    timeline: tuple[Leaving, ...]
    """What is told, in the order in which it happened."""
    sealed: tuple[Sealed, ...]
    """Every stored entry, so that nothing can be left out unseen."""
    exhibits: tuple[Exhibit, ...]
    settings: Mapping[str, Any]
    zone: str
    claims: "tuple[Claim, ...]" = ()
    """What stands for and against the sentences of the reviews, as far as it leaves."""
    dispute: "Dispute | None" = None
    """The ground that was chosen for this site."""
    rules: "Site | None" = None
    """The site that reads it."""
    strict: bool = False
    """Whether the owner's trade must keep silent about its customers, or is not known."""
    withheld: tuple[Withheld, ...] = ()
    """What stays here, and why."""

    @property
    def public_only(self) -> bool:
        """Whether nothing leaves but what everybody can see: a folder to upload, no bundle."""
        return is_public_only(self.reader, strict=self.strict)

    @property
    def staying(self) -> dict[str, int]:
        """How many entries of each kind stay here."""
        told = {leaving.settled.entry.id for leaving in self.timeline}
        counts: dict[str, int] = {}
        for sealed in self.sealed:
            if sealed.entry.id not in told and sealed.entry.rel is None:
                kind = kind_told(sealed.entry)
                counts[kind] = counts.get(kind, 0) + 1
        return counts


class Wanted(NamedTuple):
    """For whom a dossier is made."""

    reader: str
    site: str | None
    strict: bool


class Sharing(Book):
    """The verb export, up to the point where files are written."""

    def dossier(self, incident: str, word: str | None, choice: "Choice | None" = None) -> Dossier:
        """Return what an audience gets of an incident (`word` is `--for`; its own site, else self).

        Raises NothingToExportError when there is nothing to tell, UnknownFileError.
        """
        from reviewlog.domain.trades import is_strict
        from reviewlog.logbook.acting.siting import shelf_of
        from reviewlog.logbook.sharing.disclosing import sealed_entries, staying_kinds
        from reviewlog.logbook.sharing.told import site_choice, told_claims, told_dispute

        view = self.view(incident)
        wanted = word or ("site" if view.facts.sites else EVERYTHING)
        reader, site = audience(wanted, site_choice(view.facts))
        strict = is_strict(self.settings.get("trade"))
        told = self._told(view, Wanted(reader, site, strict), choice)
        timeline = tuple(t for t in told if not t.stays)
        if not timeline:
            by_trade = is_public_only(reader, strict=strict)
            raise NothingToExportError(str(view.row["number"]), wanted, by_trade)
        by_id = {t.settled.entry.id: t for t in told}
        whole = reader == EVERYTHING
        sealed = tuple(sealed_entries(self, view.every, by_id, everything=whole))
        return Dossier(
            number=str(view.row["number"]),
            reader=reader,
            site=site,
            facts=view.facts,
            timeline=timeline,
            sealed=sealed,
            exhibits=(exhibits := tuple(self._exhibits(view.facts.incident, timeline))),
            settings=self.settings,
            zone=self.calendar.zone,
            claims=told_claims(timeline, exhibits),
            dispute=told_dispute(timeline, site) if site else None,
            rules=shelf_of(self.store).sites[site].site if site else None,
            strict=strict,
            withheld=withheld(staying_kinds(sealed), reader, strict=strict),
        )

    def _told(self, view: View, wanted: Wanted, choice: "Choice | None") -> list[Leaving]:
        """Return every entry as far as it leaves: without what the owner wants left out."""
        from reviewlog.logbook.sharing.outside import told_outside
        from reviewlog.logbook.sharing.redacting import Choice, decided_in, kept_back

        reader, site, strict = wanted
        without, decided = choice or Choice()
        back = kept_back(self, view, without, outside=reader != EVERYTHING)
        told = [
            leaving(s, reader, strict=strict)
            for s in view.timeline
            if s.entry.id not in back and not is_of_another(s.entry, site)
        ]
        if reader == EVERYTHING:
            return told
        secrets = decided_in(view.timeline, decided).secrets
        return told_outside(self, view, told, reader, secrets)

    def _exhibits(self, incident: str, timeline: tuple[Leaving, ...]) -> list[Exhibit]:
        from reviewlog.domain.exhibits import label_order
        from reviewlog.logbook.writing.numbering import labels_of

        with self.store.reading():
            labels = labels_of(self, incident)
        files = [t for t in timeline if t.fields.get("file")]
        exhibits = [self._exhibit(labels[t.settled.entry.id], t) for t in files]
        return sorted(exhibits, key=lambda exhibit: label_order(exhibit.label))

    def _exhibit(self, label: str, told: Leaving) -> Exhibit:
        from reviewlog.store.pictures import unfit_file

        file = told.fields["file"]
        path = self.store.files.path(file["sha256"])
        return Exhibit(
            label=label,
            entry=told.settled.entry,
            name=file["name"],
            size=file["size"],
            sha256=file["sha256"],
            type=file["type"],
            path=path,
            unfit=unfit_file(path, file["type"], file["size"]),
        )

    def decisions(self, incident: str) -> "Decided":
        """Return what the owner wants left out of an incident, and what may stay."""
        from reviewlog.logbook.sharing.redacting import Decided, decided_in

        return decided_in(self.view(incident).timeline, Decided())

    def proposals(self, dossier: Dossier, decided: "Decided | None" = None) -> "list[Proposal]":
        """Return what had better be left out of a dossier and is not decided, there or now."""
        from reviewlog.logbook.sharing.redacting import Decided, decided_in, proposals_for

        view = self.view(dossier.number)
        known = decided_in(view.timeline, decided or Decided())
        return proposals_for(self, view, dossier, known)

    def redact(self, incident: str, decided: "Decided") -> list[Entry]:
        """Write down what is to be left out and what may stay, where it is not decided so yet."""
        from reviewlog.logbook.sharing.redacting import drafts_of

        before = self.decisions(incident)
        with self.store.writing():
            drafts = drafts_of(self.get_incident(incident)["id"], decided, before)
            return self.record(drafts).entries if drafts else []

    def record_export(self, dossier: Dossier, sha256: str, *, encrypted: bool = False) -> Entry:
        """Log what left the house: for whom, the hash of the bundle, and which fields were in it."""
        told = {str(s.entry.id): sorted({*s.names, *s.redacted}) for s in dossier.sealed
                if s.names or s.redacted}  # fmt: skip
        fields = {
            "incident": dossier.facts.incident,
            "audience": dossier.site or dossier.reader,
            "sha256": sha256,
            **({"encrypted": True} if encrypted else {}),
            "entries": len(dossier.timeline),
            "exhibits": len(dossier.exhibits),
            "told": told,
            # By their entries: a hash would let a guess at a file be checked after it was erased.
            "files": [str(exhibit.entry.id) for exhibit in dossier.exhibits],
        }
        with self.store.writing():
            return self.store.log.append([Draft("export", fields)], self.now())[0]

    def exports_of(self, incident: str) -> list[Entry]:
        """Return what left the house of an incident, by its id, in the order of writing."""
        with self.store.reading():
            found = self.store.log.general(("export",))
        return [entry for entry in as_written(found) if entry.fields.get("incident") == incident]

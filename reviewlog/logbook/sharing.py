"""Share: what leaves the house for an audience, gathered for the bundle."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from reviewlog.domain.audience import EVERYTHING, Leaving, audience, leaving
from reviewlog.domain.entry import CLOCK_BACK, Draft, Entry, EntryId
from reviewlog.domain.errors import NothingToExportError
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.order import as_written
from reviewlog.domain.relations import ABOUT_THE_AMENDMENT, standing
from reviewlog.logbook.base import Book


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


class Exhibit(NamedTuple):
    """A file of the bundle."""

    label: str
    """`E1`, `E2` … in the order of the timeline."""
    entry: Entry
    name: str
    size: int
    sha256: str
    type: str
    path: Path
    """Where its bytes lie in the logbook."""


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

    @property
    def staying(self) -> dict[str, int]:
        """How many entries of each kind stay here."""
        told = {leaving.settled.entry.id for leaving in self.timeline}
        counts: dict[str, int] = {}
        for sealed in self.sealed:
            if sealed.entry.id not in told and sealed.entry.rel is None:
                counts[sealed.entry.kind] = counts.get(sealed.entry.kind, 0) + 1
        return counts


class Sharing(Book):
    """The verb export, up to the point where files are written."""

    def dossier(self, incident: str, word: str | None) -> Dossier:
        """Return what an audience gets of an incident (`word` is `--for`; its own site, else self).

        Raises NothingToExportError when there is nothing to tell.
        """
        view = self.view(incident)
        wanted = word or ("site" if view.facts.sites else EVERYTHING)
        reader, site = audience(wanted, _site_choice(view.facts))
        told = [leaving(s, reader) for s in view.timeline if not _of_another(s.entry, site)]
        timeline = tuple(t for t in told if not t.stays)
        if not timeline:
            raise NothingToExportError(str(view.row["number"]), wanted)
        return Dossier(
            number=str(view.row["number"]),
            reader=reader,
            site=site,
            facts=view.facts,
            timeline=timeline,
            sealed=tuple(self._sealed(view.every, {t.settled.entry.id: t for t in told})),
            exhibits=tuple(self._exhibits(timeline)),
            settings=self.settings,
            zone=self.calendar.zone,
        )

    def _sealed(self, every: tuple[Entry, ...], told: Mapping[EntryId, Leaving]) -> list[Sealed]:
        """Seal every entry; what was corrected, misfiled or taken back leaves as digests only."""
        corrected = _corrections(every)
        retracted = standing(every)[1]
        result = []
        for entry in sorted(every, key=lambda e: e.id):
            texts = self.store.log.disclosures_of(entry.id)
            names = tuple(name for name in sorted(_disclosed(entry, told)) if name in texts)
            chosen = tuple(texts[name] for name in names)
            fields = tuple(sorted(corrected.get(entry.id, ())))
            result.append(Sealed(entry, chosen, fields, entry.id in retracted, names))
        return result

    def _exhibits(self, timeline: tuple[Leaving, ...]) -> list[Exhibit]:
        files = [t for t in timeline if t.fields.get("file")]
        return [
            Exhibit(
                label=f"E{index}",
                entry=t.settled.entry,
                name=t.fields["file"]["name"],
                size=t.fields["file"]["size"],
                sha256=t.fields["file"]["sha256"],
                type=t.fields["file"]["type"],
                path=self.store.files.path(t.fields["file"]["sha256"]),
            )
            for index, t in enumerate(files, 1)
        ]

    def record_export(self, dossier: Dossier, sha256: str) -> Entry:
        """Log what left the house: for whom, the hash of the bundle, and which fields were in it."""
        told = {str(s.entry.id): list(s.names) for s in dossier.sealed if s.names}
        fields = {
            "incident": dossier.facts.incident,
            "audience": dossier.site or dossier.reader,
            "sha256": sha256,
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


def _site_choice(facts: Facts) -> tuple[str, ...]:
    """The sites that `site` may mean: where a review stands, else those that were named."""
    up = [
        str(t.fields["site"]) for t in facts.reviews if t.state != "gone" and t.fields.get("site")
    ]
    return tuple(dict.fromkeys(up)) or facts.sites


def _of_another(entry: Entry, site: str | None) -> bool:
    """Whether an entry concerns another site than the one that gets the bundle."""
    named = entry.fields.get("site")
    return site is not None and named is not None and named != site


def _disclosed(entry: Entry, told: Mapping[EntryId, Leaving]) -> frozenset[str]:
    """An amendment discloses what it sets right, where the amended entry is told."""
    if entry.rel != "amends":
        return told[entry.id].disclosed if entry.id in told else frozenset()
    targets = [told[ref.id] for ref in entry.refs if ref.id in told]
    names = {
        name
        for name, value in entry.fields.items()
        if name not in ABOUT_THE_AMENDMENT
        and any(name in target.fields and target.fields[name] == value for target in targets)
    }
    return frozenset(names | ({CLOCK_BACK} & entry.fields.keys() if names else set()))


def _corrections(every: tuple[Entry, ...]) -> dict[EntryId, set[str]]:
    found: dict[EntryId, set[str]] = {}
    for amendment in standing(every)[0]:
        if amendment.rel == "amends":
            for ref in amendment.refs:
                found.setdefault(ref.id, set()).update(set(amendment.fields) - ABOUT_THE_AMENDMENT)
    return found

"""Correct: amendments and undo; both versions stay in the log."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from reviewlog.domain.audience import DRAFT, kind_told
from reviewlog.domain.entry import Draft, Entry, EntryId, Ref
from reviewlog.domain.errors import NothingToAmendError, NothingToUndoError, UnknownEntryError
from reviewlog.domain.facts.people import naming_entry, person_key
from reviewlog.domain.relations import contacts, standing
from reviewlog.domain.usage_errors import EmptyTextError, UnfitAmendmentError
from reviewlog.logbook.base import Book, checked_text
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.opening.surroundings import is_absence
from reviewlog.logbook.receipt import Receipt, Undone

_TEXT = frozenset(("happened_at", "text"))
AMENDABLE: Mapping[str, frozenset[str]] = {
    "interaction": _TEXT
    | {"who", "threat", "quote", "channel", "direction", "no_answer", "phone", "staff"}
    | {"on_behalf_of", "site", "pleased"},
    "review": _TEXT | {"site", "stars", "nick", "url", "due"},
    "demand": _TEXT | {"amount", "due"},
    "attempt": _TEXT | {"cost"},
    "promise": _TEXT | {"due"},
    "reminder": _TEXT | {"due"},
    "evidence": _TEXT | {"how", "shows", "source", "by", "captured_at", "consent"},
    "dispute": _TEXT | {"site", "due"},
    "reply": _TEXT | {"site", "url"},
    DRAFT: frozenset(("site",)),
    **dict.fromkeys(("assessment", "note", "outcome", "person", "claim", "lookup"), _TEXT),
}
"""What may be corrected in an entry, by its kind; a draft has versions of its own."""
UNTOUCHED = frozenset(("erasure", "anchor", "export", "key", "key-change", "setting"))
"""Kinds that undo passes over: they are not the owner's words."""
RETRACT = "retract"
"""Marks the retraction that the owner asked for by name: unlike an undo it can be undone."""
BATCH = 200


class Correcting(Book):
    """The verbs amend and undo."""

    def amend(
        self, entry: str | None, fields: dict[str, Any], incident: str | None, why: str | None
    ) -> Receipt:
        """Correct an entry (the last one unless named); the old version stays.

        `incident` moves a misfiled entry, with all that its command wrote, to where it belongs.
        """
        said = {name: value for name, value in fields.items() if value is not None}
        for name in ("text", "who", "quote", "nick", "on_behalf_of", "source", "by"):
            checked_text(said.get(name), f"the correction of {name}")
        if not said and incident is None:
            raise EmptyTextError("the correction")
        with self.store.writing():
            target = self._entry(entry) if entry else self._last_amendable(said)
            kind = kind_told(target)
            if unfit := said.keys() - AMENDABLE[kind]:
                raise UnfitAmendmentError(str(target.id.seq), kind, tuple(sorted(unfit)))
            drafts = []
            if said:
                drafts.append(_amendment([target], _as_kept(target, said) | {"why": why}))
                drafts += self._renamed_elsewhere(target, said, why)
            if incident is not None:
                home = self.get_incident(incident)["id"]
                whole = [e for e in self._written_with(target) if e.kind != "playbook"]
                drafts.append(_amendment(whole, {"incident": home, "why": why}))
            return self.receipt(self.record(drafts))

    def _renamed_elsewhere(
        self, target: Entry, said: Mapping[str, Any], why: str | None
    ) -> list[Draft]:
        """Where the customer's own name was wrong, it was wrong in every entry that has it."""
        timeline, _ = Projector(self.store, self.calendar).timeline(str(target.incident))
        naming = naming_entry(timeline)
        if naming is None or naming.id != target.id:
            return []
        field = "on_behalf_of" if naming.fields.get("on_behalf_of") else "who"
        wrong = person_key(naming.fields.get(field))
        drafts = []
        for name in ("who", "on_behalf_of") if field in said else ():
            same = [
                s.original
                for s in timeline
                if s.entry.id != target.id and person_key(s.entry.fields.get(name)) == wrong
            ]
            if same:
                drafts.append(_amendment(same, {name: said[field], "why": why}))
        return drafts

    def correctable(self, word: str | None) -> tuple[str, frozenset[str]]:
        """Return an entry's number and what can be corrected in it; the last one unless named.

        Raises UnknownEntryError, NothingToAmendError.
        """
        with self.store.reading():
            entry = self._entry(word) if word else self._last_amendable({})
            return str(entry.id.seq), AMENDABLE[kind_told(entry)]

    def words_of(self, word: str | None, name: str) -> tuple[str, str]:
        """Return an entry's number and what a field of it says now; the last one unless named.

        Raises UnknownEntryError, NothingToAmendError.
        """
        with self.store.reading():
            entry = self._entry(word) if word else self._last_amendable({name: ""})
            mine = entry
            if entry.incident is not None:
                settled, _ = Projector(self.store, self.calendar).timeline(entry.incident)
                mine = next((s.entry for s in settled if s.original.id == entry.id), entry)
            return str(entry.id.seq), str(mine.fields.get(name) or "")

    def _entry(self, word: str) -> Entry:
        log = self.store.log
        found = None
        if word.isascii() and word.isdigit() and len(word) < 15:
            found = log.find(EntryId(log.ours, int(word)))
        if found is None or found.kind not in AMENDABLE or self._is_taken_back(found):
            last = self._find_last_amendable()
            raise UnknownEntryError(word, str(last.id.seq) if last else None)
        return found

    def _is_taken_back(self, entry: Entry) -> bool:
        incident = [entry.incident] if entry.incident else []
        return entry.id in standing(self.store.log.of_incidents(incident))[1]

    def _written_with(self, entry: Entry) -> list[Entry]:
        """Return what its command wrote with it into its incident; of many contacts, its own."""
        every = contacts(self.store.log.of_command(entry.command))
        mine = next(one for one in every if one[-1].id.seq >= entry.id.seq)
        return [e for e in mine if e.incident == entry.incident]

    def _last_amendable(self, said: Mapping[str, Any]) -> Entry:
        last = self._find_last_amendable(said) or self._find_last_amendable()
        if last is None:
            raise NothingToAmendError
        return last

    def _find_last_amendable(self, said: Mapping[str, Any] = MappingProxyType({})) -> Entry | None:
        """The newest entry of ours that still stands and has the fields that are to be corrected."""
        latest = (one for command in self._commands() for one in reversed(contacts(command)))
        return next((e for contact in latest for e in contact if _fits(e, said)), None)

    def _commands(self) -> Iterator[list[Entry]]:
        """Our commands that still stand, the newest first, undos left out."""
        taken_back: set[EntryId] = set()
        seen: set[int] = set()
        before: int | None = None
        while batch := self.store.log.newest(BATCH, before):
            before = batch[-1].id.seq
            for entry in batch:
                if entry.rel == "retracts" and entry.id not in taken_back:
                    taken_back.update(ref.id for ref in entry.refs)
                    if entry.fields.get("verb") == RETRACT:
                        yield [entry]
                elif entry.command not in seen and _may_be_undone(entry, taken_back):
                    seen.add(entry.command)
                    whole = self.store.log.of_command(entry.command)
                    yield [e for e in whole if e.id not in taken_back]

    def erased_last(self) -> bool:
        """Whether the owner has done nothing since they erased something."""
        before: int | None = None
        with self.store.reading():
            while batch := self.store.log.newest(BATCH, before):
                for entry in batch:
                    if entry.kind not in UNTOUCHED - {"erasure"} or is_absence(entry):
                        return entry.kind == "erasure"
                before = batch[-1].id.seq
        return False

    def chosen_anew(self, undone: Undone) -> set[str]:
        """Return the incidents whose choice of a playbook was taken back, or holds again."""
        with self.store.reading():
            named = [ref.id for e in undone.entries if e.rel == "retracts" for ref in e.refs]
            again = [entry for at in named if (entry := self.store.log.find(at))]
        concerned = (*undone.entries, *again)
        return {e.incident for e in concerned if e.kind == "playbook" and e.incident}

    def undoable(self) -> Undone | None:
        """Return what `undo` would take back."""
        with self.store.reading():
            last = next(iter(self._commands()), None)
            return None if last is None else Undone(tuple(last), self._rows_of(last))

    def _rows_of(self, entries: Iterable[Entry]) -> tuple[Mapping[str, Any], ...]:
        incidents = dict.fromkeys(e.incident for e in entries)
        return tuple(self.store.projections.incident(i) for i in incidents if i)

    def undo(self) -> Undone:
        """Take back the last command as a whole, by new entries; repeatable.

        Raises NothingToUndoError.
        """
        with self.store.writing():
            last = next(iter(self._commands()), None)
            if last is None:
                raise NothingToUndoError
            incidents = dict.fromkeys(e.incident for e in last)
            drafts = [
                Draft(
                    "amendment",
                    {"why": "undo"},
                    incident,
                    "retracts",
                    tuple(Ref(e.id, e.leaf) for e in last if e.incident == incident),
                )
                for incident in incidents
            ]
            self.record(drafts)
            if any(e.incident is None for e in last):
                self.date_anew()
            return Undone(tuple(last), self._rows_of(last))


def _fits(entry: Entry, said: Mapping[str, Any]) -> bool:
    known = AMENDABLE.get(kind_told(entry))
    return entry.rel is None and known is not None and said.keys() <= known


def _as_kept(target: Entry, said: dict[str, Any]) -> dict[str, Any]:
    """A contact keeps a list of the sites that they named."""
    if target.kind != "interaction" or "site" not in said:
        return said
    return {name: v for name, v in said.items() if name != "site"} | {"sites": [said["site"]]}


def _may_be_undone(entry: Entry, taken_back: set[EntryId]) -> bool:
    if is_absence(entry):
        return entry.id not in taken_back
    return entry.incident is not None and entry.kind not in UNTOUCHED and entry.id not in taken_back


def _amendment(targets: list[Entry], fields: dict[str, Any]) -> Draft:
    refs = tuple(Ref(e.id, e.leaf) for e in targets)
    return Draft("amendment", fields, targets[0].incident, "amends", refs)

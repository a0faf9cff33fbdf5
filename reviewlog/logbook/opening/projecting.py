"""From entries to projections, inside the transaction that appends."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from reviewlog.domain.agenda.agenda import agenda
from reviewlog.domain.agenda.item import Item
from reviewlog.domain.entry import Draft, Entry, EntryId
from reviewlog.domain.facts.contacts import is_last_message_answered
from reviewlog.domain.facts.facts import Facts, fold
from reviewlog.domain.facts.people import person_key
from reviewlog.domain.harmless import storable
from reviewlog.domain.playbook import Cover, Playbook
from reviewlog.domain.relations import Settled, settle, standing
from reviewlog.domain.sites import SiteRule
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.moment import utc_text
from reviewlog.logbook.opening.surroundings import site_rules_of
from reviewlog.playbook.language.wire import playbook_from_json
from reviewlog.store.book import Store

SHOP = "your shop"
"""Whose an incident is that has no customer."""
ERASED = "erased person"
"""Whom an incident is about whose name was erased."""


class Projector:
    """Makes the rows of incidents and their agenda from the entries."""

    def __init__(self, store: Store, calendar: Calendar) -> None:
        self._store = store
        self._projections = store.projections
        self.calendar = calendar
        self._shelf: list[Cover] | None = None
        self._rules: Mapping[str, SiteRule] | None = None
        self._pinned: dict[str, Playbook] = {}
        self._read: dict[str, list[Entry]] = {}

    @property
    def shelf(self) -> list[Cover]:
        """The playbooks that may be offered."""
        if self._shelf is None:
            self._shelf = self._projections.covers()
        return self._shelf

    @property
    def rules(self) -> Mapping[str, SiteRule]:
        """What the review sites allow, as last logged."""
        if self._rules is None:
            self._rules = site_rules_of(json.loads(self._projections.meta("settings") or "{}"))
        return self._rules

    def update(self, incidents: Iterable[str]) -> dict[str, Facts]:
        """Project the incidents again, and every other incident of the same people.

        A name, a link or a move that changed or was taken back concerns those before and after.
        Returns the facts of all that were projected.
        """
        touched = set(incidents)
        self._read.clear()
        before = self._circle(touched)
        for incident in touched:
            self._join(incident)
        before |= self._circle(touched)
        settled = self._settled(before)
        for incident in before:
            self._put_row(fold(incident, settled))
        circle = before | self._circle(before)
        settled = self._settled(circle)
        return {incident: self._put(incident, settled) for incident in circle}

    def rebuild(self) -> None:
        """Project every incident again, numbered in the order in which each was opened."""
        incidents = self._store.log.incidents()
        for incident in incidents:
            self._put_row(Facts(incident))
            self._join(incident)
        for incident in incidents:
            self._read.clear()
            self._put_row(fold(incident, self._settled({incident})))
        for incident in incidents:
            self._read.clear()
            self._put(incident, self._settled(self._circle({incident})))

    def read_ahead(self, incidents: Iterable[str]) -> None:
        """Read the entries of incidents at once that are asked about one by one."""
        self._entries(incidents)

    def facts(self, incident: str) -> Facts:
        """Return the facts of an incident."""
        circle = self._circle({incident})
        settled = self._settled(circle)
        return self._fold(incident, settled)

    def foreseen(self, drafts: Iterable[Draft], at: datetime, person: str) -> Facts:
        """Return the facts of an incident that drafts are about to open.

        `person` is whom it is about, so that what they did elsewhere counts.
        """
        entries = [draft.as_written(n, at) for n, draft in enumerate(drafts)]
        known = self._projections.incidents_of(person) if person else []
        elsewhere = self._settled(self._circle({row["id"] for row in known}))
        ours = settle(entries)
        return fold(str(entries[0].incident), ours, [*elsewhere, *ours], self.rules)

    def timeline(self, incident: str) -> tuple[list[Settled], list[Entry]]:
        """Return the settled entries of an incident, and every stored one that concerns it."""
        moved, _ = self._projections.neighbours(incident)
        entries = self._entries(moved)
        settled = [s for s in settle(entries) if s.entry.incident == incident]
        return settled, _concerning(incident, {s.entry.id for s in settled}, entries)

    def _circle(self, incidents: set[str]) -> set[str]:
        circle = set(incidents)
        for incident in incidents:
            moved, _ = self._projections.neighbours(incident)
            for other in moved:
                circle |= moved | self._projections.neighbours(other)[1]
        return circle

    def _settled(self, incidents: set[str]) -> list[Settled]:
        moved = set(incidents)
        for incident in incidents:
            moved |= self._projections.neighbours(incident)[0]
        return settle(self._entries(moved))

    def _entries(self, incidents: Iterable[str]) -> list[Entry]:
        """Return the stored entries of incidents; each incident is read once in a pass."""
        wanted = sorted(incidents)
        unread = [incident for incident in wanted if incident not in self._read]
        self._read |= {incident: [] for incident in unread}
        for entry in self._store.log.of_incidents(unread) if unread else ():
            self._read[str(entry.incident)].append(entry)
        return [entry for incident in wanted for entry in self._read[incident]]

    def _of_the_person(self, incident: str, settled: list[Settled]) -> list[Settled]:
        _, same_person = self._projections.neighbours(incident)
        return [s for s in settled if s.entry.incident in same_person]

    def _fold(self, incident: str, settled: list[Settled]) -> Facts:
        return fold(incident, settled, self._of_the_person(incident, settled), self.rules)

    def _join(self, incident: str) -> None:
        for table, others in self.pairs(incident).items():
            self._projections.set_pairs(table, incident, others)

    def pairs(self, incident: str) -> dict[str, list[str]]:
        """Return where entries were moved to, and which incidents may be one person's."""
        entries = self._entries([incident])
        # A move that was undone counts too: the entries have a number among the exhibits there.
        moved = [e for e in entries if e.rel == "amends" and e.fields.get("incident")]
        moves, dead = {e.fields["incident"] for e in moved}, standing(entries)[1]
        links = {
            e.fields["same_as"]
            for e in entries
            if e.kind == "person" and e.fields.get("same_as") and e.id not in dead
        }
        return {"moves": sorted(moves - {incident}), "links": sorted(links - {incident})}

    def _put(self, incident: str, settled: list[Settled]) -> Facts:
        facts = self._fold(incident, settled)
        row = self._put_row(facts)
        self._projections.put_agenda(incident, self.items(facts), shown_of(row), self.calendar)
        self._put_texts(facts)
        return facts

    def _put_texts(self, facts: Facts) -> None:
        """Keep the words of what went out; few incidents have any."""
        if any(e.kind == "reply" or "draft" in e.fields for e in facts.entries):
            from reviewlog.logbook.replies.texts import put_texts

            put_texts(self._projections, facts)
        else:
            self._projections.put_replies(facts.incident, ())

    def items(self, facts: Facts) -> list[Item]:
        """Return the agenda that follows from facts."""
        if facts.is_void:
            return []
        items = agenda(self._playbook(facts), facts, self.calendar, self.shelf)
        return [i._replace(title=storable(i.title), why=storable(i.why)) for i in items]

    def _playbook(self, facts: Facts) -> Playbook | None:
        digest = facts.playbook
        if digest is None:
            return None
        if digest not in self._pinned:
            body = next(iter(self._projections.playbook_bodies(digest)), None)
            if body is None:
                return None
            self._pinned[digest] = playbook_from_json(body)
        return self._pinned[digest]

    def _put_row(self, facts: Facts) -> dict[str, Any]:
        number = self._projections.number_of(facts.incident) or self._projections.next_number()
        row = self.row(facts, number)
        self._projections.put_incident(row)
        return row

    def row(self, facts: Facts, number: int) -> dict[str, Any]:
        """Return the row of an incident."""
        playbook = self._playbook(facts)
        happened = [e.happened.start for e in facts.entries]
        return {
            "id": facts.incident,
            "number": number,
            "person": person_key(facts.customer),
            "customer": facts.customer and storable(facts.customer),
            "nick": facts.nick and storable(facts.nick),
            "phone": facts.phone and storable(facts.phone),
            "state": "void" if facts.is_void else "closed" if facts.closed else "open",
            "outcome": facts.outcome,
            "threat": facts.threat,
            "verdict": facts.verdict,
            "review": facts.review,
            "shop": int(facts.shop),
            "erased": int(facts.erased and not (facts.customer or facts.nick)),
            "answered": int(facts.reply != "missing" and is_last_message_answered(facts.entries)),
            "sites": "".join(f" {site}" for site in facts.sites) + " ",
            "playbook": playbook and playbook.id,
            "opened_at": utc_text(min(happened)) if happened else None,
            "last_at": utc_text(max(happened)) if happened else None,
            "entries": len(facts.entries),
        }


def shown_of(row: dict[str, Any]) -> dict[str, Any]:
    """Return what the agenda repeats of its incident."""
    return {"number": row["number"], "who": _who(row), "phone": row["phone"]}


def _who(row: dict[str, Any]) -> str | None:
    if row["shop"]:
        return f"{SHOP}: {row['playbook']}" if row["playbook"] else SHOP
    if row["erased"]:
        return ERASED
    if row["nick"] and not row["customer"]:
        return f"unknown reviewer ({row['nick']})"
    return row["customer"] or ("unknown person" if row["review"] == "none" else None)


def _concerning(incident: str, known: set[EntryId], entries: list[Entry]) -> list[Entry]:
    """What is filed in an incident, what was moved into it, and all that points at either."""
    found = known | {e.id for e in entries if e.incident == incident}
    while pointing := {e.id for e in entries if any(r.id in found for r in e.refs)} - found:
        found |= pointing
    return [e for e in entries if e.id in found]

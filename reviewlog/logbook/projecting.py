"""From entries to projections, inside the transaction that appends."""

from collections.abc import Iterable
from typing import Any

from reviewlog.domain.agenda import agenda
from reviewlog.domain.calendar import Calendar
from reviewlog.domain.contacts import is_answered
from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.facts import Facts, fold
from reviewlog.domain.harmless import storable
from reviewlog.domain.item import Item
from reviewlog.domain.moment import utc_text
from reviewlog.domain.people import person_key
from reviewlog.domain.playbook import Playbook
from reviewlog.domain.relations import Settled, settle, standing
from reviewlog.domain.tracks import Track
from reviewlog.domain.vocabulary import SPOKEN
from reviewlog.playbook.wire import playbook_from_json
from reviewlog.store.book import Store


class Projector:
    """Makes the rows of incidents and their agenda from the entries."""

    def __init__(self, store: Store, calendar: Calendar) -> None:
        self._store = store
        self._projections = store.projections
        self._calendar = calendar
        self._shelf = [playbook_from_json(body) for body in self._projections.playbook_bodies()]
        self._pinned: dict[str, Playbook] = {p.digest: p for p in self._shelf}
        self._read: dict[str, list[Entry]] = {}

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
        for incident in incidents:
            self._join(incident)
        for incident in incidents:
            self._read.clear()
            moved, _ = self._projections.neighbours(incident)
            self._put_row(fold(incident, settle(self._entries(moved))))
        for incident in incidents:
            self._read.clear()
            self._put(incident, self._settled(self._circle({incident})))

    def facts(self, incident: str) -> Facts:
        """Return the facts of an incident."""
        circle = self._circle({incident})
        settled = self._settled(circle)
        return fold(incident, settled, self._of_the_person(incident, settled))

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

    def _join(self, incident: str) -> None:
        """Keep which entries were moved elsewhere, and which incidents may be one person's."""
        entries = self._entries([incident])
        relations, dead = standing(entries)
        moves = {r.fields["incident"] for r in relations if r.fields.get("incident")}
        links = {
            e.fields["same_as"]
            for e in entries
            if e.kind == "person" and e.fields.get("same_as") and e.id not in dead
        }
        self._projections.set_pairs("moves", incident, sorted(moves - {incident}))
        self._projections.set_pairs("links", incident, sorted(links - {incident}))

    def _put(self, incident: str, settled: list[Settled]) -> Facts:
        facts = fold(incident, settled, self._of_the_person(incident, settled))
        row = self._put_row(facts)
        items = [] if facts.is_void else self._agenda(facts)
        shown = {
            "number": row["number"],
            "who": row["customer"] or (row["nick"] and f"unknown reviewer ({row['nick']})"),
            "phone": row["phone"],
        }
        self._projections.put_agenda(incident, items, shown, self._calendar)
        return facts

    def _agenda(self, facts: Facts) -> list[Item]:
        items = agenda(self._playbook(facts), facts, self._calendar, self._shelf)
        return [item._replace(title=storable(item.title)) for item in items]

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
        playbook = self._playbook(facts)
        happened = [e.happened.start for e in facts.entries]
        row = {
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
            "answered": int(is_everything_answered(facts)),
            "sites": "".join(f" {site}" for site in facts.sites) + " ",
            "playbook": playbook and playbook.id,
            "opened_at": utc_text(min(happened)) if happened else None,
            "last_at": utc_text(max(happened)) if happened else None,
            "entries": len(facts.entries),
        }
        self._projections.put_incident(row)
        return row


def is_everything_answered(facts: Facts) -> bool:
    """Whether every review that stands, and their last message, has had an answer from us."""
    standing_reviews = [t for t in facts.reviews if t.state != "gone"]
    if any(not _review_answered(track, facts.entries) for track in standing_reviews):
        return False
    contacts = [e for e in facts.entries if e.kind == "interaction"]
    inbound = [e for e in contacts if e.fields.get("direction") == "in"]
    if not inbound or inbound[-1].fields.get("channel") in SPOKEN:
        return True
    since = inbound[-1].happened.start
    return any(
        e.fields.get("direction") == "out"
        and e.happened.end >= since
        and (is_answered(e) or not e.fields.get("no_answer"))
        for e in contacts
    )


def _review_answered(track: Track, entries: Iterable[Entry]) -> bool:
    """A posted reply shows it; until replies are kept, the tick on the step does."""
    return any(
        (e.kind == "reply" and e.happened.end >= track.first.happened.start)
        or (
            e.kind == "step"
            and e.fields.get("step_kind") == "reply"
            and e.fields.get("state") == "done"
            and e.fields.get("anchor") == str(track.last.id)
        )
        for e in entries
    )


def _concerning(incident: str, known: set[EntryId], entries: list[Entry]) -> list[Entry]:
    """What is filed in an incident, what was moved into it, and all that points at either."""
    found = known | {e.id for e in entries if e.incident == incident}
    while pointing := {e.id for e in entries if any(r.id in found for r in e.refs)} - found:
        found |= pointing
    return [e for e in entries if e.id in found]

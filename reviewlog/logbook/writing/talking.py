"""Write down what was said and posted: log and review."""

import os
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from reviewlog.domain.agenda.offers import best_fit
from reviewlog.domain.entry import Draft, Entry
from reviewlog.domain.errors import SeveralReviewsError, UnknownPlaybookError
from reviewlog.domain.facts.contacts import ContactFacts, contact_facts
from reviewlog.domain.facts.people import person_key
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.harmless import is_seen
from reviewlog.domain.time.moment import moment_to_field, utc_text
from reviewlog.domain.usage_errors import EmptyTextError
from reviewlog.logbook.base import Recorded, checked_text
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.receipt import Receipt
from reviewlog.logbook.said import Contact, Posted
from reviewlog.logbook.writing.collecting import Collecting
from reviewlog.store.files import StoredFile

if TYPE_CHECKING:
    from reviewlog.logbook.writing.many import Noted

WAVE, WAVE_SIZE, BAD_STARS = timedelta(days=7), 3, 3
"""How many reviews in how short a time look like a wave, and up to how many stars."""


class Contacted(NamedTuple):
    """A contact, ready to be written."""

    incident: str
    drafts: list[Draft]
    opened: bool
    """Whether the incident is new."""
    joined: bool
    """Whether a name found it."""


class Talking(Collecting):
    """The verbs log and review."""

    def log(self, said: Contact) -> Receipt:
        """Write down one contact with a customer.

        Opens an incident, or joins the only open one of that person. Raises
        SeveralIncidentsError when the person has two or more open.
        """
        _check(said)
        files = self.take_in(said.files, said.capture)
        with self.store.writing():
            contact = self.contact(said, files)
            recorded = self.record(contact.drafts)
            before = _contacts_before(recorded, contact.incident)
            came = said.direction == "in"
            return self.receipt(
                recorded,
                opened=contact.opened,
                joined=contact.joined,
                lifted=came and before.leave_alone,
                breached=not came and _is_breach(before, recorded.entries[0]),
            )

    def log_many(self, said: Sequence[Contact]) -> "Noted":
        """Write down many contacts, all or none. Raises BadEntriesError."""
        from reviewlog.logbook.writing.many import log_many

        return log_many(self, said)

    def check(self, said: Contact) -> None:
        """Refuse what cannot be written of a contact, before anything is copied or written.

        Raises EmptyTextError, ConsentMissingError, UnreadableFileError.
        """
        _check(said)
        self.check_files(said.files, said.capture)

    def contact(self, said: Contact, files: Sequence[StoredFile]) -> Contacted:
        """Return the entries of a contact, and the incident they go into.

        The caller holds the transaction. Raises SeveralIncidentsError, UnknownIncidentError.
        """
        known, joined = self._incident_for(said)
        incident = known or new_incident()
        drafts = [Draft("interaction", self._contact_fields(said), incident)]
        if said.demand or said.amount or said.due:
            drafts.append(Draft("demand", self._demand_fields(said), incident))
        if said.promise:
            drafts.append(Draft("promise", self._promise_fields(said), incident))
        kept = [self.file_fields(file, said.at, said.capture) for file in files]
        drafts += [Draft("evidence", fields, incident) for fields in kept]
        if known is None:
            drafts.append(self._choice(drafts, said.on_behalf_of or said.who))
        return Contacted(incident, drafts, opened=known is None, joined=joined)

    def _incident_for(self, said: Contact) -> tuple[str | None, bool]:
        """Return the incident to write into (None: a new one), and whether a name found it."""
        if said.incident is not None:
            return self.get_incident(said.incident)["id"], False
        customer = said.on_behalf_of or said.who
        if said.new or not person_key(customer):
            return None, False
        rows = self.store.projections.incidents_of(person_key(customer))
        if not any(row["state"] == "open" for row in rows):
            return None, False
        return self.get_incident(str(customer))["id"], True

    def _contact_fields(self, said: Contact) -> dict[str, Any]:
        return {
            "happened_at": self.happened(said.at),
            "channel": said.channel,
            "direction": said.direction,
            "who": said.who,
            "on_behalf_of": said.on_behalf_of,
            "text": said.text,
            "quote": said.quote,
            "threat": said.threat,
            "sites": list(said.sites) or None,
            "phone": said.phone,
            "staff": said.staff,
            "no_answer": said.no_answer or None,
            "pleased": said.pleased or None,
            "leave_alone": said.leave_alone or None,
            "cool_until": utc_text(said.cool_until.start) if said.cool_until else None,
            "draft": said.draft,
            "against": said.against,
        }

    def _demand_fields(self, said: Contact) -> dict[str, Any]:
        return {
            "happened_at": self.happened(said.at),
            "state": "open",
            "text": said.demand,
            "amount": said.amount,
            "currency": (said.currency or self.settings.get("currency")) if said.amount else None,
            "due": moment_to_field(said.due) if said.due else None,
        }

    def _promise_fields(self, said: Contact) -> dict[str, Any]:
        return {
            "happened_at": self.happened(said.at),
            "text": said.promise,
            "due": moment_to_field(said.promised_for) if said.promised_for else None,
        }

    def _choice(self, drafts: list[Draft], customer: str | None) -> Draft:
        """Return the entry that pins a new incident to the playbook that fits it best."""
        projector = Projector(self.store, self.calendar)
        facts = projector.foreseen(drafts, self.now(), person_key(customer))
        return self._pin(facts.incident, best_fit(projector.shelf, facts))

    def _pin(self, incident: str, playbook: str) -> Draft:
        """Return the entry that pins an incident to the current text of a playbook."""
        digest = self.playbook_digest(playbook)
        return Draft("playbook", {"id": playbook, "digest": digest}, incident)

    def playbook_digest(self, playbook: str) -> str:
        """Return the digest of the current text of a playbook. Raises UnknownPlaybookError."""
        digests = {cover.id: cover.digest for cover in self.store.projections.covers()}
        if playbook not in digests:
            raise UnknownPlaybookError(playbook, tuple(digests))
        return digests[playbook]

    def review(self, incident: str | None, said: Posted) -> Receipt:
        """Write down a review, or that it was changed or is gone.

        Without an incident it opens one with an unknown reviewer.
        """
        checked_text(said.text, "the text")
        with self.store.writing():
            row = self.get_incident(incident) if incident is not None else None
            target = row["id"] if row else new_incident()
            continues = self._review_meant(target, said) if row and said.state != "up" else None
            fields = {
                "happened_at": self.happened(said.posted),
                "state": said.state,
                "of": str(continues.first.id) if continues else None,
                "site": said.site or (continues and continues.fields.get("site")),
                "stars": said.stars,
                "text": said.text,
                "nick": said.nick or (continues and continues.fields.get("nick")),
                "url": said.url,
                "due": moment_to_field(said.due) if said.due else None,
            }
            drafts = [Draft("review", fields, target)]
            if row is None:
                drafts.append(self._choice(drafts, None))
            return self.receipt(self.record(drafts), opened=row is None)

    def wave_of(self, receipt: Receipt) -> str | None:
        """Return the first of three or more incidents that reviews opened within days."""
        stars = receipt.main.fields.get("stars")
        if not receipt.opened or (stars is not None and stars > BAD_STARS):
            return None
        since = utc_text(self.now() - WAVE)
        with self.store.reading():
            rows = self.store.projections.reviewed_since(since)
        return str(rows[0]["number"]) if len(rows) >= WAVE_SIZE else None

    def _review_meant(self, incident: str, said: Posted) -> Track | None:
        """The review that changed or went: by site and nick, else the only one."""
        facts = Projector(self.store, self.calendar).facts(incident)
        fitting = [
            track
            for track in facts.reviews
            if (said.site is None or track.fields.get("site") == said.site)
            and (said.nick is None or track.fields.get("nick") == said.nick)
        ]
        standing = [track for track in fitting if track.state != "gone"] or fitting
        if len(standing) > 1:
            number = str(self.store.projections.number_of(incident))
            shown = [(t.fields.get("site"), t.fields.get("nick")) for t in standing]
            raise SeveralReviewsError(number, tuple((str(s), str(n or "")) for s, n in shown))
        return standing[0] if standing else None


def _check(said: Contact) -> None:
    """Refuse empty and endless texts and blank names, before anything is copied or written."""
    texts = (said.text, said.quote, said.demand, said.promise)
    for text, what in zip(texts, ("the text", "--quote", "--demand", "the promise"), strict=True):
        checked_text(text, what)
    for name, what in ((said.who, "--who"), (said.on_behalf_of, "--for")):
        if name is not None and not is_seen(name):
            raise EmptyTextError(what)
    if not any(texts) and not said.files and not said.no_answer:
        raise EmptyTextError("the text")


def _contacts_before(recorded: Recorded, incident: str) -> ContactFacts:
    """What contact there had been before what was just written."""
    new = {entry.id for entry in recorded.entries}
    before = (e for e in recorded.facts[incident].entries if e.id not in new)
    return contact_facts(e for e in before if e.kind == "interaction")


def _is_breach(before: ContactFacts, contact: Entry) -> bool:
    """Whether a contact of ours came although it was not to come."""
    until = before.cooling_until
    return before.leave_alone or (until is not None and contact.happened.start < until)


def new_incident() -> str:
    """Return the random id of a new incident."""
    return os.urandom(8).hex()

"""Write down: the verbs that add what happened."""

import os
from typing import Any

from reviewlog.domain.entry import Draft
from reviewlog.domain.errors import EmptyTextError, SeveralAttemptsError, UnknownAttemptError
from reviewlog.domain.facts import Facts, Track
from reviewlog.domain.moment import Moment, moment_to_field, utc_text
from reviewlog.domain.people import person_key
from reviewlog.logbook.base import Book, checked_text, required_text
from reviewlog.logbook.projecting import Projector
from reviewlog.logbook.receipt import Receipt
from reviewlog.logbook.said import Answer, Contact, Judgement, Posted, Remedy
from reviewlog.store.files import StoredFile

DEFAULT_PLAYBOOK = "complaint"
REVIEW_PLAYBOOK = "bad-review"


class Writing(Book):
    """The verbs log, demand, attempt, review, assess, promise, note, attach, remind, link, close."""

    def log(self, said: Contact) -> Receipt:
        """Write down one contact with a customer.

        Opens an incident, or joins the only open one of that person. Raises
        SeveralIncidentsError when the person has two or more open.
        """
        texts = (said.text, said.quote, said.demand)
        for text, what in zip(texts, ("the text", "--quote", "--demand"), strict=True):
            checked_text(text, what)
        for name, what in ((said.who, "--who"), (said.on_behalf_of, "--for")):
            if name is not None and not person_key(name):
                raise EmptyTextError(what)
        if not any(texts) and not said.files and not said.no_answer:
            raise EmptyTextError("the text")
        files = [self.store.files.take_in(path) for path in said.files]
        with self.store.writing():
            incident, joined = self._incident_for(said)
            opened = incident is None
            incident = incident or new_incident()
            lifted = said.direction == "in" and not opened and self._was_left_alone(incident)
            drafts = [Draft("interaction", self._contact_fields(said), incident)]
            if said.demand or said.amount:
                drafts.append(Draft("demand", self._demand_fields(said), incident))
            drafts += [Draft("evidence", self._file_fields(f, said.at), incident) for f in files]
            if opened:
                drafts.append(self._pin(incident, DEFAULT_PLAYBOOK))
            entries = self.record(drafts)
            return self.receipt(entries, opened=opened, joined=joined, lifted=lifted)

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

    def _was_left_alone(self, incident: str) -> bool:
        return Projector(self.store, self.calendar).facts(incident).contacts.leave_alone

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
        }

    def _demand_fields(self, said: Contact) -> dict[str, Any]:
        return {
            "happened_at": self.happened(said.at),
            "state": "open",
            "text": said.demand,
            "amount": said.amount,
            "currency": self.settings.get("currency") if said.amount else None,
            "due": moment_to_field(said.due) if said.due else None,
        }

    def _file_fields(self, file: StoredFile, at: Moment | None) -> dict[str, Any]:
        return {
            "happened_at": self.happened(at),
            "file": {
                "name": file.name,
                "size": file.size,
                "sha256": file.sha256,
                "type": file.type,
            },
        }

    def _pin(self, incident: str, playbook: str) -> Draft:
        """Return the entry that pins an incident to the current text of a playbook."""
        digest = self.playbook_digest(playbook)
        return Draft("playbook", {"id": playbook, "digest": digest}, incident)

    def playbook_digest(self, playbook: str) -> str:
        """Return the digest of the current text of a playbook."""
        return self.find_playbook(playbook).digest

    def demand(self, incident: str, said: Answer) -> Receipt:
        """Write down what they want, or what we say to their latest open demand."""
        checked_text(said.text, "the text")
        with self.store.writing():
            row = self.get_incident(incident)
            facts = Projector(self.store, self.calendar).facts(row["id"])
            standing = [t for t in facts.demands if t.state in ("open", "countered")]
            answers = standing[-1] if said.state != "open" and standing else None
            if said.state == "open" and not (said.text or said.amount):
                raise EmptyTextError("the demand")
            fields = {
                "happened_at": self.happened(said.at),
                "state": said.state,
                "of": str(answers.first.id) if answers else None,
                "text" if said.state == "open" else "answer": said.text,
                "amount": said.amount,
                "currency": self.settings.get("currency") if said.amount else None,
                "due": moment_to_field(said.due) if said.due else None,
                "why": said.why,
            }
            return self.receipt(self.record([Draft("demand", fields, row["id"])]))

    def attempt(self, incident: str, said: Remedy) -> Receipt:
        """Write down one moment in the life of an attempt: offered, accepted, refused, delivered."""
        checked_text(said.text, "the text")
        with self.store.writing():
            row = self.get_incident(incident)
            facts = Projector(self.store, self.calendar).facts(row["id"])
            label = _label(said, facts, str(row["number"]))
            fields = {
                "happened_at": self.happened(said.at),
                "state": said.state,
                "label": label,
                "text": said.text,
                "remedy": said.kind,
                "cost": said.cost,
                "currency": self.settings.get("currency") if said.cost else None,
            }
            return self.receipt(self.record([Draft("attempt", fields, row["id"])]))

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
                "nick": said.nick,
                "url": said.url,
            }
            drafts = [Draft("review", fields, target)]
            if row is None:
                drafts.append(self._pin(target, REVIEW_PLAYBOOK))
            return self.receipt(self.record(drafts), opened=row is None)

    def _review_meant(self, incident: str, said: Posted) -> Track | None:
        """The review that changed or went: by site and nick, else the latest."""
        facts = Projector(self.store, self.calendar).facts(incident)
        fitting = [
            track
            for track in facts.reviews
            if (said.site is None or track.fields.get("site") == said.site)
            and (said.nick is None or track.fields.get("nick") == said.nick)
        ]
        return fitting[-1] if fitting else None

    def assess(self, incident: str, said: Judgement) -> Receipt:
        """Write down the owner's view: never part of what leaves the house."""
        return self.write(
            incident,
            "assessment",
            {
                "happened_at": self.happened(said.at),
                "verdict": said.verdict,
                "text": checked_text(said.text, "the text"),
                "for": checked_text(said.reasons_for, "--for"),
                "against": checked_text(said.reasons_against, "--against"),
                "needs": said.needs,
            },
        )

    def promise(self, incident: str, text: str, due: Moment, at: Moment | None) -> Receipt:
        """Write down what we promised them, and for when."""
        fields = {
            "happened_at": self.happened(at),
            "text": required_text(text, "the promise"),
            "due": moment_to_field(due),
        }
        return self.write(incident, "promise", fields)

    def note(self, incident: str, text: str, at: Moment | None, *, lawyer: bool) -> Receipt:
        """Write down a thought of our own; `lawyer` marks what the lawyer alone may get."""
        fields = {
            "happened_at": self.happened(at),
            "text": required_text(text, "the note"),
            "for_lawyer": lawyer or None,
        }
        return self.write(incident, "note", fields)

    def remind(self, incident: str, due: Moment, text: str) -> Receipt:
        """Ask to be reminded on a day."""
        fields = {
            "happened_at": self.happened(None),
            "text": required_text(text, "the reminder"),
            "due": moment_to_field(due),
        }
        return self.write(incident, "reminder", fields)

    def attach(
        self, incident: str, paths: tuple[Any, ...], at: Moment | None, text: str | None
    ) -> Receipt:
        """Copy files into the logbook as evidence."""
        checked_text(text, "the text")
        files = [self.store.files.take_in(path) for path in paths]
        with self.store.writing():
            row = self.get_incident(incident)
            drafts = [
                Draft("evidence", self._file_fields(file, at) | {"text": text}, row["id"])
                for file in files
            ]
            return self.receipt(self.record(drafts))

    def link(self, incident: str, other: str, because: str) -> Receipt:
        """Write down that two incidents may be one person's: an opinion, never a fact.

        Budget, cooling and "leave me alone" count for both from here on.
        """
        text = required_text(because, "--because")
        with self.store.writing():
            row, same = self.get_incident(incident), self.get_incident(other)
            fields = {"happened_at": self.happened(None), "same_as": same["id"], "text": text}
            return self.receipt(self.record([Draft("person", fields, row["id"])]))

    def close_incident(
        self, incident: str, outcome: str, text: str | None, at: Moment | None
    ) -> Receipt:
        """Close an incident; what happens later can still be written down."""
        return self._outcome(incident, "closed", outcome, text, at)

    def reopen(self, incident: str, text: str | None) -> Receipt:
        """Open a closed incident again."""
        return self._outcome(incident, "reopened", None, text, None)

    def _outcome(
        self, incident: str, state: str, outcome: str | None, text: str | None, at: Moment | None
    ) -> Receipt:
        fields = {
            "happened_at": self.happened(at),
            "state": state,
            "outcome": outcome,
            "text": checked_text(text, "the text"),
        }
        return self.write(incident, "outcome", fields)


def new_incident() -> str:
    """Return the random id of a new incident."""
    return os.urandom(8).hex()


def _label(said: Remedy, facts: Facts, incident: str) -> str:
    """Which attempt is meant: the named one, a new one, or the only one that can go on."""
    known = tuple(track.label for track in facts.attempts)
    if said.label is not None:
        label = said.label.strip().upper()
        if label not in known:
            raise UnknownAttemptError(incident, said.label, known)
        return label
    new = _letters(len(known))
    if said.state == "offered":
        return new
    goes_on = {"accepted": ("offered",), "refused": ("offered",)}
    from_states = goes_on.get(said.state, ("accepted", "offered"))
    live = [track for track in facts.attempts if track.state in from_states]
    accepted = [track for track in live if track.state == "accepted"]
    live = accepted if said.state == "delivered" and len(accepted) == 1 else live
    if len(live) > 1:
        choices = tuple((t.label, str(t.fields.get("text") or t.state)) for t in live)
        raise SeveralAttemptsError(incident, choices)
    return live[0].label if live else new


def _letters(index: int) -> str:
    """Return A, B, … Z, AA, AB and so on."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

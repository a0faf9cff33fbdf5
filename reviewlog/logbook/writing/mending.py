"""Write down what they want and what we do to put it right: demand and attempt."""

from reviewlog.domain.entry import Draft
from reviewlog.domain.errors import (
    SeveralAttemptsError,
    SeveralDemandsError,
    UnknownAttemptError,
    UnknownEntryError,
)
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.time.moment import moment_to_field
from reviewlog.domain.usage_errors import EmptyTextError
from reviewlog.logbook.base import Book, checked_text
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.receipt import Receipt
from reviewlog.logbook.said import Answer, Remedy


class Mending(Book):
    """The verbs demand and attempt."""

    def demand(self, incident: str, said: Answer) -> Receipt:
        """Write down what they want, or what we say to their latest open demand."""
        checked_text(said.text, "the text")
        with self.store.writing():
            row = self.get_incident(incident)
            facts = Projector(self.store, self.calendar).facts(row["id"])
            answers = _answered(said, facts, str(row["number"]))
            if said.state == "open" and not (said.text or said.amount):
                raise EmptyTextError("the demand")
            fields = {
                "happened_at": self.happened(said.at),
                "state": said.state,
                "of": str(answers.first.id) if answers else None,
                "text" if said.state == "open" else "answer": said.text,
                "amount": said.amount,
                "currency": (said.currency or self.settings.get("currency"))
                if said.amount
                else None,
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
                "currency": (said.currency or self.settings.get("currency")) if said.cost else None,
            }
            return self.receipt(self.record([Draft("attempt", fields, row["id"])]))


def _answered(said: Answer, facts: Facts, incident: str) -> Track | None:
    """Which demand an answer answers: the named one, the one of that sum, the only open one."""
    if said.state == "open":
        return None
    live = [t for t in facts.demands if t.state in ("open", "countered")]
    if said.of is not None:
        numbers = tuple(str(t.first.id.seq) for t in live)
        live = [t for t in live if str(t.first.id.seq) == said.of]
        if not live:
            raise UnknownEntryError(said.of, None, incident, numbers)
    elif len(live) > 1:
        live = [t for t in live if said.amount and t.fields.get("amount") == said.amount] or live
    if len(live) > 1:
        raise SeveralDemandsError(incident, tuple(_demand_line(t) for t in live))
    return live[0] if live else None


def _demand_line(demand: Track) -> tuple[str, str]:
    fields = demand.fields
    said = ", ".join(str(fields[n]) for n in ("text", "amount") if fields.get(n))
    return str(demand.first.id.seq), said or demand.state


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

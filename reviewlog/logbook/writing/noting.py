"""Write down the rest: our view, promises, notes, files, reminders, guesses, the end."""

from pathlib import Path

from reviewlog.domain.entry import Draft
from reviewlog.domain.time.moment import Moment, moment_to_field
from reviewlog.logbook.base import checked_text, required_text
from reviewlog.logbook.receipt import Receipt
from reviewlog.logbook.said import Capture, Judgement
from reviewlog.logbook.writing.collecting import NOTHING_SAID, over
from reviewlog.logbook.writing.talking import Talking


class Writing(Talking):
    """The verbs assess, promise, note, attach, remind, link, close and reopen."""

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
        self,
        incident: str,
        paths: tuple[Path, ...],
        at: Moment | None,
        text: str | None,
        capture: Capture = NOTHING_SAID,
    ) -> Receipt:
        """Copy files into the logbook as evidence, with how they were come by.

        Raises ConsentMissingError, UnreadableFileError, UnknownFileError.
        """
        checked_text(text, "the text")
        with self.store.reading():
            row = self.get_incident(incident)
            parent = self.parent_of(row["id"], str(row["number"]), capture.derived_from)
            copied = self.copied_from(row, capture.redacts)
        files = self.take_in(paths, capture)
        more = {"text": text, "parent": parent}
        with self.store.writing():
            row = self.get_incident(incident)
            drafts = [
                Draft(
                    "evidence", over(copied, self.file_fields(file, at, capture) | more), row["id"]
                )
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
            fields["other"] = str(same["number"])
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

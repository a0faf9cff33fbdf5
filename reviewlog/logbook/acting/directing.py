"""Direct: which playbook an incident follows, a newer text of it, one of the shop's own."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from reviewlog.domain.agenda.agenda import agenda
from reviewlog.domain.agenda.item import Item
from reviewlog.domain.agenda.offers import UNFIT, fit, offers
from reviewlog.domain.entry import Draft, EntryId
from reviewlog.domain.errors import RefusedError
from reviewlog.domain.facts.anchors import Anchor
from reviewlog.domain.facts.conditions import fact_words
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.playbook import Playbook, Step
from reviewlog.domain.time.moment import exactly
from reviewlog.domain.usage_errors import BadNameError
from reviewlog.logbook.acting.background import pinned_playbook
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.receipt import Receipt
from reviewlog.logbook.writing.talking import Talking, new_incident

NAME = r"[a-z][a-z0-9-]{0,59}"
_HEAD = r"(?m)^playbook:[^\n#]*"


WITH_CUSTOMER = ("call", "write", "attempt", "reply")
START_OTHERWISE = "begin with reviewlog log or reviewlog review."


def needs_customer(step: Step) -> bool:
    """Whether a step can only be taken with a customer: a talk that the log shows, or a wait."""
    return step.kind == "wait" or (step.kind in WITH_CUSTOMER and bool(step.done_by))


class Text(NamedTuple):
    """A playbook with the YAML it was read from."""

    playbook: Playbook
    files: Mapping[str, str]
    """Its own text and those that it uses, by id."""


class Upgrade(NamedTuple):
    """What a newer text of its playbook would change for an incident."""

    row: Mapping[str, Any]
    old: Text
    new: Text
    before: tuple[Item, ...]
    """The items that the old text asks for."""
    after: tuple[Item, ...]


class Match(NamedTuple):
    """An open incident that a playbook fits, and what would be due."""

    row: Mapping[str, Any]
    items: tuple[Item, ...]
    offered: bool
    followed: bool
    """Whether it follows that playbook already."""


class Directing(Talking):
    """The verbs `playbook use`, `upgrade`, `start`, `preview` and `copy`."""

    def use_playbook(self, incident: str, playbook: str) -> Receipt:
        """Follow another playbook from here on: ticks stay behind, facts go along.

        Raises UnknownPlaybookError.
        """
        fields = {"id": playbook, "digest": self.playbook_digest(playbook)}
        return self.write(incident, "playbook", fields)

    def start(self, playbook: str, sites: tuple[str, ...] = ()) -> Receipt:
        """Open an incident of the shop's own, without a customer.

        Raises UnknownPlaybookError, RefusedError for a playbook that needs a customer.
        """
        found = self.find_playbook(playbook)
        if any(needs_customer(step) for step in found.steps):
            raise RefusedError(f"{playbook} is about a customer; {START_OTHERWISE}")
        title = found.title
        fields = {
            "happened_at": self.happened(None),
            "text": title,
            "shop": True,
            "sites": list(sites) or None,
        }
        with self.store.writing():
            incident = new_incident()
            drafts = [Draft("note", fields, incident), self._pin(incident, playbook)]
            receipt = self.receipt(self.record(drafts), opened=True)
            if not receipt.agenda:
                raise RefusedError(f"{playbook} would leave nothing to do.")
            return receipt

    def find_upgrade(self, incident: str) -> Upgrade | None:
        """Return what the current text of its playbook would change; None where it follows it."""
        with self.store.reading():
            row = self.get_incident(incident)
            projector = Projector(self.store, self.calendar)
            facts = projector.facts(row["id"])
            pinned = pinned_playbook(self.store, facts)
            digests = {cover.id: cover.digest for cover in projector.shelf}
            if pinned is None or digests.get(pinned.id) in (None, pinned.digest):
                return None
            current = self.find_playbook(pinned.id)
            before, after = (self._asked(p, facts) for p in (pinned, current))
            return Upgrade(row, self._text(pinned), self._text(current), before, after)

    def upgrade(self, found: Upgrade) -> Receipt:
        """Follow the newer text that was found; what was ticked stays ticked."""
        new = found.new.playbook
        fields = {"id": new.id, "digest": new.digest}
        return self.write(str(found.row["number"]), "playbook", fields)

    def _text(self, playbook: Playbook) -> Text:
        text, parts = self.text_of(playbook.digest)
        return Text(playbook, {playbook.id: text, **parts})

    def _asked(self, playbook: Playbook, facts: Facts) -> tuple[Item, ...]:
        """Return what a playbook itself asks for."""
        items = agenda(playbook, facts, self.calendar)
        return tuple(item for item in items if item.playbook)

    def preview(self, playbook: Playbook) -> list[Match]:
        """Return the open incidents that a playbook fits; nothing is written."""
        with self.store.reading():
            projector = Projector(self.store, self.calendar)
            rows = [row for row in self.store.projections.incidents("open") if not row["shop"]]
            found = (self._match(playbook, row, projector.facts(row["id"])) for row in rows)
            return [match for match in found if match is not None]

    def _match(self, playbook: Playbook, row: dict[str, Any], facts: Facts) -> Match | None:
        used = facts.contacts.unanswered >= playbook.budget.unanswered
        if fit(playbook, fact_words(facts, budget_used=used)) == UNFIT:
            return None
        pinned = pinned_playbook(self.store, facts)
        offered = any(offers([playbook.cover], pinned, facts, self.calendar))
        followed = pinned is not None and pinned.id == playbook.id
        return Match(row, self._asked(playbook, self._as_if_chosen(facts)), offered, followed)

    def _as_if_chosen(self, facts: Facts) -> Facts:
        """Return the facts with a choice that is made now."""
        now = Anchor(EntryId("", 0), exactly(self.now()))
        return facts._replace(anchors={**facts.anchors, "playbook": (now,)})

    def copy_playbook(self, playbook: str, name: str | None = None, *, over: bool = False) -> Path:
        """Write the current text of a playbook into the owner's own folder.

        Raises UnknownPlaybookError, BadNameError for a new id that cannot be one, TargetError.
        """
        from reviewlog.store.own import write_own

        text, _ = self.text_of(self.playbook_digest(playbook))
        if name is None or name == playbook:
            return write_own(self.store.folder, playbook, text, over=over)
        if not re.fullmatch(NAME, name):
            raise BadNameError(name)
        renamed = re.sub(_HEAD, f"playbook: {name}", text, count=1)
        return write_own(self.store.folder, name, renamed, over=over)

"""Steps that count from our own doing wear out: without news from them they come up so often and no more.

Each contact of ours is something to count from, so a step that asks for one would else ask for ever.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from reviewlog.domain.agenda.traces import LIVES, fulfils
from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.facts.anchors import is_dispute
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.replies import is_reply
from reviewlog.domain.facts.tracks import track_key
from reviewlog.domain.playbook import Playbook, Step


def _said(kind: str, **wanted: str) -> Callable[[Entry], bool]:
    return lambda e: e.kind == kind and all(e.fields.get(n) == w for n, w in wanted.items())


OWN_DOING: Mapping[str, Callable[[Entry], bool]] = {
    "outbound": _said("interaction", direction="out"),
    "unanswered": _said("interaction", direction="out"),
    "replied": is_reply,
    "disputed": is_dispute,
    "assessed": _said("assessment"),
    **{s: _said("attempt", state=s) for s in ("offered", "accepted", "refused", "delivered")},
    **{s: _said("demand", state=s) for s in ("granted", "countered", "declined")},
    "closed": _said("outcome", state="closed"),
    "cooling": lambda e: bool(e.fields.get("cool_until")),
}
"""The facts that we make ourselves, and the entries that make them."""


class Wear:
    """How often the steps of a playbook came up since there was news."""

    def __init__(self, playbook: Playbook, facts: Facts) -> None:
        self.playbook, self.facts = playbook, facts
        self._steps = {step.id: step for step in playbook.steps}
        self._entries = {entry.id: entry for entry in facts.entries}
        self._begun = {t.first.id for t in (*facts.attempts, *facts.demands)}
        self._news: datetime | None = None

    def is_worn_out(self, step: Step, anchor: EntryId) -> bool:
        """Whether a step was done so often that a new thing to count from does not bring it back."""
        if self._root(step) not in OWN_DOING:
            return False
        base = self._base(step)
        if base is None:
            return False
        enough = step.repeat.at_most if step.repeat else 1
        counted = self._entries.get(anchor)
        done = (
            e
            for e in self._done_since(step, base)
            if not self._is_beside(e, counted, is_first=base.id == anchor)
        )
        return any(n >= enough for n, _ in enumerate(done, 1))

    def _root(self, step: Step) -> str:
        while step.after in self._steps:
            step = self._steps[step.after]
        return step.after

    def _base(self, step: Step) -> Entry | None:
        """Return the first thing since the last news that a step could count from."""
        before = self._steps.get(step.after)
        if before is not None:
            base = self._base(before)
            return next(self._done_since(before, base), None) if base else None
        is_root, news = OWN_DOING[step.after], self._last_news()
        entries = self.facts.entries
        return next((e for e in entries if is_root(e) and _is_since(e, news)), None)

    def _done_since(self, step: Step, base: Entry) -> Iterator[Entry]:
        """The entries after another that show a step done, and its ticks, in order."""
        for entry in self.facts.entries:
            if entry.order > base.order and (
                self._ticks(entry, step) or (step.done_by and fulfils(entry, step.done_by))
            ):
                yield entry

    def _ticks(self, entry: Entry, step: Step) -> bool:
        fields = entry.fields
        key = (fields.get("playbook"), fields.get("step"))
        ticked = fields.get("state") in ("done", "skipped")
        return entry.kind == "step" and key == (self.playbook.id, step.id) and ticked

    def _of(self, entry: Entry) -> Entry:
        """Return what a tick ticks; any other entry stands for itself."""
        if entry.kind != "step":
            return entry
        named = str(entry.fields.get("anchor"))
        return next((e for e in self.facts.entries if str(e.id) == named), entry)

    def _is_beside(self, done: Entry, counted: Entry | None, *, is_first: bool) -> bool:
        """Whether it was about another offer, demand or site: each of them is owed its own.

        A new offer is none of these: else every refusal would ask for the next one.
        """
        about = self._of(done)
        if counted is None or about.kind != counted.kind:
            return False
        if counted.kind in LIVES:
            begins = done.id in self._begun and (
                not is_first or done.fields.get("state") in ("offered", counted.fields.get("state"))
            )
            return not begins and track_key(about) != track_key(counted)
        sites: list[object] = [entry.fields.get("site") for entry in (about, counted)]
        return counted.kind == "dispute" and sites[0] != sites[1]

    def _last_news(self) -> datetime | None:
        if self._news is None:
            chosen = {anchor.entry for anchor in self.facts.anchors["playbook"]}
            news = (e for e in self.facts.entries if e.id in chosen or _is_news(e))
            self._news = max((e.happened.end for e in news), default=None)
        return self._news


def _is_news(entry: Entry) -> bool:
    """Whether they did something, or all begins anew."""
    fields = entry.fields
    if entry.kind == "interaction":
        return bool(fields.get("direction") == "in")
    if entry.kind == "demand":
        return bool(fields.get("state", "open") == "open")
    return entry.kind == "review" or bool(
        entry.kind == "outcome" and fields.get("state") == "reopened"
    )


def _is_since(entry: Entry, news: datetime | None) -> bool:
    return news is None or entry.happened.end >= news

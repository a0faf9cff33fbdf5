"""What stands behind an incident besides its own entries: earlier demands, a newer advice."""

from typing import NamedTuple

from reviewlog.domain.facts.answering import FirstAnswer, first_answer
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.playbook import Playbook
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.moment import Moment
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.receipt import View
from reviewlog.playbook.language.wire import playbook_from_json
from reviewlog.store.book import Store


class Background(NamedTuple):
    """What `show`, `why` and the call card tell besides the incident itself."""

    playbook: Playbook | None = None
    """The text that the incident is pinned to."""
    is_outdated: bool = False
    """Whether a newer text of that playbook is there."""
    asked_before: int = 0
    """How often this person wanted something before, in any incident."""
    first_answer: FirstAnswer | None = None


def background_of(store: Store, calendar: Calendar, view: View) -> Background:
    """Return what stands behind an incident. The caller holds `store.reading()`."""
    playbook = pinned_playbook(store, view.facts)
    return Background(
        playbook,
        playbook is not None and _is_outdated(store, playbook),
        _asked_before(store, calendar, view),
        first_answer(view.facts),
    )


def pinned_playbook(store: Store, facts: Facts) -> Playbook | None:
    """Return the playbook text that an incident is pinned to."""
    if facts.playbook is None:
        return None
    body = next(iter(store.projections.playbook_bodies(facts.playbook)), None)
    return playbook_from_json(body) if body is not None else None


def _is_outdated(store: Store, pinned: Playbook) -> bool:
    current = store.projections.current_playbooks().get(pinned.id)
    return current is not None and current[0] != pinned.digest


def _asked_before(store: Store, calendar: Calendar, view: View) -> int:
    """Count the demands that began before the one that stands now, over all their incidents."""
    _, same_person = store.projections.neighbours(view.row["id"])
    projector = Projector(store, calendar)
    others = [projector.facts(incident) for incident in sorted(same_person - {view.row["id"]})]
    begun: list[Moment] = [d.first.happened for f in (view.facts, *others) for d in f.demands]
    mine = [d.first.happened for d in view.facts.demands]
    if not mine:
        return len(begun)
    last = max(moment.start for moment in mine)
    return sum(moment.start < last for moment in begun)

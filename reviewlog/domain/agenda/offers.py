"""Which playbook fits, and offering one when a new fact makes it fit better."""

from collections.abc import Iterable, Iterator

from reviewlog.domain.agenda.grounds import ground
from reviewlog.domain.agenda.item import Item
from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.conditions import Words, excludes, fact_words, matches
from reviewlog.domain.facts.facts import Facts, Written
from reviewlog.domain.playbook import Budget, Conditions, Cover, Playbook
from reviewlog.domain.time.calendar import Calendar

DEFAULT_PLAYBOOK = "complaint"
REVIEW_PLAYBOOK = "bad-review"
UNFIT = -1


def fit(cover: Cover | Playbook, words: Words) -> int:
    """Return how well a playbook fits: how many facts it asks for, UNFIT when one does not hold.

    One that asks for nothing is followed only when somebody chooses it.
    """
    if not cover.use_when or not matches(cover.use_when, words):
        return UNFIT
    return UNFIT if excludes(cover.not_when, words) else len(cover.use_when)


def best_fit(covers: Iterable[Cover], facts: Facts) -> str:
    """Return the id of the playbook that fits a new incident best."""
    used = facts.contacts.unanswered >= Budget().unanswered
    words = fact_words(facts, budget_used=used)
    suited = [c for c in covers if _suited(c, facts)]
    fitting = [(-fit(c, words), c.id) for c in suited if fit(c, words) > UNFIT]
    if fitting:
        return min(fitting)[1]
    return DEFAULT_PLAYBOOK if facts.customer or not facts.reviews else REVIEW_PLAYBOOK


def offers(
    shelf: Iterable[Cover], current: Playbook | None, facts: Facts, calendar: Calendar
) -> Iterator[Item]:
    """Offer a playbook that a fact newer than the last choice makes fit; never switch silently."""
    if current is None or facts.closed or facts.shop:
        return
    used = facts.contacts.unanswered >= current.budget.unanswered
    words = fact_words(facts, budget_used=used)
    followed = fit(current, words) if _suited(current, facts) else UNFIT
    lost = _lost(current, words)
    chosen = max((facts.written(e) for e in facts.entries if e.kind == "playbook"), default=None)
    for other in shelf:
        if other.id == current.id or not _suited(other, facts) or fit(other, words) <= followed:
            continue
        new = _newest((*other.use_when, *lost), facts, chosen)
        if new is not None:
            yield _not_before_the_gap(
                _offer(other, facts, new, calendar), other, current, facts, calendar
            )


def _not_before_the_gap(
    offer: Item, other: Cover, current: Playbook, facts: Facts, calendar: Calendar
) -> Item:
    """A last message needs its time before anybody gives up on it."""
    last = facts.contacts.last_try
    if last is None or "used" not in other.use_when.get("budget", ()):
        return offer
    opens = max(offer.opens_at, calendar.instant_after(last, current.budget.gap))
    return offer._replace(opens_at=opens, due_on=calendar.day_of(opens))


def _suited(cover: Cover | Playbook, facts: Facts) -> bool:
    """In danger only what is made for it may lead."""
    return not facts.in_danger or cover.use_when.get("threat") == ("harm",)


def _lost(current: Playbook, words: Words) -> list[str]:
    """Return the facts for which the playbook that is followed does not fit any more."""
    wanted: Conditions = current.use_when
    missed = [name for name, allowed in wanted.items() if words[name] not in allowed]
    return missed + [name for name, ruled in current.not_when.items() if words[name] in ruled]


def _newest(names: Iterable[str], facts: Facts, chosen: Written | None) -> Entry | None:
    """Return the last written entry that one of the facts rests on, where it came after the choice."""
    found = [entry for name in names if (entry := ground(name, facts)) is not None]
    new = [e for e in found if chosen is None or facts.written(e) > chosen]
    return max(new, key=facts.written, default=None)


def _offer(other: Cover, facts: Facts, ground: Entry, calendar: Calendar) -> Item:
    at, known = ground.happened, facts.written(ground)[0]
    return Item(
        incident=facts.incident,
        playbook="",
        step=f"use-{other.id}",
        anchor=ground.id,
        kind="decide",
        title=f"Follow the playbook {other.id} from here on?",
        why=f"What you wrote down fits it better: {other.title}.",
        say=(f"reviewlog playbook use {{incident}} {other.id}",),
        opens_at=at.start,
        due_on=calendar.day_of(max(at.start, known)),  # never late before it could be asked
        done_by="playbook",
    )

"""What must never be asked of an owner, told once more in other words: from the entries alone."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.anchors import Anchor
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.playbook import Playbook, Step
from tests.builders import LONDON

CONTACTS = ("call", "write", "request")
KEEPS = ("collect", "wait")
FORBIDS = {"yelp"}
"""Sites in `stories.RULES` that forbid to ask and to invite."""


class Stands(NamedTuple):
    """How an incident stands, read off its entries one by one."""

    harm: bool
    alone: bool
    known: bool
    shop: bool
    unanswered: int
    extortion: bool
    granted: bool
    states: tuple[str, ...]
    delivered: tuple[datetime, ...]
    pleased: tuple[datetime, ...]
    review_up: bool
    asked: bool
    forbidden: bool
    heard: tuple[Entry, ...]
    cool_until: str | None
    last_message: Entry | None


def as_it_stands(entries: list[Entry]) -> Stands:
    """Read the entries in the order in which things happened."""
    written = written_later(entries)
    told = sorted(entries, key=lambda e: (e.happened.start, written(e)))
    contacts = [e for e in told if e.kind == "interaction"]
    said: dict[str, Any] = {"harm": False, "alone": False, "waiting": [], "cool": None}
    for e in told:
        _threat(e, said)
    for e in contacts:
        _contact(e, said)
    lives = {k: _last_states(told, k) for k in ("attempt", "demand", "review")}
    reached = [e for e in said["waiting"] if not e.fields.get("no_answer")]
    verdicts = [e.fields["verdict"] for e in told if e.kind == "assessment"]
    return Stands(
        harm=said["harm"],
        alone=said["alone"],
        known=any(e.fields.get("who") or e.fields.get("on_behalf_of") for e in contacts),
        shop=any(e.fields.get("shop") for e in told),
        unanswered=_tries(said["waiting"]),
        granted="granted" in lives["demand"].values(),
        extortion=verdicts[-1:] == ["extortion"],
        states=tuple(lives["attempt"].values()),
        delivered=tuple(
            e.happened.start
            for e in told
            if e.kind == "attempt" and e.fields["state"] == "delivered"
        ),
        pleased=_well(told),
        review_up=bool({"up", "changed"} & set(lives["review"].values())),
        asked=any(
            e.fields.get("step_kind") == "request" and e.fields["state"] == "done" for e in told
        ),
        forbidden=bool(FORBIDS & {s for e in told for s in _sites(e)}),
        heard=tuple(e for e in contacts if e.fields["direction"] == "in"),
        cool_until=said["cool"],
        last_message=reached[-1] if reached else None,
    )


def _well(told: list[Entry]) -> tuple[datetime, ...]:
    """Return when they said that all is well, since they last brought up anything."""
    troubles = [n for n, e in enumerate(told) if not e.fields.get("pleased") and _is_trouble(e)]
    since = told[max(troubles, default=-1) + 1 :]
    return tuple(e.happened.end for e in since if e.fields.get("pleased"))


def _is_trouble(e: Entry) -> bool:
    f = e.fields
    came = e.kind == "interaction" and f["direction"] == "in"
    new = e.kind in ("demand", "review") and f["state"] in ("open", "up") and not f.get("of")
    return came or (new and (f.get("stars") or 1) <= 3)


def _threat(e: Entry, said: dict[str, Any]) -> None:
    if e.fields.get("threat") == "harm":
        said["harm"] = True
    elif e.fields.get("threat") == "withdrawn" and e.fields["direction"] == "out":
        said["harm"] = False


def _contact(e: Entry, said: dict[str, Any]) -> None:
    f = e.fields
    inbound = f["direction"] == "in"
    reached = f["channel"] in ("phone", "visit") and not f.get("no_answer")
    if inbound:
        said["alone"], said["cool"] = False, None
    said["waiting"] = [] if inbound or reached else [*said["waiting"], e]
    said["alone"] = said["alone"] or bool(f.get("leave_alone"))
    said["cool"] = f.get("cool_until") or said["cool"]


def _tries(waiting: list[Entry]) -> int:
    """Count them; the second of two rings within half a day does not count."""
    count = 0
    rings: list[datetime] = []
    for e in waiting:
        if e.fields["channel"] not in ("phone", "visit"):
            count += 1
        elif rings and e.happened.start - rings[-1] <= timedelta(hours=12):
            rings.pop()
        else:
            rings.append(e.happened.start)
            count += 1
    return count


def _last_states(told: list[Entry], kind: str) -> dict[str, str]:
    """Return the state that each life has reached; what was delivered stays so."""
    states: dict[str, str] = {}
    for e in told:
        if e.kind == kind:
            life = str(e.fields.get("of") or e.fields.get("label") or e.id)
            if states.get(life) != "delivered":
                states[life] = e.fields["state"]
    return states


def _sites(e: Entry) -> list[str]:
    early = e.kind == "dispute" and e.fields.get("state") == "early"
    own = e.fields.get("site") if e.kind == "review" or early else None
    return [*(e.fields.get("sites") or ()), *([own] if own else ())]


def reaches_them(item: Item, step: Step | None) -> bool:
    """Whether doing an item means to talk to the customer."""
    done_by = step.done_by if step else {}
    shown = done_by.get("entry") == ("interaction",) and done_by.get("direction") != ("in",)
    return item.kind in CONTACTS or (shown and item.kind != "wait")


def broken_rules(item: Item, s: Stands, budget: int, step: Step | None = None) -> list[str]:
    """Return what is wrong with asking for an item; `step` is the playbook's, where it has one."""
    out = reaches_them(item, step)
    shown = bool(step and step.done_by.get("entry") == ("attempt",) and item.kind not in KEEPS)
    gives = item.kind == "attempt" or shown
    owed = "accepted" in s.states
    wrong = {
        "danger": s.harm and (out or gives or item.kind == "reply"),
        "alone": s.alone and (out or (gives and not owed and not s.granted)),
        "nobody": out and not s.known and not s.shop,
        "budget": out and s.unanswered >= budget,
        "bribe": (gives or item.kind == "request") and s.extortion and not owed,
        "talk": out and s.extortion,
    }
    if item.kind == "request":
        put_right = "delivered" in s.states and "accepted" not in s.states
        well = put_right and s.pleased and max(s.pleased) >= max(s.delivered)
        wrong |= {
            "early": not s.shop and not well,
            "open offer": "offered" in s.states,
            "burying": s.review_up and not s.pleased,
            "forbidden": s.forbidden,
            "twice": s.asked and not s.shop,
        }
    return [name for name, is_wrong in wrong.items() if is_wrong]


def a_request(incident: str, anchor: Entry) -> Item:
    """Return the item of asking for something."""
    return Item(incident, "any", "ask", anchor.id, "request", "Ask.", "", anchor.happened.start)


def despite(item: Item, entries: list[Entry]) -> bool:
    """Whether an owner planned it against a rule, with a reason."""
    plan = next(e for e in entries if e.id == item.anchor)
    return plan.kind == "reminder" and bool(plan.fields.get("despite"))


def cooling_ends(playbook: Playbook, facts: Facts, s: Stands) -> list[datetime]:
    """Return the instants before which nothing may go out."""
    ends = [datetime.fromisoformat(s.cool_until)] if s.cool_until else []
    if s.last_message is not None:
        ends.append(_days_after(s.last_message.happened.start, playbook.budget.gap.amount))
    cooling = playbook.cooling
    for anchor in (a for name in cooling.after for a in facts.anchors[name]) if cooling else ():
        if cooling and not any(_came_after(e, anchor) for e in s.heard):
            ends.append(_days_after(anchor.at.start, cooling.length.amount))
    return ends


def _came_after(heard: Entry, anchor: Anchor) -> bool:
    return heard.happened != anchor.at and heard.happened.end > anchor.at.start


def _days_after(at: datetime, days: int) -> datetime:
    return LONDON.midnight(at.astimezone(LONDON.tz).date() + timedelta(days=days))


def plain_search(playbook: Playbook, step: Step, anchor: Anchor, facts: Facts) -> list[Anchor]:
    """Return when a step was done, by looking at every entry."""
    ticks = [e for e in facts.entries if _ticks(e, playbook, step, anchor)]
    shown = [e for e in facts.entries if _shows(e, step, anchor, facts)]
    if "early" in step.done_by.get("state", ()) and not _reaches_a_named_site(shown, facts):
        shown = []
    found = ticks + shown
    return [Anchor(e.id, e.happened) for e in sorted(found, key=lambda e: (e.happened.start, e.id))]


def _ticks(e: Entry, playbook: Playbook, step: Step, anchor: Anchor) -> bool:
    key = (e.fields.get("playbook"), e.fields.get("step"), e.fields.get("anchor"))
    right = key == (playbook.id, step.id, str(anchor.entry))
    return e.kind == "step" and right and e.fields.get("state") in ("done", "skipped")


def _shows(e: Entry, step: Step, anchor: Anchor, facts: Facts) -> bool:
    wanted = dict(step.done_by)
    kinds = wanted.pop("entry", ())
    since = anchor.at.start
    if step.after == "playbook" and kinds == ("dispute",):
        since = min(since, _since_the_matter_stands(facts, since))
    if e.id == anchor.entry or e.fields.get("no_answer") or e.happened.end < since:
        return False
    answers = step.after == "inbound" and kinds == ("interaction",)
    if answers and wanted.get("direction") == ("out",) and _was_talked(e):
        return True
    if kinds == ("dispute",) and e.kind == "review":
        return "removed" in wanted.get("state", ()) and e.fields.get("state") == "gone"
    if e.kind == "dispute" and _is_the_report_answered(e, anchor, facts):
        return False
    is_new = e.kind == "attempt" and e.fields.get("state") == "offered"
    if e.kind not in kinds or (not is_new and _of_another_life(e, anchor, facts)):
        return False
    if e.kind == "reply":
        return _is_such_a_reply(e, wanted)
    default = "sent" if e.kind == "dispute" else None
    return all(str(e.fields.get(name, default)) in words for name, words in wanted.items())


def _is_such_a_reply(e: Entry, wanted: dict[str, tuple[str, ...]]) -> bool:
    state, medium = e.fields.get("state", "posted"), e.fields.get("medium", "public")
    asked = wanted.get("state", ("posted",))
    enough = {"draft": ("draft", "posted"), "posted": ("posted",)}
    return medium in wanted.get("medium", ("public",)) and any(state in enough[a] for a in asked)


def _reaches_a_named_site(reports: list[Entry], facts: Facts) -> bool:
    told = {e.fields.get("site") for e in reports}
    taking = set(facts.early_sites)
    if None in told or not (taking or facts.sites):
        return True
    return taking <= told if taking else not told.isdisjoint(facts.sites)


def _since_the_matter_stands(facts: Facts, otherwise: datetime) -> datetime:
    """Return when the newest standing review appeared, else the threat was made."""
    begun = [t.first.happened.start for t in facts.reviews if t.state != "gone"]
    return max(begun or [a.at.start for a in facts.anchors["threat"]], default=otherwise)


def _is_the_report_answered(e: Entry, anchor: Anchor, facts: Facts) -> bool:
    counted = next(x for x in facts.entries if x.id == anchor.entry)
    return counted.kind == "dispute" and e.order < counted.order


def _was_talked(e: Entry) -> bool:
    return e.kind == "attempt" or (e.kind == "demand" and e.fields["state"] != "open")


def _of_another_life(e: Entry, anchor: Anchor, facts: Facts) -> bool:
    counted = next(x for x in facts.entries if x.id == anchor.entry)
    if counted.kind not in ("demand", "attempt") or e.kind != counted.kind:
        return False

    def life(x: Entry) -> str:
        return str(x.fields.get("of") or x.fields.get("label") or x.id)

    return life(counted) not in (life(e), str(e.id))


def written_later(entries: list[Entry]) -> Callable[[Entry], Any]:
    """Return the key of the order of writing, by looking at all that its writer wrote before."""

    def key(e: Entry) -> Any:
        before = [o.recorded_at for o in entries if o.id.log == e.id.log and o.id.seq <= e.id.seq]
        return max(before), e.id.log, e.id.seq

    return key


def latest_said(entries: list[Entry]) -> str | None:
    """Return who it was after all corrections, None where the first entry was taken back.

    What a retraction takes back may itself be one: the last word is asked first.
    """
    first, *said = entries
    dead: set[Any] = set()
    for e in sorted(said, key=written_later(entries), reverse=True):
        if e.rel == "retracts" and e.id not in dead:
            dead |= {ref.id for ref in e.refs}
    stands = [e for e in said if e.rel == "amends" and e.id not in dead]
    if first.id in dead:
        return None
    last = max(stands, key=written_later(entries), default=first)
    return str(last.fields["who"])

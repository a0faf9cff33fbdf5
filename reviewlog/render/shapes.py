"""What `--json` promises, as plain dictionaries; stored texts as they are."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.due import is_outside, state_on
from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.relations import Settled
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.moment import Moment, utc_text
from reviewlog.logbook.acting.background import Background
from reviewlog.logbook.receipt import Receipt, Undone, View
from reviewlog.render.keeping.gone import gone_shape
from reviewlog.render.words.blanks import Known, said
from reviewlog.render.words.custody import export_shape

if TYPE_CHECKING:
    from reviewlog.render.promised import agenda, incidents, times

FAR = "9999-12-31"


def receipt_shape(
    receipt: Receipt, steps: Sequence[Item], known: Known, now: datetime, calendar: Calendar
) -> "agenda.Receipt":
    """Return incident, entry and next, as `log --json` prints them."""
    return {
        "incident": str(receipt.row["number"]),
        "entry": str(receipt.main.id.seq),
        "entries": [str(entry.id.seq) for entry in receipt.entries],
        "opened": receipt.opened,
        "next": [item_shape(item, receipt.row, known, now, calendar) for item in steps],
    }


def item_shape(
    item: Item, row: Mapping[str, Any], known: Known, now: datetime, calendar: Calendar
) -> "agenda.Item":
    """Return an agenda item."""
    late = item.due_at is not None and item.due_at < now
    opens_on = calendar.day_of(item.opens_at).isoformat()
    due_on = item.due_on.isoformat() if item.due_on else None
    today = calendar.day_of(now).isoformat()
    return {
        "incident": str(row["number"]),
        "who": row["customer"],
        "step": item.step,
        "kind": item.kind,
        "title": item.title,
        "due_on": due_on,
        "due_at": _instant(item.due_at),
        "opens_at": utc_text(item.opens_at),
        "state": state_on(item.kind, opens_on, due_on, today, late=late, last_day=FAR),
        "why": item.why,
        "say": list(said(item, known)),
        "avoid": list(item.avoid),
        "source": list(item.source),
        "outside": is_outside(item.step),
    }


def _instant(at: datetime | None) -> str | None:
    return utc_text(at) if at else None


def view_shape(
    view: View,
    behind: Background,
    known: Known,
    now: datetime,
    calendar: Calendar,
    exports: Iterable[Entry] = (),
) -> "incidents.Show":
    """Return an incident in full, as `show --json` prints it."""
    return {
        "incident": incident_shape(view.row),
        "facts": facts_shape(view),
        "background": background_shape(behind),
        "entries": [_told(settled, view) for settled in view.timeline],
        "agenda": [item_shape(item, view.row, known, now, calendar) for item in view.agenda],
        **gone_shape(view),
        "exports": [export_shape(entry) for entry in exports],
    }


def _told(settled: Settled, view: View) -> "incidents.Told":
    return {
        **stored_shape(settled.entry),
        "corrected": dict(settled.corrected),
        **_label(settled.original.id, view.labels),
        **_sent(settled.entry, view),
    }


def _label(entry: EntryId, labels: Mapping[EntryId, str]) -> "incidents.Labelled":
    return {"exhibit": labels[entry]} if entry in labels else {}


def _sent(entry: Entry, view: View) -> "incidents.WentOut":
    """Return how a text went out that was drafted before; few entries load what tells it."""
    if "draft" not in entry.fields:
        return {}
    from reviewlog.render.replies.draftmarks import entry_marks

    return entry_marks(entry, view.facts)


def background_shape(behind: Background) -> "incidents.Background":
    """Return what stands behind an incident: earlier demands, how soon we answered, newer advice."""
    answer, target = behind.first_answer, behind.playbook and behind.playbook.first_answer
    return {
        "asked_before": behind.asked_before,
        "first_answer_minutes": answer and answer.minutes,
        "first_answer_target": target and str(target),
        "newer_playbook": behind.is_outdated,
    }


def incident_shape(row: Mapping[str, Any]) -> "incidents.Incident":
    """Return the row of an incident."""
    return {
        "number": str(row["number"]),
        "customer": row["customer"],
        "nick": row["nick"],
        "phone": row["phone"],
        "state": row["state"],
        "outcome": row["outcome"],
        "threat": row["threat"],
        "verdict": row["verdict"],
        "review": row["review"],
        "playbook": row["playbook"],
        "opened_at": row["opened_at"],
        "last_at": row["last_at"],
        "entries": row["entries"],
        "answered": bool(row["answered"]),
        "shop": bool(row["shop"]),
        "erased": bool(row["erased"]),
        "sites": row["sites"].split(),
    }


def facts_shape(view: View) -> "incidents.Facts":
    """Return what the entries say now."""
    facts = view.facts
    contacts = facts.contacts
    return {
        "threat": facts.threat,
        "review": facts.review,
        "verdict": facts.verdict,
        "demand": facts.demand,
        "offer": facts.offer,
        "pleased": facts.pleased,
        "closed": facts.closed,
        "go_between": facts.go_between,
        "unanswered": contacts.unanswered,
        "leave_alone": contacts.leave_alone,
        "cooling_until": _instant(contacts.cooling_until),
        "held_until": _instant(facts.held_until),
    }


def stored_shape(entry: Entry) -> "incidents.Stored":
    """Return an entry as stored."""
    return {
        "entry": str(entry.id.seq),
        "kind": entry.kind,
        "recorded_at": utc_text(entry.recorded_at),
        "happened_at": when_shape(entry.happened),
        "leaf": entry.leaf,
        "fields": dict(entry.fields),
    }


def when_shape(moment: Moment) -> "times.When":
    """Return when something happened."""
    return {
        "start": utc_text(moment.start),
        "end": utc_text(moment.end),
        "precision": moment.precision,
        "offset_min": moment.offset_min,
    }


def undone_shape(undone: Undone) -> "incidents.Undone":
    """Return what undo took back."""
    return {
        "incidents": [str(row["number"]) for row in undone.rows],
        "entries": [stored_shape(entry) for entry in undone.entries],
    }

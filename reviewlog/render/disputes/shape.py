"""What `dispute --json` promises while a report is prepared."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from reviewlog.domain.facts.disputes import Dispute
from reviewlog.domain.needs import Need
from reviewlog.domain.site import Ground, Known, Site
from reviewlog.domain.sites import is_old
from reviewlog.domain.tries import tries_left
from reviewlog.render.disputes.form import FormLine
from reviewlog.render.disputes.preparing import Prepared

if TYPE_CHECKING:
    from reviewlog.render.promised import disputes


def prepared_shape(prepared: Prepared, entry: str | None, now: datetime) -> "disputes.Report":
    """Return a report in the making; `entry` is the choice that was just written, if any."""
    review = prepared.review
    return {
        "incident": prepared.number,
        "entry": entry,
        "site": prepared.rules.id,
        "review": str(review.first.id.seq) if review else None,
        "ground": _ground(prepared.ground, now),
        "one_ground": prepared.rules.one_ground.value,
        "dispute": _standing(prepared.rules, prepared.dispute),
        "needs": [_need(need) for need in prepared.needs],
        "form": _form(prepared.form),
        "statement": prepared.statement,
        "left_out": prepared.left_out,
        "why": None,
        "instead": [],
        "find_out": [],
        "fits": [],
    }


def _ground(ground: Ground, now: datetime) -> "disputes.Ground":
    return {
        "id": ground.id,
        "name": ground.name,
        "means": ground.means,
        "route": ground.route,
        **known_shape(ground.known, now),
    }


def known_shape(known: Known, now: datetime) -> "disputes.Sure":
    """Return how surely a fact is known, and whether it is old."""
    old = is_old(known.checked, now.date())
    return {"checked": known.checked, "sure": known.sure, "source": known.source, "old": old}


def _standing(rules: Site, dispute: Dispute) -> "disputes.Standing":
    return {
        "state": dispute.state,
        "tries": dispute.tries,
        "left": tries_left(rules, dispute),
        "early": len(dispute.early),
        "references": list(dispute.references),
        "waiting": [str(entry.id.seq) for entry in dispute.waiting],
    }


def _need(need: Need) -> "disputes.Need":
    return {"need": need.word, "state": need.state, "decisive": need.decisive}


def _form(fields: Sequence[FormLine]) -> "list[disputes.FormLine]":
    return [
        {
            "label": field.label,
            "text": None if field.gap else field.text,
            "size": field.size,
            "most": field.most,
            "unit": field.unit,
            "cut": field.cut,
        }
        for field in fields
    ]

"""Why a step is due, or is not, as `--json` prints it."""

from datetime import datetime
from typing import TYPE_CHECKING

from reviewlog.domain.agenda.explain import Account
from reviewlog.domain.agenda.never import NeverRule
from reviewlog.domain.time.moment import utc_text
from reviewlog.logbook.acting.reasons import Reasons, label_of, moved_from
from reviewlog.render.playbooks.why import advice, ends, old_sites, state_words
from reviewlog.render.shapes import when_shape
from reviewlog.render.words.terms import condition_words, timing_words

if TYPE_CHECKING:
    from reviewlog.render.promised import agenda


def why_shape(told: Reasons, now: datetime) -> "agenda.Why":
    """Return the reasons as `why --json` prints them."""
    shown = told.asked if told.named else told.accounts
    return {
        "incident": str(told.view.row["number"]),
        "next": None if told.named or not told.asked else label_of(told.asked[0], told.accounts),
        "steps": [_account_shape(account, told, now) for account in shown],
    }


def _account_shape(account: Account, told: Reasons, now: datetime) -> "agenda.Account":
    rule, item = account.rule, account.item
    moved = moved_from(account, told.calendar)
    return {
        "step": account.step,
        "title": account.title,
        "state": account.state,
        "said": state_words(account, now),
        "rule": timing_words(rule) if rule else None,
        "only_when": condition_words(rule.when) if rule else [],
        "not_when": condition_words(rule.unless) if rule else [],
        "after": account.after or None,
        "from": account.anchor and str(account.anchor.seq),
        "from_at": when_shape(account.anchor_at) if account.anchor_at else None,
        "due_on": item.due_on.isoformat() if item and item.due_on else None,
        "due_at": utc_text(item.due_at) if item and item.due_at else None,
        "until": utc_text(account.until) if account.until else None,
        "moved_from": moved.isoformat() if moved else None,
        "held_by": account.held_by or None,
        "done_by": account.done_by and str(account.done_by.seq),
        "left_out_because": account.why,
        "fact": account.fact or None,
        "word": account.word or None,
        "fact_from": account.ground and str(account.ground.seq),
        "never": _never_shape(account.never) if account.never else None,
        "why": item.why if item else rule.why if rule else None,
        "old_sites": dict(old_sites(account, told)),
        "ends": ends(account, told),
        "advice": list(advice(account, told)),
    }


def _never_shape(rule: NeverRule) -> "agenda.NeverRule":
    return {"id": rule.id, "sentence": rule.sentence, "source": list(rule.source)}

"""The answer to a verb that wrote something."""

from collections.abc import Mapping, Sequence
from typing import Any

from reviewlog.commands.session import Session
from reviewlog.domain.agenda.item import Item
from reviewlog.domain.money import swallowed
from reviewlog.logbook.acting.stepping import is_as_before, next_items
from reviewlog.logbook.receipt import Receipt, View
from reviewlog.render.words.blanks import AGE, Known, blanks

DANGEROUS = ("log", "review", "amend")
"""The verbs that may tell of danger for the first time."""
SWALLOWED = (
    "The text says {0}, the sum here is {1}: a shell takes $ for its own. To set it right:"
    " reviewlog amend {2} --{3} '{0}'"
)


def answer(
    session: Session,
    verb: str,
    receipt: Receipt,
    remark: str | None = None,
    more: Mapping[str, Any] | None = None,
) -> None:
    """Show the receipt and the next step, or the JSON of both; `more` goes into the JSON only."""
    logbook = session.logbook
    now = logbook.now()
    session.kept = str(receipt.main.id.seq)
    steps = next_items(receipt.agenda, now)
    in_danger = any(item.step == "safety" for item in receipt.agenda)
    if verb in DANGEROUS and (in_danger or receipt.main.fields.get("threat") == "harm"):
        say_danger(session)
    known = known_of(session, receipt, steps)
    if session.json:
        from reviewlog.render.shapes import receipt_shape

        shape = receipt_shape(receipt, steps, known, now, logbook.calendar)
        session.show_json(verb, {**shape, **(more or {})})
        return
    from reviewlog.render.receipt import receipt_line

    remark = "\n".join(filter(None, (remark, _sum_remark(receipt)))) or None
    if session.quiet:
        session.show(receipt_line(receipt, now))
    else:
        session.show(_told(session, receipt, steps, known, remark))


def _sum_remark(receipt: Receipt) -> str | None:
    """Return what to mind of a sum whose first digit a shell may have swallowed."""
    for entry in receipt.entries:
        for name in ("amount", "cost"):
            said = receipt.main.fields.get("text") or ""
            texts = f"{entry.fields.get('text') or ''} {said}"
            meant = swallowed(entry.fields.get(name), texts)
            if meant:
                return SWALLOWED.format(meant, entry.fields[name], entry.id.seq, name)
    return None


def _told(
    session: Session, receipt: Receipt, steps: Sequence[Item], known: Known, remark: str | None
) -> str:
    """Return the receipt and the next step, in short where it was told already."""
    from reviewlog.render.layout.style import style
    from reviewlog.render.nextstep import as_before_text, next_text
    from reviewlog.render.receipt import receipt_text

    now, width = session.logbook.now(), session.machine.width()
    look = style(session.machine.draws())
    parts = [receipt_text(receipt, now, width, remark, look)]
    if steps and is_as_before(receipt) and AGE not in known:
        parts.append(as_before_text(steps[0], str(receipt.row["number"]), now, width, look))
    elif steps:
        parts.append(next_text(steps, known, now, width, look))
    return "\n\n".join(parts)


def known_of(session: Session, found: Receipt | View, steps: Sequence[Item] = ()) -> Known:
    """Return what the log knows of the blanks in a playbook's lines, and of the first step."""
    logbook = session.logbook
    known = blanks(found.row, found.facts, logbook.settings, logbook.now())
    old = logbook.old_sites(found.facts, steps[0]) if steps else ()
    if not old:
        return known
    from reviewlog.render.words.sitewords import age_words

    return {**known, AGE: " ".join(age_words(old))}


def say_danger(session: Session) -> None:
    """First of all, and whatever else is printed or not."""
    from reviewlog.render.receipt import DANGER

    say = session.tell if session.json or session.quiet else session.show
    say(DANGER)

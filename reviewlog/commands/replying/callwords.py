"""What the checks say of the words for a call: the owner's draft, and lines of an own playbook."""

from reviewlog.commands.session import Session
from reviewlog.domain.agenda.item import Item
from reviewlog.domain.reply.drafts import drafting_of
from reviewlog.domain.reply.rules import CALL, LEVELS
from reviewlog.logbook.receipt import View
from reviewlog.render.callcard import OurWords, spoken_lines
from reviewlog.render.words.blanks import Known

STOP = LEVELS[0]
HELD = "Your words for the phone hold something to change: reviewlog reply {n} --call"
"""What stands on the card instead of words that must not be read out."""
SHIPPED = "shipped"
STAND_INS = "holes"
"""The check for blanks: those of a playbook's line are filled in on the phone."""


def words_for(session: Session, view: View, step: Item | None, known: Known) -> OurWords:
    """Return the latest draft for a call with what was found in it, and the lines to leave out."""
    drafting = drafting_of(view.facts.entries, CALL)
    latest = drafting.latest
    draft = str(latest.fields.get("text") or "") if latest else ""
    lines = spoken_lines(step, known) if step and _is_own(session, step) else []
    if not draft and not lines:
        return OurWords()
    from reviewlog.render.replies.findings import summary
    from reviewlog.render.replies.ready import held_by
    from reviewlog.reply.check import check

    number = str(view.row["number"])
    case = session.logbook.reply_case(number, CALL)
    checked = check(draft, case)
    more = "" if checked.passes else f" See: reviewlog reply {number} --call"
    found = summary(checked) + more if draft else ""
    if draft and held_by(drafting, checked):
        draft, found = "", HELD.format(n=number)
    stops = {
        line: finding.rule.id
        for line in lines
        for finding in check(line, case).findings
        if finding.level == STOP and finding.rule.check != STAND_INS
    }
    return OurWords(draft, found, "?" in draft, bool(draft and checked.promises), stops)


def _is_own(session: Session, step: Item) -> bool:
    """Whether a step is of the owner's own playbook: those of the program are tested."""
    logbook = session.logbook
    is_here = step.playbook in [playbook.id for playbook in logbook.playbooks()]
    return bool(step.playbook) and not (is_here and logbook.origin_of(step.playbook) == SHIPPED)

"""What to know or do once a dispute was written down, which no step of a playbook says."""

from collections.abc import Iterator

from reviewlog.commands.session import Session
from reviewlog.domain.facts.disputes import Dispute, dispute_of
from reviewlog.domain.site import Site
from reviewlog.domain.tries import tries_left
from reviewlog.logbook.receipt import View
from reviewlog.logbook.writing.disputing import Told, reviews_on
from reviewlog.render.disputes.tries import aged

AGAIN = "Before you send it again: {says}"
BEYOND = "The site had no try left for it. It is kept all the same; do not count on an answer."
TOO_EARLY = (
    "{title} takes no report before the review is there. It is kept all the same; report it again"
    " when the review is up."
)
TOO_LATE = (
    "A review is up on {title} already, and this report is for the time before. It is kept all the"
    " same; report the review itself as well."
)
NO_MORE = "No try is left at this site. Set the facts right in public, once and calmly."
NO_DAY = "Which day does it name? That day counts: reviewlog amend {entry} --by WHEN"
IS_GONE = "When you see that it is gone: reviewlog review {n} --gone"


def remark_on(session: Session, before: View, told: Told, entry: str) -> str | None:
    """Return what to know or do now; `before` is the incident as it was until then."""
    number = str(before.row["number"])
    if told.state == "removed":
        return None if told.gone else IS_GONE.format(n=number)
    if told.state == "notice":
        return None if told.due else NO_DAY.format(entry=entry)
    rules = session.logbook.site(told.site)
    if told.state in ("sent", "early"):
        return " ".join(_of_report(session, rules, before, told)) or None
    if told.state == "refused":
        view = session.logbook.view(number)
        standing = dispute_of(view.facts.entries, told.site, told.review)
        if tries_left(rules, standing) == 0:
            return NO_MORE
        says = aged(rules.appeals.says, rules.appeals.known, session.logbook.now())
        return AGAIN.format(says=says) if rules.appeals.says else None
    return None


def _of_report(session: Session, rules: Site, before: View, told: Told) -> Iterator[str]:
    """Say calmly where a report went beyond what the site takes, and how long it may need."""
    now = session.logbook.now()
    standing = dispute_of(before.facts.entries, told.site, told.review)
    if told.state == "sent" and tries_left(rules, standing) == 0:
        yield BEYOND
    early = rules.early_report
    if told.state == "early" and reviews_on(before.facts, told.site):
        yield TOO_LATE.format(title=rules.title)
    elif told.state == "early" and early.value == "refused":
        yield aged(TOO_EARLY.format(title=rules.title), early.known, now)
    windows = [w for w in rules.windows_of("decision") if w.part in ("", _part(rules, standing))]
    if windows:
        yield aged(windows[-1].says, windows[-1].known, now)


def _part(rules: Site, standing: Dispute) -> str:
    ground = rules.find_ground(standing.ground) if standing.ground else None
    return ground.part if ground else ""

"""How often a site may still be asked, and until when: scarce things that a repeat wastes."""

from datetime import date, timedelta

from reviewlog.domain.facts.disputes import Dispute
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.site import Site, Window
from reviewlog.domain.sites import reports_left
from reviewlog.domain.time.moment import Moment


def tries_left(rules: Site, dispute: Dispute) -> int | None:
    """Return how many reports of a review the site still takes; None where nobody knows.

    Where only the appeals are limited they count from the first no.
    """
    refused = [a for a in dispute.answers if a.fields.get("state") == "refused"]
    after = sum(report.order > refused[0].order for report in dispute.sent) if refused else None
    return reports_left(rules.tries.most, rules.appeals.most, dispute.tries, after)


def last_day(window: Window, review: Track | None, threat: Moment | None) -> date | None:
    """Return the last day of a window of ours that counts from what the log knows."""
    since = {"review": review and review.first.happened, "threat": threat}.get(window.since)
    if window.who != "you" or window.days is None or since is None:
        return None
    return since.local.date() + timedelta(days=window.days)

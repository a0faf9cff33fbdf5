"""How often a site may still be asked, and until when: scarce things that a repeat wastes."""

from datetime import date, timedelta

from reviewlog.domain.facts.disputes import Dispute
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.site import Site, Window
from reviewlog.domain.time.moment import Moment


def tries_left(rules: Site, dispute: Dispute) -> int | None:
    """Return how many reports of a review the site still takes; None where nobody knows.

    Where only the appeals are limited they count from the first no.
    """
    appeals = rules.appeals.most
    if rules.tries.most is not None:
        return max(0, rules.tries.most + (appeals or 0) - dispute.tries)
    refused = [a for a in dispute.answers if a.fields.get("state") == "refused"]
    if appeals is None or not refused:
        return None
    after = [report for report in dispute.sent if report.order > refused[0].order]
    return max(0, appeals - len(after))


def last_day(window: Window, review: Track | None, threat: Moment | None) -> date | None:
    """Return the last day of a window of ours that counts from what the log knows."""
    since = {"review": review and review.first.happened, "threat": threat}.get(window.since)
    if window.who != "you" or window.days is None or since is None:
        return None
    return since.local.date() + timedelta(days=window.days)

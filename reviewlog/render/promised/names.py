"""Every shape by its name, with what it answers."""

from typing import Any, NamedTuple

from reviewlog.domain.vocabulary import one_of
from reviewlog.render.promised import (
    agenda,
    away,
    disputes,
    entering,
    helping,
    incidents,
    playbooks,
    replies,
    sharing,
    sites,
    troubles,
)

VERSION = 1
LOG_INPUT, LOG_LIST = "log-input", "log-input-list"
INPUTS = (LOG_INPUT, LOG_LIST)
"""What a script says; all others are what it is told."""


class Promise(NamedTuple):
    """A shape under its name."""

    shape: Any
    line: str


def _receipts() -> dict[str, Promise]:
    """Return the verbs that write: each answers with the same shape under its own name."""
    verbs = (
        "log", "demand", "attempt", "review", "assess", "promise", "note", "lookup", "claim",
        "remind", "amend", "hold", "link", "close", "reopen", "done", "skip", "snooze",
        "playbook use", "playbook start",
    )  # fmt: skip
    return {v.replace(" ", "-"): Promise(agenda.Receipt, f"reviewlog {v}") for v in verbs}


PROMISES = {
    "due": Promise(agenda.Due, "reviewlog due, and reviewlog alone"),
    "next": Promise(agenda.Next, "reviewlog next"),
    "why": Promise(agenda.Why, "reviewlog why"),
    "show": Promise(incidents.Show, "reviewlog show"),
    "list": Promise(incidents.Incidents, "reviewlog list"),
    "call-card": Promise(incidents.CallCard, "reviewlog call-card"),
    **_receipts(),
    LOG_INPUT: Promise(entering.LogInput, "what reviewlog log --json - reads: one entry"),
    LOG_LIST: Promise(entering.LogInput, "the same, a list of entries"),
    "log-many": Promise(agenda.Many, "reviewlog log --json -, of several entries"),
    "attach": Promise(agenda.FilesReceipt, "reviewlog attach"),
    "reply": Promise(replies.Reply, "reviewlog reply, of a draft"),
    "reply-posted": Promise(replies.ReplyPosted, "reviewlog reply --posted, --sent"),
    "reply-versions": Promise(replies.Versions, "reviewlog reply --versions"),
    "reply-check": Promise(replies.Checked, "reviewlog reply --check, call-card --check"),
    "reply-rules": Promise(replies.Rules, "reviewlog reply rules"),
    "dispute": Promise(disputes.Report, "reviewlog dispute, of a report in the making"),
    "dispute-written": Promise(agenda.Receipt, "reviewlog dispute --sent, --early, --answer, --notice"),
    "claims": Promise(disputes.Claims, "reviewlog claim --list"),
    "sites": Promise(sites.Sites, "reviewlog site list"),
    "site": Promise(sites.Site, "reviewlog site show"),
    "away": Promise(away.Leave, "reviewlog away FROM TO"),
    "away-list": Promise(away.Absences, "reviewlog away"),
    "undo": Promise(incidents.Undone, "reviewlog undo"),
    "retract": Promise(incidents.Undone, "reviewlog retract"),
    "erase": Promise(sharing.Erased, "reviewlog erase"),
    "redact": Promise(sharing.Redaction, "reviewlog redact"),
    "redact-picture": Promise(agenda.FilesReceipt, "reviewlog redact N E1 --box"),
    "export": Promise(sharing.Export, "reviewlog export"),
    "verify": Promise(sharing.Verified, "reviewlog verify"),
    "anchor": Promise(sharing.Anchored, "reviewlog anchor"),
    "checkpoint": Promise(sharing.Checkpoint, "reviewlog anchor --print"),
    "doctor": Promise(sharing.Findings, "reviewlog doctor"),
    "doctor-rebuild": Promise(sharing.Rebuilt, "reviewlog doctor --rebuild"),
    "demo": Promise(sharing.Demo, "reviewlog demo"),
    "playbook-list": Promise(playbooks.Playbooks, "reviewlog playbook list"),
    "playbook-show": Promise(playbooks.Playbook, "reviewlog playbook show"),
    "playbook-check": Promise(playbooks.Checks, "reviewlog playbook check"),
    "playbook-rules": Promise(playbooks.NeverRules, "reviewlog playbook rules"),
    "playbook-upgrade": Promise(playbooks.Upgraded, "reviewlog playbook upgrade"),
    "playbook-test": Promise(playbooks.Rehearsal, "reviewlog playbook test"),
    "playbook-simulate": Promise(playbooks.Walk, "reviewlog playbook simulate"),
    "playbook-preview": Promise(playbooks.Matches, "reviewlog playbook preview"),
    "playbook-copy": Promise(playbooks.Copied, "reviewlog playbook copy"),
    "help": Promise(helping.Help, "reviewlog help"),
    "man": Promise(helping.Man, "reviewlog man"),
    "completion": Promise(helping.Completion, "reviewlog completion"),
    "schemas": Promise(troubles.Schemas, "reviewlog schema"),
    "error": Promise(troubles.Trouble, "any verb that says no"),
}  # fmt: skip
"""Every name of `"schema": "reviewlog.<name>/1"`, and what a script may say."""


def get_promise(name: str) -> tuple[str, Promise]:
    """Return a shape by its name. Raises BadWordError."""
    plain = name.strip().casefold().removeprefix("reviewlog.").removesuffix(f"/{VERSION}")
    known = one_of("schema", plain, tuple(PROMISES))
    return known, PROMISES[known]

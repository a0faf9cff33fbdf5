"""What the shipped playbooks tell an owner to say passes the rules that their own words must pass."""

import pytest

from reviewlog.domain.reply.rules import CALL, PRIVATE, PUBLIC
from reviewlog.domain.wording import COMMAND
from reviewlog.playbook.replies.shelf import shipped_ruleset
from reviewlog.reply.case import Case
from reviewlog.reply.check import check
from tests.builders import WHOLES

RULES = tuple(
    rule
    for rule in shipped_ruleset().rules
    if rule.check not in ("lacks", "door", "name", "this-case", "holes", "promises")
)
"""Those that a single line can break: it need not be signed, and its stand-ins are filled in later."""
MEDIA = {"reply": PUBLIC, "write": PRIVATE, "request": PRIVATE, "attempt": PRIVATE, "call": CALL}
LINES = [
    pytest.param(step.kind, line, id=f"{whole.playbook.id}-{step.id}-{place}")
    for whole in WHOLES.values()
    for step in whole.playbook.steps
    if step.kind in MEDIA
    for place, line in enumerate(step.say)
    if not line.startswith(COMMAND)
]


@pytest.mark.parametrize(("kind", "line"), LINES)
def test_a_line_to_be_said_breaks_no_rule(kind, line):
    case = Case(RULES, medium=MEDIA[kind], may_ask=kind == "request")
    assert [finding.rule.id for finding in check(line, case).findings] == []

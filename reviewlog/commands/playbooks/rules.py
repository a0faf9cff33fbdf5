"""What no playbook may advise, and why. Planning against a rule takes a written reason.

reviewlog playbook rules

reviewlog playbook rules --json
"""

import typer

from reviewlog.commands.session import Session


def run(ctx: typer.Context) -> None:
    """What no playbook may advise, and why."""
    session: Session = ctx.obj
    from reviewlog.domain.agenda.never import RULES
    from reviewlog.render.words.rules import rule_shape, rules_text

    if session.json:
        session.show_json("playbook-rules", {"rules": [rule_shape(rule) for rule in RULES]})
        return
    session.show(rules_text(session.machine.width()))

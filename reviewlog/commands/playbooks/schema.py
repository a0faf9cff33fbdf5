"""The JSON Schema of playbook files; editors complete and explain from it.

Keep it in a file beside your playbooks and name it in their first line:
# yaml-language-server: $schema=playbook.schema.json

reviewlog playbook schema

reviewlog playbook schema --json
"""

import typer

from reviewlog.commands.session import Session


def run(ctx: typer.Context) -> None:
    """Print the JSON Schema of playbook files."""
    import json

    from reviewlog.playbook.language.schema import playbook_schema

    session: Session = ctx.obj
    session.show(json.dumps(playbook_schema(), indent=2, ensure_ascii=False))

"""The JSON Schema of playbook files, or of rules for replies; editors complete and explain from it.

Keep it in a file beside your playbooks and name it in their first line:
# yaml-language-server: $schema=playbook.schema.json

reviewlog playbook schema

reviewlog playbook schema --replies

reviewlog playbook schema --json
"""

from typing import Annotated

import typer

from reviewlog.commands.session import Session


def run(
    ctx: typer.Context,
    replies: Annotated[
        bool, typer.Option("--replies", help="That of rules for replies instead.")
    ] = False,
) -> None:
    """Print the JSON Schema of playbook files."""
    import json

    from reviewlog.playbook.language.schema import playbook_schema

    session: Session = ctx.obj
    if replies:
        from reviewlog.playbook.replies.schema import rules_schema

        schema = rules_schema()
    else:
        schema = playbook_schema()
    session.show(json.dumps(schema, indent=2, ensure_ascii=False))

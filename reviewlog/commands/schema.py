"""What --json prints, as JSON Schema: the names, or one of them in full.

What is listed in a schema stays; later versions may add keys, so ignore what you do not know.

reviewlog schema

reviewlog schema due

reviewlog schema log-input
"""

from typing import Annotated

import typer

from reviewlog.commands.session import Session


def run(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A name out of the list.")] = None,
) -> None:  # fmt: skip
    """What --json prints, as JSON Schema."""
    session: Session = ctx.obj
    if name is not None:
        _show(session, name)
        return
    from reviewlog.render.promised.listing import schemas_shape, schemas_table, schemas_text

    columns = session.table_columns
    if session.json:
        session.show_json("schemas", schemas_shape())
    elif columns is None:
        session.show(schemas_text(session.machine.width()))
    else:
        session.show(schemas_table(columns))


def _show(session: Session, name: str) -> None:
    import json

    from reviewlog.render.promised.schema import schema_of

    session.show(json.dumps(schema_of(name), indent=2))

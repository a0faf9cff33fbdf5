"""Check a bundle, or the logbook: whether anything was changed since it was written.

reviewlog verify incident-12-google.zip

reviewlog verify
"""

from pathlib import Path
from typing import Annotated

import typer

from reviewlog.commands.session import Session
from reviewlog.domain.errors import BrokenProofError
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.store.book import exists


def run(
    ctx: typer.Context,
    path: Annotated[Path | None, typer.Argument(metavar="[PATH]", help="A bundle or a logbook.")] = None,
) -> None:  # fmt: skip
    """Check a bundle, or the logbook."""
    session: Session = ctx.obj
    if path is not None and not path.exists():
        raise UnreadableFileError(str(path), "missing")
    what, count, broken = _checked(session, path)
    if session.json:
        places = [{"place": place, "what": why} for place, why in broken]
        session.show_json("verify", {"path": what, "checked": count, "broken": places})
        if broken:
            raise typer.Exit(1)
        return
    if broken:
        raise BrokenProofError(what, tuple(broken))
    session.show(f"Unchanged: {what} ({count} checked).")


def _checked(session: Session, path: Path | None) -> tuple[str, int, list[tuple[str, str]]]:
    if path is None or exists(path):
        session.book = path or session.book
        return str(session.folder), *session.logbook.verify()
    from reviewlog.bundle.verify import verify_bundle

    return str(path), *verify_bundle(path)

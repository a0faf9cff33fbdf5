"""Make the evidence bundle: one zip for a site, a lawyer, a court or yourself.

reviewlog export 12 --for google

reviewlog export 12 --for lawyer -o folder/case.zip -y
"""

from pathlib import Path
from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.session import Session
from reviewlog.commands.whom import settle_word
from reviewlog.domain.errors import RefusedError, TargetError
from reviewlog.logbook.sharing import Dossier


def run(
    ctx: typer.Context,
    incident: options.Incident,
    audience: Annotated[str | None, typer.Option("--for", metavar="AUDIENCE", help="A site, lawyer, court, police, insurer or self.")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="PATH", help="Where to write it.")] = None,
) -> None:  # fmt: skip
    """Make the evidence bundle."""
    from reviewlog.bundle.write import write_bundle
    from reviewlog.commands.catching import anchor_before_export
    from reviewlog.render.nostamp import no_stamp
    from reviewlog.render.preview import preview_text

    session: Session = ctx.obj
    logbook = session.logbook
    dossier = logbook.dossier(settle_word(session, incident), audience)
    session.talk(preview_text(dossier, logbook.now()) + "\n")
    target = output or Path(default_name(dossier))
    if target.is_dir():
        target = target / default_name(dossier)
    if target.exists() and not session.yes and not session.interactive:
        raise TargetError(str(target), "exists")
    again = " It writes over the one that is there." if target.exists() else ""
    if not session.confirm(f"Write {target}?{again}"):
        raise RefusedError("No bundle was made.")
    anchor_before_export(session)
    written = write_bundle(dossier, logbook.prove(dossier), target)
    logbook.record_export(dossier, written.sha256)
    for failure in written.unstamped:
        session.talk(no_stamp(failure))
    if session.json:
        session.show_json("export", _shape(dossier, written.path, written.sha256, written.size))
    else:
        session.show(f"Written: {written.path}\nCheck it any time: reviewlog verify {written.path}")


def default_name(dossier: Dossier) -> str:
    """Return the file name of a bundle: no name of a person in it."""
    return f"incident-{dossier.number}-{dossier.site or dossier.reader}.zip"


def _shape(dossier: Dossier, path: Path, sha256: str, size: int) -> dict[str, object]:
    return {
        "incident": dossier.number,
        "audience": dossier.site or dossier.reader,
        "path": str(path),
        "sha256": sha256,
        "size": size,
        "entries": len(dossier.timeline),
        "exhibits": len(dossier.exhibits),
        "staying": dossier.staying,
    }

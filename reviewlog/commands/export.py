"""Make the evidence bundle: one zip for a site, a lawyer, a court or yourself.

reviewlog export 12 --for google

reviewlog export 12 --for lawyer -o folder/case.zip -y
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.session import Session
from reviewlog.commands.whom import settle_word
from reviewlog.domain.errors import RefusedError, TargetError
from reviewlog.domain.usage_errors import ConflictingOptionsError
from reviewlog.logbook.sharing import Dossier

if TYPE_CHECKING:
    from reviewlog.bundle.packing.write import Written


def run(
    ctx: typer.Context,
    incident: options.Incident,
    audience: Annotated[str | None, typer.Option("--for", metavar="AUDIENCE", help="A site, lawyer, court, police, insurer or self.")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="PATH", help="Where to write it.")] = None,
    hide: Annotated[list[str] | None, typer.Option("--hide", metavar="TEXT", help="Leave this out; may be given again.")] = None,
    without: Annotated[list[str] | None, typer.Option("--without", metavar="E3", help="An exhibit that stays here.")] = None,
    paper: Annotated[bool, typer.Option("--paper", help="Also one file to print.")] = False,
    encrypt: Annotated[list[str] | None, typer.Option("--encrypt", metavar="FOR", help="age or ssh public key, file of keys, or the word passphrase.")] = None,
) -> None:  # fmt: skip
    """Make the evidence bundle."""
    from reviewlog.bundle.packing.write import write_bundle
    from reviewlog.commands.beside import paper_name, write_beside
    from reviewlog.commands.catching import anchor_before_export
    from reviewlog.commands.encrypting import encrypted_name, settled_encryption, tell_of_plain
    from reviewlog.commands.redacting import settled_redaction, typed
    from reviewlog.commands.trade import settled_trade

    session: Session = ctx.obj
    if paper and encrypt:
        raise ConflictingOptionsError("--paper", "--encrypt")
    encryption = settled_encryption(session, encrypt)
    number = settle_word(session, incident)
    settled_trade(session)
    logbook = session.logbook
    choice = typed(hide, without=without)
    dossier, decided = settled_redaction(session, number, audience, choice)
    _preview(session, dossier)
    target = _target(output, default_name(dossier))
    target = encrypted_name(target) if encryption else target
    _confirm(session, target, *([paper_name(target)] if paper else []))
    if logbook.redact(number, decided):  # the bundle holds the headers of these entries too
        dossier = logbook.dossier(number, audience, choice)
    anchor_before_export(session)
    proofs = logbook.prove(dossier)
    written = write_bundle(dossier, proofs, target, encryption)
    logbook.record_export(dossier, written.sha256, encrypted=encryption is not None)
    # Nothing that can be read lies beside an encrypted bundle.
    beside = {} if encryption else write_beside(dossier, proofs, target, paper=paper)
    if encryption:
        tell_of_plain(session, target, for_site=dossier.reader == "site")
    _tell(session, dossier, written, beside, encrypted=encryption is not None)


def _preview(session: Session, dossier: Dossier) -> None:
    from reviewlog.logbook.metadata import tell_tales
    from reviewlog.render.preview import preview_text

    tales = tell_tales(dossier.exhibits) if dossier.reader != "self" else {}
    now = session.logbook.now()
    session.talk(preview_text(dossier, now, tales, session.machine.width()) + "\n")


def _target(output: Path | None, name: str) -> Path:
    target = output or Path(name)
    return target / name if target.is_dir() else target


def _tell(
    session: Session,
    dossier: Dossier,
    written: "Written",
    beside: "dict[str, Path]",
    *,
    encrypted: bool,
) -> None:
    from reviewlog.commands.beside import BESIDE
    from reviewlog.render.nostamp import no_stamp
    from reviewlog.render.paper import paper_words
    from reviewlog.render.wrapping import hanging

    for remark in (*map(no_stamp, written.unstamped), *map(paper_words, written.remarks)):
        session.talk(hanging(remark, session.machine.width()))
    if session.json:
        shape = _shape(dossier, written.path, written.sha256, written.size)
        places = {name: str(path) for name, path in beside.items()}
        session.show_json("export", shape | {"encrypted": encrypted} | places)
    else:
        told = "It is encrypted. How to open it" if encrypted else "Check it any time"
        session.show(f"Written: {written.path}\n{told}: reviewlog verify {written.path}")
        for name, path in beside.items():
            session.show(f"{BESIDE[name]}: {path}")


def _confirm(session: Session, target: Path, *beside: Path) -> None:
    """Ask before anything is written. Raises TargetError, RefusedError."""
    there = [path for path in (target, *beside) if path.exists()]
    if there and not session.yes and not session.interactive:
        raise TargetError(str(there[0]), "exists")
    again = " It writes over the one that is there." if there else ""
    if not session.confirm(f"Write {target}?{again}"):
        raise RefusedError("No bundle was made.")


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

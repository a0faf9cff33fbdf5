"""Make the evidence bundle: one zip for a site, a lawyer, a court or yourself.

reviewlog export 12 --for google

reviewlog export 12 --for lawyer -o case.zip -y
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from reviewlog.commands import options
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.domain.errors import RefusedError, TargetError
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.usage_errors import ConflictingOptionsError, NotForUploadError
from reviewlog.logbook.sharing.gathering import Dossier

if TYPE_CHECKING:
    from reviewlog.bundle.packing.encrypting import Encryption
    from reviewlog.bundle.packing.loose import Loose
    from reviewlog.bundle.packing.write import Written
    from reviewlog.logbook.sharing.redacting import Choice, Decided

BUSINESS = "Your business stands on it as: {} (config.yaml, line business)"


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
    from reviewlog.commands.asking.trade import settled_trade
    from reviewlog.commands.exporting.encrypting import settled_encryption
    from reviewlog.commands.exporting.redacting import settled_redaction, typed
    from reviewlog.commands.exporting.uploading import upload

    session: Session = ctx.obj
    if paper and encrypt:
        raise ConflictingOptionsError("--paper", "--encrypt")
    number = settle_word(session, incident)
    settled_trade(session, audience)
    choice = typed(hide, without=without)
    if (paper or encrypt) and session.logbook.dossier(number, audience, choice).public_only:
        raise NotForUploadError("--paper" if paper else "--encrypt", number)
    encryption = settled_encryption(session, encrypt)
    dossier, decided = settled_redaction(session, number, audience, choice)
    _preview(session, dossier)
    if dossier.public_only:
        upload(session, dossier, decided, output)
    else:
        _bundle(session, dossier, _Wanted(decided, choice, output, encryption, paper))


KEPT = "What you decided about words to leave out is kept for the next time."


class _Wanted(NamedTuple):
    """How a bundle is to be made."""

    decided: "Decided"
    choice: "Choice"
    output: Path | None
    encryption: "Encryption | None"
    paper: bool


def _bundle(session: Session, dossier: Dossier, wanted: _Wanted) -> None:
    from reviewlog.bundle.packing.write import write_bundle
    from reviewlog.commands.catching import anchor_before_export
    from reviewlog.commands.exporting.beside import paper_name, write_beside
    from reviewlog.commands.exporting.encrypting import encrypted_name, tell_of_plain

    logbook, encryption, paper = session.logbook, wanted.encryption, wanted.paper
    target = _target(wanted.output, default_name(dossier))
    target = encrypted_name(target) if encryption else target
    beside_it = [paper_name(target)] if paper else []
    confirm_export(session, dossier.number, wanted.decided, target, *beside_it)
    if logbook.redact(dossier.number, wanted.decided):  # the bundle holds their headers too
        dossier = logbook.dossier(dossier.number, dossier.site or dossier.reader, wanted.choice)
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
    from reviewlog.logbook.sharing.inside import found_inside
    from reviewlog.logbook.sharing.metadata import tell_tales
    from reviewlog.render.sharing.preview import preview_text

    tales = tell_tales(dossier.exhibits) if dossier.reader != "self" else {}
    now = session.logbook.now()
    inside = found_inside(session.logbook, dossier)
    width = session.machine.width()
    session.talk(preview_text(dossier, now, tales, width, inside))
    name = session.logbook.settings.get("business")
    if name and dossier.reader != "self":
        from reviewlog.render.layout.wrapping import hanging

        session.talk(f"\n{hanging(BUSINESS.format(harmless_line(str(name))), width, 0)}")
    session.talk("")


def _target(output: Path | None, name: str) -> Path:
    """Return where the bundle goes. Raises TargetError for a name that no disk takes."""
    target = output or Path(name)
    try:
        return target / name if target.is_dir() else target
    except OSError:
        raise TargetError(str(target), "unwritable") from None


def _tell(
    session: Session,
    dossier: Dossier,
    written: "Written",
    beside: "dict[str, Path]",
    *,
    encrypted: bool,
) -> None:
    from reviewlog.commands.exporting.beside import BESIDE
    from reviewlog.render.layout.wrapping import hanging
    from reviewlog.render.proving.nostamp import no_stamp
    from reviewlog.render.sharing.paper import paper_words

    for remark in (*map(no_stamp, written.unstamped), *map(paper_words, written.remarks)):
        session.talk(hanging(remark, session.machine.width()))
    if session.json:
        show_shape(session, dossier, written, beside, encrypted=encrypted)
    else:
        session.show(f"Written: {written.path}\n{_afterwards(written.path, encrypted=encrypted)}")
        for name, path in beside.items():
            session.show(f"{BESIDE[name]}: {path}")


def _afterwards(path: Path, *, encrypted: bool) -> str:
    """Return how a bundle is checked, or what to tell whoever gets an encrypted one."""
    if not encrypted:
        return f"Check it any time:\n  reviewlog verify {path}"
    from reviewlog.bundle.packing.encrypting import is_for_passphrase
    from reviewlog.render.sharing.encrypting import for_receiver

    return for_receiver(str(path), passphrase=is_for_passphrase(path))


def confirm_target(session: Session, target: Path, *beside: Path) -> None:
    """Ask before anything is written. Raises TargetError, RefusedError."""
    there = [path for path in (target, *beside) if path.exists()]
    if there and not session.yes and not session.interactive:
        raise TargetError(str(there[0]), "exists")
    again = " It writes over the one that is there." if there else ""
    if not session.confirm(f"Write {target}?{again}"):
        raise RefusedError("No bundle was made.")


def confirm_export(
    session: Session, number: str, decided: "Decided", target: Path, *beside: Path
) -> None:
    """Ask before anything is written; a no keeps what the owner decided about words until then."""
    try:
        confirm_target(session, target, *beside)
    except RefusedError:
        if session.logbook.redact(number, decided):
            session.talk(KEPT)
        raise


def default_name(dossier: Dossier) -> str:
    """Return the file name of a bundle: no name of a person in it."""
    return f"incident-{dossier.number}-{dossier.site or dossier.reader}.zip"


def show_shape(
    session: Session,
    dossier: Dossier,
    written: "Written | Loose",
    beside: "dict[str, Path]",
    *,
    encrypted: bool = False,
) -> None:
    """Tell a script what was written, and where."""
    shape = {
        "incident": dossier.number,
        "audience": dossier.site or dossier.reader,
        "path": str(written.path),
        "sha256": written.sha256,
        "size": written.size,
        "entries": len(dossier.timeline),
        "exhibits": len(dossier.exhibits),
        "staying": dossier.staying,
        "encrypted": encrypted,
    }
    session.show_json("export", shape | {name: str(path) for name, path in beside.items()})

"""Export for a site where the trade keeps silent: a folder ready to upload, and no bundle."""

from pathlib import Path
from typing import TYPE_CHECKING

from reviewlog.commands.session import Session

if TYPE_CHECKING:
    from reviewlog.logbook.sharing.gathering import Dossier
    from reviewlog.logbook.sharing.redacting import Decided


def upload(session: Session, dossier: "Dossier", decided: "Decided", output: Path | None) -> None:
    """Write the folder, note that it left, and say why there is no zip."""
    from reviewlog.bundle.packing.loose import free_folder, told_by, write_loose
    from reviewlog.commands.catching import anchor_before_export
    from reviewlog.commands.export import confirm_export, show_shape
    from reviewlog.render.sharing.uploading import older_zip, uploaded_text, why_no_zip

    wanted = _wanted(output, dossier)
    with told_by(wanted):
        folder = free_folder(wanted)
    confirm_export(session, dossier.number, decided, folder)
    session.logbook.redact(dossier.number, decided)
    anchor_before_export(session)
    written = write_loose(dossier, folder)
    session.logbook.record_export(dossier, written.sha256)
    if session.json:
        show_shape(session, dossier, written, {"folder": written.path})
    else:
        session.show(uploaded_text(written.path))
    session.talk(why_no_zip(dossier.number, session.machine.width()))
    before = written.path.with_name(f"{written.path.name}.zip")
    if before.exists():
        session.talk(older_zip(before, session.machine.width()))


def _wanted(output: Path | None, dossier: "Dossier") -> Path:
    """Return where the folder is wanted: in a folder of the owner's, or under the name given."""
    from reviewlog.bundle.packing.loose import is_ours
    from reviewlog.commands.export import default_name

    name = default_name(dossier).removesuffix(".zip")
    if output is None:
        return Path(name)
    if output.is_dir() and not is_ours(output):
        return output / name
    return output.with_name(output.name.removesuffix(".zip") or name)

"""The folder for a site where the trade keeps silent: what is in it, and why there is no zip."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from reviewlog.domain import errors, usage_errors
from reviewlog.domain.harmless import harmless_line
from reviewlog.logbook.sharing.gathering import Dossier
from reviewlog.render.layout.wrapping import hanging
from reviewlog.store.sniff import EXTENSIONS

_WHY = (
    "There is no zip for the site: its proofs and times would tell it more than a health, law or"
    " therapy business may say.",
    "Is your trade another one? Write it into config.yaml, for example: trade: bakery",
    "The whole record, for a lawyer or a court: reviewlog export {} --for lawyer",
)


def upload_lines(dossier: Dossier, reviews: Iterable[str], width: int) -> Iterator[str]:
    """Yield the files of the folder for the preview, and what the texts are made of."""
    yield "  statement.txt and statement.html, made of the public review alone:"
    yield from reviews
    ground = dossier.dispute.ground_name if dossier.dispute is not None else None
    if ground:
        yield hanging(f"       and the rule that you chose: {harmless_line(ground)}", width)
        yield "  form.txt, made of the same"
    for exhibit in dossier.exhibits:
        name = f"{exhibit.label}.{EXTENSIONS.get(exhibit.type, 'bin')}"
        own = harmless_line(exhibit.name)
        yield hanging(f"  {name}, the picture {own}; that name stays here", width)
    yield "  And nothing else: no report, no entries, no proofs."


def uploaded_text(folder: Path) -> str:
    """Return the line that says what was written."""
    return f"Ready to upload: {harmless_line(str(folder))}"


def why_no_zip(incident: str, width: int) -> str:
    """Return why there is only a folder, and what else there is."""
    return "\n".join(hanging(line.format(incident), width, 0) for line in _WHY)


def older_zip(path: Path, width: int) -> str:
    """Return the line about a zip of an earlier export."""
    name = harmless_line(str(path))
    return hanging(f"{name} lies there from before. It tells more: do not send it.", width, 0)


def _not_for_upload(e: usage_errors.NotForUploadError) -> str:
    return (
        f"{e.option} is for a bundle. For a review site your trade allows only a folder with what"
        " everybody\ncan read there; there is nothing to encrypt or to print. The whole record:\n"
        f"  reviewlog export {e.incident} --for lawyer {e.option}"
        + (" passphrase" if e.option == "--encrypt" else "")
    )


UPLOADING: dict[type[errors.ReviewlogError], Callable[[Any], str]] = {
    usage_errors.NotForUploadError: _not_for_upload,
    errors.UploadFolderError: lambda e: (
        f"{harmless_line(e.path)} is a folder to upload to a review site: a statement and pictures."
        "\nIt holds no proofs, so there is nothing to check in it. The proofs are in the logbook:\n"
        "  reviewlog verify"
    ),
}

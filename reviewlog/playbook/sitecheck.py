"""Judging files about review sites: every fault, and in sound ones what is old."""

from datetime import date
from pathlib import Path

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.playbook.checking import SITE, Checked
from reviewlog.playbook.reading import read_file
from reviewlog.playbook.shelf import ENDING, SITES_FOLDER, own_paths
from reviewlog.playbook.shop.sites import read_site
from reviewlog.playbook.strict import Fault, read_strictly
from reviewlog.playbook.unwise import Remark
from reviewlog.playbook.unwise.ages import OLD_FACT, old_facts


def is_about_a_site(path: str) -> bool:
    """Whether a file that somebody names is about a site: it lies in a folder `sites`."""
    named = Path(path)
    return named.suffix == ENDING and named.absolute().parent.name == SITES_FOLDER


def check_site(path: Path, today: date) -> Checked:
    """Return the faults of a file about a site; of a sound one, what is old in it.

    Raises UnreadableFileError.
    """
    try:
        text = read_file(path)
        read_site(path.stem, text, str(path))
    except PlaybookFaultError as error:
        return Checked(str(path), tuple(Fault(*fault) for fault in error.faults), kind=SITE)
    found = old_facts(read_strictly(text), today)
    remarks = (Remark(place.line, place.column, OLD_FACT, said) for place, said in found)
    return Checked(str(path), (), tuple(sorted(remarks)), SITE)


def check_own_sites(folder: Path, today: date) -> list[Checked]:
    """Return what was found in the owner's own files; what may not be read is named elsewhere."""
    checked = []
    for path in own_paths(folder / SITES_FOLDER).values():
        try:
            checked.append(check_site(path, today))
        except UnreadableFileError:
            continue
    return checked

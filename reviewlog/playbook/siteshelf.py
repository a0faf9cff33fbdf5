"""What is known of every review site: the owner's own file first, then the shipped one."""

from collections.abc import Iterable
from pathlib import Path

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.site import Site
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.domain.vocabulary import SITES
from reviewlog.playbook.reading import read_file
from reviewlog.playbook.shelf import SITES_FOLDER, own_paths, shipped_site_texts
from reviewlog.playbook.shelved import Fault, Shelved, SiteShelf
from reviewlog.playbook.shop.sites import read_site

SHIPPED, OWN = "shipped", "own"


def site_shelf(folder: Path) -> SiteShelf:
    """Return what is known of every site; `folder` is that of a logbook's own playbooks.

    A faulty file of the owner's is told of, and the shipped one holds.
    """
    own, faults = _own_sites(folder / SITES_FOLDER)
    texts = shipped_site_texts()
    shipped = {site: Shelved(read_site(site, texts[site]), SHIPPED) for site in SITES}
    return SiteShelf(shipped | {one.id: Shelved(one, OWN) for one in own}, tuple(faults))


def shipped_site(site: str) -> Site:
    """Return what the shipped file says of a site. Raises KeyError for an unknown id."""
    return read_site(site, shipped_site_texts()[site])


def _own_sites(folder: Path) -> tuple[list[Site], list[Fault]]:
    sites: list[Site] = []
    faults: list[Fault] = []
    try:
        paths: Iterable[Path] = own_paths(folder).values()
    except OSError:
        return [], [UnreadableFileError(str(folder), "locked")]
    for path in paths:
        try:
            sites.append(read_site(path.stem, read_file(path), str(path)))
        except PlaybookFaultError as error:
            holds = SHIPPED if path.stem in SITES else ""
            faults.append(PlaybookFaultError(error.path, error.faults, holds))
        except UnreadableFileError as error:
            faults.append(error)
    return sites, faults

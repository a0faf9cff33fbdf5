"""All review sites, a few lines each."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.site import Site, oldest
from reviewlog.domain.sites import is_old
from reviewlog.playbook.shelved import Shelved, SiteShelf
from reviewlog.render.layout.blocks import paragraph
from reviewlog.render.layout.tables import drawn
from reviewlog.render.layout.wrapping import labelled
from reviewlog.render.words.moments import count
from reviewlog.render.words.sitewords import ORIGINS, month_words

if TYPE_CHECKING:
    from reviewlog.render.promised import sites

HEADINGS = ("Site", "Called", "Grounds", "Early report", "Asking", "Looked up")
MEANING = (
    "Early report: of a threat, before there is a review. Asking: your customers for reviews."
    " One in full: reviewlog site show google"
)
_EARLY = {
    "taken": "a threat can be reported before there is a review",
    "refused": "no report before there is a review",
    "unknown": "not found whether it takes an early report",
}
_SHORTLY = {"taken": "taken", "refused": "refused", "unknown": "not found"}
_INVITING = {"allowed": "allows asking for reviews", "forbidden": "forbids asking for reviews"}


def sites_text(shelf: SiteShelf, today: date, width: int) -> str:
    """Return every site: its grounds, early reports, asking for reviews, the last look."""
    margin = max(len(name) for name in shelf.sites) + 2
    lines: list[str] = []
    for name, found in shelf.sites.items():
        text = f"{harmless_line(found.site.title)}: {'; '.join(_told(found, today))}."
        lines += labelled(name, text, width, margin)
    return "\n".join(lines)


def sites_table(shelf: SiteShelf, today: date, columns: int) -> str:
    """Return the same as a table on a terminal, and under it what its headings mean."""
    rows = [_row(found, today) for found in shelf.sites.values()]
    below = paragraph(MEANING, columns)
    return "\n".join([drawn(HEADINGS, rows, columns, right=(2,)), "", *below])


def _row(found: Shelved, today: date) -> tuple[str, ...]:
    site, month = found.site, oldest(found.site)
    asking = site.inviting.value if site.inviting.value in _INVITING else "not found"
    parts = [month_words(month)] if month else []
    parts += ["old"] if month and is_old(month, today) else []
    parts += [ORIGINS[found.origin]] if found.origin != "shipped" else []
    early = _SHORTLY[site.early_report.value]
    return site.id, site.title, str(len(site.grounds)), early, asking, ", ".join(parts)


def _told(found: Shelved, today: date) -> Iterator[str]:
    site = found.site
    yield count(len(site.grounds), "ground")
    yield _EARLY[site.early_report.value]
    if site.inviting.value in _INVITING:
        yield _INVITING[site.inviting.value]
    month = oldest(site)
    if month:
        old = ", which is old" if is_old(month, today) else ""
        yield f"looked up in {month_words(month)}{old}"
    if found.origin != "shipped":
        yield ORIGINS[found.origin]


def sites_shape(shelf: SiteShelf, today: date) -> "sites.Sites":
    """Return the sites as `--json` prints them."""
    return {"sites": [_shape(found.site, found.origin, today) for found in shelf.sites.values()]}


def _shape(site: Site, origin: str, today: date) -> "sites.SiteLine":
    month = oldest(site)
    return {
        "site": site.id,
        "title": site.title,
        "origin": origin,
        "grounds": [ground.id for ground in site.grounds],
        "not_grounds": [one.id for one in site.not_grounds],
        "asking": site.asking.value,
        "inviting": site.inviting.value,
        "early_report": site.early_report.value,
        "checked": month,
        "old": is_old(month, today),
    }

"""The declaration of the person who kept the log: filled in as far as the bundle knows, to be signed."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from reviewlog.bundle.pages.baginfo import agent_of, country_of
from reviewlog.bundle.pages.page import page
from reviewlog.bundle.telling.shownproofs import ShownProofs
from reviewlog.bundle.telling.story import business_of
from reviewlog.bundle.telling.times import instant_words
from reviewlog.domain.audience import EVERYTHING
from reviewlog.domain.harmless import harmless_line
from reviewlog.logbook.sharing.gathering import Dossier


def is_declared(dossier: Dossier) -> bool:
    """Whether a reader gets a declaration: a site does not ask for one, and nor do we ourselves."""
    return dossier.reader not in ("site", EVERYTHING)


def declaration(dossier: Dossier, zone: ZoneInfo, proofs: ShownProofs) -> Iterator[str]:
    """Yield the declaration as a page with blanks."""
    return page("declaration.html.j2", **declared(dossier, zone, proofs))


def declared(dossier: Dossier, zone: ZoneInfo, proofs: ShownProofs) -> dict[str, object]:
    """Return what the declaration is filled in with."""
    times = [sealed.entry.recorded_at for sealed in dossier.sealed]
    return {
        "number": harmless_line(dossier.number),
        "business": business_of(dossier),
        "english": country_of(dossier.settings) == "GB",
        "version": harmless_line(agent_of(dossier)),
        "entries": len(dossier.sealed),
        "told": len(dossier.timeline),
        "exhibits": [exhibit.label for exhibit in dossier.exhibits],
        "first": instant_words(min(times), zone),
        "last": instant_words(max(times), zone),
        "proofs": proofs,
    }

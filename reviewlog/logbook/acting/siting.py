"""Sites: what is known of a review site, and whether that was looked up lately."""

from pathlib import Path

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.sites import SITE_FACTS
from reviewlog.logbook.acting.background import pinned_playbook
from reviewlog.playbook.siteshelf import SiteShelf, site_shelf
from reviewlog.store.book import Store
from reviewlog.store.fast import PLAYBOOKS_NAME


def shelf_of(book: Path) -> SiteShelf:
    """Return what is known of every site in the logbook of a folder."""
    return site_shelf(book / PLAYBOOKS_NAME)


def asks_for_sites(store: Store, facts: Facts, item: Item) -> bool:
    """Whether a step comes up, or does not, because of what a site allows.

    The caller holds `store.reading()`.
    """
    playbook = pinned_playbook(store, facts)
    steps = playbook.steps if playbook and item.playbook == playbook.id else ()
    asked = next(({*step.when, *step.unless} for step in steps if step.id == item.step), set())
    return not asked.isdisjoint(SITE_FACTS)

"""Sites: what is known of a review site, and whether that was looked up lately."""

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.sites import SITE_FACTS
from reviewlog.logbook.acting.background import pinned_playbook
from reviewlog.playbook.shelved import SPOILED, SiteShelf, sites_from_json, sites_to_json
from reviewlog.store.book import Store
from reviewlog.store.fast import PLAYBOOKS_NAME, config_stamp

KEY = "sites"
"""Where the sites lie in `meta`, so that a look at one reads no YAML."""


def keep_sites(store: Store, shelf: SiteShelf) -> None:
    """Keep what is known of every site. The caller holds `store.writing()`."""
    store.projections.set_meta(KEY, sites_to_json(shelf))


def shelf_of(store: Store) -> SiteShelf:
    """Return what is known of every site: as it was kept while no file has changed since.

    Where a file was faulty, or what was kept is spoiled, the files are read again.
    """
    with store.reading():
        stamp, kept = store.projections.meta("config"), store.projections.meta(KEY)
    try:
        if stamp == config_stamp(str(store.folder)):
            return sites_from_json(kept or "")
    except SPOILED:
        pass
    from reviewlog.playbook.siteshelf import site_shelf

    return site_shelf(store.folder / PLAYBOOKS_NAME)


def asks_for_sites(store: Store, facts: Facts, item: Item) -> bool:
    """Whether a step comes up, or does not, because of what a site allows.

    The caller holds `store.reading()`.
    """
    playbook = pinned_playbook(store, facts)
    steps = playbook.steps if playbook and item.playbook == playbook.id else ()
    asked = next(({*step.when, *step.unless} for step in steps if step.id == item.step), set())
    return not asked.isdisjoint(SITE_FACTS)

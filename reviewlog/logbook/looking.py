"""Look: what is due, lists, playbooks."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.due import SHOWN_DAYS, due_items
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.people import person_key
from reviewlog.domain.playbook import Playbook
from reviewlog.domain.sites import old_sites
from reviewlog.domain.time.moment import utc_text
from reviewlog.domain.vocabulary import site as site_id
from reviewlog.logbook.base import Book
from reviewlog.logbook.receipt import View
from reviewlog.playbook.language.wire import playbook_from_json

if TYPE_CHECKING:
    from reviewlog.domain.site import Site
    from reviewlog.logbook.acting.background import Background
    from reviewlog.playbook.replies.shelf import ReplyShelf
    from reviewlog.playbook.shelved import SiteShelf


class Looking(Book):
    """The verbs due, list, playbook and site."""

    def due(self, on: date | None = None, days: int = SHOWN_DAYS) -> list[dict[str, Any]]:
        """Return the items to show on a day, as `due --json` prints them."""
        today = self.calendar.day_of(self.now())
        day = on or today
        now = self.now() if day == today else self.calendar.midnight(day)
        last = (day + timedelta(days=days)).isoformat()
        with self.store.reading():
            rows = self.store.projections.due(day.isoformat(), last)
        return due_items(rows, day.isoformat(), utc_text(now), last)

    def background(self, view: View) -> "Background":
        """Return what stands behind an incident besides its own entries."""
        from reviewlog.logbook.acting.background import background_of

        with self.store.reading():
            return background_of(self.store, self.calendar, view)

    def incidents(
        self,
        *,
        state: str | None = None,
        unanswered: bool = False,
        site: str | None = None,
        who: str | None = None,
    ) -> list[dict[str, Any]]:
        """Return the incidents that fit every filter, the last touched first."""
        with self.store.reading():
            rows = self.store.projections.incidents(state)
        key = person_key(who)
        return [
            row
            for row in rows
            if not (unanswered and row["answered"])
            and (site is None or f" {site} " in row["sites"])
            and (who is None or key in row["person"] or key in person_key(row["nick"]))
        ]

    def incidents_of(self, name: str) -> list[dict[str, Any]]:
        """Return the incidents of one customer, the newest first."""
        with self.store.reading():
            rows = self.store.projections.incidents_of(person_key(name))
        return [row for row in rows if row["state"] != "void"]

    def playbooks(self) -> list[Playbook]:
        """Return the current text of every playbook."""
        with self.store.reading():
            return [playbook_from_json(body) for body in self.store.projections.playbook_bodies()]

    def sites(self) -> dict[str, "Site"]:
        """Return what is known of every review site, by its id."""
        return {name: found.site for name, found in self.site_shelf().sites.items()}

    def site(self, name: str) -> "Site":
        """Return what is known of a review site. Raises BadWordError for an unknown id."""
        return self.site_shelf().sites[site_id(name)].site

    def site_shelf(self) -> "SiteShelf":
        """Return every review site with whose file it is, and the faults of own files."""
        from reviewlog.logbook.acting.siting import shelf_of

        return shelf_of(self.store)

    def reply_shelf(self) -> "ReplyShelf":
        """Return the rules for replies with the texts that try them, and the faults of own files."""
        from reviewlog.logbook.replies.rules import reply_shelf_of

        return reply_shelf_of(self.store)

    def old_sites(self, facts: Facts, item: Item) -> tuple[tuple[str, str], ...]:
        """Return the sites that a step depends on and that nobody looked up for a year."""
        today = self.calendar.day_of(self.now())
        old = old_sites(facts.sites, self.site_rules, today)
        if not old:
            return ()
        from reviewlog.logbook.acting.siting import asks_for_sites

        with self.store.reading():
            return old if asks_for_sites(self.store, facts, item) else ()

    def origin_of(self, playbook: str) -> str:
        """Return `shipped`, `own`, or `instead`: the owner's own in the place of a shipped one."""
        with self.store.reading():
            _, origin = self.store.projections.current_playbooks()[playbook]
        if origin != "own":
            return origin
        from reviewlog.playbook.shelf import shipped_texts

        return "instead" if playbook in shipped_texts() else origin

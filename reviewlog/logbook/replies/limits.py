"""What the review sites say about replies, kept so that a check reads no YAML."""

import json
from collections.abc import Mapping
from typing import Any

from reviewlog.domain.site import Forbidden, Known, Note, Reply, Site
from reviewlog.store.book import Store

KEY = "site_replies"
"""Where it lies in `meta`."""


def keep_site_replies(store: Store, sites: Mapping[str, Site]) -> None:
    """Keep what each site says about replies. The caller holds `store.writing()`."""
    kept = {name: reply_to_json(site.reply) for name, site in sites.items()}
    store.projections.set_meta(KEY, json.dumps(kept))


def replies_on(store: Store, site: str) -> Reply:
    """Return what a site says about replies; nothing for one that is not known."""
    kept = store.projections.meta(KEY)
    if kept is not None:
        said = json.loads(kept).get(site)
        return reply_from_json(said) if said else Reply()
    from reviewlog.logbook.acting.siting import shelf_of

    found = shelf_of(store.folder).sites.get(site)
    return found.site.reply if found else Reply()


def reply_to_json(reply: Reply) -> dict[str, Any]:
    """Return what JSON can hold of what a site says about replies."""
    return {
        "most": reply.most,
        "unit": reply.unit,
        "known": list(reply.known),
        "forbids": [[one.what, list(one.known)] for one in reply.forbids],
        "notes": [[one.says, list(one.known)] for one in reply.notes],
    }


def reply_from_json(said: Mapping[str, Any]) -> Reply:
    """Return what `reply_to_json` wrote."""
    return Reply(
        said["most"],
        said["unit"],
        Known(*said["known"]),
        tuple(Forbidden(what, Known(*known)) for what, known in said["forbids"]),
        tuple(Note(says, Known(*known)) for says, known in said["notes"]),
    )

"""The rules for replies: kept in the logbook when its files are read, so that a check reads none."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reviewlog.playbook.replies.wire import Ruleset, ruleset_from_json, ruleset_to_json
from reviewlog.store.book import Store
from reviewlog.store.fast import PLAYBOOKS_NAME

if TYPE_CHECKING:
    from reviewlog.playbook.replies.shelf import ReplyShelf

RULES_KEY, TEXTS_KEY = "replies", "reply_texts"


def reply_rules(store: Store) -> Ruleset:
    """Return the rules as they hold: the program's own, and what the owner's files say.

    What was kept may be missing or spoiled: then the files are read again.
    """
    with store.reading():
        kept = store.projections.meta(RULES_KEY)
    try:
        return ruleset_from_json(kept or "")
    except (ValueError, LookupError, TypeError):
        return reply_shelf_of(store).ruleset


def reply_shelf_of(store: Store) -> "ReplyShelf":
    """Return the rules out of their files, with the texts that try them, and every fault."""
    from reviewlog.playbook.replies.shelf import reply_shelf

    with store.reading():
        return reply_shelf(store.folder / PLAYBOOKS_NAME, kept_texts(store))


def kept_texts(store: Store) -> Mapping[str, str]:
    """Return the last good texts of the owner's files, by their names."""
    try:
        texts = json.loads(store.projections.meta(TEXTS_KEY) or "{}")
    except ValueError:
        return {}
    return {k: v for k, v in texts.items() if isinstance(v, str)} if isinstance(texts, dict) else {}


def keep_reply_rules(store: Store, shelf: "ReplyShelf") -> None:
    """Keep the rules where they changed; the caller holds the transaction."""
    meta = {RULES_KEY: ruleset_to_json(shelf.ruleset), TEXTS_KEY: json.dumps(dict(shelf.texts))}
    for key, value in meta.items():
        if store.projections.meta(key) != value:
            store.projections.set_meta(key, value)

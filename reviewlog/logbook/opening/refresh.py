"""The slow path of opening: read config.yaml and the playbooks, log what changed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from reviewlog.domain.entry import CLOCK_BACK, Draft, Entry
from reviewlog.domain.errors import (
    BookError,
    ConfigError,
    PlaybookFaultError,
    ReviewlogError,
    UnreadChangesError,
)
from reviewlog.domain.sites import SiteRule
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.logbook.acting.siting import keep_sites
from reviewlog.logbook.opening.editions import edition, logged_texts
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.opening.redating import (
    absence_dates,
    general_entries,
    keep_settings,
    kept_settings,
    project_agendas,
)
from reviewlog.logbook.opening.shelving import (
    Files,
    Shelf,
    put_current,
    put_logged,
    read_files,
)
from reviewlog.logbook.opening.surroundings import AWAY, calendar_of, is_absence
from reviewlog.logbook.replies.rules import keep_reply_rules, kept_texts
from reviewlog.playbook.reading import read_file
from reviewlog.playbook.replies.shelf import reply_shelf
from reviewlog.playbook.shop.settings import Settings, read_settings, with_past_days
from reviewlog.playbook.siteshelf import site_shelf
from reviewlog.store.book import Store
from reviewlog.store.fast import CONFIG_NAME, PLAYBOOKS_NAME, config_stamp
from reviewlog.version import VERSION


def refresh_or_keep(store: Store, at: datetime, local_zone: str) -> tuple[ReviewlogError, ...]:
    """Refresh; in a folder that cannot be written to, keep what was read last.

    Raises BookError when this program never wrote there, or for any other reason.
    """
    try:
        return refresh(store, at, local_zone)
    except BookError as error:
        meta = store.projections.meta
        if error.reason != "read-only" or meta("version") != VERSION:
            raise
        unchanged = meta("config") == config_stamp(str(store.folder))
        return () if unchanged else (UnreadChangesError(str(store.folder)),)


def refresh(store: Store, at: datetime, local_zone: str) -> tuple[ReviewlogError, ...]:
    """Log new settings and new playbook texts, and make every agenda again where they changed.

    Returns the faults of files that cannot be used: the last good text of each holds.
    """
    stamp = config_stamp(str(store.folder))
    settings, faults = _read_or_fault(store)
    files = read_files(store.folder)
    sites = site_shelf(store.folder / PLAYBOOKS_NAME)
    replies = reply_shelf(store.folder / PLAYBOOKS_NAME, kept_texts(store))
    with store.writing():
        length = store.log.length()
        general = general_entries(store)
        is_another = store.projections.meta("version") != VERSION
        is_new = _make_again(store, general)
        faults += (*_shelve(store, files, general, at), *sites.faults, *replies.faults)
        _settle(store, settings, sites.rules(), at, local_zone)
        keep_sites(store, sites)
        keep_reply_rules(store, replies)
        store.projections.set_meta("config", "faulty" if faults else stamp)
        store.projections.set_meta("version", VERSION)
        store.projections.set_meta("year", str(at.year))
        if is_another:  # what another program kept, or somebody who claims to be one
            rebuild(store)
        elif is_new or store.log.length() != length:
            project_agendas(store, calendar_of(kept_settings(store)))
    store.erasures.finish(at)
    return faults


def _read_or_fault(store: Store) -> tuple[Settings | None, tuple[ReviewlogError, ...]]:
    try:
        return read_config(store.folder), ()
    except (ConfigError, UnreadableFileError) as error:
        return None, (error,)


def read_config(folder: Path) -> Settings:
    """Return the settings that config.yaml holds; defaults where there is none.

    Raises ConfigError, UnreadableFileError.
    """
    path = folder / CONFIG_NAME
    if not path.exists():
        return Settings()
    try:
        return read_settings(read_file(path), str(path))
    except PlaybookFaultError as error:
        raise ConfigError(str(path), error.faults) from None


def _make_again(store: Store, general: Sequence[Entry]) -> bool:
    """Read the logged playbooks again when the program or the schema is another; say whether."""
    another = store.projections.meta("version") != VERSION
    if another or not store.projections.playbook_digests():
        put_logged(store, general)
        return True
    return False


def _shelve(
    store: Store, files: Files, general: Sequence[Entry], at: datetime
) -> tuple[ReviewlogError, ...]:
    """Log the playbooks that are to be current now; return what is wrong with the owner's own."""
    kept = store.projections.playbook_digests()
    logged = {d: text for d, text in logged_texts(general).items() if d in kept}
    current = store.projections.current_playbooks()
    shelf = Shelf(files, logged, current)
    draft = edition(put_current(store, shelf.chosen(), current), general)
    if draft is not None:
        store.log.append([draft], at)
    return tuple(shelf.faults)


def _settle(
    store: Store,
    settings: Settings | None,
    rules: Mapping[str, SiteRule],
    at: datetime,
    local_zone: str,
) -> None:
    """Log the settings where they changed; without readable ones the last good ones hold."""
    kept = kept_settings(store)
    old = {name: value for name, value in kept.items() if name != AWAY}
    sites = {site: rule._asdict() for site, rule in rules.items()}
    if settings is None and old:
        fields = {**old, "sites": sites}
    else:
        said = settings or Settings()
        fields = with_past_days(said.as_fields(local_zone, at.year), old, at.year)
        fields["sites"] = sites
        if old.get("time_zone") and said.time_zone is None:
            fields["time_zone"] = old["time_zone"]
    if fields != old:
        store.log.append([Draft("setting", fields)], at)
        keep_settings(store, fields | {AWAY: kept.get(AWAY, [])})


def rebuild_and_compare(store: Store) -> bool:
    """Make every projection again; return whether they were the same before."""
    with store.writing():
        before = store.projections.fingerprint()
        rebuild(store)
        return before == store.projections.fingerprint()


def rebuild(store: Store) -> None:
    """Make every projection again from the entries alone; the caller holds the transaction."""
    store.projections.clear()
    store.projections.forget_meta(store.projections.strange_meta())
    general = general_entries(store)
    fields = logged_settings(general)
    put_logged(store, general)
    keep_settings(store, fields)
    store.erasures.project(store.log.everything(("erasure",)))
    store.tree.rebuild()
    store.stamps.project(store.log.general(("anchor",)))
    Projector(store, calendar_of(fields)).rebuild()


def logged_settings(general: Sequence[Entry]) -> dict[str, Any]:
    """Return the settings that the entries of no incident give, absences included."""
    said = [e.fields for e in general if e.kind == "setting" and not is_absence(e)]
    return _all_settings(said[-1] if said else {}) | {AWAY: absence_dates(general)}


def _all_settings(logged: Mapping[str, Any]) -> dict[str, Any]:
    """A `setting` entry leaves out what is not set; `meta` keeps every name."""
    names = Settings(holidays="none").as_fields("UTC", 1)
    said = {name: value for name, value in logged.items() if name != CLOCK_BACK}
    return dict.fromkeys([*names, "sites"]) | said

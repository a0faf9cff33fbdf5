"""The slow path of opening: read config.yaml and the shipped playbooks, log what changed."""

import json
from datetime import datetime
from typing import Any

from reviewlog.domain.calendar import Calendar
from reviewlog.domain.entry import Draft
from reviewlog.domain.errors import ConfigError
from reviewlog.logbook.projecting import Projector
from reviewlog.playbook.form import read_playbook
from reviewlog.playbook.settings import Settings, read_settings
from reviewlog.playbook.shelf import shipped_texts
from reviewlog.playbook.wire import playbook_to_json
from reviewlog.store.book import Store
from reviewlog.store.fast import CONFIG_NAME, config_stamp
from reviewlog.version import VERSION

FOR_EVER = "9999-12-31"


def refresh(store: Store, at: datetime, local_zone: str) -> ConfigError | None:
    """Log new settings and new playbook texts, and make every agenda again.

    Returns the faults of a config.yaml that cannot be used; then the settings stay as they are.
    """
    stamp = config_stamp(str(store.folder))
    settings, fault = _read_or_fault(store)
    shipped = [
        (text, read_playbook(text, f"{name}.yaml")) for name, text in shipped_texts().items()
    ]
    with store.writing():
        old = json.loads(store.projections.meta("settings") or "{}")
        fields = old if fault and old else settings.as_fields(local_zone)
        if old.get("time_zone") and settings.time_zone is None:
            fields["time_zone"] = old["time_zone"]
        if fields != old:
            store.log.append([Draft("setting", fields)], at)
            _keep(store, fields)
        for text, playbook in shipped:
            if not store.projections.playbook_bodies(playbook.digest):
                store.log.append([_playbook_draft(text, playbook.id, playbook.digest)], at)
                store.projections.put_playbook(
                    playbook.digest, playbook.id, playbook_to_json(playbook)
                )
        store.projections.set_meta("config", "faulty" if fault else stamp)
        store.projections.set_meta("version", VERSION)
        if old and not fault:
            project_agendas(store, calendar_of(fields))
    return fault


def _read_or_fault(store: Store) -> tuple[Settings, ConfigError | None]:
    try:
        return read_config(store), None
    except ConfigError as error:
        return Settings(), error


def read_config(store: Store) -> Settings:
    """Return the settings that config.yaml holds; defaults where there is none."""
    path = store.folder / CONFIG_NAME
    if not path.is_file():
        return Settings()
    return read_settings(path.read_text(encoding="utf-8", errors="replace"), str(path))


def calendar_of(fields: dict[str, Any]) -> Calendar:
    """Return the calendar that a `setting` entry describes."""
    return Calendar(zone=fields["time_zone"], working_days=tuple(fields["working_days"]))


def project_agendas(store: Store, calendar: Calendar) -> None:
    """Make every agenda again: of the open incidents, and of the closed ones that have one."""
    projector = Projector(store, calendar)
    asking = {item[0] for item in store.projections.due("", FOR_EVER)}
    for row in store.projections.incidents():
        if row["state"] == "open" or row["number"] in asking:
            projector.update([row["id"]])


def rebuild(store: Store) -> None:
    """Make every projection again from the entries alone; the caller holds the transaction."""
    store.projections.clear()
    settings: dict[str, Any] = {}
    for entry in sorted(store.log.general(), key=lambda e: e.written_order):
        if entry.kind == "setting":
            settings = dict(entry.fields)
        elif entry.kind == "playbook" and entry.fields.get("text"):
            playbook = read_playbook(entry.fields["text"], str(entry.id))
            store.projections.put_playbook(playbook.digest, playbook.id, playbook_to_json(playbook))
    _keep(store, _all_settings(settings))
    Projector(store, calendar_of(settings)).rebuild()


def _keep(store: Store, fields: dict[str, Any]) -> None:
    store.projections.set_meta("settings", json.dumps(fields))
    store.projections.set_meta("zone", fields["time_zone"])


def _all_settings(logged: dict[str, Any]) -> dict[str, Any]:
    """A `setting` entry leaves out what is not set; `meta` keeps every name."""
    return dict.fromkeys(Settings().as_fields("UTC")) | logged


def _playbook_draft(text: str, name: str, digest: str) -> Draft:
    return Draft("playbook", {"id": name, "digest": digest, "text": text})

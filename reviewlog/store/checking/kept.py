"""The files that entries name: there, and what was taken in."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reviewlog.store.checking.found import Found, Watch, entry_place
from reviewlog.store.files import CHUNK, Files, regular

_SHA256 = re.compile(r"[0-9a-f]{64}")
Named = Mapping[str, tuple[int, dict[str, Any]]]
"""The files that entries name, by hash: the first such entry, and its field."""


def check_files(folder: Path, named: Named, found: Found, watch: Watch) -> list[str]:
    """Hash every file that an entry names; return those that none names."""
    files = Files(folder)
    for index, (sha256, (seq, field)) in enumerate(sorted(named.items())):
        watch("files", index, len(named))
        found.counts["files"] += 1
        fault = _fault(files, sha256, field)
        if fault is not None:
            shown = f"the file {field.get('name')} {fault}"
            found.fault("files", entry_place(seq), shown)
    return [name for name in stored_files(folder) if name.rpartition("/")[2] not in named]


def _fault(files: Files, sha256: str, field: Mapping[str, Any]) -> str | None:
    if not _SHA256.fullmatch(sha256):
        return "has no hash"
    path = files.path(sha256)
    try:
        size, hasher = 0, hashlib.sha256()
        with regular(path) as file:
            while chunk := file.read(CHUNK):
                size += len(chunk)
                hasher.update(chunk)
    except FileNotFoundError:
        return "is missing"
    except OSError as error:
        return f"cannot be read ({error.strerror})"
    same = hasher.hexdigest() == sha256 and size == field.get("size")
    return None if same else "was changed after it was taken in"


def stored_files(folder: Path) -> list[str]:
    """Return what lies in `files/`, by its path there."""
    if not folder.is_dir():
        return []
    every = (path for path in folder.rglob("*") if not path.is_dir())
    return sorted(path.relative_to(folder).as_posix() for path in every)

"""Where a logbook may lie: a lock on a network drive is no lock, and a synced file has two writers."""

import re
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "sshfs", "davfs", "afs", "ceph",
            "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs2")  # fmt: skip

_SYNC_NAMES = {
    "dropbox": "Dropbox", "onedrive": "OneDrive", "google drive": "Google Drive",
    "googledrive": "Google Drive", "my drive": "Google Drive", "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive", "mobile documents": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive", "nextcloud": "Nextcloud", "owncloud": "ownCloud",
    "syncthing": "Syncthing", "pcloud": "pCloud", "pclouddrive": "pCloud", "box": "Box",
    "box sync": "Box", "box-box": "Box", "megasync": "MEGA", "mega": "MEGA",
    "proton drive": "Proton Drive", "yandex.disk": "Yandex Disk", "resilio sync": "Resilio Sync",
    "seafile": "Seafile", "tresorit": "Tresorit",
}  # fmt: skip
"""Folders that a service keeps the same on several machines, by their names."""
_SYNC_MARKS = {
    ".stfolder": "Syncthing", ".stversions": "Syncthing", ".stignore": "Syncthing",
    ".dropbox": "Dropbox", ".dropbox.cache": "Dropbox",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive", ".tmp.driveupload": "Google Drive",
    ".tmp.drivedownload": "Google Drive", ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud", ".sync_*.db": "Nextcloud", "._sync_*.db": "ownCloud",
    ".megaignore": "MEGA", ".seafile-data": "Seafile",
}  # fmt: skip
"""What such a service leaves in the folder that it keeps."""
_NAMED_FURTHER = r"(?i)(dropbox|onedrive|googledrive|google drive|nextcloud|box)[ (-].*"


def synced_by(folder: Path) -> str | None:
    """Return the service that keeps the folder, or one above it, the same on several machines."""
    here = folder.expanduser().absolute()
    for place in dict.fromkeys((here, *here.parents, *here.resolve().parents)):
        name = place.name.casefold()
        further = re.fullmatch(_NAMED_FURTHER, name)
        known = _SYNC_NAMES.get(name) or _SYNC_NAMES.get(further[1] if further else "")
        if known is not None:
            return known
        if place.parent.name == "CloudStorage":
            return place.name
        for mark, service in _SYNC_MARKS.items():
            if any(place.glob(mark)):
                return service
    return None


def is_network_drive(folder: Path, mounts: Path = MOUNTS) -> bool:
    """Whether the folder lies on a file system of another machine (known on Linux only).

    Two machines were seen holding the write lock of one file at once on such drives.
    """
    if not mounts.exists():
        return False
    lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    found = [mount for mount in map(_mount, lines) if mount is not None]
    if not any(kind in _NETWORK for _, kind in found):
        return False
    target = folder.resolve()
    over = [(Path(point), kind) for point, kind in found if target.is_relative_to(point)]
    deepest = max((len(point.parts) for point, _ in over), default=0)
    kinds = [kind for point, kind in over if len(point.parts) == deepest]
    return bool(kinds) and kinds[-1] in _NETWORK


def _mount(line: str) -> tuple[str, str] | None:
    """Return the mount point and the kind of file system of a line of mountinfo."""
    left, _, right = line.partition(" - ")
    before, after = left.split(), right.split()
    if len(before) < 5 or not after:
        return None
    return re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), before[4]), after[0]

"""Where a logbook may lie: a lock on a network drive is no lock."""

import re
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "sshfs", "davfs", "afs", "ceph",
            "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs2")  # fmt: skip


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

"""Where a logbook may lie: a lock on a network drive is no lock."""

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
    target = folder.resolve()
    best, kind = -1, ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        left, _, right = line.partition(" - ")
        point = Path(left.split()[4].replace("\\040", " "))
        if target.is_relative_to(point) and len(point.parts) > best:
            best, kind = len(point.parts), right.split()[0]
    return kind in _NETWORK

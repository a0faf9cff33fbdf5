import pytest

from reviewlog.domain.errors import BookError
from reviewlog.store import book, place
from reviewlog.store.book import Store
from reviewlog.store.place import is_network_drive, synced_by

ROOT = "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw"


def mounts(tmp_path, *lines):
    path = tmp_path / "mountinfo"
    path.write_text("\n".join([ROOT, *lines]) + "\n")
    return path


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.rclone", "davfs", "ceph"]
)
def test_a_folder_on_another_machine_is_known_by_its_file_system(tmp_path, kind):
    share = tmp_path / "share"
    share.mkdir()
    line = f"40 22 0:50 / {share} rw,relatime shared:9 master:2 - {kind} server:/shop rw"

    assert is_network_drive(share / "deep" / "book", mounts(tmp_path, line))
    assert not is_network_drive(tmp_path / "book", mounts(tmp_path, line))
    assert not is_network_drive(tmp_path / "sharewood", mounts(tmp_path, line))


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "xfs", "tmpfs", "overlay", "zfs", "fuseblk"])
def test_a_folder_on_this_machine_is_taken(tmp_path, kind):
    line = f"40 22 0:50 / {tmp_path} rw,relatime - {kind} /dev/sdb1 rw"

    assert not is_network_drive(tmp_path / "book", mounts(tmp_path, line))


def test_the_nearest_mount_decides(tmp_path):
    share, disk = tmp_path / "share", tmp_path / "share" / "disk"
    disk.mkdir(parents=True)
    lines = (
        f"40 22 0:50 / {share} rw - nfs4 server:/shop rw",
        f"41 40 0:51 / {disk} rw - ext4 /dev/sdb1 rw",
    )

    assert not is_network_drive(disk / "book", mounts(tmp_path, *lines))
    assert is_network_drive(share / "book", mounts(tmp_path, *lines))


def test_the_later_of_two_mounts_on_one_point_decides(tmp_path):
    lines = (
        f"40 22 0:50 / {tmp_path} rw - ext4 /dev/sdb1 rw",
        f"41 22 0:51 / {tmp_path} rw - nfs4 server:/shop rw",
    )

    assert is_network_drive(tmp_path / "book", mounts(tmp_path, *lines))


def test_a_mount_point_with_blanks_and_other_signs_is_read_right(tmp_path):
    share = tmp_path / "our share\\one"
    share.mkdir()
    written = str(share).replace("\\", "\\134").replace(" ", "\\040")
    line = f"40 22 0:50 / {written} rw - cifs //server/shop rw"

    assert is_network_drive(share / "book", mounts(tmp_path, line))


def test_a_link_into_a_share_is_a_share(tmp_path):
    share = tmp_path / "share"
    share.mkdir()
    (tmp_path / "documents").symlink_to(share)
    line = f"40 22 0:50 / {share} rw - nfs4 server:/shop rw"

    assert is_network_drive(tmp_path / "documents" / "book", mounts(tmp_path, line))


def test_a_machine_that_does_not_tell_its_mounts_is_believed(tmp_path):
    assert not is_network_drive(tmp_path, tmp_path / "missing")


def test_a_line_that_says_less_than_expected_is_passed_over(tmp_path):
    assert not is_network_drive(tmp_path, mounts(tmp_path, "", "nonsense", "1 2 3 - "))


def test_a_new_logbook_on_a_share_is_refused(tmp_path, monkeypatch):
    line = f"40 22 0:50 / {tmp_path} rw - nfs4 server:/shop rw"
    shared = mounts(tmp_path, line)
    monkeypatch.setattr(
        book, "is_network_drive", lambda folder: place.is_network_drive(folder, shared)
    )

    with pytest.raises(BookError) as error:
        Store.open(tmp_path / "book")

    assert error.value.reason == "network"
    assert not (tmp_path / "book" / "logbook.db").exists()


def test_a_logbook_that_was_moved_onto_a_share_is_refused(tmp_path, monkeypatch):
    Store.open(tmp_path / "book").close()
    line = f"40 22 0:50 / {tmp_path} rw - nfs4 server:/shop rw"
    shared = mounts(tmp_path, line)
    monkeypatch.setattr(
        book, "is_network_drive", lambda folder: place.is_network_drive(folder, shared)
    )

    with pytest.raises(BookError) as error:
        Store.open(tmp_path / "book")

    assert error.value.reason == "network"


@pytest.mark.parametrize(
    ("parts", "service"),
    [
        (("Dropbox", "shop"), "Dropbox"),
        (("Dropbox (Vale Cakes)", "shop"), "Dropbox"),
        (("OneDrive - Vale", "shop"), "OneDrive"),
        (("Google Drive", "shop"), "Google Drive"),
        (("My Drive",), "Google Drive"),
        (("Library", "Mobile Documents", "com~apple~CloudDocs", "shop"), "iCloud Drive"),
        (("Library", "CloudStorage", "Box-Box", "shop"), "Box"),
        (("Library", "CloudStorage", "Strange", "shop"), "Strange"),
        (("Nextcloud",), "Nextcloud"),
        (("ownCloud", "deep", "shop"), "ownCloud"),
        (("pCloudDrive",), "pCloud"),
        (("Boxes", "My Drives", "Dropboxes", "shop"), None),
        (("shop",), None),
    ],
)
def test_a_synced_folder_is_known_by_its_name(tmp_path, parts, service):
    assert synced_by(tmp_path.joinpath(*parts)) == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox"), (".sync_0a1b.db", "Nextcloud"),
     (".owncloudsync.log", "ownCloud"), (".tmp.driveupload", "Google Drive")],
)  # fmt: skip
def test_a_synced_folder_is_known_by_what_lies_in_it_or_above(tmp_path, mark, service):
    folder = tmp_path / "kept" / "deep" / "shop"
    folder.mkdir(parents=True)
    (tmp_path / "kept" / mark).touch()
    assert synced_by(folder) == service
    assert synced_by(tmp_path / "other") is None


def test_a_link_into_a_synced_folder_is_followed(tmp_path):
    (tmp_path / "Dropbox" / "shop").mkdir(parents=True)
    (tmp_path / "shop").symlink_to(tmp_path / "Dropbox" / "shop")
    assert synced_by(tmp_path / "shop") == "Dropbox"

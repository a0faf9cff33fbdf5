"""What tells the fast door that an owner's file changed."""

import os

from reviewlog.store.fast import config_stamp


def test_every_file_that_is_read_counts_and_nothing_else(tmp_path):
    folder, shelf = str(tmp_path), tmp_path / "playbooks"
    stamps = [config_stamp(folder)]
    (tmp_path / "config.yaml").write_text("business: Vale\n")
    stamps.append(config_stamp(folder))
    shelf.mkdir()
    assert config_stamp(folder) == stamps[-1]
    (shelf / "mine.yaml").write_text("playbook: mine\n")
    stamps.append(config_stamp(folder))
    (shelf / "notes.txt").write_text("nothing")
    assert config_stamp(folder) == stamps[-1]
    (shelf / "mine.yaml").rename(shelf / "yours.yaml")
    stamps.append(config_stamp(folder))
    os.utime(shelf / "yours.yaml", ns=(1, 1))
    stamps.append(config_stamp(folder))
    (shelf / "yours.yaml").unlink()
    assert config_stamp(folder) == stamps[1]
    assert len(set(stamps)) == len(stamps)


def test_files_about_sites_count_too(tmp_path):
    folder, sites = str(tmp_path), tmp_path / "playbooks" / "sites"
    sites.mkdir(parents=True)
    stamps = [config_stamp(folder)]
    (sites / "yelp.yaml").write_text("title: Yelp\n")
    stamps.append(config_stamp(folder))
    (sites / "notes.txt").write_text("nothing")
    assert config_stamp(folder) == stamps[-1]
    os.utime(sites / "yelp.yaml", ns=(1, 1))
    stamps.append(config_stamp(folder))
    assert len(set(stamps)) == len(stamps)
    assert "sites" not in config_stamp(str(sites))


def test_a_folder_that_is_none_stands_for_no_files(tmp_path):
    (tmp_path / "playbooks").write_text("not a folder")
    assert config_stamp(str(tmp_path)) == "none"

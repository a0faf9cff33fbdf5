"""What tells the fast door that an owner's file changed."""

import os

import pytest

from reviewlog.store.fast import META_QUERY, UNFINISHED, config_stamp
from reviewlog.store.schema import META


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


@pytest.mark.parametrize("name", ["sites", "replies"])
def test_files_about_sites_and_replies_count_too(name, tmp_path):
    folder, shelf = str(tmp_path), tmp_path / "playbooks" / name
    shelf.mkdir(parents=True)
    stamps = [config_stamp(folder)]
    (shelf / "yelp.yaml").write_text("title: Yelp\n")
    stamps.append(config_stamp(folder))
    (shelf / "notes.txt").write_text("nothing")
    assert config_stamp(folder) == stamps[-1]
    os.utime(shelf / "yelp.yaml", ns=(1, 1))
    stamps.append(config_stamp(folder))
    assert len(set(stamps)) == len(stamps)
    assert name not in config_stamp(str(shelf))


def test_the_files_of_two_folders_are_told_apart(tmp_path):
    shelf, stamps = tmp_path / "playbooks", set()
    for name in ("sites", "replies", "others"):
        (shelf / name).mkdir(parents=True)
    for name in ("sites", "replies", "others"):
        path = shelf / name / "x.yaml"
        path.write_text("a: 1")
        os.utime(path, ns=(1, 1))
        stamps.add(config_stamp(str(tmp_path)))
        path.unlink()
    assert len(stamps) == 3


def test_a_folder_that_is_none_stands_for_no_files(tmp_path):
    (tmp_path / "playbooks").write_text("not a folder")
    assert config_stamp(str(tmp_path)) == "none"


def test_the_door_reads_nothing_large_out_of_meta():
    read = {key for key in META if f"'{key}'" in META_QUERY}
    assert read == {UNFINISHED, "config", "version", "zone"}

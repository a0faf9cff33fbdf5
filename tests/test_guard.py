from pathlib import Path

import pytest
from platformdirs import user_data_path

from reviewlog.domain.errors import BookError
from reviewlog.environment import Machine
from reviewlog.logbook.logbook import Logbook


def test_the_home_of_the_tests_is_not_the_real_one(tmp_path_factory):
    assert Path.home().is_relative_to(tmp_path_factory.getbasetemp())
    assert user_data_path("reviewlog").is_relative_to(tmp_path_factory.getbasetemp())


def test_a_logbook_in_the_default_folder_is_refused(clock):
    with pytest.raises(BookError):
        Logbook.open(Machine().default_book(), clock, "UTC")


def test_a_golden_file_is_compared_byte_for_byte(golden):
    with pytest.raises(FileNotFoundError):
        golden("text", "no-such-file.txt")

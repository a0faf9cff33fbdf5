"""What a check found, in words: whole words, whole commands, and one as one."""

import pytest

from reviewlog.domain.checked import Checked, Place, Remark
from reviewlog.render.layout.wrapping import hanging
from reviewlog.render.proving.checked import checked_text


def test_one_entry_ahead_of_its_time_stamp_is_told_as_one():
    one, more = (Remark("ahead", {"count": count, "first": 7}) for count in (1, 3))
    assert "Entry 7 tells a later time" in checked_text("a", Checked({}, remarks=(one,)), 300)
    said = checked_text("a", Checked({}, remarks=(more,)), 300)
    assert "3 entries, from entry 7 on, tell a later time" in said


def test_places_hang_below_what_they_are_in():
    place = Place("tokens", "entry 12", "the time stamp that it names is gone, or was changed")
    said = checked_text("a", Checked({"bag": 1}, (place,)), 40, brief=True)
    assert "  time stamps: entry 12: the time stamp\n    that it names" in said


@pytest.mark.parametrize(
    "command", ["reviewlog doctor --rebuild", "openssl ts -verify", "chmod 700 '/a b/c d'"]
)
@pytest.mark.parametrize("before", range(40))
def test_a_command_to_type_stays_whole(command, before):
    line = hanging(f"{'x' * before} Run: {command}.", 40)
    assert command in line
    assert all(len(one) <= 40 or len(one.split()) == 1 for one in line.splitlines())

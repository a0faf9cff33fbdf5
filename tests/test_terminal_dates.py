"""At a real terminal: the day that was meant is asked for, and the order of dates is kept."""

from datetime import UTC, datetime

import pexpect
import pytest

from tests.program import PROGRAM, Program

pytestmark = pytest.mark.slow


def zone_at(hour: int) -> str:
    """Return a time zone in which it is that hour now."""
    east = (hour - datetime.now(UTC).hour + 12) % 24 - 12
    return f"Etc/GMT{-east:+d}"


def before_noon() -> str:
    return zone_at(9)


def at_a_terminal(program, *words, columns=80):
    return pexpect.spawn(
        PROGRAM[0], [*PROGRAM[1:], *words], env=dict(program.env), cwd=str(program.home),
        encoding="utf-8", timeout=15, dimensions=(24, columns),
    )  # fmt: skip


@pytest.mark.parametrize(("hour", "columns"), [(9, 80), (9, 40), (0, 80)])
def test_a_time_of_the_evening_said_in_the_morning_was_yesterdays(tmp_path, hour, columns):
    """Also in the first hour after midnight, when the day of the call has just become yesterday."""
    program = Program(tmp_path, TZ=zone_at(hour))
    child = at_a_terminal(program, "log", "dry", "--who", "Dana", "--at", "17:50", columns=columns)
    child.expect(r"is\s+still\s+to\s+come\.\s+Do\s+you\s+mean\s+yesterday,")
    child.sendline("")
    child.expect(r"Dana\s+phoned\s+you")
    child.expect(r"17:50")
    child.expect(pexpect.EOF)
    assert "\x1b[?" not in child.before


@pytest.mark.parametrize("chosen", ["2", "4 mar"])
def test_the_order_of_dates_is_asked_once(tmp_path, chosen):
    program = Program(tmp_path)
    child = at_a_terminal(program, "log", "dry", "--who", "Dana", "--at", "3/4/2020")
    child.expect("Fri 3 Apr 2020")
    child.expect("Wed 4 Mar 2020")
    child.sendline(chosen)
    child.expect("Wed 4 Mar 2020")
    child.expect(pexpect.EOF)
    assert (program.book / "config.yaml").read_text() == "dates: month-day\n"
    assert "Fri 6 May 2016" in program("log", "dry", "--who", "Eve", "--at", "5/6/2016").out


def test_what_is_no_date_is_explained_and_asked_again(tmp_path):
    program = Program(tmp_path, TZ=before_noon())
    program("log", "dry", "--who", "Dana")
    child = at_a_terminal(program, "promise", "1", "a cake")
    child.expect("By when")
    child.sendline("eom")
    child.expect("Name the day")
    child.sendline("0:30")
    child.expect(r"is\s+over")
    child.sendline("y")
    child.expect(r"Promised\s+for\s+[^,]+00:30,\s+tomorrow")
    child.expect(pexpect.EOF)

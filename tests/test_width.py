"""Letters of two columns, written without blanks: every screen still fits its terminal."""

import pytest

from reviewlog.cli import main
from tests.commands.conftest import FakeMachine
from tests.fakes import FakeClock
from tests.hostile import hostile_book
from tests.lines import LOOKING, WRITING, lines, with_text
from tests.screens import bare, broken

TEXT = (
    "約束した時間に届かず、電話にも出ませんでした。誕生日の席は台無しです。謝罪と返金を求めます。"
    * 3
)
MIXED = f"{TEXT[:40]} send 田中 the refund of £240 today {TEXT}"
KOREAN = "약속한 시간에 케이크가 오지 않았습니다. 전화도 받지 않았습니다. 환불을 요구합니다. " * 2
NOT_LAID_OUT = ("demo", "man", "completion", "schema")
SHOWN = [line for line in lines(LOOKING) if line[0] not in NOT_LAID_OUT and "--json" not in line]


@pytest.fixture(params=[(40, TEXT), (60, MIXED), (80, TEXT), (80, KOREAN)],
                ids=["40", "60 mixed", "80", "80 korean"])  # fmt: skip
def run(request, tmp_path, monkeypatch, capsys):
    """Return a function that runs a line on a terminal, and returns the rows that stand over."""
    columns, text = request.param
    hostile_book(tmp_path / "book", [text])
    (tmp_path / "picture.txt").write_text(text)
    monkeypatch.chdir(tmp_path)

    class Terminal(FakeMachine):
        def columns(self):
            return columns

        def message_columns(self):
            return columns

        def width(self):
            return columns

        def draws(self):
            return True

    def command(line):
        code = main(with_text(line, text), Terminal(FakeClock(), tmp_path))
        out, err = capsys.readouterr()
        assert code != 3, line
        return broken(bare(out + err), columns)

    return command


def test_what_is_looked_at_fits(run):
    assert {line: rows for line in SHOWN if (rows := run(line))} == {}


def test_what_is_written_is_told_in_rows_that_fit(run):
    written = [line for line in lines(WRITING) if "--print" not in line]
    assert {line: rows for line in written if (rows := run(line))} == {}

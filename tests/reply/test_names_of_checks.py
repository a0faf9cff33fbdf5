"""The files of rules know exactly the checks that there are, and the lists that these ask for."""

from pathlib import Path

from reviewlog.domain.reply.checks import CHECKS as NAMES
from reviewlog.domain.reply.checks import LISTS
from reviewlog.domain.reply.rules import PHRASES
from reviewlog.reply import checks
from reviewlog.reply.check import CHECKS


def test_every_check_has_a_name_in_the_files_and_every_name_a_check():
    assert set(NAMES) == {PHRASES, *CHECKS}
    assert len(set(NAMES)) == len(NAMES)


def test_every_list_is_asked_for_by_a_check():
    folder = Path(str(checks.__file__)).parent
    code = "".join(path.read_text() for path in folder.glob("*.py"))
    assert [name for name in LISTS if f'"{name}"' not in code] == []
    assert len(set(LISTS)) == len(LISTS)

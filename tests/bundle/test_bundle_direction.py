"""Words from right to left: a block of them finds its direction by letters that nothing hides."""

import re

import pytest

from reviewlog.logbook.said import Contact, Posted
from tests.bundle.conftest import Desk

HEBREW = "הכסף תוך שעה או כוכב אחד"


@pytest.mark.parametrize("name", ["data/report.html", "data/statement.html"])
def test_a_block_of_their_words_is_not_hidden_from_its_own_direction(desk: Desk, name: str) -> None:
    desk.book.log(Contact(who="Dana", quote=HEBREW, threat="open", sites=("google",)))
    desk.book.review("1", Posted("google", 1, HEBREW, "Dana"))
    page = desk.bag("google")[name].decode()
    blocks = re.findall(r"<blockquote(.*?)</blockquote>", page, re.DOTALL)
    assert blocks
    for block in blocks:
        assert block.startswith(' dir="auto">')
        assert "<bdi" not in block
        assert HEBREW in block

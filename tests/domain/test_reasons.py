"""A reason stays in the log: whoever it names is found, however it is written."""

import pytest

from reviewlog.domain.reasons import names_in
from tests.builders import a_call, a_review


@pytest.mark.parametrize(
    "reason",
    ["Short wrote to me", "SHORT asked", "will short asked", "short's letter", "Ask will.short@x",
     "cakefan77 asked", "the other, bo, asked", "\u738b\u5c0f\u660e\u8981\u6c42",
     "she rang from +442079460999", "020-7946-0999 rang", "(020) 79 46 09 99"],
)  # fmt: skip
def test_a_reason_that_names_them_is_found_however_it_is_written(reason):
    named = [a_call(who="Will Short", phone="+44 20 7946 0999"), a_review(nick="CakeFan77"),
             a_call(on_behalf_of="Bo", staff=["\u738b\u5c0f\u660e"])]  # fmt: skip
    assert names_in(reason, named)


@pytest.mark.parametrize(
    "reason",
    [
        "it will be over",
        "asked for it by letter",
        "not needed any more",
        "after 1 year, 2026-11-21",
    ],
)
def test_words_that_everybody_uses_name_nobody(reason):
    named = [a_call(who="Will Short", phone="+44 20 7946 0999"), a_call(who="the man from no. 1"),
             a_call(who="?", phone="1")]  # fmt: skip
    assert not names_in(reason, named)

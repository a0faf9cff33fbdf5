import pytest

from reviewlog.domain.facts.pleased import pleased_entry
from tests.builders import a_call, a_mail, a_review, an_entry, at, in_order, items_of, steps_of

CONTENT = a_call(at(days=1), pleased=True)


@pytest.mark.parametrize(
    ("later", "holds"),
    [
        ([], True),
        ([a_mail(at(days=2))], True),
        ([a_call(at(days=2))], False),
        ([a_call(at(days=2), pleased=True)], True),
        ([a_call(at(days=2)), a_call(at(days=3), pleased=True)], True),
        ([an_entry("demand", at(days=2), state="open")], False),
        ([an_entry("demand", at(days=2), state="granted", of="log0:1")], True),
        ([a_review(at(days=2))], False),
        ([a_review(at(days=2), stars=5)], True),
        ([a_review(at(days=2), state="changed", of="log0:1")], True),
    ],
)
def test_all_is_well_until_they_bring_something_up(later, holds):
    assert (pleased_entry(in_order(a_call(), CONTENT, *later)) is not None) == holds


def test_somebody_who_comes_back_unhappy_is_answered():
    told = in_order(a_call(), CONTENT, a_call(at(days=5), threat="open"))
    assert "write-today" in steps_of(items_of("complaint", *told))

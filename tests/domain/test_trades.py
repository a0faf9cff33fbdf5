"""Which trades keep silent about their customers."""

import pytest

from reviewlog.domain.trades import NOT_SAID, TRADES, is_strict


@pytest.mark.parametrize(
    "trade",
    [None, "", "  ", NOT_SAID, "health", "Dentist", "dental practice", "Law firm", "solicitors",
     "Psychotherapie", "massage therapy", "Zahnarztpraxis", "Rechtsanwältin", "care home",
     "MEDICAL clinic", "clínica dental", "Physiotherapist", "Accountant", "accountancy firm",
     "Steuerberaterin", "pastor", "Pastoral care", "social care", "social worker", "nursery",
     "day nursery for children", "Kindergarten", "child care", "bookkeeping"],
)  # fmt: skip
def test_trades_that_keep_silent(trade):
    assert is_strict(trade)


@pytest.mark.parametrize(
    "trade",
    ["bakery", "lawn care", "car repair", "hotel", "Cakes and more", "flaw finders", "other", "bank",
     "funeral home", "vet", "veterinary surgery", "vet clinic", "plant nursery", "dog day care",
     "pet therapy", "animal hospital", "tree surgeon", "phone clinic"],
)  # fmt: skip
def test_other_trades_speak(trade):
    assert not is_strict(trade)


def test_of_the_trades_that_are_asked_about_three_are_strict():
    assert [word for word in TRADES if is_strict(word)] == ["health", "law", "therapy"]

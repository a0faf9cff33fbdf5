import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.money import parse_amount, swallowed
from reviewlog.domain.usage_errors import BadAmountError


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("240", "240.00"),
        ("240.00", "240.00"),
        ("240,5", "240.50"),
        ("1,234.50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1 234,50", "1234.50"),
        ("1'234.50", "1234.50"),
        ("1,234,567", "1234567.00"),
        ("1.234.567,8", "1234567.80"),
        ("£86", "86.00"),
        ("$ 1,000", "1000.00"),
        ("86 €", "86.00"),
        ("EUR 86", "86.00"),
        ("86.20 GBP", "86.20"),
        (" 12 ", "12.00"),
        ("1" * 40, "1" * 40 + ".00"),
    ],
)
def test_an_amount_with_one_reading_is_taken(text, amount):
    assert parse_amount(text) == amount


@pytest.mark.parametrize(
    "text",
    ["12,5,0", "", " ", "£", "-5", "+5", "1,23,456", "1.234,567", "12.345.6", "1,234 567", "1e3",
     "12.", ".5", "12..5", "twelve", "£$5", "5 £ $", "1,2345", "0x10", "12;50", "nan", "inf",
     "1_000", "5%", "12,50 or so", "\udcff", "5\n6"],
)  # fmt: skip
def test_any_other_amount_is_refused(text):
    with pytest.raises(BadAmountError):
        parse_amount(text)


@given(st.decimals("0.01", 10**9, places=2), st.sampled_from(("£{}", "{} EUR", "{}", "USD {}")))
def test_an_amount_is_read_back_in_every_dress(amount, dress):
    assert parse_amount(dress.format(amount)) == f"{amount:.2f}"
    assert parse_amount(dress.format(f"{amount:,}")) == f"{amount:.2f}"


@given(st.text(max_size=20))
def test_no_text_breaks_it(text):
    try:
        amount = parse_amount(text)
    except BadAmountError:
        return
    assert parse_amount(amount) == amount


@pytest.mark.parametrize(
    ("amount", "text", "meant"),
    [("40.00", "wants the full $240 back", "240"), ("0.00", "gave her $50", "50"),
     ("40.50", "240.50, she says", "240.50"), ("240.00", "the full $240", None),
     ("120.00", "half of 240", None), ("40.00", "all of it", None), ("40.00", "240 or 40", None),
     (None, "240", None), ("40.00", None, None), ("5.00", "call 07700 900105", None)],
)  # fmt: skip
def test_a_sum_whose_first_digit_a_shell_took_is_noticed(amount, text, meant):
    assert swallowed(amount, text) == meant


@given(st.text(max_size=30))
def test_no_text_breaks_the_look_for_sums(text):
    assert swallowed("40.00", text) is None or "40" in text

"""Texts cut to the room that they have on paper."""

from hypothesis import given
from hypothesis import strategies as st

from reviewlog.bundle.pages.room import width_of, within


@given(st.text(), st.floats(1, 90))
def test_no_text_is_wider_than_its_room(text: str, room: float) -> None:
    shown = within(text, room)
    assert width_of(shown.removesuffix("…")) <= room or width_of(shown) <= room


def test_wide_letters_take_more_room() -> None:
    assert len(within("W" * 90, 78)) < len(within("o" * 90, 78)) == 79
    assert len(within("蛋" * 90, 78)) == 40
    assert within("short", 78) == "short"
    assert width_of("e\u0301" * 3) == 3

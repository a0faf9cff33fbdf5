import pytest

from reviewlog.render.proving.anchoring import asking_line, clock_words, host_of, stamped_text
from tests.builders import an_entry
from tests.fakes import SATURDAY


@pytest.mark.parametrize(
    ("off_ms", "said"),
    [
        (0, "agrees with it"),
        (-1999, "agrees with it"),
        (2000, "is 2 s ahead"),
        (-45_900, "is 45 s behind"),
        (180_000, "is 3 min ahead"),
        (-7_500_000, "is 2 h 5 min behind"),
        (9 * 86_400_000, "is 9 days ahead"),
    ],
)
def test_how_far_the_clock_is_off_is_said_in_words(off_ms, said):
    assert clock_words(off_ms) == f"This computer's clock {said}."


def test_what_a_service_calls_itself_is_shown_harmlessly():
    anchor = an_entry(
        "anchor",
        service="https://tsa.example/tsr",
        size=3,
        state="checked",
        time="2026-11-21T16:40:07.000Z",
        signer="Evil\x1b[2J\nTSA",
        clock_ms=12,
    )
    said = stamped_text(anchor, SATURDAY)
    assert said.startswith("tsa.example: Sat 21 Nov 16:40:07, by Evil⟨U+001B⟩[2J TSA.")


def test_a_service_is_known_by_its_machine():
    assert host_of("https://tsa.example:8443/tsr?x=1") == "tsa.example"
    assert host_of("http://[") == "http://["
    line = asking_line(["https://a.example", "https://b.example/x", "https://a.example/2"])
    assert line == "Asking a.example and b.example for a time stamp ..."

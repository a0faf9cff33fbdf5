"""show: a table where there is room, stacked where there is none, the same words everywhere."""

import pytest

from tests.screens import SGR, bare, flat, overwide

LONG = "She says that the cake was so dry that nobody wanted any more of it"


@pytest.fixture
def story(run, call, clock, machine):
    """An incident with something of everything: late, today, ahead, set by others, folded."""
    call(
        LONG,
        "--who",
        "Dana Smith",
        "--threat",
        "open",
        "--quote",
        "Pay, or one star " * 6,
        "--demand",
        "the price",
        "--amount",
        "240.00",
        "--by",
        "friday",
        "--phone",
        "07700 900123",
    )
    clock.tick(days=3)
    run("attempt", "1", "offered", "A new cake", "--cost", "40")
    run("promise", "1", "ring her back", "--by", "in 5 days")
    run("review", "1", "--site", "google", "--stars", "1", "--text", "Dry as sand! " * 9)
    run("remind", "1", "in 2 hours", "Look again")
    (machine.folder / "a.png").write_bytes(b"picture")
    run("attach", "1", "a.png", "--how", "screenshot", "--from", "https://example.com/" + "a" * 70)
    clock.tick(hours=3)


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize("width", [40, 60, 76, 80, 96, 100])
def test_no_line_is_wider_than_the_screen(run, machine, monkeypatch, width):
    monkeypatch.setattr(machine, "width", lambda: width)
    for words in (("show", "1"), ("show", "1", "--unfold"), ("next", "1")):
        assert overwide(run(*words).out, width) == []


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize("width", [40, 80, 100])
def test_a_screen_that_draws_says_the_same_words(run, machine, monkeypatch, width):
    monkeypatch.setattr(machine, "width", lambda: width)
    plain = run("show", "1").out
    assert "\x1b" not in plain
    assert "─" not in plain
    monkeypatch.setattr(machine, "draws", lambda: True)
    drawn = run("show", "1").out
    assert SGR.search(drawn)
    assert [line for line in bare(drawn).splitlines() if set(line) != {"─"}] == plain.splitlines()
    assert {len(line) for line in bare(drawn).splitlines() if set(line) == {"─"}} == {width - 1}


@pytest.mark.usefixtures("story")
def test_only_what_is_late_is_alarming(run, machine, monkeypatch):
    monkeypatch.setattr(machine, "width", lambda: 100)
    monkeypatch.setattr(machine, "draws", lambda: True)
    alarming = [line for line in run("show", "1").out.splitlines() if "\x1b[1;31m" in line]
    late = [line for line in run("show", "1").out.splitlines() if "overdue since" in line]
    assert alarming == late
    assert any("Tue 24 Nov 18:40, today" in line for line in alarming)


@pytest.mark.usefixtures("story")
def test_the_columns_of_the_table_are_aligned(run):
    lines = run("show", "1").out.splitlines()
    head = next(line for line in lines if "What happened" in line)
    column = head.index("What happened")
    rows = lines[lines.index(head) + 1 : lines.index("", lines.index(head))]
    assert all(line[column - 1 : column] == " " and line[column] != " " for line in rows)
    assert [line[:column].strip() for line in rows if "phoned you" in line] == [
        "3  Sat 21 Nov 16:40"
    ]


@pytest.mark.usefixtures("story")
def test_a_long_time_in_the_table_is_broken_before_how_far_it_is(run):
    lines = run("show", "1").out.splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("reminder-9"))
    assert [line[18:48].strip() for line in lines[first : first + 2]] == [
        "overdue since Tue 24 Nov", "18:40, today",
    ]  # fmt: skip
    assert lines[first][48:] == "Look again"


@pytest.mark.usefixtures("story")
def test_on_a_narrow_screen_the_time_stands_over_what_happened(run, machine, monkeypatch):
    monkeypatch.setattr(machine, "width", lambda: 40)
    shown = run("show", "1").out
    assert "   3  Sat 21 Nov 16:40\n      Dana Smith phoned you\n" in shown
    assert "\ntheir-deadline-4\n  by Fri 27 Nov, in 3 days\n  Their deadline runs out.\n" in shown


@pytest.mark.usefixtures("story")
def test_what_comes_and_what_is_late_is_told_near_and_absolute(run, machine, monkeypatch):
    monkeypatch.setattr(machine, "width", lambda: 100)
    shown = flat(run("show", "1").out)
    assert "240.00; by Fri 27 Nov, in 3 days" in shown
    assert "by Sun 29 Nov, in 5 days" in shown
    assert "overdue since Mon 23 Nov, yesterday" in shown


def test_a_name_with_escapes_stays_harmless_where_it_draws(run, call, machine, monkeypatch):
    call("dry\x1b[1;31m", "--who", "Dana\x1b]0;x\x07 Smith", "--threat", "open")
    monkeypatch.setattr(machine, "draws", lambda: True)
    shown = run("show", "1", "--unfold").out
    assert "\x1b" not in SGR.sub("", shown)
    assert "dry⟨U+001B⟩[1;31m" in shown

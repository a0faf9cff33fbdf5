"""The calendar of weeks that a simulation draws."""

from reviewlog.domain.time.durations import Duration
from reviewlog.playbook.rehearsing.examples import Given
from reviewlog.playbook.rehearsing.stage import Stage
from reviewlog.playbook.rehearsing.walk import walk
from reviewlog.render.layout.style import STRONG, style
from reviewlog.render.playbooks.simulation import simulation_text
from tests.builders import a_playbook, a_step
from tests.screens import bare

ONE, FOUR = Duration(1, "day"), Duration(4, "day")
OUT = {"entry": ("interaction",), "direction": ("out",)}
WRITE = a_step(id="write", title="Write to them.", kind="write", after="inbound", within=ONE,
               done_by=OUT, must=True)  # fmt: skip
RING = a_step(id="ring", title="Ring them.", kind="call", within=ONE, done_by=OUT, must=True)
WAIT = a_step(id="wait", title="Let them answer.", kind="wait", after="unanswered", within=FOUR)
LATER = a_step(id="later", title="Look again.", kind="watch", within=Duration(40, "day"))
CALLED = Given(0, "10:00", "interaction", {"threat": "open"})


def drawn(*steps, script=(CALLED,), width=80, title="A test", **how):
    playbook = a_playbook(*steps, title=title)
    return simulation_text(playbook, walk(Stage(playbook), script, **how), "a test.", width)


def test_a_week_shows_its_days_with_marks_and_beneath_them_who_does_what():
    lines = drawn(WRITE).splitlines()
    row = next(n for n, line in enumerate(lines) if line.startswith("Mar 2026"))
    assert lines[row].split()[2:6] == ["2", "<", "3", ">"]
    assert lines[row + 1 : row + 3] == [
        "  Mon 2    Dana phoned you, an open threat with a review.",
        "  Tue 3    You: Write to them.",
    ]


def test_waiting_is_marked_day_by_day_until_it_is_over():
    shown = drawn(WRITE, WAIT)
    assert " 3 >     4 .     5 .     6 .     7" in shown
    assert "Until Sat 7 Mar: Let them answer." in shown


def test_waiting_ends_when_they_get_in_touch():
    shown = drawn(WRITE, WAIT, script=(CALLED, Given(5, "10:00", "interaction", {})))
    assert " 5 .     6 .     7 <" in shown


def test_quiet_weeks_are_told_in_one_line():
    assert "(4 quiet weeks)" in drawn(LATER)


def test_a_week_in_two_months_names_both():
    shown = drawn(LATER, script=(CALLED, Given(29, "10:00", "interaction", {})))
    assert "Mar/Apr 26 30      31 <     1" in shown


def test_contacts_and_the_end_are_told():
    shown = drawn(WRITE, WAIT)
    assert "Contacts without an answer: 1 of 2." in shown
    assert shown.endswith("Nothing is left on Sat 7 Mar, after 5 days.")


def test_a_call_that_nobody_answers_is_told():
    assert "You: Ring them. Nobody answers." in drawn(RING, silent=True)


def test_what_has_no_end_is_told():
    hear = a_step(id="hear", within=ONE, done_by={"entry": ("interaction",), "direction": ("in",)})
    shown = drawn(hear, silent=True, cap=30)
    assert shown.endswith("Still open on Wed 1 Apr, after 30 days, and without an end: hear.")


def test_a_tick_without_its_step_is_told():
    shown = drawn(WRITE, script=(CALLED, Given(3, "10:00", "step", {"step": "nap"})))
    assert "The script ticks nap on day 3; it was not open then." in shown


def test_what_was_assumed_is_told():
    assess = a_step(id="assess", title="Judge.", within=ONE, done_by={"entry": ("assessment",)})
    assert "You: Judge. (here: partly)" in drawn(assess)


def test_the_legend_explains_the_marks_that_were_used():
    assert "< from them   > from you\n" in drawn(WRITE)


def test_lines_stay_within_eighty_columns_and_within_a_narrow_screen():
    wordy = WRITE._replace(title="Write to them " + "and say what you understood " * 5)
    for width in (200, 80, 60):
        shown = drawn(wordy, LATER, title="A playbook " * 12, width=width)
        beneath = [line for line in shown.splitlines() if " < " not in line or len(line) > 80]
        assert max(map(len, beneath)) <= max(min(width, 80), 67)


def test_hostile_titles_are_made_harmless():
    assert "\x1b" not in drawn(WRITE._replace(title="Write\x1b[31m now."))


def test_where_the_days_have_no_room_beside_each_other_the_weeks_are_named():
    shown = drawn(WRITE, WAIT, width=40)
    assert "\nWeek of Mon 2 Mar\n  Mon 2    Dana phoned you" in shown
    assert "Mon     Tue" not in shown
    assert "from them" not in shown
    weeks, _, _ = shown.partition("Contacts")
    assert max(map(len, weeks.splitlines())) <= 40


def test_drawing_changes_no_word():
    playbook = a_playbook(WRITE, WAIT)
    walked = walk(Stage(playbook), (CALLED,))
    plain, looked = (
        simulation_text(playbook, walked, "a test.", 80, style(draws)) for draws in (False, True)
    )
    assert bare(looked) == plain
    assert looked.startswith(STRONG)

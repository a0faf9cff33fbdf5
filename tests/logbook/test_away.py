"""Being away: our own dates move behind it, what others set does not."""

from datetime import date

import pytest

from reviewlog.domain.errors import NothingToUndoError
from reviewlog.domain.usage_errors import BadPeriodError, EmptyTextError
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.opening.redating import project_agendas
from tests.builders import agendas, said, the_item

MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)


def due(logbook):
    return {item.step: item.due_on for item in logbook.view("1").agenda if item.due_on}


@pytest.fixture
def called(logbook):
    """Dana has called on Saturday; the answer is due on Monday."""
    dates = logbook.dates
    logbook.log(said(threat="none", demand="a new vase", due=dates.future("wednesday")))
    logbook.promise("1", "ring back", dates.future("thursday"), None)
    logbook.remind("1", dates.future("tuesday"), "look for the receipt")
    logbook.remind("1", dates.future("in 3 weeks"), "ask again")
    return logbook


def test_our_own_dates_move_to_the_first_working_day_after_it(called):
    before = due(called)
    leave = called.away(MONDAY, FRIDAY, "a fair")
    ours = {i.step for i in called.view("1").agenda if i.playbook and i.kind != "wait"}
    inside = {step for step in ours & before.keys() if MONDAY <= before[step] <= FRIDAY}
    assert inside
    assert {m.item["step"] for m in leave.moved} == inside
    for moved in leave.moved:
        assert moved.before == before[moved.item["step"]]
        assert moved.after == date(2026, 11, 30) == due(called)[moved.item["step"]]


def test_their_deadline_a_promise_and_a_reminder_stay_and_are_listed(called):
    before = due(called)
    leave = called.away(MONDAY, FRIDAY, None)
    stays = [(item["step"].rpartition("-")[0], item["due_on"]) for item in leave.stays]
    assert stays == [
        ("reminder", "2026-11-24"),
        ("their-deadline", "2026-11-25"),
        ("promise", "2026-11-26"),
    ]
    after = due(called)
    assert all(after[item["step"]] == before[item["step"]] for item in leave.stays)


def test_undo_brings_every_date_back(called):
    before = agendas(called)
    called.away(MONDAY, FRIDAY, "a fair")
    assert agendas(called) != before
    assert called.absences()[0].first == MONDAY
    called.undo()
    assert agendas(called) == before
    assert called.absences() == []
    assert called.calendar.away == ()


def test_undo_goes_on_behind_an_absence(logbook):
    logbook.log(said())
    logbook.away(MONDAY, FRIDAY, None)
    logbook.undo()
    logbook.undo()
    assert logbook.incidents() == []
    with pytest.raises(NothingToUndoError):
        logbook.undo()


def test_a_call_that_comes_in_while_away_gets_its_dates_behind_it(logbook, clock):
    logbook.away(MONDAY, FRIDAY, None)
    clock.tick(days=3)
    logbook.log(said())
    steps = [i for i in logbook.view("1").agenda if i.playbook and i.due_on and i.kind != "wait"]
    assert steps
    assert not [i for i in steps if MONDAY <= i.due_on <= FRIDAY]


def test_a_threat_of_violence_waits_for_nobody(logbook):
    logbook.away(date(2026, 11, 21), FRIDAY, None)
    logbook.log(said(threat="harm"))
    assert the_item(logbook.view("1").agenda, "safety").due_on == date(2026, 11, 21)


def test_two_absences_that_adjoin_are_one_gap(called):
    called.away(MONDAY, FRIDAY, None)
    called.away(date(2026, 11, 28), date(2026, 12, 1), None)
    after = due(called)
    ours = [i.step for i in called.view("1").agenda if i.playbook and i.kind != "wait"]
    assert not [s for s in ours if s in after and MONDAY <= after[s] <= date(2026, 12, 1)]
    assert called.rebuild()


def test_the_log_alone_knows_the_absences_that_stand(called):
    called.away(MONDAY, FRIDAY, "a fair")
    called.away(date(2026, 12, 24), date(2027, 1, 2), "Christmas")
    called.undo()
    settings = dict(called.settings)
    assert called.rebuild()
    assert called.calendar.away == ((MONDAY, FRIDAY),)
    assert settings["away"] == [["2026-11-23", "2026-11-27"]]


def test_new_settings_keep_the_absences(logbook, clock):
    logbook.away(MONDAY, FRIDAY, None)
    folder = logbook.store.folder
    (folder / "config.yaml").write_text("business: Vale\n")
    logbook.close()
    again = type(logbook).open(folder, clock, "Europe/London")
    assert again.calendar.away == ((MONDAY, FRIDAY),)
    assert again.settings["business"] == "Vale"
    assert again.rebuild()
    again.close()


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [(FRIDAY, MONDAY, "turned"), (MONDAY, date(2027, 11, 24), "long")],
)
def test_a_period_that_is_none_is_refused_and_nothing_is_written(logbook, first, last, reason):
    length = logbook.store.log.length()
    with pytest.raises(BadPeriodError) as caught:
        logbook.away(first, last, None)
    assert caught.value.reason == reason
    assert logbook.store.log.length() == length


def test_one_day_and_a_whole_year_are_periods(logbook):
    logbook.away(MONDAY, MONDAY, None)
    logbook.away(MONDAY, date(2027, 11, 23), None)
    assert len(logbook.absences()) == 2
    with pytest.raises(EmptyTextError):
        logbook.away(MONDAY, FRIDAY, " ")


def test_the_incidents_of_one_person_are_dated_anew_only_once(logbook, monkeypatch):
    for _ in range(4):
        logbook.log(said(new=True))
    calls = []
    update = Projector.update

    def counted(self, incidents):
        calls.append(incidents)
        return update(self, incidents)

    monkeypatch.setattr(Projector, "update", counted)
    project_agendas(logbook.store, logbook.calendar)
    assert len(calls) == 1

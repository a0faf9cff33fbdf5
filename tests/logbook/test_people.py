"""Budget, cooling and "leave me alone" belong to the person, not to the incident."""

from tests.builders import said, steps_of, the_item


def mail(logbook, **more):
    return logbook.log(said(direction="out", channel="email", text="Dear Dana …", **more))


def agenda_of(logbook, number):
    return logbook.view(number).agenda


def two_incidents(logbook):
    logbook.log(said())
    logbook.log(said(text="And the second vase.", new=True))


def test_two_open_incidents_of_one_person_share_the_budget(logbook, clock):
    two_incidents(logbook)
    clock.tick(hours=1)
    mail(logbook, who=None, incident="1")
    assert "call-back" in steps_of(agenda_of(logbook, "2"))
    clock.tick(days=5)
    mail(logbook, who=None, incident="1")
    assert "call-back" not in steps_of(agenda_of(logbook, "2"))


def test_an_unanswered_contact_holds_the_other_incident_back(logbook, clock):
    two_incidents(logbook)
    clock.tick(hours=1)
    mail(logbook, who=None, incident="1")
    held = the_item(agenda_of(logbook, "2"), "call-back").opens_at
    assert held == the_item(agenda_of(logbook, "1"), "second-contact").opens_at


def test_leave_alone_said_in_one_incident_holds_in_both(logbook, clock):
    two_incidents(logbook)
    clock.tick(hours=1)
    logbook.log(said(who=None, incident="1", leave_alone=True))
    assert "call-back" not in steps_of(agenda_of(logbook, "2"))
    clock.tick(hours=1)
    logbook.log(said(who=None, incident="2"))
    assert "call-back" in steps_of(agenda_of(logbook, "1"))


def test_a_link_shares_the_budget_and_its_undo_does_not(logbook, clock):
    logbook.log(said())
    logbook.log(said(who="D. Vale"))
    clock.tick(hours=1)
    logbook.log(said(who="D. Vale", leave_alone=True))
    before = agenda_of(logbook, "1")
    assert "call-back" in steps_of(before)
    logbook.link("2", "1", "the same voice")
    assert "call-back" not in steps_of(agenda_of(logbook, "1"))
    logbook.undo()
    assert agenda_of(logbook, "1") == before
    assert logbook.rebuild()


def test_links_reach_as_far_as_they_go(logbook, clock):
    for name in ("Dana", "D. Vale", "angry42"):
        logbook.log(said(who=name))
    logbook.link("1", "2", "the same voice")
    logbook.link("3", "2", "the same number")
    clock.tick(hours=1)
    logbook.log(said(who="angry42", leave_alone=True))
    assert "call-back" not in steps_of(agenda_of(logbook, "1"))
    logbook.undo()
    logbook.undo()
    clock.tick(hours=1)
    logbook.log(said(who="angry42", leave_alone=True))
    assert "call-back" in steps_of(agenda_of(logbook, "1"))


def test_a_corrected_name_puts_the_incident_with_its_person(logbook, clock):
    logbook.log(said(who="Dana"))
    wrong = logbook.log(said(who="Dan"))
    clock.tick(hours=1)
    logbook.log(said(who=None, incident="2", leave_alone=True))
    assert "call-back" in steps_of(agenda_of(logbook, "1"))
    logbook.amend(str(wrong.main.id.seq), {"who": "Dana"}, None, "misheard")
    assert logbook.get_incident("2")["customer"] == "Dana"
    assert "call-back" not in steps_of(agenda_of(logbook, "1"))
    assert logbook.rebuild()


def test_a_corrected_name_frees_the_person_it_was_taken_for(logbook, clock):
    first = logbook.log(said(who="Dana"))
    second = logbook.log(said(who="Dana", new=True))
    clock.tick(hours=1)
    logbook.log(said(who=None, incident="2", leave_alone=True))
    assert "call-back" not in steps_of(agenda_of(logbook, "1"))
    logbook.amend(str(second.main.id.seq), {"who": "Daniel"}, None, None)
    assert agenda_of(logbook, "1") == first.agenda
    assert logbook.rebuild()


def test_a_name_joins_the_only_open_incident(logbook):
    logbook.log(said())
    again = logbook.log(said(who=" DANA "))
    assert (again.row["number"], again.joined, again.opened) == (1, True, False)


def test_what_was_written_by_mistake_does_not_count(logbook, clock):
    two_incidents(logbook)
    before = agenda_of(logbook, "2")
    clock.tick(hours=1)
    mail(logbook, who=None, incident="1")
    logbook.undo()
    assert agenda_of(logbook, "2") == before


def test_a_near_name_is_looked_for_among_the_latest_customers(logbook, monkeypatch):
    for name in ("Dana Vale", "Ann", "Bob"):
        logbook.log(said(who=name))
    assert logbook.near_names("Dana Vail") == ["Dana Vale"]
    monkeypatch.setattr("reviewlog.logbook.finding.NEAR_PEOPLE", 2)
    assert logbook.near_names("Dana Vail") == []

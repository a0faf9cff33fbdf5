import pytest

from reviewlog.domain.errors import SeveralAttemptsError, SeveralIncidentsError, UnknownAttemptError
from reviewlog.domain.usage_errors import EmptyTextError, TextTooLongError
from reviewlog.logbook.base import TEXT_CAP
from reviewlog.logbook.said import Answer, Judgement, Posted, Remedy
from tests.builders import said, steps_of

ODD_TEXTS = ["it's", '"quoted"', "$500 `rm`", "£86", "😀", "שלום", "\x1b[31mred", "[bold]", "nul\x00here",
             "two\r\nlines", " blanks ", "\udcff", "\ud800 alone", "\u202eevil"]  # fmt: skip


def offers(logbook):
    return [(t.label, t.state) for t in logbook.view("1").facts.attempts]


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_any_text_is_kept_as_it_is(logbook, text):
    logbook.log(said(who=f"Dana {text}", text=text, quote=text, phone=text))
    logbook.note("1", text, None, lawyer=False)
    logbook.promise("1", text, logbook.dates.future("tomorrow"), None)
    logbook.remind("1", logbook.dates.future("tomorrow"), text)
    logbook.review("1", Posted(site="google", nick=text, text=text))
    call = logbook.view("1").timeline[0].entry
    assert (call.fields["text"], call.fields["who"]) == (text, f"Dana {text}")
    assert logbook.get_incident(f"Dana {text}")["number"] == 1
    assert logbook.rebuild()
    assert logbook.verify().places == ()


@pytest.mark.parametrize("text", ["", "  ", "\n\t", None])
def test_an_empty_text_is_refused(logbook, text):
    with pytest.raises(EmptyTextError):
        logbook.log(said(text=text))


def test_a_text_over_the_cap_is_refused(logbook):
    logbook.log(said(text="x" * TEXT_CAP))
    with pytest.raises(TextTooLongError):
        logbook.log(said(text="é" * (TEXT_CAP // 2) + "x"))


def test_a_person_with_two_open_incidents_must_be_told_apart(logbook):
    logbook.log(said())
    logbook.log(said(new=True))
    with pytest.raises(SeveralIncidentsError) as caught:
        logbook.log(said())
    assert [row["number"] for row in caught.value.incidents] == [2, 1]


def test_an_attempt_has_a_letter_and_a_life(logbook, clock):
    logbook.log(said())
    logbook.attempt("1", Remedy("offered", "a new vase"))
    logbook.attempt("1", Remedy("offered", "the money"))
    assert offers(logbook) == [("A", "offered"), ("B", "offered")]
    clock.tick()
    logbook.attempt("1", Remedy("refused", label="a"))
    clock.tick()
    logbook.attempt("1", Remedy("accepted"))
    clock.tick()
    logbook.attempt("1", Remedy("delivered"))
    assert offers(logbook) == [("A", "refused"), ("B", "delivered")]


def test_delivered_may_stand_alone(logbook):
    logbook.log(said())
    logbook.attempt("1", Remedy("delivered", "a new vase"))
    assert offers(logbook) == [("A", "delivered")]


def test_delivered_means_the_one_that_was_accepted(logbook, clock):
    logbook.log(said())
    logbook.attempt("1", Remedy("offered", "a new vase"))
    logbook.attempt("1", Remedy("offered", "the money"))
    clock.tick()
    logbook.attempt("1", Remedy("accepted", label="B"))
    clock.tick()
    logbook.attempt("1", Remedy("delivered"))
    assert offers(logbook) == [("A", "offered"), ("B", "delivered")]


@pytest.mark.parametrize("state", ["accepted", "refused", "delivered"])
def test_of_several_live_attempts_one_must_be_named(logbook, state):
    logbook.log(said())
    logbook.attempt("1", Remedy("offered", "a new vase"))
    logbook.attempt("1", Remedy("offered", "the money"))
    with pytest.raises(SeveralAttemptsError) as caught:
        logbook.attempt("1", Remedy(state))
    assert caught.value.choices == (("A", "a new vase"), ("B", "the money"))


def test_an_unknown_letter_names_the_known(logbook):
    logbook.log(said())
    logbook.attempt("1", Remedy("offered"))
    with pytest.raises(UnknownAttemptError) as caught:
        logbook.attempt("1", Remedy("accepted", label="C"))
    assert caught.value.known == ("A",)


def test_the_twenty_seventh_attempt_has_two_letters(logbook):
    logbook.log(said())
    for _ in range(27):
        logbook.attempt("1", Remedy("offered"))
    assert [label for label, _ in offers(logbook)][-2:] == ["Z", "AA"]


def test_a_delivered_remedy_is_checked_on(logbook, clock):
    logbook.log(said(threat="none"))
    logbook.assess("1", Judgement("right"))
    assert "offer" in steps_of(logbook.view("1").agenda)
    clock.tick()
    assert "offer" not in steps_of(logbook.attempt("1", Remedy("offered")).agenda)
    clock.tick()
    assert "deliver" in steps_of(logbook.attempt("1", Remedy("accepted")).agenda)
    clock.tick()
    receipt = logbook.attempt("1", Remedy("delivered"))
    assert "check-well" in steps_of(receipt.agenda)
    assert "deliver" not in steps_of(receipt.agenda)


@pytest.mark.parametrize("state", ["granted", "countered", "declined"])
def test_a_demand_is_answered(logbook, clock, state):
    opened = logbook.log(said(demand="my money", amount="240.00"))
    assert "answer-demand" in steps_of(opened.agenda)
    clock.tick()
    receipt = logbook.demand("1", Answer(state, "so be it"))
    assert receipt.facts.demand == state
    assert "answer-demand" not in steps_of(receipt.agenda)
    assert len(receipt.facts.demands) == 1


def test_a_countered_demand_may_still_be_granted(logbook, clock):
    logbook.log(said(demand="my money"))
    for state in ("countered", "granted"):
        clock.tick()
        logbook.demand("1", Answer(state))
    assert [t.state for t in logbook.view("1").facts.demands] == ["granted"]


def test_a_second_demand_opens_anew(logbook, clock):
    logbook.log(said(demand="my money"))
    clock.tick()
    logbook.demand("1", Answer("declined"))
    clock.tick()
    receipt = logbook.demand("1", Answer(text="a letter"))
    assert "answer-demand" in steps_of(receipt.agenda)


def test_a_demand_says_something(logbook):
    logbook.log(said())
    with pytest.raises(EmptyTextError):
        logbook.demand("1", Answer())


def test_a_review_of_nobody_known_has_no_contact_steps(logbook):
    receipt = logbook.review(None, Posted(site="google", stars=1, nick="angry42", text="Awful."))
    assert (receipt.row["customer"], receipt.row["nick"]) == (None, "angry42")
    assert not {i.kind for i in receipt.agenda} & {"call", "write", "request"}


def test_a_review_changes_and_goes(logbook, clock):
    logbook.review(None, Posted(site="google", stars=1, nick="angry42"))
    clock.tick()
    logbook.review("1", Posted(site="yelp", stars=2))
    clock.tick()
    assert logbook.review("1", Posted(site="google", state="changed", stars=4)).facts.review == "up"
    clock.tick()
    logbook.review("1", Posted(site="google", state="gone"))
    facts = logbook.view("1").facts
    assert [(t.fields["site"], t.state) for t in facts.reviews] == [
        ("google", "gone"),
        ("yelp", "up"),
    ]
    clock.tick()
    assert logbook.review("1", Posted(state="gone", site="yelp")).row["review"] == "gone"


def test_a_call_logged_late_is_put_where_it_happened(logbook, clock):
    logbook.log(said(threat="none"))
    clock.tick(days=3)
    logbook.log(said(who=None, incident="1", direction="out", at=logbook.dates.past("2 days ago")))
    assert "call-back" not in steps_of(logbook.view("1").agenda)


def test_an_incident_that_is_closed_still_takes_what_happened(logbook, clock):
    logbook.log(said())
    logbook.close_incident("1", "resolved", None, None)
    clock.tick()
    receipt = logbook.log(said(who=None, incident="1", threat="open"))
    assert (receipt.row["state"], receipt.facts.threat) == ("closed", "open")
    assert steps_of(receipt.agenda) == {"debrief"}
    assert "write-today" in steps_of(logbook.reopen("1", None).agenda)

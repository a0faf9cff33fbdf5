from reviewlog.domain.relations import settle
from tests.builders import a_call, an_entry, at, in_order


def amended(*targets, seq, hours=1.0, incident="inc0", **fields):
    return an_entry("amendment", seq=seq, written=at(hours=hours), rel="amends", refs=targets,
                    incident=incident, **fields)  # fmt: skip


def retracted(*targets, seq, hours=2.0):
    return an_entry("amendment", seq=seq, written=at(hours=hours), rel="retracts", refs=targets)


def test_an_amendment_keeps_both_versions():
    call = a_call(who="Dan")
    (now,) = settle([call, amended(call, seq=2, who="Dana", why="misheard")])
    assert now.entry.fields["who"] == "Dana"
    assert now.original.fields["who"] == "Dan"
    assert dict(now.corrected) == {"who": "Dan"}


def test_of_two_amendments_the_later_wins_whatever_arrives_first():
    call = a_call(who="Dan")
    first = amended(call, seq=2, hours=1, who="Dana")
    second = amended(call, seq=3, hours=2, who="Diana")
    for arrived in ([call, first, second], [second, call, first], [second, first, call]):
        (now,) = settle(arrived)
        assert now.entry.fields["who"] == "Diana"


def test_a_retracted_entry_is_gone():
    call = a_call()
    assert settle([call, retracted(call, seq=2)]) == []


def test_a_retracted_amendment_gives_the_old_value_back():
    call = a_call(who="Dan")
    change = amended(call, seq=2, who="Dana")
    (now,) = settle([call, change, retracted(change, seq=3)])
    assert (now.entry.fields["who"], now.corrected) == ("Dan", {})


def test_a_retracted_retraction_does_not_count():
    call = a_call()
    first = retracted(call, seq=2, hours=1)
    (now,) = settle([call, first, retracted(first, seq=3, hours=2)])
    assert now.entry == call


def test_a_misfiled_entry_belongs_where_it_was_moved():
    call = a_call()
    (now,) = settle([call, amended(call, seq=2, incident_=None, **{"why": "x"})])
    assert now.entry.incident == "inc0"
    move = amended(call, seq=3, hours=2)._replace(fields={"incident": "inc1"})
    (now,) = settle([call, move])
    assert (now.entry.incident, dict(now.corrected)) == ("inc1", {"incident": "inc0"})


def test_an_entry_that_was_moved_back_was_never_misfiled():
    call = a_call()
    away = amended(call, seq=2, hours=1)._replace(fields={"incident": "inc1"})
    back = amended(call, seq=3, hours=2)._replace(fields={"incident": "inc0"})
    (now,) = settle([call, away, back])
    assert (now.entry.incident, dict(now.corrected)) == ("inc0", {})


def test_entries_stand_in_the_order_in_which_they_happened():
    late, early = in_order(a_call(at(hours=-1)), a_call(at(hours=-3)))
    assert [s.entry.id for s in settle([late, early])] == [early.id, late.id]


def test_entries_of_one_moment_stand_in_the_order_in_which_they_were_written():
    one, other = in_order(a_call(at()), a_call(at()))
    assert [s.entry for s in settle([other, one])] == [one, other]
    assert settle([one._replace(recorded_at=at(hours=1)), other])[0].entry.id == one.id

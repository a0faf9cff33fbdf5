"""The number of an exhibit stays for ever, whatever becomes of its file."""

from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.exhibits import exhibit_labels, label_order, labelled
from tests.builders import INCIDENT, LOG, a_call, an_entry, at, in_order

OTHER = "inc1"
FILE = {"name": "a.png", "size": 1, "sha256": "0" * 64, "type": "image/png"}


def a_file(minutes=0, incident=INCIDENT):
    return an_entry("evidence", at(minutes=minutes), incident=incident, file=FILE)


def numbers(entries, incident=INCIDENT):
    return {place.seq: label for place, label in exhibit_labels(incident, entries).items()}


def log_of(*steps):
    """Return a log out of steps: a file in an incident, or (what, the file's number, where to)."""
    entries: list[Entry] = []
    for step in steps:
        seq, minute = len(entries) + 1, len(entries)
        if isinstance(step, str):
            entry = an_entry("evidence", at(minutes=minute), seq=seq, incident=step, file=FILE)
        else:
            what, file, to = step
            files = [e for e in entries if e.kind == "evidence"]
            if not files:
                entry = a_call(at(minutes=minute), seq=seq)
            else:
                entry = relation(what, files[file % len(files)], to, seq, minute, entries)
        entries.append(entry)
    return entries


def relation(what, target, to, seq, minute, entries):
    if what == "undo":
        moves = [e for e in entries if e.rel == "amends"]
        refs, rel = (moves[-1:] or [target]), "retracts"
    else:
        refs, rel = [target], {"move": "amends", "retract": "retracts", "erase": "erases"}[what]
    made = an_entry("amendment", at(minutes=minute), seq=seq, rel=rel, refs=tuple(refs))
    fields = {"move": {"incident": to}, "erase": {"erased": {str(target.id): {"file": "d"}}}}
    return made._replace(fields=fields.get(what, {}), incident=target.incident)


HOMES = st.sampled_from((INCIDENT, OTHER))
STEPS = st.lists(
    HOMES
    | st.tuples(st.sampled_from(("move", "retract", "erase", "undo")), st.integers(0, 5), HOMES),
    max_size=14,
)


def erased(entries):
    """Return the entries as they are read after what was erased is gone."""
    gone = {place for e in entries for place in e.fields.get("erased", ())}
    return [e._replace(fields={}) if str(e.id) in gone else e for e in entries]


def test_files_are_counted_as_they_come():
    log = in_order(a_file(5), a_call(), a_file(1))
    assert numbers(log) == {1: "E1", 3: "E2"}


def test_a_file_of_another_incident_has_no_number_here():
    log = in_order(a_file(incident=OTHER), a_file(1))
    assert numbers(log) == {2: "E1"}
    assert numbers(log, OTHER) == {1: "E1"}


def test_a_file_moved_in_comes_last_and_keeps_its_number_when_it_goes():
    log = log_of(OTHER, INCIDENT, ("move", 0, INCIDENT), INCIDENT)
    assert numbers(log) == {2: "E1", 1: "E2", 4: "E3"}
    assert numbers([*log, *log_of(OTHER, "x", "x", "x", ("undo", 0, ""))[4:]]) == numbers(log)


def test_moved_away_and_back_it_is_the_same_exhibit():
    log = log_of(INCIDENT, INCIDENT, ("move", 0, OTHER), INCIDENT, ("move", 0, INCIDENT))
    assert numbers(log) == {1: "E1", 2: "E2", 4: "E3"}
    assert numbers(log, OTHER) == {1: "E1"}


def test_an_undone_move_has_used_a_number_up():
    log = log_of(OTHER, ("move", 0, INCIDENT), ("undo", 0, ""), INCIDENT)
    assert numbers(log) == {1: "E1", 4: "E2"}


def test_what_was_taken_back_or_erased_keeps_its_number():
    log = log_of(INCIDENT, INCIDENT, ("retract", 0, ""), ("erase", 1, ""), INCIDENT)
    assert numbers(erased(log)) == numbers(log) == {1: "E1", 2: "E2", 5: "E3"}


def test_a_clock_that_went_back_changes_no_number():
    log = log_of(INCIDENT, INCIDENT)
    log[1] = log[1]._replace(recorded_at=at(days=-3))
    assert numbers(log) == {1: "E1", 2: "E2"}


@given(steps=STEPS, more=STEPS)
def test_what_is_written_later_never_renumbers(steps, more):
    whole = log_of(*steps, *more)
    before = numbers(whole[: len(steps)])
    assert before.items() <= numbers(whole).items()


@given(steps=STEPS, chance=st.randoms(use_true_random=False))
def test_the_order_in_which_entries_arrive_does_not_matter(steps, chance):
    log = log_of(*steps)
    shuffled = list(log)
    chance.shuffle(shuffled)
    assert numbers(shuffled) == numbers(log)


@given(steps=STEPS)
def test_erasing_changes_no_number_and_none_is_given_twice(steps):
    log = log_of(*steps)
    labels = list(numbers(log).values())
    assert labels == [f"E{n}" for n in range(1, len(labels) + 1)]
    assert numbers(erased(log)) == numbers(log)


def test_a_label_is_found_whatever_its_capitals():
    labels = {EntryId(LOG, 7): "E1", EntryId(LOG, 9): "E12"}
    assert labelled(" e12 ", labels) == EntryId(LOG, 9)
    assert labelled("E2", labels) is None
    assert labelled("12", labels) is None
    assert sorted(["E10", "E9", ""], key=label_order) == ["", "E9", "E10"]

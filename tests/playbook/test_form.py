import pytest

from reviewlog.domain.durations import Duration
from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.playbook import Repeat
from reviewlog.playbook.form import read_playbook
from reviewlog.playbook.wire import playbook_from_json, playbook_to_json

GOOD = """\
playbook: mine
version: 1
title: Mine
use_when:
  review: [up, changed]
not_when: {threat: harm}
sources:
  T: A text
budget:
  unanswered: 2
  gap: 4 days
steps:
  - id: ring
    title: Ring them.
    kind: call
    why: They wait.
    when: {threat: open}
    unless: {verdict: [right, partly]}
    after: inbound
    within: 2 hours
    not_before: 1 hour
    latest: 3 days
    repeat: {every: 2 days, at_most: 3}
    done_by: {entry: interaction, direction: out}
    weight: must
    say:
      - "Hello."
  - id: rest
    title: Rest.
    kind: wait
    why: You did it.
    after: ring
"""


def faults(*changes):
    text = GOOD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    with pytest.raises(PlaybookFaultError) as caught:
        read_playbook(text, "mine.yaml")
    return caught.value.faults


def test_a_playbook_is_read_as_written():
    playbook = read_playbook(GOOD, "mine.yaml")
    ring, rest = playbook.steps
    assert (playbook.id, playbook.use_when) == ("mine", {"review": ("up", "changed")})
    assert (ring.within, ring.must, ring.when) == (Duration(2, "hour"), True, {"threat": ("open",)})
    assert ring.repeat == Repeat(Duration(2, "day"), 3)
    assert (rest.after, rest.must, rest.done_by) == ("ring", False, {})


@pytest.mark.parametrize(
    ("old", "new", "line", "word"),
    [
        ("weight: must", "wieght: must", 25, "wieght"),
        ("version: 1", "version: 1\ncolour: red", 3, "colour"),
        ("title: Mine\n", "", 1, "title"),
        ("    kind: wait\n", "", 28, "kind"),
        ("version: 1", "version: one", 2, "version"),
        ("version: 1", "version: 0", 2, "version"),
        ("playbook: mine", "playbook: My Own", 1, "playbook"),
        ("{threat: open}", "{thread: open}", 17, "threat"),
        ("{threat: open}", "{threat: opne}", 17, "open"),
        ("review: [up, changed]", "review: [up, chnged]", 5, "changed"),
        ("{threat: harm}", "{threat: ham}", 6, "harm"),
        ("[right, partly]", "[right, party]", 18, "partly"),
        ("kind: call", "kind: cal", 15, "call"),
        ("after: ring", "after: rign", 32, "ring"),
        ("after: inbound", "after: inbond", 19, "inbound"),
        ("entry: interaction", "entry: interacton", 24, "interaction"),
        ("direction: out", "direction: outt", 24, "out"),
        ("direction: out", "dirction: out", 24, "direction"),
        ("{entry: interaction, direction: out}", "{direction: out}", 24, "entry"),
        ("within: 2 hours", "within: soon", 20, "soon"),
        ("within: 2 hours", "within: 2", 20, "within"),
        ("not_before: 1 hour", "not_before: one hour", 21, "one hour"),
        ("latest: 3 days", "latest: 3 months", 22, "3 months"),
        ("every: 2 days", "every: often", 23, "often"),
        ("gap: 4 days", "gap: a while", 11, "a while"),
        ("gap: 4 days", "gap: 99999999 days", 11, "99999999"),
        (", at_most: 3", "", 23, "at_most"),
        ("at_most: 3", "at_most: 99", 23, "at_most"),
        ("unanswered: 2", "unanswered: 0", 10, "unanswered"),
        ("weight: must", "weight: should", 25, "weight"),
        ("id: rest", "id: ring", 28, "twice"),
        ("id: rest", "id: closed", 28, "closed"),
        ("after: ring", "after: rest", 32, "circle"),
        ('- "Hello."', "- yes", 27, "yes"),
        ('- "Hello."', '- ""', 27, "say"),
        ("playbook: mine", "- mine", None, ""),
    ],
)
def test_a_fault_names_its_line_and_the_likely_right_word(old, new, line, word):
    found = faults((old, new))
    if line is not None:
        assert [n for n, _ in found] == [line]
    assert word in found[0][1]


def test_steps_that_wait_for_each_other_are_refused():
    found = faults(("after: inbound", "after: rest"))
    assert [line for line, _ in found] == [19, 32]


def test_all_faults_are_told_at_once():
    found = faults(
        ("kind: call", "kind: cal"), ("{threat: open}", "{threat: x}"), ("after: ring", "after: x")
    )
    assert [line for line, _ in found] == [15, 17, 32]


def test_a_playbook_is_read_back_as_the_logbook_keeps_it():
    playbook = read_playbook(GOOD, "mine.yaml")
    assert playbook_from_json(playbook_to_json(playbook)) == playbook


@pytest.mark.parametrize("text", ["", "x", "- a", "a: 1", "\x00", "steps: []", "playbook: {a: 1}"])
def test_what_is_no_playbook_is_refused(text):
    with pytest.raises(PlaybookFaultError):
        read_playbook(text, "x.yaml")

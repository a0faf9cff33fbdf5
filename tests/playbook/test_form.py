import pytest

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.playbook import Budget, Cooling, Repeat
from reviewlog.domain.time.durations import Duration
from reviewlog.playbook.language.form import read_playbook, read_whole
from reviewlog.playbook.language.wire import playbook_from_json, playbook_to_json
from reviewlog.playbook.rehearsing.examples import Given

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
        ("weight: must", "weight: should", 25, "must"),
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
        assert [n for n, *_ in found] == [line]
    assert word in found[0][2]


def test_steps_that_wait_for_each_other_are_refused():
    found = faults(("after: inbound", "after: rest"))
    assert [line for line, *_ in found] == [19, 32]


def test_all_faults_are_told_at_once():
    found = faults(
        ("kind: call", "kind: cal"), ("{threat: open}", "{threat: x}"), ("after: ring", "after: x")
    )
    assert [line for line, *_ in found] == [15, 17, 32]


def test_a_playbook_is_read_back_as_the_logbook_keeps_it():
    playbook = read_playbook(GOOD, "mine.yaml")
    assert playbook_from_json(playbook_to_json(playbook)) == playbook


@pytest.mark.parametrize("text", ["", "x", "- a", "a: 1", "\x00", "steps: []", "playbook: {a: 1}"])
def test_what_is_no_playbook_is_refused(text):
    with pytest.raises(PlaybookFaultError):
        read_playbook(text, "x.yaml")


WHOLE = (
    GOOD.replace(
        "budget:\n  unanswered: 2\n  gap: 4 days\n",
        """\
targets: {first_answer: 1 working day}
cooling: {after: [refused, declined], for: 3 days}
""",
    ).replace("within: 2 hours", "within: first_answer")
    + """\
    source: [T1, T2]
examples:
  - name: a call
    given:
      - {day: 0, entry: interaction, threat: open, quote: "their words"}
      - {day: 1, at: "15:30", entry: interaction, also: [pleased]}
      - {day: 2, entry: step, step: rest}
    expect: {ring: 0}
    first: ring
    never: [rest, use-complaint]
  - {name: nothing, given: [{day: 0, entry: note, also: shop}]}
"""
)


def faults_of(old, new):
    assert old in WHOLE
    with pytest.raises(PlaybookFaultError) as caught:
        read_playbook(WHOLE.replace(old, new, 1), "mine.yaml")
    return caught.value.faults


def test_targets_cooling_and_sources_are_read_and_kept():
    playbook = read_playbook(WHOLE, "mine.yaml")
    assert playbook.first_answer == playbook.steps[0].within == Duration(1, "working day")
    assert playbook.cooling == Cooling(("refused", "declined"), Duration(3, "day"))
    assert playbook.budget == Budget(2, Duration(4, "day"))
    assert playbook.sources == {"T": "A text"}
    assert playbook_from_json(playbook_to_json(playbook)) == playbook


def test_examples_are_read_as_written():
    first, second = read_whole(WHOLE, "mine.yaml").examples
    assert (first.name, first.expect, first.first) == ("a call", {"ring": 0}, "ring")
    assert first.never == ("rest", "use-complaint")
    assert first.given[1] == Given(1, "15:30", "interaction", {"also": ("pleased",)})
    assert first.given[2] == Given(2, "10:00", "step", {"step": "rest"})
    assert second.given[0].fields == {"also": ("shop",)}
    assert WHOLE.splitlines()[first.line - 1] == "  - name: a call"


@pytest.mark.parametrize(
    ("old", "new", "wrong", "said"),
    [
        ("targets: {first", "targtes: {first", "targtes", "Did you mean “targets”?"),
        ("{first_answer:", "{first_anwser:", "first_anwser", "Did you mean “first_answer”?"),
        ("within: first_answer", "within: first_anwser", "first_anwser", "Did you mean “first_answer”?"),
        ("targets: {first_answer: 1 working day}\n", "", "first_answer", "not among the targets"),
        ("after: [refused", "after: [refusd", "refusd", "Did you mean “refused”?"),
        (", for: 3 days", ", four: 3 days", "four", "Did you mean “for”?"),
        ("repeat: {every: 2 days, at_most: 3}", "repeat: {every: 2 days}", "repeat", "says how often at most"),
        ("[T1, T2]", "[T1, X2]", "X2", "no text is named “X”"),
        ("[T1, T2]", "[T1, t2]", "t2", "capital letter"),
        ("sources:\n  T: A", "sources:\n  t: A", "t: A", "cannot stand here as a key"),
        ('"Hello."', '"Dear {custmer}"', '"Dear', "“{custmer}” is no variable. Did you mean “customer”?"),
        ('"Hello."', '"Our lawyer will write."', '"Our', "No threat with lawyers"),
        ("direction: out", "sate: x", "sate", "not known of an entry of kind “interaction”"),
        ("entry: interaction, threat", "entry: interacton, threat", "interacton", "Did you mean “interaction”?"),
        ("threat: open, quote", "threat: opne, quote", "opne", "Did you mean “open”?"),
        ("threat: open, quote", "verdict: right, quote", "verdict", "not known of an entry"),
        ("also: [pleased]", "also: [plesed]", "plesed", "Did you mean “pleased”?"),
        ("step: rest}", "step: rset}", "rset", "Did you mean “rest”?"),
        (", step: rest}", "}", "{day: 2", "which one was ticked"),
        ("step: rest}", "step: rest, state: don}", "don}", "Did you mean “done”?"),
        ('at: "15:30"', 'at: "25:30"', '"25:30"', "time of day"),
        ('at: "15:30"', "at: 15:30", "15:30", "quotation marks"),
        ("day: 1", "day: one", "one", "a whole number"),
        ("day: 2", "day: 0", "0, entry: step", "in the order in which they happened"),
        ("{ring: 0}", "{rnig: 0}", "rnig", "Did you mean “ring”?"),
        ("first: ring", "first: rnig", "rnig", "Did you mean “ring”?"),
        ("[rest, use", "[rset, use", "rset", "Did you mean “rest”?"),
        ("name: nothing", "name: a call", "a call, given", "Another example has this name"),
        ("playbook: mine", "playbook: mime", "mime", "not the file's name"),
    ],
)  # fmt: skip
def test_a_fault_names_its_column_and_the_likely_right_word(old, new, wrong, said):
    found = faults_of(old, new)
    lines = WHOLE.replace(old, new, 1).splitlines()
    line, column = next((line, column) for line, column, text in found if said in text)
    assert lines[line - 1][column - 1 :].startswith(wrong)


def test_faults_of_every_sort_are_told_at_once():
    text = WHOLE.replace("kind: call", "kind: cal").replace("after: ring", "after: rnig")
    text = text.replace("Hello.", "{custmer}").replace("version: 1", "version: yes")
    text = text.replace("first: ring", "first: rnig").replace("use_when", "use_wen")
    with pytest.raises(PlaybookFaultError) as caught:
        read_playbook(text, "mine.yaml")
    told = "\n".join(text for *_, text in caught.value.faults)
    for wrong in ("cal", "rnig", "{custmer}", "yes", "use_wen"):
        assert f"“{wrong}”" in told
    assert told.count("“rnig”") == 2


def test_two_keys_that_are_missing_in_one_place_are_both_told():
    assert len(faults(("    kind: wait\n    why: You did it.\n", ""))) == 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("version: 1", "version: 1.2", "a whole number is expected"),
        ("{threat: open}", "{pleased: no}", "“no” is not known here. Known: said, unsaid."),
        (
            "weight: must",
            "must: true",
            "“must” is not a key that belongs here. Write “weight: must”.",
        ),
        ("title: Ring them.", "title: yes", "put it in quotation marks"),
        ("kind: call", "kind: phone", "Did you mean “call”?"),
        ("2 hours", "48h", "did you mean “48 hours”?"),
        ("2 hours", "2 workdays", "did you mean “2 working days”?"),
        ("2 hours", "1 business day", "did you mean “1 working day”?"),
        ("entry: interaction", "entry: call", "Did you mean “interaction”?"),
    ],
)
def test_what_people_write_is_told_with_what_they_mean(old, new, said):
    told = "\n".join(text for *_, text in faults((old, new)))
    assert said in told
    assert ("quotation marks" in told) == ("quotation marks" in said)


def test_an_id_beside_use_hides_no_other_fault():
    beside = "  - use: nowhere\n    id: mine\n  - id: rest"
    told = [text for *_, text in faults(("  - id: rest", beside), ("after: ring", "after: rnig"))]
    assert len(told) == 3
    assert any("keeps its own id" in text for text in told)
    assert any("“rnig”" in text for text in told)
    assert any("There is no playbook “nowhere”." in text for text in told)


@pytest.mark.parametrize(
    "text",
    ["a: &a x\nb: *a\n", "a: !mine x\n", "[" * 30 + "]" * 30, "a: x\n---\nb: y\n", "#" * 300_000],
    ids=["alias", "tag", "depth", "documents", "size"],
)
def test_a_text_that_is_refused_as_a_whole_has_one_fault(text):
    with pytest.raises(PlaybookFaultError) as caught:
        read_playbook(text, "mine.yaml")
    assert len(caught.value.faults) == 1

import pytest

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.time.durations import Duration
from reviewlog.playbook.language.form import read_again, read_playbook, read_whole

STEP = "  - {{id: {id}, title: {id}., kind: ask, why: So.{more}}}\n"


def a_text(name, *steps, head="", tail=""):
    return f"playbook: {name}\nversion: 1\ntitle: A title\n{head}steps:\n{''.join(steps)}{tail}"


def step(name, more=""):
    return STEP.format(id=name, more=f", {more}" if more else "")


PART = a_text(
    "part",
    step("first", "within: first_answer"),
    step("second", "after: first, when: {threat: open}"),
    head="sources: {P: A text of the part}\ntargets: {first_answer: 3 hours}\n",
)
LIBRARY = {"part": PART}


def faults(text, library=None):
    with pytest.raises(PlaybookFaultError) as caught:
        read_playbook(text, "mine.yaml", LIBRARY if library is None else library)
    return [tuple(fault) for fault in caught.value.faults]


def test_all_steps_of_a_playbook_take_the_place_of_its_name():
    text = a_text("mine", step("before"), "  - use: part\n", step("behind", "after: second"))
    playbook = read_playbook(text, "mine.yaml", LIBRARY)
    assert [s.id for s in playbook.steps] == ["before", "first", "second", "behind"]
    assert playbook.sources == {"P": "A text of the part"}


def test_one_step_may_be_taken_with_keys_changed():
    text = a_text(
        "mine", "  - {use: part/second, title: Mine., after: opened, when: {pleased: said}}\n"
    )
    (taken,) = read_playbook(text, "mine.yaml", LIBRARY).steps
    assert (taken.id, taken.title, taken.why) == ("second", "Mine.", "So.")
    assert (taken.after, taken.when) == ("opened", {"pleased": ("said",)})


def test_a_step_keeps_the_target_it_was_written_with_unless_there_is_one_here():
    uses = "  - use: part/first\n"
    (taken,) = read_playbook(a_text("mine", uses), "mine.yaml", LIBRARY).steps
    assert taken.within == Duration(3, "hour")
    own = a_text("mine", uses, head="targets: {first_answer: 2 days}\n")
    assert read_playbook(own, "mine.yaml", LIBRARY).steps[0].within == Duration(2, "day")


def test_playbooks_use_others_that_use_others():
    library = LIBRARY | {"middle": a_text("middle", "  - use: part\n")}
    whole = read_whole(a_text("mine", "  - use: middle/first\n"), "mine.yaml", library)
    assert [s.id for s in whole.playbook.steps] == ["first"]
    assert whole.parts == library


def test_the_digest_changes_with_the_text_of_what_is_used():
    text = a_text("mine", "  - use: part\n")
    other = {"part": PART.replace("So.", "So it is.")}
    one = read_playbook(text, "mine.yaml", LIBRARY)
    assert one.digest != read_playbook(text, "mine.yaml", other).digest
    assert one.digest == read_playbook(text, "mine.yaml", LIBRARY | {"unused": "x"}).digest
    assert len(one.digest) == 64


def test_a_playbook_is_read_again_from_what_the_log_keeps():
    text = a_text("mine", step("own"), "  - use: part/second\n").replace("id: own", "id: first")
    whole = read_whole(text, "mine.yaml", LIBRARY)
    assert read_again(text, "log:12", whole.parts) == whole.playbook


def test_what_was_good_once_is_read_again_though_advice_to_writers_got_stricter():
    text = a_text("mine", step("own", "say: ['{custmer}']"))
    assert faults(text)
    assert read_again(text, "log:12").steps[0].say == ("{custmer}",)
    with pytest.raises(PlaybookFaultError):
        read_again(a_text("mine", "  - use: gone\n"), "log:12")
    with pytest.raises(PlaybookFaultError):
        read_again("playbook: x", "log:12")


@pytest.mark.parametrize(
    ("line", "wrong", "said"),
    [
        ("use: prat", "prat", "There is no playbook “prat”. Did you mean “part”?"),
        ("use: part/frist", "part/", "“part” has no step “frist”. Did you mean “first”?"),
        (
            "use: part, title: Mine.",
            "part,",
            "Only a single step can be changed: write “part/first”.",
        ),
        ("use: mine", "mine", "“mine” and “mine” use each other in a circle."),
        ("use: bad", "bad", "“bad” has faults of its own; check that file."),
        ("use: part/second", "part/", "comes after “first”, which is not in this playbook"),
        ("use: part/first, id: other", "id:", "A step that is used keeps its own id"),
        ("use: part/first, titel: Mine.", "titel", "Did you mean “title”?"),
        ("use: part/first, within: soon", "soon", "“soon” is no duration"),
        ("use: part/first, when: {thread: open}", "thread", "Did you mean “threat”?"),
        ("use: part/first, after: inbond", "inbond", "Did you mean “inbound”?"),
        ("use: part/first, source: [X1]", "X1", "no text is named “X”"),
        ("use: part/first, say: ['{custmer}']", "'{custmer", "Did you mean “customer”?"),
        ("use: part/first, done_by: {entry: replay}", "replay", "Did you mean “reply”?"),
    ],
)
def test_a_fault_is_told_where_the_step_is_used(line, wrong, said):
    entry = f"  - {{{line}}}\n" if "," in line else f"  - {line}\n"
    library = LIBRARY | {"bad": a_text("bad", step("x", "weight: perhaps"))}
    (found,) = faults(a_text("mine", entry), library)
    assert found[:2] == (5, entry.index(wrong) + 1)
    assert said in found[2]


def test_a_step_that_is_there_already_is_a_fault():
    assert faults(a_text("mine", step("first"), "  - use: part\n")) == [
        (6, 10, "The step “first” stands here twice.")
    ]


def test_circles_through_others_are_refused():
    library = {"mine": "", "part": a_text("part", "  - use: far\n")}
    library["far"] = a_text("far", "  - use: mine\n")
    (found,) = faults(a_text("mine", "  - use: part\n"), library)
    assert "circle" in found[2]


def test_a_file_with_another_name_than_its_id_is_no_way_around_the_circle():
    library = {"file": a_text("other", "  - use: file\n")}
    (found,) = faults(a_text("mine", "  - use: file\n"), library)
    assert "circle" in found[2]


def test_uses_that_explode_are_refused_quickly():
    library = {"p0": a_text("p0", *[step(f"s{i}") for i in range(20)])}
    for n in range(1, 30):
        library[f"p{n}"] = a_text(f"p{n}", *[f"  - use: p{n - 1}\n"] * 50)
    found = faults(a_text("mine", "  - use: p29\n"), library)
    assert "faults of its own" in found[0][2]
    found = faults(library["p1"].replace("p1", "mine"), library)
    assert any("more than 200 steps" in text for *_, text in found)

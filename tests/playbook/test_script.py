"""Scripts of simulations: what an owner writes, and what a playbook is for."""

import pytest

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.facts.conditions import fact_words
from reviewlog.playbook.rehearsing.script import opening_of, read_script
from reviewlog.playbook.rehearsing.stage import Stage
from tests.builders import a_playbook, a_step

PLAYBOOK = a_playbook(a_step(id="think"))


def test_a_script_is_a_list_of_entries():
    told = read_script('- {day: 0, entry: interaction}\n- {day: 2, at: "15:30", entry: step, step: think}\n',
                       "s.yaml", PLAYBOOK)  # fmt: skip
    assert [(given.day, given.at, given.kind) for given in told] == [
        (0, "10:00", "interaction"), (2, "15:30", "step"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("- {day: 0, entry: interaktion}", 1, "interaction"),
        ("- {day: 0, entry: interaction}\n- {day: 1, entry: interaction, verdict: right}", 2, "verdict"),
        ("- {day: 0, entry: step, step: thnk}", 1, "think"),
        ("- {entry: interaction}", 1, "day"),
        ("given: []", 1, "list"),
        ("- {day: 0, entry: interaction", 2, "expected"),
    ],
)  # fmt: skip
def test_a_fault_of_a_script_names_its_line(text, line, said):
    with pytest.raises(PlaybookFaultError) as refused:
        read_script(text, "s.yaml", PLAYBOOK)
    fault = refused.value.faults[0]
    assert fault[0] == line
    assert said in fault[2]


@pytest.mark.parametrize(
    "use_when",
    [
        {},
        {"review": ("none",)},
        {"threat": ("open", "veiled"), "review": ("none",)},
        {"review": ("up", "changed")},
        {"review": ("changed",)},
        {"reviews": ("several",), "demand": ("open",)},
        {"verdict": ("extortion",)},
        {"customer": ("unknown",), "threat": ("open",)},
        {"offer": ("accepted",)},
        {"talk": ("public",)},
        {"pleased": ("said",), "quote": ("kept",)},
        {"cooling": ("set",)},
        {"reply": ("missing",)},
        {"threat": ("unasked",), "customer": ("known",)},
    ],
    ids=str,
)
def test_the_opening_makes_a_playbook_fit(use_when):
    stage = Stage(a_playbook(use_when=use_when))
    for given in opening_of(stage.playbook):
        stage.tell(given)
    words = fact_words(stage.facts, budget_used=False)
    for name, allowed in use_when.items():
        assert words[name] in allowed, name

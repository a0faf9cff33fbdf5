"""The table of all steps, however long their names and narrow the screen."""

import pytest

from reviewlog.domain.agenda.explain import explain
from reviewlog.logbook.acting.background import Background
from reviewlog.logbook.acting.reasons import Reasons
from reviewlog.logbook.receipt import View
from reviewlog.render.playbooks.why import why_text
from tests.builders import LONDON, a_call, a_playbook, a_step, at, facts_of, in_order

ROW = {"number": 1, "customer": "Dana", "nick": None, "shop": 0}


@pytest.mark.parametrize("width", [40, 80, 100])
@pytest.mark.parametrize("name", ["ring", "a-step-with-a-name-that-never-seems-to-come-to-its-end"])
def test_names_and_states_never_run_together(name, width):
    playbook = a_playbook(a_step(id="b"), a_step(id=name, after="thank"))
    facts = facts_of(*in_order(a_call()))
    accounts = explain(playbook, facts, LONDON)
    view = View(ROW, facts, (), (), ())
    told = Reasons(view, Background(playbook), accounts, (), False, LONDON)
    table = why_text(told, at(), width).partition("All steps\n")[2].splitlines()
    named = next(line for line in table if name in line)
    assert named.removeprefix(f"  {name}")[:1] in ("", " ")
    assert all(len(line) <= width for line in table if name not in line)

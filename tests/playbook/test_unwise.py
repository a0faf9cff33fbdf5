"""Each rule about unwise playbooks: a file that trips it, and a near miss that does not."""

from datetime import date

import pytest

from reviewlog.domain.sites import SiteRule
from reviewlog.playbook.checking import Source, around, check
from reviewlog.playbook.shelf import shipped_texts
from reviewlog.playbook.unwise import RULES, explained

HEAD = "playbook: mine\nversion: 1\ntitle: Mine\n"
PART = (
    "playbook: part\nversion: 1\ntitle: Part\nsources: {P: A text}\nsteps:\n"
    "  - {id: x, title: X., kind: ask, why: So., within: 1 day}\n"
)
ENDING = "  - {id: end, title: End., kind: close, why: So., within: 1 day}\n"
OFFERED = "use_when: {review: up}\n"


def rules(steps, head="", tail="", today=date(2026, 11, 21), verbs=("log",)):
    """Return the rules that a file trips, without what only examples could mend."""
    text = f"{HEAD}{head}steps:\n{steps}{tail}"
    library = {"mine": text, "part": PART}
    sites = {"google": SiteRule("allowed", "allowed", "unknown", "2026-01")}
    checked = check(Source("mine.yaml", text), library, around(library, today, sites, verbs))
    assert checked.faults == ()
    found = {remark.rule for remark in checked.remarks}
    return found if tail else found - {"untested"}


def step(keys, kind="ask", name="one"):
    within = "" if "within" in keys else ", within: 1 day"
    return f"  - {{id: {name}, title: A title., kind: {kind}, why: So., {keys}{within}}}\n"


CASES = [
    ("unreachable", step("when: {threat: open}, unless: {threat: [open, veiled]}"),
     step("when: {threat: [open, veiled]}, unless: {threat: open}")),
    ("unreachable", step("when: {pleased: unsaid}, after: pleased"),
     step("when: {pleased: said}, after: pleased")),
    ("unreachable", step("when: {demand: none}, after: demand"),
     step("when: {demand: open}, after: demand")),
    ("barred", step("when: {budget: used}", "write"), step("when: {budget: used}", "decide")),
    ("barred", step("when: {threat: harm}", "call"), step("when: {threat: open}", "call")),
    ("barred", step("when: {verdict: extortion, offer: none}", "attempt"),
     step("when: {verdict: extortion, offer: accepted}", "attempt")),
    ("early-request", step("after: delivered, when: {pleased: said}", "request"),
     step("when: {offer: delivered, pleased: said}", "request")),
    ("early-request", step("after: opened", "request"),
     step("when: {inviting: allowed}", "request")),
    ("unfulfilled", step("weight: must, done_by: {entry: anchor}", "collect"),
     step("weight: must, done_by: {entry: evidence}", "collect")),
    ("unfulfilled", step("weight: must, done_by: {entry: interaction, direction: in}", "write"),
     step("weight: must, done_by: {entry: interaction, direction: out}", "write")),
    ("unfulfilled", step("weight: must", "wait"), step("weight: may", "wait")),
    ("undated", "  - {id: one, title: A., kind: ask, why: So.}\n", step("within: 0 days")),
    ("endless-wait", "  - {id: one, title: A., kind: wait, why: So.}\n", step("within: 4 days", "wait")),
    ("due-too-early", step("not_before: 3 days, within: 2 days"),
     step("not_before: 2 days, within: 2 days")),
    ("due-too-early", step("within: 5 days, latest: 3 days"), step("within: 5 days, latest: 5 days")),
    ("due-too-early", step("not_before: 5 hours, within: 4 hours"),
     step("not_before: 4 hours, within: 0 days")),
    ("lasting-must", step("weight: must, latest: 9 days"), step("weight: may, latest: 9 days")),
    ("over-budget",
     step("after: unanswered, not_before: 4 days, within: 9 days", "write")
     + step("after: unanswered, not_before: 8 days, within: 9 days", "call", "two"),
     step("after: unanswered, not_before: 4 days, within: 9 days, when: {threat: open}", "write")
     + step("after: unanswered, not_before: 8 days, within: 9 days, when: {threat: none}", "call", "two")),
    ("over-budget", step("after: offered, repeat: {every: 9 days, at_most: 3}", "call"),
     step("after: offered, repeat: {every: 9 days, at_most: 2}", "call")),
    ("small-gap", step("after: unanswered, not_before: 3 days, within: 9 days", "write"),
     step("after: unanswered, not_before: 4 days, within: 9 days", "write")),
    ("small-gap", step("after: offered, repeat: {every: 3 days, at_most: 2}", "call"),
     step("after: offered, repeat: {every: 3 days, at_most: 2}", "watch")),
    ("unknown-verb", step("say: ['reviewlog lgo it']"), step("say: ['reviewlog log it', 'lgo it']")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "trips", "passes"), CASES)
def test_a_rule_is_tripped_and_nearly_missed(rule, trips, passes):
    assert rule in rules(trips)
    assert rule not in rules(passes)


def test_a_step_behind_one_that_never_comes_up_never_comes_up():
    dead = step("when: {threat: open}, unless: {threat: open}") + step("after: one", name="two")
    text = f"{HEAD}steps:\n{dead}"
    checked = check(Source("mine.yaml", text), {}, around({}, date(2026, 11, 21), {}, ()))
    assert [r.line for r in checked.remarks if r.rule == "unreachable"] == [5, 6]


def test_what_is_offered_needs_an_end():
    assert "dead-end" in rules(step("within: 1 day"), OFFERED)
    assert "dead-end" not in rules(step("within: 1 day") + ENDING, OFFERED)
    assert "dead-end" not in rules(step("within: 1 day"))
    handed = step("say: ['reviewlog playbook use {incident} walk-away']")
    assert "dead-end" not in rules(handed, OFFERED)


def test_each_answer_that_must_be_given_leads_to_an_end():
    decide = step("weight: must, done_by: {entry: assessment}", "assess")
    closing = ENDING.replace("kind: close", "kind: close, when: {verdict: right}")
    assert "dead-end" in rules(decide + closing, OFFERED)
    others = (
        "use_when: {review: up}\nnot_when: {verdict: [partly, mistaken, unfounded, extortion]}\n"
    )
    assert "dead-end" not in rules(decide + closing, others)


def test_a_step_that_no_example_expects_is_untested():
    told = "examples:\n  - {name: A, given: [{day: 0, entry: interaction}], expect: {one: 0}}\n"
    assert "untested" in rules(step("within: 1 day") + step("within: 1 day", name="two"), tail=told)
    assert "untested" not in rules(step("within: 1 day"), tail=told)
    assert "untested" not in rules(step("within: 1 day") + "  - use: part\n", tail=told)


def test_an_offer_that_cannot_be_made_is_told():
    told = "examples:\n  - {name: A, given: [{day: 0, entry: interaction}], never: [use-NAME]}\n"
    assert "unknown-offer" in rules(step("within: 1 day"), tail=told.replace("NAME", "prat"))
    assert "unknown-offer" not in rules(step("within: 1 day"), tail=told.replace("NAME", "part"))


def test_a_letter_names_one_text():
    uses = "  - use: part\n"
    assert "two-texts" in rules(uses, "sources: {P: Another text}\n")
    assert "two-texts" not in rules(uses, "sources: {P: A text}\n")


def test_site_facts_that_nobody_looked_up_for_a_year_are_stale():
    asks = step("when: {asking: allowed}")
    assert "stale-sites" not in rules(asks, today=date(2027, 1, 31))
    assert "stale-sites" in rules(asks, today=date(2027, 2, 1))
    assert "stale-sites" not in rules(step("when: {threat: open}"), today=date(2030, 1, 1))


ADVICE = around(shipped_texts(), date(2026, 11, 21), {}, ()).titles


def test_a_piece_of_advice_that_the_named_text_does_not_hold_is_told():
    head = f"sources: {{T: {ADVICE['T']}, B: {ADVICE['B']}}}\n"
    for source in ("T10", "T0", "B99"):
        assert "unknown-source" in rules(step(f"source: [{source}]"), head)
    for source in ("T9", "T1", "T", "B10"):
        assert "unknown-source" not in rules(step(f"source: [{source}]"), head)
    other = "sources: {T: A text of my own}\n"
    assert "unknown-source" not in rules(step("source: [T10]"), other)


def test_a_line_in_curly_quotes_that_a_comma_cut_is_told():
    assert "odd-quotes" in rules(step("say: [“Hello, Dana.”, “How are you?”]"))
    assert "odd-quotes" not in rules(step("say: [“Hello.”, “How are you?”]"))
    assert "odd-quotes" not in rules(step('say: ["“Hello, Dana.”", “How are you?”]'))


def test_every_rule_is_explained_and_tested():
    tried = {rule for rule, *_ in CASES} | {
        "dead-end", "untested", "unknown-offer", "two-texts", "stale-sites",
        "odd-quotes", "unknown-source",
    }  # fmt: skip
    assert tried == RULES.keys()
    assert all(len(text) > 40 for text in explained().values())


def test_the_place_is_that_of_the_key():
    text = f"{HEAD}steps:\n  - id: one\n    title: A.\n    kind: ask\n    why: So.\n    latest: 1 day\n    within: 3 days\n"
    checked = check(Source("mine.yaml", text), {}, around({}, date(2026, 11, 21), {}, ()))
    assert [(r.line, r.column) for r in checked.remarks if r.rule == "due-too-early"] == [(9, 13)]


def test_the_shipped_playbooks_are_without_fault():
    texts = shipped_texts()
    surroundings = around(texts, date(2026, 11, 21), {}, ())
    for name, text in texts.items():
        checked = check(Source(f"{name}.yaml", text), texts, surroundings)
        assert (checked.faults, checked.remarks) == ((), ())

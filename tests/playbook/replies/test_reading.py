"""What a file of rules says is read in full."""

import pytest

from reviewlog.domain.reply.rules import Example, Rule, Tongue, Wording
from reviewlog.playbook.replies.making import Origin, ruleset_of, trials_of
from reviewlog.playbook.replies.reading import read_own
from reviewlog.playbook.replies.wire import Ruleset

BUT = Rule(
    "but",
    "A but.",
    "It takes it back.",
    "warn",
    ("D4",),
    wordings=(Wording("en", ("but",), (), {"dates": ("however",)}),),
)
LEGAL = Rule("legal-threat", "A threat.", "It frightens.", "stop", ("D4",), never="legal-threat")
LENGTH = Rule("length", "Too long.", "Nobody reads it.", "warn", ("D4",), check="length", most=150)
SHIPPED = (BUT, LEGAL, LENGTH)
TEXT = """\
language: de
rules:
  - id: neighbour
    title: It is about the bakery next door.
    level: stop
    source: [our own rule, N6]
    why: They are customers of ours.
    instead: Leave them out.
    media: [public]
    verdicts: right
    trade: other
    phrases: [bakery, the shop next door]
    unless: [our bakery]
    bad: [Go to the bakery., {text: The shop next door is worse., marks: shop next door}]
    good: [Our bakery was closed., {text: No bread., given: {medium: public, may_ask: "yes"}}]
translates:
  - rule: but
    title: Ein aber.
    phrases: [aber]
    lists: {dates: [jedoch]}
    bad: [Leider aber.]
    good: [Ja.]
soften:
  - {rule: length, level: note, because: Our stories are long.}
"""


def read(text, shipped=SHIPPED, **others):
    """Return what is read of a file of the owner's called mine, others beside it."""
    reads = read_own({"mine": text, **others}, shipped)
    return next(one for one in reads if one.name == "mine")


def rules_of(text, shipped=SHIPPED):
    form = read(text, shipped).form
    assert form is not None
    return {r.id: r for r in ruleset_of(Ruleset(shipped), [Origin("mine.yaml", form)]).rules}


def test_a_rule_of_ones_own_is_read_in_full():
    rule = rules_of(TEXT)["neighbour"]
    assert rule == Rule(
        id="neighbour",
        title="It is about the bakery next door.",
        why="They are customers of ours.",
        level="stop",
        source=("our own rule", "N6"),
        media=("public",),
        instead="Leave them out.",
        verdicts=("right",),
        strict=False,
        wordings=(Wording("de", ("bakery", "the shop next door"), ("our bakery",), is_own=True),),
        origin="mine.yaml",
    )


def test_a_translation_adds_words_and_leaves_the_others_alone():
    rule = rules_of(TEXT)["but"]
    said = Wording("de", ("aber",), (), {"dates": ("jedoch",)}, "Ein aber.", is_own=True)
    assert rule.wordings == (*BUT.wordings, said)
    assert rule._replace(wordings=BUT.wordings) == BUT
    assert rule.told_in("de").title == "Ein aber."
    assert rule.told_in("de").why == BUT.why
    assert rule.told_in("en") == rule


def test_another_level_keeps_the_reason_and_the_level_before():
    rule = rules_of(TEXT)["length"]
    assert (rule.level, rule.softened) == ("note", "Our stories are long.")
    assert (rule.shipped_level, rule.origin) == ("warn", "shipped")


@pytest.mark.parametrize("level", ["off", "stop"])
def test_a_rule_may_be_switched_off_or_made_heavier(level):
    assert rules_of(TEXT.replace("level: note", f"level: {level}"))["length"].level == level


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('may_ask: "yes"', "may_ask: yes"),
        ("trade: other", "forbidden_as: offers\n    only_forbidden: no"),
    ],
)
def test_a_plain_yes_or_no_needs_no_quotation_marks_where_nothing_else_may_stand(old, new):
    assert read(TEXT.replace(old, new)).faults == ()


def test_the_texts_that_try_a_rule_carry_how_things_stand():
    form = read(TEXT).form
    assert form is not None
    own, translated = trials_of([Origin("mine.yaml", form)])
    german = {"language": "de"}
    assert own.bad == (
        Example("Go to the bakery.", (), german),
        Example("The shop next door is worse.", ("shop next door",), german),
    )
    assert own.good[1].given == {"language": "de", "medium": "public", "may_ask": True}
    assert (translated.rule, translated.language, translated.origin) == ("but", "de", "mine.yaml")


def test_a_language_is_told_of_by_its_frequent_words():
    words = [f"w{n}" for n in range(20)]
    form = read(f"language: gd\nname: Gaelic\ncommon: [{', '.join(words)}]\n").form
    assert form is not None
    tongues = ruleset_of(Ruleset(()), [Origin("mine.yaml", form)]).tongues
    assert tongues == (Tongue("gd", "Gaelic", tuple(words)),)

"""What the logbook keeps of the rules comes back as it was."""

from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.reply.checks import CHECKS
from reviewlog.domain.reply.parts import PARTS, Part
from reviewlog.domain.reply.rules import LEVELS, MEDIA, OFF, Rule, Tongue, Wording
from reviewlog.playbook.replies.shelf import shipped_ruleset
from reviewlog.playbook.replies.wire import Ruleset, ruleset_from_json, ruleset_to_json

WORDS = st.text(max_size=8)
SEVERAL = st.lists(WORDS, max_size=3).map(tuple)
MANY = st.lists(st.sampled_from(MEDIA), max_size=3, unique=True).map(tuple)
WORDINGS = st.builds(
    Wording, WORDS, SEVERAL, SEVERAL, st.dictionaries(WORDS, SEVERAL, max_size=2),
    WORDS, WORDS, WORDS, st.booleans(),
)  # fmt: skip
RULES = st.builds(
    Rule,
    id=WORDS,
    title=WORDS,
    why=WORDS,
    level=st.sampled_from((*LEVELS, OFF)),
    source=SEVERAL,
    media=MANY,
    instead=WORDS,
    check=st.sampled_from(CHECKS),
    most=st.none() | st.integers(1, 99),
    verdicts=SEVERAL,
    strict=st.none() | st.booleans(),
    forbidden_as=SEVERAL,
    only_forbidden=st.booleans(),
    never=WORDS,
    wordings=st.lists(WORDINGS, max_size=2).map(tuple),
    origin=WORDS,
    softened=WORDS,
    shipped_level=WORDS,
)
TONGUES = st.builds(Tongue, WORDS, WORDS, SEVERAL)
DRAFT_PARTS = st.builds(
    Part, st.sampled_from(PARTS), WORDS, SEVERAL, MANY, SEVERAL, st.none() | st.booleans(), WORDS
)


@given(
    st.lists(RULES, max_size=3), st.lists(TONGUES, max_size=2), st.lists(DRAFT_PARTS, max_size=2)
)
def test_rules_come_back_as_they_were(rules, tongues, parts):
    ruleset = Ruleset(tuple(rules), tuple(tongues), tuple(parts))
    assert ruleset_from_json(ruleset_to_json(ruleset)) == ruleset


def test_every_field_of_a_rule_is_tried():
    assert len(Rule._fields) == 18
    assert len(Wording._fields) == 8
    assert len(Part._fields) == 7


def test_the_shipped_rules_come_back_as_they_were():
    assert ruleset_from_json(ruleset_to_json(shipped_ruleset())) == shipped_ruleset()

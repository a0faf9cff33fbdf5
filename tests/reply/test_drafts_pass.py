"""Whatever wording is taken: a draft of sensible values passes every rule that is shipped."""

import pytest

from reviewlog.domain.reply.parts import CONTACT, Situation
from reviewlog.domain.reply.rules import MEDIA, PUBLIC
from reviewlog.domain.site import Forbidden, Reply
from reviewlog.domain.sitewords import FORBIDDEN
from reviewlog.playbook.replies.shelf import shipped_ruleset
from reviewlog.reply.case import Case, Voice
from reviewlog.reply.check import check
from reviewlog.reply.drafting import compose, values_of
from reviewlog.reply.variants import usable
from tests.reply.drafts import ANN, PARTS, SITUATIONS, values_for

RULES = shipped_ruleset().rules
REVIEW = "Ordered a lemon cake for noon. It came at five, dry as dust, and the driver was rude."
STERN = Reply(forbids=tuple(Forbidden(word) for word in FORBIDDEN))
"""A site that forbids all that any site does."""
MOST = 3
"""Wordings of a part that say the same."""
ONE_WAY = ANN._replace(phone="")
NO_WAY = ANN._replace(phone="", email="")
HERE = [situation for situation in SITUATIONS if situation.has_delivered]
NAMES = [f"{s.medium}-{s.verdict}-strict{s.strict:d}-contact{s.may_give_contact:d}" for s in HERE]
TRADES = {
    "hotel": (
        Voice("Tom Baker", "manager", "Best wishes", "We look after guests as if at home", "", ""),
        "Two nights without hot water on the second floor, and nobody offered us another room.",
        {
            "case": "The room on the second floor had no hot water for two nights",
            "did": "The boiler was replaced on Monday",
            "fact": "The room was booked without breakfast",
            "offer": "Please be our guest for a night in any month",
            "business": "Harbour Hotel",
            "door": "at the desk, until eleven at night",
        },
    ),
    "plumber": (
        Voice("Priya Shah", email="priya@shah.example"),
        "Plumber came two days late, left mud all over the hall and charged twice for one part.",
        {
            "case": "We came two days late and left mud on the floor of your hall",
            "did": "The hall was cleaned on Thursday, and the invoice was corrected",
            "fact": "The invoice has one pump on it, not two",
            "offer": "I would like to repaint the skirting board at our cost",
        },
    ),
}


def test_each_part_has_so_many_wordings_that_say_the_same():
    assert max(len(usable(part.variants, values_for(HERE[0]))) for part in PARTS) == MOST


def case_of(situation, voice):
    site, nick = ("Google", "Cake Lover") if situation.medium == PUBLIC else ("", "")
    return Case(
        rules=RULES,
        medium=situation.medium,
        verdict=situation.verdict,
        strict=situation.strict,
        reply=Reply() if situation.may_give_contact else STERN,
        reviews=(REVIEW,),
        known=("The cake came late.",),
        customers=("Dana Smith",),
        numbers=("07700 900123",),
        voice=voice,
        ours=("Cakes and More", voice.name),
        countries=("GB",),
        site=site,
        nick=nick,
    )


def only(number, values):
    """Return the parts with one wording each, of those that can be used."""
    return tuple(
        part._replace(variants=(variants[number % len(variants)],))
        for part in PARTS
        if (variants := usable(part.variants, values))
    )


def without_contact(values):
    return {name: text for name, text in values.items() if name not in CONTACT}


def told(checked, text):
    return [
        (f.rule.id, f.level, f.said, *(text[span.start : span.end] for span in f.spans))
        for f in checked.findings
    ]


@pytest.mark.parametrize("situation", HERE, ids=NAMES)
def test_every_draft_passes_the_rules(situation):
    for voice, way in (
        (ANN, {}),
        (ONE_WAY, {}),
        (NO_WAY, {"door": "at the counter, any day from nine"}),
    ):
        values = values_of(voice, {**values_for(situation), **voice._asdict(), **way})
        found = {}
        for number in range(MOST):
            here = values if situation.may_give_contact else without_contact(values)
            text = compose(only(number, here), situation, values)
            checked = check(text, case_of(situation, voice))
            if checked.findings:
                found[text] = told(checked, text)
        assert not found


@pytest.mark.parametrize("trade", TRADES)
@pytest.mark.parametrize("verdict", ["right", "partly", "mistaken"])
@pytest.mark.parametrize("medium", MEDIA)
def test_drafts_of_other_trades_pass_too(trade, verdict, medium):
    voice, review, said = TRADES[trade]
    situation = Situation(medium, verdict, has_delivered=True)
    values = values_of(voice, said)
    case = case_of(situation, voice)._replace(reviews=(review,), known=(), customers=())
    for number in range(MOST):
        text = compose(only(number, values), situation, values)
        assert told(check(text, case), text) == []

"""Drafts in another language are one file away too."""

from pathlib import Path

import pytest

from reviewlog.domain.reply.parts import Situation
from reviewlog.playbook.replies.shelf import reply_shelf
from reviewlog.reply.case import Case, Voice
from reviewlog.reply.check import check
from reviewlog.reply.drafting import compose, needed, situation_of, values_of

GERMAN = Path(__file__).with_name("de.yaml").read_text()
REVIEW = "Die Zitronentorte war für zwölf Uhr bestellt, kam erst um fünf und war trocken."
CASE = "Die Torte war für zwölf Uhr versprochen und kam um fünf"
RUTH = Voice(name="Ruth Weber", phone="030 901820", sign_off="Herzliche Grüße")


@pytest.fixture
def ruleset(tmp_path):
    (tmp_path / "replies").mkdir()
    (tmp_path / "replies" / "de.yaml").write_text(GERMAN)
    return reply_shelf(tmp_path).ruleset


def test_a_german_review_gets_a_german_draft(ruleset):
    case = Case(
        ruleset.rules,
        verdict="right",
        reviews=(REVIEW,),
        voice=RUTH,
        countries=("DE",),
        tongues=ruleset.tongues,
    )
    situation = situation_of(case, ruleset.parts, "de")
    assert situation == Situation(verdict="right", language="de")
    values = values_of(RUTH, {"case": CASE})
    text = compose(ruleset.parts, situation, values)
    assert "Das war unser Fehler." in text
    assert text.endswith("Herzliche Grüße\nRuth Weber")
    checked = check(text, case)
    assert checked.language == "de"
    assert not checked.findings


def test_what_is_missing_is_asked_for_there_too(ruleset):
    asked = needed(ruleset.parts, Situation(verdict="right", language="de"), {})
    assert [one.name for one in asked] == ["case", "name", "door"]

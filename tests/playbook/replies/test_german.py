"""Another language is one file away: German rules out of the owner's own folder."""

from pathlib import Path

import pytest

from reviewlog.playbook.replies.shelf import reply_shelf, shipped_ruleset
from reviewlog.reply.case import Case
from reviewlog.reply.check import check

GERMAN = Path(__file__).with_name("de.yaml").read_text()
FURIOUS = (
    "Es tut uns leid, dass Sie das so empfinden, aber Sie hätten vorher anrufen müssen. Wir waren"
    " an dem Abend unterbesetzt. Nur ein Idiot schreibt so etwas, und das ist Betrug. Unser Anwalt"
    " wird sich bei Ihnen melden."
)
SOBER = (
    "Danke, dass Sie uns geschrieben haben. Es tut mir sehr leid, dass die Suppe kalt war und Sie"
    " vierzig Minuten gewartet haben. Das war unser Fehler. Rufen Sie mich bitte an, ich heiße"
    " Ruth Weber."
)
WORDED = {"but", "sorry-you-feel", "excuses", "blame", "insult", "legal-threat", "accusation"}


@pytest.fixture
def shelf(tmp_path):
    (tmp_path / "replies").mkdir()
    (tmp_path / "replies" / "de.yaml").write_text(GERMAN)
    return reply_shelf(tmp_path)


def case_of(ruleset, **known):
    return Case(ruleset.rules, tongues=ruleset.tongues, **{"verdict": "right", **known})


def found(text, case):
    """Return the words that each rule marks."""
    return {
        finding.rule.id: [text[start:end] for start, end in finding.spans]
        for finding in check(text, case).findings
    }


def test_the_file_has_no_faults(shelf):
    assert shelf.faults == ()


def test_a_furious_german_text_is_found_out(shelf):
    told = found(FURIOUS, case_of(shelf.ruleset))
    assert told.keys() >= WORDED
    assert told["but"] == ["aber"]
    assert told["legal-threat"] == ["Anwalt"]
    assert check(FURIOUS, case_of(shelf.ruleset)).language == "de"


def test_a_sober_german_text_is_left_alone_and_its_apology_is_seen(shelf):
    told = found(SOBER, case_of(shelf.ruleset))
    assert told.keys().isdisjoint({*WORDED, "template", "no-apology"})
    missing = found(SOBER.replace("Es tut mir sehr leid, dass die", "Ja, die"),
                    case_of(shelf.ruleset))  # fmt: skip
    assert "no-apology" in missing


def test_without_the_file_no_rule_knows_the_words(shelf):
    told = found(FURIOUS, case_of(shipped_ruleset()))
    assert told.keys().isdisjoint(WORDED)
    assert check(FURIOUS, case_of(shipped_ruleset())).unread
    assert not check(FURIOUS, case_of(shelf.ruleset)).unread


def test_english_texts_are_checked_as_before(shelf):
    english = "I am sorry about the wait, but it was a Saturday, and our lawyer will call you."
    assert found(english, case_of(shelf.ruleset)) == found(english, case_of(shipped_ruleset()))


def test_what_may_never_be_said_may_not_be_said_in_an_english_text_either(shelf):
    text = "Thank you for coming to us. Our Rechtsanwalt will be in touch with you about this."
    assert "legal-threat" in found(text, case_of(shelf.ruleset))
    assert "legal-threat" not in found(text, case_of(shipped_ruleset()))


def test_the_reasons_are_told_in_german(shelf):
    (but,) = (rule for rule in shelf.ruleset.rules if rule.id == "but")
    assert but.told_in("de").title.startswith("Ein „aber“")
    assert but.told_in("en") == but

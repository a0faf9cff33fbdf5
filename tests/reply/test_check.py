"""Which rules hold for a text, and what is told of it."""
# ruff: noqa: RUF001

from importlib import import_module

import pytest

from reviewlog.domain.reply.rules import Rule, Tongue, Wording
from reviewlog.domain.site import Forbidden, Reply
from reviewlog.reply.case import Case
from reviewlog.reply.check import CHECKS, check


def rule(name="but", *phrases, **more):
    said = phrases or ("but",)
    given = {"level": "warn", "source": ("D4",), "wordings": (Wording("en", said),), **more}
    return Rule(id=name, title="t", why="w", **given)


def found(text, *rules, **case):
    checked = check(text, Case(rules, **case))
    return [(one.level, one.rule.id) for one in checked.findings]


FORBIDS = Reply(forbids=(Forbidden("threats"), Forbidden("offers")))


def test_one_finding_marks_every_place_of_a_rule():
    text = "But no, bυt yes, b\u200but."
    checked = check(text, Case((rule(),)))
    (finding,) = checked.findings
    assert [text[one.start : one.end] for one in finding.spans] == ["But", "bυt", "b\u200but"]
    assert finding.level == "warn"
    assert not checked.passes
    assert not checked.unread


@pytest.mark.parametrize(
    ("more", "case"),
    [
        ({"level": "off"}, {}),
        ({"media": ("call",)}, {}),
        ({"media": ("public",)}, {"medium": "private"}),
        ({"verdicts": ("right", "partly")}, {"verdict": "mistaken"}),
        ({"strict": True}, {}),
        ({"strict": False}, {"strict": True}),
        ({"only_forbidden": True, "forbidden_as": ("threats",)}, {}),
        ({"only_forbidden": True, "forbidden_as": ("html",)}, {"reply": FORBIDS}),
        (
            {"only_forbidden": True, "forbidden_as": ("threats",)},
            {"reply": FORBIDS, "medium": "call"},
        ),
    ],
)
def test_a_rule_that_does_not_hold_here_finds_nothing(more, case):
    assert found("But no", rule(**more), **case) == []


@pytest.mark.parametrize(
    ("more", "case", "level"),
    [
        ({}, {}, "warn"),
        ({"media": ("call", "private")}, {"medium": "call"}, "warn"),
        ({"verdicts": ("right",)}, {"verdict": "right"}, "warn"),
        ({"strict": True}, {"strict": True}, "warn"),
        ({"forbidden_as": ("html", "threats")}, {"reply": FORBIDS}, "stop"),
        ({"forbidden_as": ("threats",)}, {"reply": FORBIDS, "medium": "private"}, "warn"),
        ({"forbidden_as": ("html",)}, {"reply": FORBIDS}, "warn"),
        ({"only_forbidden": True, "forbidden_as": ("threats",)}, {"reply": FORBIDS}, "stop"),
    ],
)
def test_a_rule_holds_at_its_level_or_at_that_of_the_site(more, case, level):
    assert found("But no", rule(**more), **case) == [(level, "but")]


def test_what_a_site_forbids_names_the_site():
    checked = check("But no", Case((rule(forbidden_as=("threats",)),), site="Yelp", reply=FORBIDS))
    (finding,) = checked.findings
    assert finding.forbidden == "threats"
    assert "Yelp" in finding.said


def test_the_heaviest_comes_first_then_the_place():
    rules = (
        rule("note", "one", level="note"),
        rule("late", "two"),
        rule("early", "one two"),
        rule("stop", "three", level="stop"),
        rule("gone", "help", check="lacks", level="stop"),
    )
    order = found("One two three", *rules)
    assert order == [
        ("stop", "stop"),
        ("stop", "gone"),
        ("warn", "early"),
        ("warn", "late"),
        ("note", "note"),
    ]


def test_notes_alone_let_a_text_pass():
    assert check("But no", Case((rule(level="note"),))).passes


def test_two_rules_may_mark_the_same_words_each_for_its_own_reason():
    assert found("But no", rule("one"), rule("other")) == [("warn", "one"), ("warn", "other")]


GERMAN = (
    "Das tut uns leid, aber wir haben nicht gewusst, dass es für Sie und die Kinder so schlimm war."
)


def test_only_the_words_of_the_language_of_the_text_are_looked_for():
    german = rule("but", wordings=(Wording("en", ("das",)), Wording("de", ("aber",))))
    checked = check(GERMAN, Case((german,)))
    assert checked.language == "de"
    assert [GERMAN[one.start : one.end] for one in checked.findings[0].spans] == ["aber"]


def test_a_language_without_rules_is_told_and_what_may_never_be_said_is_still_found():
    checked = check(
        GERMAN.replace("gewusst", "gewusst: we sue"),
        Case((rule(), rule("wall", "sue", never="wall"))),
    )
    assert checked.unread
    assert [one.rule.id for one in checked.findings] == ["wall"]


def test_a_language_of_an_own_file_is_known():
    tongue = Tongue("xx", "Own", ("blub", "blab", "blib", "bleb", "blob"))
    checked = check(
        "blub blab foo blib bleb blob bar blub blab", Case((rule(),), tongues=(tongue,))
    )
    assert (checked.language, checked.unread) == ("xx", True)


def test_a_disguise_does_not_hide_the_language():
    text = (
        "Wе аrе vеry sоrry thаt yоu hаd tо wаit аnd thаt thе sоup wаs соld, but wе dо nоt knоw why."
    )
    checked = check(text, Case((rule(),), first="de"))
    assert checked.language == "en"
    assert [one.rule.id for one in checked.findings] == ["but"]


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_is_there(name):
    module = import_module(f"reviewlog.reply.checks.{CHECKS[name]}")
    assert callable(getattr(module, name.replace("-", "_")))

"""Which rules hold for a text, and what is told of it."""
# ruff: noqa: RUF001

from importlib import import_module

import pytest

from reviewlog.domain.reply.rules import Rule, Tongue, Wording
from reviewlog.domain.site import OWN_PAGE, Forbidden, Known, Reply
from reviewlog.reply.case import Case, Voice
from reviewlog.reply.check import CHECKS, check


def rule(name="but", *phrases, **more):
    said = phrases or ("but",)
    given = {"level": "warn", "source": ("D4",), "wordings": (Wording("en", said),), **more}
    return Rule(id=name, title="t", why="w", **given)


def found(text, *rules, **case):
    checked = check(text, Case(rules, **case))
    return [(one.level, one.rule.id) for one in checked.findings]


SURE = Known(sure=OWN_PAGE)
FORBIDS = Reply(forbids=(Forbidden("threats", SURE), Forbidden("offers", SURE)))


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


@pytest.mark.parametrize("sure", ["second-hand", "memory", ""])
def test_what_others_say_of_a_site_makes_no_stop(sure):
    heard = Forbidden("threats", Known(sure=sure))
    case = Case((rule(forbidden_as=("threats",)),), site="Yelp", reply=Reply(forbids=(heard,)))
    (finding,) = check("But no", case).findings
    assert (finding.level, finding.forbidden, finding.said) == ("warn", "", "Yelp may refuse it.")
    own = Forbidden("threats", SURE)
    case = case._replace(reply=Reply(forbids=(heard, own)))
    assert [one.level for one in check("But no", case).findings] == ["stop"]


def test_what_only_a_site_forbids_holds_on_hearsay_too():
    heard = Reply(forbids=(Forbidden("html", Known(sure="memory")),))
    html = rule(only_forbidden=True, forbidden_as=("html",))
    assert found("But no", html, reply=heard) == [("warn", "but")]


@pytest.mark.parametrize(
    ("case", "is_asked"),
    [
        ({}, True),
        ({"strict": True}, False),
        ({"strict": True, "medium": "private"}, True),
        ({"strict": True, "medium": "call"}, True),
    ],
)
def test_who_must_keep_silent_owes_no_apology_in_public(case, is_asked):
    sorry = rule("no-apology", "sorry", check="lacks", verdicts=("right",))
    own = rule("opening", "open", check="lacks")
    case = {"verdict": "right", **case}
    assert found("The lamp is new.", sorry, own, **case) == [
        *[("warn", "no-apology")] * is_asked, ("warn", "opening"),
    ]  # fmt: skip


LAW = rule(
    "law", "court", "sue", "liar", "karen", "lawyer*|barrister*|attorney*", "take you to court",
    level="stop", forbidden_as=("threats",),
)  # fmt: skip
OURS = {"ours": ("Margaret Court", "The Barrister Inn"), "voice": Voice(name="Karen Fox")}


@pytest.mark.parametrize(
    "text",
    [
        "Please ask for Ms Court at the desk.",
        "Please write to Mr. Sue Butler.",
        "We are in Barrister Lane, and the door is open.",
        "Come to The Attorney's Arms.",
        "We moved to Lawyers' Row in May.",
        "Please ask for Margaret Court.",
        "Please ask for Court.",
        "Your letter is with Karen, owner.",
        "Please ring me.\nKaren",
    ],
)
def test_a_name_is_no_threat(text):
    assert found(text, LAW, **OURS) == []


@pytest.mark.parametrize(
    "text",
    [
        "Our Lawyer will write to you.",
        "our Solicitors Smith & Co and Lawyers Fox will come.",
        "See you in Court One.",
        "WE SEE MS COURT.",
        "Lawyer Lane & Co will come for you.",
        "You hear from our lawyers row by row.",
        "We see Court lane.",
        "We will take you to Court.",
        "Sue Lane. Court Street.",
        "Dear Mr liar.",
        "You are a Liar.",
    ],
)
def test_a_capital_alone_gets_no_threat_past(text):
    hidden = {**OURS, "ours": ("The Barrister Inn",)}
    assert found(text, LAW, **hidden) == [("stop", "law")]


def test_an_insult_does_not_become_a_name_by_a_title():
    insult = rule("insult", "liar", level="stop")
    assert found("Dear Mr Liar, you were in Liar Street.", insult) == [("stop", "insult")]
    assert found("Ask for Liar.", insult, ours=("Liar",)) == []


def test_a_finding_of_a_name_beside_a_threat_is_the_threat_alone():
    text = "Ms Court says: our lawyer will call."
    (finding,) = check(text, Case((LAW,))).findings
    assert [text[one.start : one.end] for one in finding.spans] == ["lawyer"]


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


def test_a_language_that_is_read_in_part_tells_which_stops_it_leaves_out():
    both = (Wording("en", ("but",)), Wording("de", ("aber",)))
    english = rule("insult", "idiot", level="stop")
    never = rule("wall", "sue", level="stop", never="wall")
    call = rule("call", "ring", level="stop", media=("call",))
    shape = rule("shape", level="stop", wordings=())
    rules = (rule(wordings=both), english, never, call, shape)
    checked = check(GERMAN, Case(rules))
    assert (checked.unread, checked.unworded) == (False, ("insult", "wall"))
    assert check("We are very sorry that you had to wait.", Case(rules)).unworded == ()
    assert check("Suppe", Case(rules)).unworded == ()


def test_no_file_takes_a_text_away_from_the_rules_of_the_program():
    common = [
        "we",
        "are",
        "very",
        "sorry",
        "that",
        "you",
        "had",
        "to",
        "wait",
        "and",
        "the",
        "soup",
        "was",
        "cold",
        "but",
        "it",
        "is",
    ]
    words = Wording("xx", ("blub",), is_own=True)
    rules = (rule(), rule("own", wordings=(words,)))
    text = "We are very sorry that you had to wait and that the soup was cold, but it is."
    checked = check(text, Case(rules, tongues=(Tongue("xx", "Own", tuple(common)),)))
    assert checked.language == "en"
    assert [one.rule.id for one in checked.findings] == ["but"]


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

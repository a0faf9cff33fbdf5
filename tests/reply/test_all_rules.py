"""All shipped rules together: on any text, on junk of any length, and against any disguise."""
# ruff: noqa: RUF001

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewlog.domain.reply import checks
from reviewlog.domain.reply.rules import LEVELS
from reviewlog.domain.site import Forbidden, Reply
from reviewlog.playbook.replies.shelf import shipped_ruleset, shipped_shelf
from reviewlog.reply.case import Case
from reviewlog.reply.check import CHECKS, check
from reviewlog.reply.examples import case_of
from tests.reply.junk import JUNK
from tests.reply.work import work_of

FORBIDS = (Forbidden("threats"), Forbidden("offers"))


@cache
def shipped():
    return shipped_ruleset()


def cases(rules):
    yield Case(rules)
    yield Case(
        rules,
        strict=True,
        verdict="right",
        site="Yelp",
        reply=Reply(most=400, forbids=FORBIDS),
    )
    yield Case(rules, medium="private", verdict="partly", reviews=("Cold soup, no refund!",))
    yield Case(
        rules,
        medium="call",
        customers=("Anna Cole",),
        numbers=("020 7946 0958",),
        countries=("GB",),
    )


def test_every_check_that_a_rule_may_name_is_here():
    assert {*checks.CHECKS} == {*CHECKS, "phrases"}


def shifted(small, capital):
    """Return a way to write letters that lie elsewhere in Unicode in the same order."""
    firsts = {True: capital - ord("A"), False: small - ord("a")}
    return lambda text: "".join(
        chr(ord(char) + firsts[char.isupper()]) if char.isascii() and char.isalpha() else char
        for char in text
    )


def some_slow(every, quick):
    """Return values as parameters by their names; all but a few are left to the whole run."""
    assert quick <= every.keys()
    slow = {name: () if name in quick else pytest.mark.slow for name in every}
    return [pytest.param(value, id=name, marks=slow[name]) for name, value in every.items()]


GUISES = {
    "Cyrillic": lambda text: text.translate(
        str.maketrans("aeopcyxijsABCEHKMOPTXS", "аеорсухіјѕАВСЕНКМОРТХЅ")
    ),
    "full width": shifted(0xFF41, 0xFF21),
    "bold": shifted(0x1D41A, 0x1D400),
    "script": shifted(0x1D4EA, 0x1D4D0),
    "zero width": lambda text: "".join(f"{char}\u200b" for char in text),
    "struck out": lambda text: re.sub(r"(\w)", "\\1\u0336", text),
    "soft hyphens": lambda text: re.sub(r"(\w)(?=\w)", "\\1\u00ad", text),
    "codes": lambda text: re.sub(r"([sueab])", lambda found: f"&#{ord(found[1])};", text),
}


@pytest.mark.parametrize("guise", some_slow(GUISES, {"Cyrillic", "codes"}))
def test_no_guise_gets_a_bad_text_past_the_phrases_of_a_shipped_rule(guise):
    rules = {one.id: one for one in shipped().rules if one.check in ("phrases", "wall", "asking")}
    for trial in (one for one in shipped_shelf().trials if one.rule in rules):
        for example in trial.bad:
            case = case_of(example, (rules[trial.rule],))
            plain, hidden = (check(text, case) for text in (example.text, guise(example.text)))
            assert len(hidden.findings) == len(plain.findings), (trial.rule, example.text)
            for one, other in zip(plain.findings, hidden.findings, strict=True):
                marked = [guise(example.text[slice(*place)]) for place in one.spans]
                seen = [guise(example.text)[slice(*place)] for place in other.spans]
                assert [text.rstrip("\u200b") for text in marked] == [
                    text.rstrip("\u200b") for text in seen
                ]


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(tuple(JUNK.values()))).map("".join))
def test_any_text_is_checked_and_each_place_lies_in_it(text):
    for n, case in enumerate(cases(shipped().rules)):
        checked = check(text, case)
        assert n or checked == check(text, case)
        levels = [LEVELS.index(one.level) for one in checked.findings]
        assert levels == sorted(levels)
        for finding in checked.findings:
            for place in finding.spans:
                assert 0 <= place.start < place.end <= len(text)
            assert list(finding.spans) == sorted(finding.spans)


@pytest.mark.parametrize("unit", some_slow(JUNK, {"Chinese", "promise"}))
def test_twice_the_text_is_no_more_than_twice_the_work_for_all_rules(unit):
    case = Case(
        shipped().rules, reviews=("The soup was cold and nobody cared.",), customers=("Anna Cole",)
    )

    def work(size):
        return work_of(lambda: check((unit * size)[:size], case))

    work(300)
    assert work(4000) < 2.2 * work(2000) + 5000

"""What a file about a site may hold besides its three rules: grounds, sources, times, replies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.site import Answer, Known, Limit, rule_of
from reviewlog.domain.sitewords import HOLDS, NEEDS
from reviewlog.playbook.shop.sites import read_form, read_site
from reviewlog.playbook.strict import read_strictly

HEAD = """\
title: Yelp
sources:
  help: {checked: "2026-10", sure: own-page, source: "https://example.com/help"}
asking: {value: unknown, checked: "2026-11"}
inviting: {value: forbidden, from: help}
early_report: {value: taken, says: At once., from: help}
"""
TEXT = (
    HEAD
    + """\
one_ground: {value: one, from: help}
tries: {most: 1, says: A second one is misuse., from: help}
windows:
  - {id: decision, who: site, days: 3, since: report, says: Three days., from: help}
reply:
  length: {most: 5000, unit: bytes, from: help}
  forbids:
    - {what: [offers, html], from: help}
grounds:
  - id: demand
    name: Demand for payment
    means: Pay, or a review comes.
    about: threat
    when: both
    ask: Did they say so?
    needs: [quote, written]
    only_with: [written]
    from: help
    fields:
      - {label: Subject, holds: fixed, text: Review}
      - {label: Their words, holds: quote, most: 300}
not_grounds:
  - {id: dislike, name: Dislike, ask: Is it unfair?, instead: Answer it., from: help}
notes:
  - {says: Be kind., from: help}
"""
)
HELP = Known("2026-10", "own-page", "https://example.com/help")


def test_every_fact_carries_where_it_is_from():
    site = read_site("yelp", TEXT)
    (ground,), (refused,), (note,) = site.grounds, site.not_grounds, site.notes
    (window,), (one, two) = site.windows, site.reply.forbids
    answers = (site.inviting, site.early_report, site.one_ground)
    assert {answer.known for answer in answers} == {HELP}
    assert {site.tries.known, ground.known, refused.known, note.known, window.known} == {HELP}
    assert {site.reply.known, one.known, two.known} == {HELP}
    assert site.asking.known == Known("2026-11")


def test_a_ground_is_read_in_full():
    (ground,) = read_site("yelp", TEXT).grounds
    assert (ground.before_review, ground.after_review, ground.on_threat) == (True, True, True)
    assert (ground.needs, ground.only_with) == (("quote", "written"), ("written",))
    assert [(f.holds, f.most, f.text) for f in ground.fields] == [
        ("fixed", None, "Review"),
        ("quote", 300, ""),
    ]


@pytest.mark.parametrize(
    ("when", "before", "after"),
    [("before", True, False), ("after", False, True), ("both", True, True)],
)
def test_when_says_whether_the_review_must_be_there(when, before, after):
    (ground,) = read_site("yelp", TEXT.replace("when: both", f"when: {when}")).grounds
    assert (ground.before_review, ground.after_review) == (before, after)


def test_what_is_left_out_nobody_knows():
    site = read_site("yelp", HEAD)
    assert (site.one_ground, site.written_only) == (Answer(), Answer())
    assert (site.tries, site.appeals, site.reply.most) == (Limit(), Limit(), None)
    assert not site.grounds
    assert not site.not_grounds


def test_the_rule_of_every_day_is_no_other_for_what_stands_behind_it():
    whole, head = (rule_of(read_site("yelp", text)) for text in (TEXT, HEAD))
    assert whole._replace(tries=None, appeals=None) == head
    assert whole.tries == 1


@pytest.mark.parametrize(
    ("old", "new", "line", "hint"),
    [
        ("name: Demand for payment", "nam: Demand for payment", 16, "“name”"),
        ("needs: [quote, written]", "needs: [quot, written]", 22, "“quote”"),
        ("needs: [quote, written]", "needs: []", 22, "at least one"),
        ("needs: [quote, written]", "needs: [quote]", 16, "“written”"),
        ("ask: Did they say so?", "ask: They said so.", 21, "question"),
        ("    ask: Did they say so?\n", "", 16, "“ask” is missing"),
        ("holds: fixed, text: Review", "holds: fixed", 26, "“text”"),
        ("holds: quote, most", "holds: quote, text: No, most", 27, "“text”"),
        ("holds: quote", "holds: quotes", 27, "“quote”"),
        ("when: both", "when: always", 20, "before"),
        ("id: dislike", "id: demand", 29, "twice"),
        ("says: Be kind., from: help", "says: Be kind., from: halp", 31, "“help”"),
        ("says: Be kind., from: help", "says: Be kind.", 31, "“checked” is missing"),
        ("days: 3, since: report", "days: 3", 10, "“since”"),
        ("who: site", "who: sites", 10, "“site”"),
        ("unit: bytes", "unit: byte", 12, "“bytes”"),
        ("what: [offers, html]", "what: [offer, html]", 14, "“offers”"),
        ("value: one", "value: two", 7, "one"),
        ("most: 1,", "most: -1,", 8, "most"),
        ("sure: own-page", "sure: sure", 3, "own-page"),
        ('  help: {checked: "2026-10"', '  halp: {checked: "2026-10"', 3, "“halp”"),
        ("notes:", "nots:", 30, "“notes”"),
    ],
)
def test_a_fault_names_its_line_and_the_likely_right_word(old, new, line, hint):
    assert old in TEXT
    with pytest.raises(PlaybookFaultError) as caught:
        read_site("yelp", TEXT.replace(old, new), "here/sites/yelp.yaml")
    assert caught.value.path == "here/sites/yelp.yaml"
    assert any(f[0] == line and hint in f[2] for f in caught.value.faults), caught.value.faults


def test_all_faults_are_told_at_once():
    text = TEXT.replace("holds: quote", "holds: quotes").replace("who: site", "who: sites")
    with pytest.raises(PlaybookFaultError) as caught:
        read_site("yelp", text)
    assert [fault[0] for fault in caught.value.faults] == [10, 27]


@given(cut=st.integers(0, len(TEXT)), put=st.text(alphabet=":{}[]-\"' \nabc", max_size=4))
def test_whatever_is_in_a_file_it_is_read_or_refused_with_a_place(cut, put):
    text = TEXT[:cut] + put + TEXT[cut + len(put) :]
    lines = text.count("\n") + 2
    for line, column, said in faults_of(text):
        assert 1 <= line <= lines
        assert column >= 1
        assert said


def faults_of(text):
    try:
        read_form("yelp", text)
    except PlaybookFaultError as error:
        return error.faults
    return ()


def test_the_closed_lists_hold_each_word_once():
    assert len(set(NEEDS)) == len(NEEDS)
    assert len(set(HOLDS)) == len(HOLDS)
    assert read_strictly(TEXT).faults == []

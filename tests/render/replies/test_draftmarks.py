"""What `show` and `why` say of drafts and replies."""

import pytest

from reviewlog.domain.time.moment import utc_text
from reviewlog.logbook.acting.stepping import entry_line
from reviewlog.render.playbooks.listing import done_words
from reviewlog.render.replies.draftmarks import draft_marks, is_old_version
from reviewlog.render.words.phrases import phrase
from tests.builders import (
    LOG,
    LONDON,
    a_review,
    an_entry,
    at,
    facts_of,
    in_order,
    items_of,
    the_item,
)

NOW = at().astimezone(LONDON.tz)


def a_draft(hours=0, **fields):
    said = {"state": "draft", "text": "Thank you.", "ready_at": utc_text(at(hours=hours + 1))}
    return an_entry("reply", at(hours=hours), **said | fields)


def test_each_version_is_told_with_its_number_and_its_hour():
    facts = facts_of(*in_order(a_draft(), a_draft(1, medium="private"), a_draft(2, eyes="Robin")))
    told = [list(draft_marks(entry, facts, NOW)) for entry in facts.entries]
    assert told == [
        ["version 1", "ready Sat 21 Nov 17:40"],
        ["version 1", "ready Sat 21 Nov 18:40"],
        ["version 2", "ready Sat 21 Nov 19:40", "Robin is to read it first"],
    ]


def test_the_words_of_the_last_version_alone_are_shown():
    facts = facts_of(*in_order(a_draft(), a_draft(1), a_draft(2, medium="private")))
    assert [is_old_version(entry, facts) for entry in facts.entries] == [True, False, False]
    posted = an_entry("reply", at(hours=3), state="posted", text="Thank you.")
    facts = facts_of(*in_order(a_draft(), posted))
    assert [is_old_version(entry, facts) for entry in facts.entries] == [True, False]


def test_rules_that_stood_against_what_was_posted_are_named():
    posted = an_entry("reply", at(), state="posted", text="But.", against="but, no-door")
    assert list(draft_marks(posted, facts_of(posted), NOW)) == [
        "rules that stood against it: but, no-door"
    ]


@pytest.mark.parametrize("hidden", ["\x1b[31m", "\u202e"])
def test_a_name_draws_nothing_on_the_screen(hidden):
    draft = a_draft(eyes=f"Ro{hidden}bin")
    assert not any(hidden in text for text in draft_marks(draft, facts_of(draft), NOW))


@pytest.mark.parametrize("state", ["draft", "seen", "ready", "posted"])
def test_every_state_has_words_of_its_own(state):
    entry = an_entry("reply", at(), state=state, site="google", by="Robin")
    others = {
        phrase(an_entry("reply", at(), state=other, site="google", by="Robin"), None)
        for other in ("draft", "seen", "ready", "posted")
        if other != state
    }
    assert phrase(entry, None) not in others
    assert "kind reply" not in phrase(entry, None)


def test_the_line_to_type_knows_where_the_text_goes():
    review = a_review()
    for medium, line in (
        ("public", "reviewlog reply 7"),
        ("private", "reviewlog reply 7 --private"),
    ):
        step = "re-read" if medium == "public" else "re-read-message"
        known = an_entry("interaction", at(), channel="email", direction="in", who="Dana")
        entries = in_order(known, review, a_draft(1, medium=medium))
        item = the_item(items_of("bad-review", *entries), step)
        assert entry_line(item, "7") == line
        assert str(item.anchor) == f"{LOG}:3"


def test_how_a_draft_ends_its_step_is_told():
    assert "draft" in done_words({"entry": ("reply",), "state": ("draft",)})
    assert "public reply" in done_words({"entry": ("reply",)})

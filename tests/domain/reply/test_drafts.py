"""The drafts of a reply: which version counts, who has read it, when it is ready."""

from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.facts.facts import fold
from reviewlog.domain.relations import settle
from reviewlog.domain.reply.drafts import Drafting, drafting_of, sent_texts
from reviewlog.domain.time.moment import utc_text
from tests.builders import INCIDENT, LOG, a_mail, a_review, an_entry, at, facts_of, in_order
from tests.stories import STORIES, told


def a_draft(hours=0, text="Thank you.", **fields):
    said = {"state": "draft", "text": text, "ready_at": utc_text(at(hours=hours + 1))}
    return an_entry("reply", at(hours=hours), **said | fields)


def a_word(state, hours, draft, **fields):
    return an_entry("reply", at(hours=hours), state=state, draft=f"{LOG}:{draft}", **fields)


def public(*entries):
    return drafting_of(in_order(*entries), "public")


def test_without_a_draft_there_is_nothing_to_read():
    drafting = public(a_review())
    assert drafting == Drafting("public")
    assert drafting.latest is None
    assert not drafting.is_ripe(at(days=9))
    assert not drafting.is_ready(at(days=9))


def test_the_last_version_counts_and_has_its_own_hour():
    drafting = public(a_draft(0), a_draft(2, "Thank you, Dana."))
    assert [v.fields["text"] for v in drafting.versions] == ["Thank you.", "Thank you, Dana."]
    assert drafting.ready_at == at(hours=3)
    assert not drafting.is_ready(at(hours=2, minutes=59))
    assert drafting.is_ready(at(hours=3))


def test_each_medium_has_its_own_drafts():
    entries = in_order(a_draft(), a_draft(1, medium="private"), a_draft(2, medium="call"))
    for place, medium in enumerate(("public", "private", "call")):
        assert drafting_of(entries, medium).versions == (entries[place],)


def test_posting_ends_the_versions_before_it_also_when_it_names_an_older_one():
    posted = a_word("posted", 2, 1, text="Thank you.")
    drafting = public(a_draft(), a_draft(1), posted)
    assert drafting.versions == ()
    assert drafting.number == 2
    assert len(drafting.posted) == 1


def test_a_draft_after_the_posting_begins_anew():
    drafting = public(
        a_draft(), a_word("posted", 1, 1, text="Thank you."), a_draft(2, "Once more.")
    )
    assert [v.fields["text"] for v in drafting.versions] == ["Once more."]
    assert drafting.number == 2


def test_a_message_that_was_sent_ends_the_private_draft_alone():
    entries = in_order(
        a_draft(),
        a_draft(1, medium="private"),
        a_mail(at(hours=2), draft=f"{LOG}:2", text="Hello."),
    )
    assert drafting_of(entries, "private").versions == ()
    assert drafting_of(entries, "private").posted == (entries[2],)
    assert drafting_of(entries, "public").versions == (entries[0],)


def test_a_message_of_its_own_ends_no_draft():
    entries = in_order(a_draft(medium="private"), a_mail(at(hours=2)))
    assert drafting_of(entries, "private").latest == entries[0]


def test_a_retracted_posting_gives_the_draft_back():
    draft, posted = in_order(a_draft(), a_word("posted", 1, 1, text="Thank you."))
    back = an_entry("amendment", at(hours=2), seq=3, rel="retracts", refs=(posted,))
    entries = facts_of(draft, posted, back).entries
    assert drafting_of(entries, "public").latest == draft


def test_a_version_whose_words_were_erased_is_none():
    assert public(a_draft(text=None)).versions == ()
    assert public(a_draft(), a_draft(1, text=None)).ready_at == at(hours=1)


def test_taking_it_for_ready_holds_for_that_version_only():
    early = a_word("ready", 0.5, 1, why="They wait at the door.")
    assert public(a_draft(), early).ready_at == at(hours=0.5)
    assert public(a_draft(), early).now_why == "They wait at the door."
    again = public(a_draft(), early, a_draft(1))
    assert (again.ready_at, again.now_why) == (at(hours=2), None)


def test_taking_it_for_ready_never_makes_it_later():
    assert public(a_draft(), a_word("ready", 5, 1, why="x")).ready_at == at(hours=1)


def test_whoever_is_to_read_it_must_have_read_this_version():
    asked = a_draft(eyes="Robin")
    assert public(asked).is_unseen
    assert not public(asked).is_ready(at(days=1))
    seen = public(asked, a_word("seen", 1, 1, by="robin ", text="Fine."))
    assert seen.is_ready(at(days=1))
    assert (seen.seen_by, seen.remark) == ("robin ", "Fine.")
    assert public(asked, a_word("seen", 1, 1, by="robin"), a_draft(2)).is_unseen


def test_another_reader_does_not_stand_in_for_the_one_who_was_asked():
    drafting = public(a_draft(eyes="Robin"), a_word("seen", 1, 1, by="Kim"))
    assert drafting.is_unseen
    assert drafting.seen_by == "Kim"
    both = public(
        a_draft(eyes="Robin"), a_word("seen", 1, 1, by="Robin"), a_word("seen", 2, 1, by="Kim")
    )
    assert both.seen_by == "Robin"


def test_the_wish_for_a_reader_holds_until_it_is_taken_back():
    assert public(a_draft(eyes="Robin"), a_draft(1)).eyes == "Robin"
    assert public(a_draft(eyes="Robin"), a_draft(1, eyes="")).eyes is None


def test_what_was_sent_is_told_with_its_medium():
    entries = in_order(
        a_draft(),
        a_draft(medium="private"),
        a_draft(medium="call"),
        an_entry("reply", text="Old and without a state."),
        a_word("posted", 1, 1, text="Posted."),
        a_mail(at(hours=2), draft=f"{LOG}:2", text="Sent."),
        a_mail(at(hours=3), draft=f"{LOG}:3", text="Said."),
        a_mail(at(hours=3), draft=f"{LOG}:99", text="Its draft was taken back."),
        a_mail(at(hours=4)),
        a_word("posted", 5, 1),
    )
    assert [(e.fields["text"], m) for e, m in sent_texts(entries)] == [
        ("Old and without a state.", "public"),
        ("Posted.", "public"),
        ("Sent.", "private"),
        ("Its draft was taken back.", "private"),
    ]


@given(STORIES, st.data())
def test_the_order_of_arrival_changes_nothing(story, data):
    entries = told(story)
    arrived = data.draw(st.permutations(entries))
    facts, other = (fold(INCIDENT, settle(some)) for some in (entries, arrived))
    for medium in ("public", "private", "call"):
        drafting = drafting_of(facts.entries, medium)
        assert drafting_of(other.entries, medium) == drafting
        assert drafting_of(data.draw(st.permutations(facts.entries)), medium) == drafting
        latest = drafting.latest
        assert latest is None or all(
            p.written_order < latest.written_order for p in drafting.posted
        )

"""The drafts of a reply: which version counts, who has read it, when it is ready."""

from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.facts.facts import fold
from reviewlog.domain.relations import settle
from reviewlog.domain.reply.drafts import (
    Drafting,
    drafting_of,
    drafting_with,
    sent_texts,
    waiting_drafts,
)
from reviewlog.domain.reply.sent import Sent, sent_of
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


# Several reviews

GOOGLE, YELP = f"{LOG}:1", f"{LOG}:2"


def reviews():
    return a_review(), a_review(at(hours=0.1), site="yelp")


def of_google(*entries):
    return drafting_of(in_order(*reviews(), *entries), "public", GOOGLE)


def of_yelp(*entries):
    return drafting_of(in_order(*reviews(), *entries), "public", YELP)


def test_each_review_has_its_own_drafts_and_postings():
    drafts = a_draft(1, "For G.", of=GOOGLE), a_draft(2, "For Y.", of=YELP)
    assert [v.fields["text"] for v in of_google(*drafts).versions] == ["For G."]
    assert [v.fields["text"] for v in of_yelp(*drafts).versions] == ["For Y."]
    posted = a_word("posted", 3, 3, text="For G.", of=GOOGLE, site="google")
    assert of_google(*drafts, posted).versions == ()
    assert of_yelp(*drafts, posted).posted == ()
    assert of_yelp(*drafts, posted).latest.fields["text"] == "For Y."
    assert (of_google(*drafts).number, of_yelp(*drafts).number) == (1, 1)


def test_a_draft_without_a_review_is_for_the_only_one_of_its_site():
    assert of_yelp(a_draft(1, site="yelp")).versions
    assert not of_google(a_draft(1, site="yelp")).versions
    assert not of_google(a_draft(1)).versions
    assert drafting_of(in_order(*reviews(), a_draft(1)), "public").versions


def test_a_draft_for_a_site_without_a_review_is_found_by_the_site():
    entries = in_order(*reviews(), a_draft(1, site="trustpilot"))
    assert drafting_of(entries, "public", site="trustpilot").versions
    assert not drafting_of(entries, "public", site="tripadvisor").versions
    assert not drafting_of(entries, "public", GOOGLE).versions


def test_a_draft_whose_review_was_taken_back_and_written_anew_is_for_the_new_one():
    old, draft = in_order(a_review(), a_draft(1, of=GOOGLE, site="google"))
    back = an_entry("amendment", at(hours=2), seq=3, rel="retracts", refs=(old,))
    new = a_review(at(hours=2), seq=4)
    entries = facts_of(old, draft, back, new).entries
    latest = drafting_of(entries, "public", f"{LOG}:4").latest
    assert latest is not None
    assert latest.id == draft.id


def test_a_posting_without_a_review_ends_the_drafts_of_its_site():
    draft = a_draft(1, of=YELP, site="yelp")
    assert not of_yelp(draft, an_entry("reply", at(hours=2), site="yelp", text="x")).versions
    assert of_yelp(draft, an_entry("reply", at(hours=2), site="google", text="x")).versions


def test_waiting_drafts_are_told_for_each_review_and_for_none():
    drafts = a_draft(1, of=GOOGLE), a_draft(2, of=YELP), a_draft(3, site="trustpilot")
    found = waiting_drafts(in_order(*reviews(), *drafts), "public")
    assert [d.of for d in found] == [GOOGLE, YELP, None]
    private = waiting_drafts(in_order(*reviews(), a_draft(medium="private", of=YELP)), "private")
    assert len(private) == 1


def test_a_version_is_told_with_its_siblings():
    entries = in_order(*reviews(), a_draft(1, of=GOOGLE), a_draft(2, of=YELP), a_draft(3, of=YELP))
    assert drafting_with(entries, entries[4]).drafts == (entries[3], entries[4])


def test_a_wish_is_no_version_and_is_taken_back_by_one():
    asked = a_word("asked", 1, 1, eyes="Robin")
    assert public(a_draft(), asked).eyes == "Robin"
    assert public(a_draft(), asked).number == 1
    assert public(a_draft(), asked, a_draft(2)).eyes == "Robin"
    assert public(a_draft(), asked, a_word("asked", 2, 1, eyes="")).eyes is None


# What was known when it went out


def posted_after(hours, *before):
    entries = in_order(*before, a_word("posted", hours, 1, text="Thank you."))
    return sent_of(entries, entries[-1])


def test_what_went_out_before_it_was_ready_or_read_stays_known():
    assert posted_after(0.5, a_draft(eyes="Sam"))[1:] == (at(hours=1), "Sam", False)
    assert posted_after(2, a_draft(eyes="Sam"), a_word("seen", 1, 1, by="sam"))[1:] == (
        None, None, False,
    )  # fmt: skip


def test_a_reason_that_came_later_changes_nothing_of_it():
    draft, posted, ready = in_order(
        a_draft(), a_word("posted", 0.5, 1, text="x"), a_word("ready", 0.6, 1, why="x")
    )
    assert sent_of((draft, posted, ready), posted).early == at(hours=1)


def test_a_time_before_the_draft_is_known_as_such():
    draft = a_draft(2)
    posted = an_entry("reply", at(), written=at(hours=3), draft=f"{LOG}:1", text="x")
    entries = in_order(draft, posted)
    assert sent_of(entries, entries[1]).is_before


def test_what_had_no_draft_has_nothing_to_be_known():
    entries = in_order(an_entry("reply", at(), text="x"))
    assert sent_of(entries, entries[0]) == Sent()


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

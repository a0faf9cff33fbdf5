"""Replies in the logbook: what a check knows of a case, drafts, and what was posted."""

from datetime import timedelta

import pytest

from reviewlog.domain.errors import UnknownIncidentError
from reviewlog.domain.reply_errors import NoDraftError
from reviewlog.domain.time.moment import exactly
from reviewlog.domain.usage_errors import EmptyTextError, TextTooLongError
from reviewlog.logbook.keeping.erasable import plan_incident, plan_person
from reviewlog.logbook.keeping.erasing import erase
from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.said import Contact, Judgement, Posted, Remedy, ReplyDraft, ReplyPosted
from tests.logbook.test_writing import ODD_TEXTS

TEXT = (
    "Thank you, Fan. The cake you bought on Monday was dry. I am sorry. Please ring the number on"
    " our page and ask for me. Ann Vale"
)
BUT = "We are sorry, but you never came back to us."


@pytest.fixture
def shop(logbook, clock):
    """A bakery with a voice, in which Dana's review stands on Google."""
    folder = logbook.store.folder
    logbook.close()
    (folder / "config.yaml").write_text(
        "business: Cakes and More\ntrade: bakery\ncountry: GB\nstaff: [Robin Roe]\n"
        "voice: {name: Ann Vale, phone: 020 7946 0321}\n"
    )
    book = Logbook.open(folder, clock, "Europe/London")
    book.log(Contact(who="Dana Smith", phone="07700 900123", text="The cake was dry.",
                     quote="Dry as sand!"))  # fmt: skip
    book.review("1", Posted("google", 1, "Dry cake, rude staff.", "Fan"))
    yield book
    book.close()


def last(logbook):
    return logbook.view("1").facts.entries[-1]


# What a check knows


def test_a_case_knows_what_the_log_and_the_settings_say(shop):
    shop.assess("1", Judgement("right"))
    shop.attempt("1", Remedy("offered", "a new cake"))
    case = shop.reply_case("1", "public")

    assert case.verdict == "right"
    assert case.site == "Google"
    assert case.reply.most
    assert case.reviews == ("Dry cake, rude staff.",)
    assert {"The cake was dry.", "Dry as sand!", "a new cake"} <= set(case.known)
    assert case.customers == ("Dana Smith",)
    assert case.nick == "Fan"
    assert case.numbers == ("07700 900123",)
    assert case.voice.name == "Ann Vale"
    assert set(case.ours) >= {"Cakes and More", "Robin Roe", "Ann Vale"}
    assert case.countries == ("GB",)
    assert not case.strict
    assert case.posted == 0
    assert case.rules


def test_our_own_drafts_and_replies_tell_nothing_of_the_case(shop):
    shop.draft("1", "A banana split", ReplyDraft("public"))
    shop.post("1", ReplyPosted("public", "A banana split"))
    assert "A banana split" not in shop.reply_case("1", "public").known


def test_a_site_has_no_say_in_what_goes_to_them_alone(shop):
    case = shop.reply_case("1", "private")
    assert case.site == ""
    assert case.reply.most is None
    assert case.reviews


def test_without_a_trade_the_strictest_rule_holds(logbook):
    logbook.log(Contact(who="Dana", text="x"))
    assert logbook.reply_case("1", "public").strict


def test_of_several_reviews_the_newest_of_the_site_is_answered(shop, clock):
    clock.tick()
    shop.review("1", Posted("yelp", 2, "Cold tea.", "Other"))
    clock.tick()
    shop.review("1", Posted("google", 2, "Cold tea again.", "Fan Two"))
    assert shop.reply_case("1", "public", "google").nick == "Fan Two"
    assert shop.reply_case("1", "public", "yelp").nick == "Other"
    assert shop.reply_case("1", "public", "google").reviews[0] == "Cold tea again."
    first = str(shop.view("1").facts.reviews[0].first.id)
    assert shop.reply_case("1", "public", of=first).nick == "Fan"


def test_public_replies_under_a_review_are_counted_from_it_on(shop, clock):
    for _ in range(2):
        clock.tick()
        shop.post("1", ReplyPosted("public", TEXT))
    assert shop.reply_case("1", "public").posted == 2
    clock.tick()
    shop.review("1", Posted("google", 2, "Cold tea.", "Fan Two"))
    assert shop.reply_case("1", "public").posted == 0


def test_asking_about_the_review_needs_that_no_rule_stands_against_it(shop, clock):
    assert not shop.reply_case("1", "private").may_ask
    shop.attempt("1", Remedy("offered", "a new cake"))
    shop.attempt("1", Remedy("delivered", "a new cake", label="A"))
    clock.tick()
    shop.log(Contact(incident="1", text="It was lovely.", pleased=True))
    assert shop.reply_case("1", "private").may_ask


def test_every_earlier_text_is_compared_whatever_incident_it_was_for(shop):
    shop.post("1", ReplyPosted("public", TEXT))
    posted = str(last(shop).id.seq)
    shop.review(None, Posted("google", 1, "Awful.", "Else"))
    for incident in ("1", "2"):
        (earlier,) = shop.reply_case(incident, "public").earlier
        assert earlier.entry == posted


def test_what_was_posted_and_then_mended_on_the_site_is_no_copy_of_itself(shop):
    long = "The soup came cold on Friday, and you had to wait an hour for it."
    shop.post("1", ReplyPosted("public", long))
    shop.post("1", ReplyPosted("public", f"{long} Ann"))
    assert "copy-paste" not in str(last(shop).fields.get("against"))
    shop.review(None, Posted("google", 1, "Awful.", "Else"))
    shop.post("2", ReplyPosted("public", long))
    assert "copy-paste" in shop.view("2").facts.entries[-1].fields["against"]


@pytest.mark.parametrize("plan", [lambda b: plan_person(b, "Dana Smith"),
                                  lambda b: plan_incident(b, "1")])  # fmt: skip
@pytest.mark.parametrize("medium", ["public", "private", "call"])
def test_an_incident_whose_names_and_words_are_erased_can_be_checked(shop, medium, plan):
    shop.draft("1", TEXT, ReplyDraft(medium))
    shop.post("1", ReplyPosted("public", TEXT))
    shop.close_incident("1", "resolved", None, None)
    erase(shop, plan(shop), "not needed any more")
    assert shop.check_reply("1", TEXT, medium) is not None
    assert shop.draft("1", TEXT, ReplyDraft(medium)).main.fields["text"] == TEXT
    assert shop.drafting("1", medium).latest is not None


def test_an_incident_that_was_taken_back_is_no_incident(logbook):
    logbook.log(Contact(who="Dana", text="x"))
    logbook.undo()
    with pytest.raises(UnknownIncidentError):
        logbook.check_reply("1", TEXT, "public")


@pytest.mark.parametrize("text", ODD_TEXTS)
@pytest.mark.parametrize("medium", ["public", "private"])
def test_any_text_is_kept_as_it_is(shop, text, medium):
    shop.draft("1", text, ReplyDraft(medium, eyes=text))
    shop.seen("1", ReplyDraft(medium), text, text)
    shop.ready_now("1", ReplyDraft(medium), text)
    receipt = shop.post("1", ReplyPosted(medium, text, url=text))
    assert receipt.main.fields["text"] == text
    assert shop.rebuild()


def test_an_unknown_incident_is_named(shop):
    with pytest.raises(UnknownIncidentError):
        shop.check_reply("9", TEXT, "public")


# Drafts


def test_a_draft_is_an_entry_that_says_when_it_is_ready(shop, clock):
    receipt = shop.draft("1", TEXT, ReplyDraft("public"))
    fields = receipt.main.fields
    assert fields["state"] == "draft"
    assert fields["of"] == str(shop.view("1").facts.reviews[0].first.id)
    assert fields["site"] == "google"
    drafting = shop.drafting("1", "public")
    assert drafting.latest.id == receipt.main.id
    assert not drafting.is_ready(clock())
    assert shop.view("1").facts.reply == "missing"


def test_anger_waits_longer_than_calm_words(shop, clock):
    shop.draft("1", TEXT, ReplyDraft("public"))
    calm = shop.drafting("1", "public").ready_at
    shop.draft("1", "You liar, see you in court, my lawyer will sue you!", ReplyDraft("public"))
    assert shop.drafting("1", "public").ready_at > calm


def test_a_small_change_keeps_the_hour_and_another_text_begins_anew(shop, clock):
    shop.draft("1", TEXT, ReplyDraft("public"))
    first = shop.drafting("1", "public").ready_at
    clock.tick(minutes=5)
    shop.draft("1", TEXT.replace("dry", "dry then"), ReplyDraft("public"))
    assert shop.drafting("1", "public").ready_at == first
    shop.draft("1", "Something else altogether: " + TEXT[::-1], ReplyDraft("public"))
    assert shop.drafting("1", "public").ready_at > first


def test_words_for_a_call_need_not_lie(shop, clock):
    shop.draft("1", TEXT, ReplyDraft("call"))
    assert shop.drafting("1", "call").is_ready(clock())


def test_the_usual_second_pair_of_eyes_is_wanted_until_the_owner_says_otherwise(shop, clock):
    config = shop.store.folder / "config.yaml"
    config.write_text("trade: bakery\nvoice: {name: Ann, second_eyes: Sam}\n")
    book = Logbook.open(shop.store.folder, clock, "Europe/London")
    book.draft("1", TEXT, ReplyDraft("public"))
    assert book.drafting("1", "public").eyes == "Sam"
    book.draft("1", TEXT, ReplyDraft("public", eyes=""))
    assert book.drafting("1", "public").eyes is None
    book.draft("1", TEXT + " Yours.", ReplyDraft("public"))
    assert book.drafting("1", "public").eyes is None
    book.close()


def test_who_has_read_it_and_why_it_did_not_wait_is_kept_with_the_version(shop, clock):
    shop.draft("1", TEXT, ReplyDraft("public", eyes="Sam"))
    shop.seen("1", ReplyDraft("public"), "Sam", "Fine.")
    shop.ready_now("1", ReplyDraft("public"), "They wait for it")
    drafting = shop.drafting("1", "public")
    assert (drafting.seen_by, drafting.remark, drafting.now_why) == (
        "Sam", "Fine.", "They wait for it",
    )  # fmt: skip
    assert drafting.is_ready(clock())


def test_without_a_draft_nobody_can_have_read_it(shop):
    with pytest.raises(NoDraftError):
        shop.seen("1", ReplyDraft("public"), "Sam", None)
    with pytest.raises(NoDraftError):
        shop.ready_now("1", ReplyDraft("private"), "now")


def test_empty_and_endless_texts_are_refused_before_anything_is_written(shop):
    before = len(shop.view("1").every)
    with pytest.raises(EmptyTextError):
        shop.draft("1", "  \n", ReplyDraft("public"))
    with pytest.raises(TextTooLongError):
        shop.draft("1", "x" * 1_000_001, ReplyDraft("public"))
    with pytest.raises(EmptyTextError):
        shop.post("1", ReplyPosted("public", " "))
    assert len(shop.view("1").every) == before


# Posted


def test_what_was_posted_answers_the_review_and_names_its_draft(shop):
    draft = shop.draft("1", TEXT, ReplyDraft("public")).main
    fields = shop.post("1", ReplyPosted("public", TEXT, url="https://g.example/1")).main.fields
    assert fields["draft"] == str(draft.id)
    assert fields["url"] == "https://g.example/1"
    assert "against" not in fields
    assert shop.view("1").facts.reply == "posted"
    assert shop.drafting("1", "public").latest is None


def test_rules_that_stood_against_it_are_kept_and_refuse_nothing(shop):
    fields = shop.post("1", ReplyPosted("public", f"{BUT} See you in court.")).main.fields
    assert {"but", "legal-threat"} <= set(fields["against"].split(", "))


def test_a_message_that_was_sent_is_a_contact_that_uses_up_the_budget(shop, clock):
    shop.draft("1", TEXT, ReplyDraft("private"))
    clock.tick(days=1)
    receipt = shop.post("1", ReplyPosted("private", TEXT, channel="sms"))
    entry = receipt.main
    assert (entry.kind, entry.fields["channel"], entry.fields["direction"]) == (
        "interaction", "sms", "out",
    )  # fmt: skip
    assert shop.view("1").facts.contacts.unanswered == 1
    assert shop.drafting("1", "private").latest is None
    assert shop.view("1").facts.reply == "missing"


def test_a_message_to_somebody_who_wants_peace_is_kept_and_flagged(shop, clock):
    shop.log(Contact(incident="1", text="Leave me alone.", leave_alone=True))
    clock.tick()
    assert shop.post("1", ReplyPosted("private", TEXT)).breached


def test_when_it_was_posted_is_the_owners_claim(shop, clock):
    at = exactly(clock() - timedelta(minutes=1))
    assert shop.post("1", ReplyPosted("public", TEXT, at=at)).main.happened == at


def test_a_rebuild_makes_the_same_of_drafts_and_replies(shop):
    shop.draft("1", TEXT, ReplyDraft("public"))
    shop.post("1", ReplyPosted("public", TEXT))
    shop.draft("1", TEXT, ReplyDraft("private"))
    assert shop.rebuild()

"""Several reviews in one incident: each has its own drafts, and what went out answers only it."""

import pytest

from tests.commands.replying.looking import entries, plain

GOOGLE = "Thank you, Fan. The cake you bought on Monday was dry."
YELP = "Thank you for writing, Fan. The tea was cold on Tuesday."


@pytest.fixture
def shop(run, machine):
    """Return a function that runs a command line in a bakery with reviews on two sites."""
    folder = machine.default_book()
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text(
        "business: Cakes and More\ntrade: bakery\nvoice: {name: Ann Vale, email: a@cakes.example}\n"
    )
    run("log", "The cake was dry", "--who", "Dana Smith", "--threat", "none")
    for site in ("google", "yelp"):
        run("review", "1", "--site", site, "--stars", "1", "--as", "Fan", "--text", "Dry.")
    return run


def test_a_draft_is_never_printed_or_recorded_for_another_review(shop, clock):
    shop("reply", "1", YELP, "--site", "yelp")
    clock.tick(days=1)
    assert "in draft" in shop("reply", "1", "--site", "google", "--print", code=4).err
    assert "Missing: TEXT" in shop("reply", "1", "--site", "google", "--posted", code=2).err
    assert [e["state"] for e in entries(shop)] == ["draft"]


def test_posting_one_leaves_the_draft_of_the_other(shop):
    shop("reply", "1", YELP, "--site", "yelp")
    shop("reply", "1", GOOGLE, "--site", "google")
    shop("reply", "1", "--posted", "--site", "google")
    assert entries(shop)[-1]["text"] == GOOGLE
    found = {s: shop("reply", "1", "--site", s, "--json").json for s in ("google", "yelp")}
    assert {site: (one["state"], one["text"]) for site, one in found.items()} == {
        "google": ("posted", GOOGLE),
        "yelp": ("draft", YELP),
    }


def test_versions_are_those_of_one_review(shop):
    shop("reply", "1", YELP, "--site", "yelp")
    shop("reply", "1", GOOGLE, "--site", "google")
    shop("reply", "1", f"{YELP} Bye.", "--site", "yelp")
    told = shop("reply", "1", "--site", "yelp", "--versions", "--json").json["versions"]
    assert [(v["version"], v["text"]) for v in told] == [(1, YELP), (2, f"{YELP} Bye.")]
    assert "version 1" in shop("reply", "1", "--site", "google").out


def test_a_word_about_a_draft_is_about_that_of_its_review(shop):
    shop("reply", "1", YELP, "--site", "yelp")
    shop("reply", "1", GOOGLE, "--site", "google")
    shop("reply", "1", "--now", "They wait", "--site", "yelp")
    shop("reply", "1", "--seen-by", "Sam", "--site", "yelp")
    yelp, google = (shop("reply", "1", "--site", s, "--json").json for s in ("yelp", "google"))
    assert (yelp["now_why"], yelp["seen_by"]) == ("They wait", "Sam")
    assert (google["now_why"], google["seen_by"]) == (None, None)


@pytest.mark.parametrize("words", [(), (GOOGLE,), ("--posted",), ("--print",), ("--versions",)])
def test_a_script_says_which_review_is_meant(shop, words):
    shop("reply", "1", GOOGLE, "--site", "google")
    assert "Missing: --site SITE" in shop("reply", "1", *words, code=2).err
    assert len(entries(shop)) == 1


def test_two_reviews_on_one_site_are_told_apart_by_their_entries(shop):
    shop("review", "1", "--site", "yelp", "--as", "Fan Two", "--text", "Cold.")
    assert "Missing: --of" in shop("reply", "1", GOOGLE, "--site", "yelp", code=2).err


def test_on_a_terminal_the_review_is_chosen_from_a_list(shop, answers):
    answers("2")
    shown = shop("reply", "1", YELP)
    assert "Google, 1 star, by Fan, not answered yet (entry" in shown.err
    assert entries(shop)[-1]["site"] == "yelp"


def test_the_lines_to_type_name_the_review(shop):
    shown = shop("reply", "1", YELP, "--site", "yelp").out
    assert "reviewlog reply 1 --site yelp" in shown
    shop("reply", "1", "--posted", "--site", "yelp")
    again = shop("reply", "1", "--site", "yelp").out
    assert "reviewlog reply 1 --site yelp --new" in again


def test_a_message_to_them_needs_no_review(shop):
    shop("reply", "1", "--private", "Dear Dana, I am sorry. Ann Vale")
    assert entries(shop)[-1]["medium"] == "private"


def test_what_was_posted_where_no_review_is_known_is_kept_and_told(shop):
    shop("reply", "1", GOOGLE, "--site", "google")
    assert "Missing: TEXT" in shop("reply", "1", "--posted", "--site", "trustpilot", code=2).err
    shown = shop("reply", "1", "--posted", GOOGLE, "--site", "trustpilot")
    assert "No review on Trustpilot is known here" in plain(shown.out)
    posted = entries(shop)[-1]
    assert posted["site"] == "trustpilot"
    assert "of" not in posted
    assert "draft" not in posted
    assert shop("reply", "1", "--site", "google", "--json").json["state"] == "draft"


def test_a_site_without_a_review_has_nothing_posted(shop):
    shop("reply", "1", "--posted", GOOGLE, "--site", "google")
    err = shop("reply", "1", "--site", "trustpilot", code=1).err
    assert "No review on Trustpilot stands in incident 1" in plain(err)


def test_answering_one_review_leaves_the_other_unanswered(shop):
    shop("reply", "1", "--posted", GOOGLE, "--site", "google")
    assert len(shop("list", "--unanswered", "--json").json["incidents"]) == 1
    shop("reply", "1", "--posted", YELP, "--site", "yelp")
    assert shop("list", "--unanswered", "--json").json["incidents"] == []


# What is said of it later


def test_early_and_unseen_are_told_later_too(shop):
    shop("reply", "1", GOOGLE, "--site", "google", "--eyes", "Sam")
    shop("reply", "1", "--posted", "--site", "google")
    shown = plain(shop("show", "1").out)
    assert "it went out before it was ready; Sam had not read it" in shown
    (told,) = [e for e in shop("show", "1", "--json").json["entries"] if "early" in e]
    assert (told["early"], told["unseen"]) == (True, "Sam")
    again = shop("reply", "1", "--site", "google")
    assert "It went out before it was ready; Sam had not read it." in plain(again.out)
    (posted,) = shop("reply", "1", "--site", "google", "--json").json["posted"]
    assert (posted["early"], posted["unseen"]) == (True, "Sam")


def test_what_waited_and_was_read_is_told_as_nothing_odd(shop, clock):
    shop("reply", "1", GOOGLE, "--site", "google", "--eyes", "Sam")
    shop("reply", "1", "--seen-by", "Sam", "--site", "google")
    clock.tick(days=1)
    shop("reply", "1", "--posted", "--site", "google")
    assert "went out" not in shop("show", "1").out
    (posted,) = shop("reply", "1", "--site", "google", "--json").json["posted"]
    assert (posted["early"], posted["unseen"]) == (False, None)


def test_a_time_before_the_draft_is_kept_and_told(shop, clock):
    clock.tick(hours=2)
    shop("reply", "1", GOOGLE, "--site", "google")
    words = ("reply", "1", "--posted", "--site", "google", "--at", "yesterday")
    shown = shop(*words, "--json").json
    assert shown["flags"] == ["before-draft"]
    assert "before its draft was written" in plain(shop("show", "1").out)


@pytest.mark.parametrize(
    ("url", "is_told"),
    [("notaurl", True), ("a b.c", True), ("ftp://x.example/1", True), ("https://g.page/r/x?y", False),
     ("g.page/r/x", False)],
)  # fmt: skip
def test_what_is_no_address_is_kept_and_told(shop, url, is_told):
    shown = shop("reply", "1", "--posted", GOOGLE, "--site", "google", "--url", url, "--json").json
    assert ("no-address" in shown["flags"]) is is_told
    assert entries(shop)[-1]["url"] == url


# A second pair of eyes


def test_a_wish_for_eyes_is_no_version(shop):
    shop("reply", "1", GOOGLE, "--site", "google")
    shop("reply", "1", "--eyes", "Sam", "--site", "google")
    assert [e["state"] for e in entries(shop)] == ["draft", "asked"]
    assert shop("reply", "1", "--site", "google", "--json").json["eyes"] == "Sam"
    assert "Nothing was changed" in shop("reply", "1", "--eyes", "sam", "--site", "google").err
    assert len(entries(shop)) == 2
    shop("reply", "1", "--eyes", "nobody", "--site", "google")
    assert shop("reply", "1", "--site", "google", "--json").json["eyes"] is None
    assert "You said who is to read your draft of a reply" in shop("show", "1").out


def test_whoever_signs_is_no_second_pair_of_eyes(shop):
    err = shop("reply", "1", GOOGLE, "--site", "google", "--eyes", "ann vale", code=2).err
    assert "Ann Vale signs it" in err
    assert entries(shop) == []


def test_another_reader_is_kept_and_the_one_asked_still_waits(shop):
    shop("reply", "1", GOOGLE, "--site", "google", "--eyes", "Sam")
    shown = shop("reply", "1", "--seen-by", "Robin", "--site", "google")
    assert "Robin has read it" in plain(shown.out)
    assert "Sam is still to read it" in plain(shown.out)


# The whole incident


def test_a_closed_incident_is_told_so(shop):
    shop("close", "1")
    assert "Incident 1 is closed" in shop("reply", "1", GOOGLE, "--site", "google").err


def test_the_name_under_a_review_finds_the_only_incident_of_it(shop):
    shop("reply", "fan", GOOGLE, "--site", "google")
    assert len(entries(shop)) == 1
    shop("review", "--site", "google", "--as", "Fan", "--text", "Bad again.")
    assert shop("reply", "fan", GOOGLE, code=4).err


@pytest.mark.parametrize("verdict", ["right", None])
def test_no_answer_is_drafted_in_danger_whatever_was_right(shop, verdict):
    shop("log", "I will burn it down", "--incident", "1", "--threat", "harm")
    if verdict:
        shop("assess", "1", verdict)
    refused = shop("reply", "1", "--site", "google", "--case", "The cake was dry.", code=1)
    assert "Somebody may be in danger" in refused.err
    kept = shop("reply", "1", GOOGLE, "--site", "google")
    assert "Somebody may be in danger" in kept.err
    assert "hurry" not in kept.out

"""The verb reply: drafts out of parts, versions, checks, and what was posted in the end."""

import json

import pytest

from tests.commands.replying.looking import entries, plain

TEXT = (
    "Thank you, Fan. The cake you bought on Monday was dry. We got this wrong, and I am sorry."
    " Please ring the number on our page and ask for me. Ann Vale"
)
BUT = "We are sorry, but you never came back to us. See you in court!"
COURT = "Thank you. The cake was dry and I am sorry. See you in court! Ann Vale"
CASE = ("--case", "The cake was promised for noon and was dry.")


@pytest.fixture
def shop(run, machine):
    """Return a function that runs a command line in a bakery with a review on Trustpilot."""
    folder = machine.default_book()
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text(
        "business: Cakes and More\ntrade: bakery\nvoice: {name: Ann Vale, email: a@cakes.example}\n"
    )
    run("log", "The cake was dry", "--who", "Dana Smith", "--threat", "none")
    run("review", "1", "--site", "trustpilot", "--stars", "1", "--as", "Fan", "--text",
        "Dry cake, rude idiots.")  # fmt: skip
    run("assess", "1", "right")
    return run


# Drafting


def test_a_draft_is_put_together_kept_and_told_when_it_is_ready(shop):
    out = shop("reply", "1", *CASE).out
    assert "Your draft of a reply on Trustpilot" in out
    assert "Nothing to change" in out
    assert "WAITS  until 17:00 (in 20 minutes)." in out
    assert "The cake was promised for noon" in out
    (draft,) = entries(shop)
    assert "The cake was promised for noon and was dry." in draft["text"]
    assert draft["state"] == "draft"
    assert draft["medium"] == "public"


def test_in_a_script_what_is_missing_is_named_with_its_option(shop):
    err = shop("reply", "1", code=2).err
    assert "Missing: --case TEXT" in err
    assert entries(shop) == []


def test_a_text_of_the_owners_own_is_a_version_too(shop, machine):
    shop("reply", "1", TEXT)
    machine.stdin = TEXT + " Yours."
    shop("reply", "1", "-")
    assert [e["text"] for e in entries(shop)] == [TEXT, TEXT + " Yours."]


def test_loose_words_are_refused_with_the_right_line(shop):
    assert (
        "reviewlog reply 1 'We are sorry'" in shop("reply", "1", "We", "are", "sorry", code=2).err
    )


def test_the_same_text_twice_is_one_version(shop):
    shop("reply", "1", TEXT)
    assert "Nothing was changed" in shop("reply", "1", TEXT).err
    assert len(entries(shop)) == 1


def test_begun_again_it_is_put_together_anew(shop):
    shop("reply", "1", TEXT)
    shop("reply", "1", "--new", *CASE)
    assert len(entries(shop)) == 2


def test_a_value_without_a_place_is_told_and_not_dropped_unseen(shop):
    assert "--offer" in shop("reply", "1", *CASE, "--offer", "A new cake is yours.").err


def test_the_receipt_in_json_has_the_findings_too(shop):
    found = shop("reply", "1", BUT, "--json").json
    assert found["schema"] == "reviewlog.reply/1"
    assert found["state"] == "draft"
    assert not found["passes"]
    assert not found["ready"]
    assert {f["rule"] for f in found["findings"]} >= {"but", "legal-threat"}
    assert found["entry"] == str(found["entries"][0])


def test_quietly_only_the_receipt_is_shown(shop):
    assert len(shop("reply", "1", TEXT, "-q").out.splitlines()) == 1


def test_anger_is_told_calmly_why_it_lies(shop):
    shop("log", "Or else", "--incident", "1", "--threat", "open")
    assert "The threat is meant to hurry you" in plain(shop("reply", "1", TEXT).out)


def test_a_message_against_a_rule_takes_a_reason_but_own_words_are_kept(shop):
    shop("log", "Leave me alone", "--incident", "1", "--leave-alone")
    err = shop("reply", "1", "--private", *CASE, code=1).err
    assert "They asked not to be contacted." in err
    line = "reviewlog reply 1 --private --case 'The cake was promised for noon and was dry.'"
    assert f"{line} --despite 'your reason'" in err
    told = shop("reply", "1", "--private", TEXT)
    assert "Think first: They asked not to be contacted." in told.err
    shop("reply", "1", "--private", "--new", *CASE, "--despite", "She wrote to my sister")
    assert entries(shop, "note")[-1]["despite"] == "She wrote to my sister"
    assert len(entries(shop)) == 2


def test_without_a_review_a_message_is_named_as_the_other_way(run, bakery):
    run("log", "Dry cake", "--who", "Dana")
    err = run("reply", "1", *CASE, "--name", "Ann", "--door", "a@x.example").err
    assert "reviewlog reply 1 --private" in err


def test_without_a_review_nothing_is_asked_before_that_is_said(run, machine, answers):
    run("log", "Dry cake", "--who", "Dana")
    asked = answers()
    err = run("reply", "1", code=1).err
    assert asked == []
    assert "No review stands in incident 1" in err
    assert "reviewlog reply 1 --private" in err
    assert "reviewlog review 1" in err


def test_reviews_on_two_sites_need_the_site(shop):
    shop("review", "1", "--site", "yelp", "--stars", "1", "--as", "Fan", "--text", "Dry.")
    assert "Missing: --site SITE" in shop("reply", "1", TEXT, code=2).err
    shop("reply", "1", TEXT, "--site", "yelp")
    assert entries(shop)[-1]["site"] == "yelp"
    assert "on Yelp" in shop("reply", "1", "--site", "yelp").out


def test_a_review_is_named_by_its_entry_and_another_one_is_unknown(shop):
    (review,) = [e for e in shop("show", "1", "--json").json["entries"] if e["kind"] == "review"]
    shop("reply", "1", TEXT, "--of", review["entry"])
    assert "review" in shop("reply", "1", "--of", "999", code=4).err


# The editor


def test_the_editor_opens_on_the_draft_and_its_text_is_kept(shop, machine, answers):
    answers("The cake was promised for noon.", "")
    machine.edited = TEXT
    shop("reply", "1")
    assert "The cake was promised for noon." in machine.edits[0]
    assert [e["text"] for e in entries(shop)] == [TEXT]
    assert list((machine.default_book() / "drafts").glob("*")) == []


def test_a_later_edit_begins_with_the_latest_version(shop, machine, answers):
    shop("reply", "1", TEXT)
    answers()
    machine.edited = TEXT + " Yours."
    shop("reply", "1", "--edit")
    assert machine.edits == [TEXT]
    assert entries(shop)[-1]["text"] == TEXT + " Yours."


def test_to_edit_there_must_be_a_terminal(shop):
    assert "--edit needs a terminal" in shop("reply", "1", "--edit", code=2).err


def test_an_emptied_text_is_refused_and_nothing_is_written(shop, machine, answers):
    answers("The cake was dry.", "")
    machine.edited = "  \n"
    assert "There is nothing in the text" in shop("reply", "1", code=2).err
    assert entries(shop) == []


# Reading again


def test_the_draft_is_read_again_with_their_words_folded(shop):
    shop("reply", "1", BUT)
    before = shop("show", "1", "--json").json
    out = shop("reply", "1").out
    assert "YOUR REPLY on Trustpilot, incident 1: version 1" in out
    assert "1 star, 4 words of theirs, folded; --unfold shows them" in out
    assert "idiots" not in out
    assert "> Dry cake, rude idiots." in shop("reply", "1", "--unfold").out
    assert "^^^" in out
    assert shop("show", "1", "--json").json == before


def test_in_json_their_words_stay_folded_too(shop):
    shop("reply", "1", TEXT)
    found = shop("reply", "1", "--json").json
    assert found["review"]["words"] == 4
    assert found["review"]["text"] is None
    assert shop("reply", "1", "--json", "--unfold").json["review"]["text"]
    assert found["text"] == TEXT
    assert found["version"] == 1


def test_what_became_of_the_review_since_is_told(shop, clock):
    shop("reply", "1", TEXT)
    clock.tick(hours=1)
    shop("review", "1", "--site", "trustpilot", "--changed", "--text", "Still dry.")
    assert "changed after you wrote this" in shop("reply", "1").out
    shop("review", "1", "--site", "trustpilot", "--gone")
    assert "It is gone since" in shop("reply", "1").out


def test_the_bare_text_is_printed_only_when_it_is_ready(shop, clock):
    shop("reply", "1", TEXT)
    refused = shop("reply", "1", "--print", code=1)
    assert refused.out == ""
    assert "not ready before 17:00" in refused.err
    assert "--now REASON" in refused.err
    clock.tick(minutes=20)
    assert shop("reply", "1", "--print").out == TEXT + "\n"


def test_a_draft_that_is_to_be_changed_is_not_ready_and_nobody_is_sent_to_read_it(shop, clock):
    out = shop("reply", "1", COURT, "--eyes", "Sam").out
    assert "NOT READY  1 to change: legal-threat." in out
    assert "reviewlog reply 1 --edit" in out
    assert "reviewlog reply 1 --new" in out
    assert "--seen-by" not in out
    assert "--print" not in out
    clock.tick(days=1)
    assert not shop("reply", "1", "--json").json["ready"]


def test_the_bare_text_of_what_is_to_be_changed_takes_a_reason_for_this_version(shop, clock):
    shop("reply", "1", COURT)
    clock.tick(days=1)
    refused = shop("reply", "1", "--print", code=1)
    assert refused.out == ""
    assert "1 to change first: legal-threat." in refused.err
    assert "To take it as it is, say why: reviewlog reply 1 --now REASON" in refused.err
    assert "READY  You took it as it is" in shop("reply", "1", "--now", "My lawyer wrote it").out
    assert shop("reply", "1", "--print").out == COURT + "\n"
    shop("reply", "1", COURT + " And then?")
    shop("reply", "1", "--print", code=1)


def test_what_is_to_be_changed_is_recorded_when_it_was_posted(shop):
    shop("reply", "1", BUT)
    out = plain(shop("reply", "1", "--posted").out)
    assert "You can still change it on the site; then write that down" in out
    assert "You can still" not in shop("reply", "1", "--posted", TEXT).out


def test_a_pause_is_no_night_where_it_ends_today(shop, clock):
    clock.tick(hours=16)
    shop("assess", "1", "unfounded")
    assert "calmer after a pause" in plain(shop("reply", "1", TEXT).out)
    clock.tick(hours=8)
    assert "calmer after a night" in plain(
        shop("reply", "1", "A dry cake is no cake; I am sorry. Ann").out
    )


def test_a_reason_makes_it_ready_at_once(shop):
    shop("reply", "1", TEXT)
    assert "as it is: “They wait”" in plain(shop("reply", "1", "--now", "They wait").out)
    assert shop("reply", "1", "--print").out == TEXT + "\n"
    shop("reply", "1", "--now", " ", code=2)


def test_a_second_pair_of_eyes_is_waited_for(shop, clock):
    shop("reply", "1", TEXT, "--eyes", "Sam Roe")
    clock.tick(days=1)
    err = shop("reply", "1", "--print", code=1).err
    assert "Sam Roe is to read it first" in err
    assert "reviewlog reply 1 --seen-by 'Sam Roe'" in err
    shop("reply", "1", "--seen-by", "sam roe", "Reads well")
    assert shop("reply", "1", "--print").out == TEXT + "\n"
    assert entries(shop)[-1]["text"] == "Reads well"


def test_the_wish_for_eyes_can_be_taken_back(shop, clock):
    shop("reply", "1", TEXT, "--eyes", "Sam")
    shop("reply", "1", "--eyes", "nobody")
    clock.tick(days=1)
    assert shop("reply", "1", "--print").out == TEXT + "\n"


def test_without_a_draft_there_is_nothing_to_print_or_to_see(shop):
    for words in (("--print",), ("--now", "x"), ("--seen-by", "Sam"), ("--versions",)):
        assert "has no reply in draft" in shop("reply", "1", *words, code=4).err


def test_all_versions_are_shown_with_what_changed(shop):
    shop("reply", "1", TEXT)
    shop("reply", "1", TEXT.replace("dry", "stale"))
    shop("reply", "1", "--posted")
    out = plain(shop("reply", "1", "--versions").out)
    assert "VERSION 1" in out
    assert "[-dry.-] {+stale.+}" in out
    assert "POSTED" in out
    found = shop("reply", "1", "--versions", "--json").json["versions"]
    assert [version["version"] for version in found] == [1, 2, None]


def test_words_for_a_call_stand_on_the_card(shop):
    out = shop("reply", "1", "--call", "I am sorry about the cake.").out
    assert "reviewlog call-card 1" in out
    assert "READY" not in out


# Checking


def checked(run, machine, text, *words, code=1):
    path = machine.folder / "text.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return run("reply", "1", "--check", str(path), *words, code=code)


def test_a_text_is_checked_and_nothing_is_written(shop, machine):
    before = shop("show", "1", "--json").json
    out = checked(shop, machine, BUT).out
    assert "STOP" in out
    assert "^^^" in out
    assert shop("show", "1", "--json").json == before


def test_a_good_text_passes(shop, machine):
    assert "Nothing to change" in checked(shop, machine, TEXT, code=0).out


def test_standard_input_is_checked(shop, machine):
    machine.stdin = BUT
    assert "STOP" in shop("reply", "1", "--check", "-", code=1).out


def test_json_tells_findings_with_their_places(shop, machine):
    found = checked(shop, machine, BUT, "--json").json
    assert found["schema"] == "reviewlog.reply-check/1"
    assert not found["passes"]
    places = [p for f in found["findings"] if f["rule"] == "but" for p in f["places"]]
    assert places[0]["text"] == "but"
    assert places[0]["start"] == BUT.index("but")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_places_fit_the_text_as_it_was_given(shop, machine, encoding):
    given = BUT.replace(", ", ",\r\n").encode(encoding)
    told = given.decode(encoding)
    told = told if encoding == "utf-8" else f"\ufeff{told}"
    places = [place for finding in checked(shop, machine, given, "--json").json["findings"]
              for place in finding["places"]]  # fmt: skip
    assert "but" in [place["text"] for place in places]
    for place in places:
        assert told[place["start"] : place["end"]] == place["text"]
    assert [(p["line"], p["column"]) for p in places if p["text"] == "but"] == [(2, 1)]
    assert "STOP" in checked(shop, machine, given).out


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\xff\xfe\xff", "is no text"),
        (b"\x89PNG\r\n\x00\x00", "is no text"),
        (b"caf\xe9 but", "is no text"),
        (b"  \n", "There is nothing in the text"),
        (b"", "There is nothing in the text"),
        (b"x" * 1_000_001, "is longer than 1 MB"),
        (b"word " * 20_001, "has 100,005 characters"),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(shop, machine, raw, said):
    refused = checked(shop, machine, raw, code=2)
    assert said in refused.err
    assert refused.out == ""


@pytest.mark.parametrize("name", ["nowhere.txt", ".", "x" * 300])
def test_what_is_no_file_is_refused_with_a_sentence(shop, name):
    assert shop("reply", "1", "--check", name, code=2).err


def test_standard_input_that_is_no_text_is_refused(shop, machine):
    machine.stdin = "\udcff\udcfe"
    assert "is no text" in shop("reply", "1", "--check", "-", code=2).err


def test_a_text_for_them_alone_has_other_rules(shop, machine):
    text = "Dear Dana, the cake was dry. We got this wrong. I am sorry. I offer you £20. Ann Vale"
    public = checked(shop, machine, text, "--json").json
    private = checked(shop, machine, text, "--private", "--json", code=0).json
    assert "public-offer" in {f["rule"] for f in public["findings"]}
    assert private["passes"]


def test_without_a_trade_the_strictest_rule_is_told(run, machine):
    run("log", "Dry cake", "--who", "Dana")
    machine.stdin = "Thank you for coming to us. Ann"
    shown = run("reply", "1", "--check", "-", "--json", code=1)
    assert "No trade is set" in shown.err
    assert "keeps-silent" in {f["rule"] for f in shown.json["findings"]}


def test_an_unknown_incident_is_told_with_the_nearest(shop):
    assert "no incident “7”" in shop("reply", "7", "--check", "x", code=4).err


def test_a_closed_incident_can_be_answered_too(shop):
    shop("close", "1")
    shop("reply", "1", TEXT)
    assert "YOUR REPLY" in shop("reply", "1").out
    assert "closed" in shop("reply", "1", "--posted").out


# Posted


def test_a_text_longer_than_any_reply_is_recorded_unchecked_and_not_drafted(shop, machine):
    machine.stdin = "You liar! " * 12_000
    assert "has 120,000 characters" in shop("reply", "1", "-", code=2).err
    found = shop("reply", "1", "--posted", "-", "--json").json
    assert "unchecked" in found["flags"]
    assert found["against"] == []
    assert len(entries(shop)[-1]["text"]) == 120_000


def test_the_latest_draft_is_what_was_posted(shop, clock):
    shop("reply", "1", TEXT)
    clock.tick(hours=1)
    out = shop("reply", "1", "--posted", "--url", "https://t.example/1").out
    assert "You answered the review on Trustpilot" in out
    assert "What became of the draft" not in out
    posted = entries(shop)[-1]
    assert (posted["text"], posted["url"]) == (TEXT, "https://t.example/1")
    assert shop("list", "--json").json["incidents"][0]["review"] == "up"
    assert shop("show", "1", "--json").json["incident"]["answered"]


def test_what_was_posted_otherwise_is_shown_against_the_draft(shop, clock):
    shop("reply", "1", TEXT)
    clock.tick(hours=1)
    out = plain(shop("reply", "1", "--posted", TEXT.replace("dry", "stale")).out)
    assert "[-dry.-] {+stale.+}" in out


def test_too_early_unseen_and_rules_are_told_and_kept(shop):
    shop("reply", "1", BUT, "--eyes", "Sam")
    shown = shop("reply", "1", "--posted", "--json").json
    assert {"early", "unseen"} <= set(shown["flags"])
    assert {"but", "legal-threat"} <= set(shown["against"])
    assert "legal-threat" in entries(shop)[-1]["against"]


def test_too_early_counts_from_when_it_was_posted(shop, clock):
    shop("reply", "1", TEXT)
    clock.tick(days=1)
    assert (
        "early" in shop("reply", "1", "--posted", "--at", "yesterday 16:45", "--json").json["flags"]
    )


def test_the_third_reply_is_told(shop, clock):
    for _ in range(2):
        shop("reply", "1", "--posted", TEXT)
        clock.tick(hours=1)
    assert "answer number 3" in plain(shop("reply", "1", "--posted", TEXT + " Yours.").out)


def test_after_posting_what_was_posted_is_shown_and_a_new_review_begins_anew(shop, clock):
    shop("reply", "1", "--posted", TEXT)
    assert "Your reply was posted" in shop("reply", "1").out
    assert shop("reply", "1", "--json").json["state"] == "posted"
    clock.tick(hours=1)
    shop("review", "1", "--site", "trustpilot", "--changed", "--text", "Still dry.")
    assert "Missing: --case" in shop("reply", "1", code=2).err


def test_eyes_are_wanted_for_a_draft_not_for_what_was_posted(shop):
    shop("reply", "1", "--posted", TEXT)
    assert "in draft" in shop("reply", "1", "--eyes", "Sam", code=4).err


def test_without_draft_and_text_a_script_is_told_what_is_missing(shop):
    assert "Missing: TEXT" in shop("reply", "1", "--posted", code=2).err


def test_a_promise_in_it_is_offered_as_a_line_to_type(shop):
    err = shop("reply", "1", "--posted", TEXT + " I will ring you on Friday.").err
    assert "reviewlog promise 1" in err
    assert "--by" in err


def test_a_promise_is_put_into_the_ledger_where_the_owner_says_by_when(shop, answers):
    asked = answers("friday")
    shop("reply", "1", "--posted", TEXT + " We will send you a new cake soon.", "-q")
    assert "by when?" in asked[-1]
    assert entries(shop, "promise")[0]["due"]["start"].startswith("2026-11-27")


def test_a_promise_that_is_none_is_left(shop, answers):
    answers("n")
    shop("reply", "1", "--posted", TEXT + " I will ring you on Friday.")
    assert entries(shop, "promise") == []


def test_a_message_that_was_sent_is_a_contact(shop):
    shop("reply", "1", "--private", "--posted", "Dear Dana, I am sorry. Ann", "--channel", "sms")
    (contact,) = [e for e in entries(shop, "interaction") if e.get("direction") == "out"]
    assert contact["channel"] == "sms"
    assert shop("show", "1", "--json").json["facts"]["unanswered"] == 1


def test_a_message_to_somebody_who_wants_peace_is_kept_with_the_rule(shop):
    shop("log", "Leave me alone", "--incident", "1", "--leave-alone")
    shown = shop("reply", "1", "--private", "--posted", "Dear Dana. Ann", "--json").json
    assert "leave-alone" in shown["flags"]


def test_words_for_a_call_are_logged_as_a_call(shop):
    err = shop("reply", "1", "--call", "--posted", "Sorry", code=2).err
    assert "reviewlog log --incident 1 --out" in err


# Options


@pytest.mark.parametrize(
    "words",
    [
        ("--public", "--private"),
        ("--print", "--posted"),
        ("--check", "x", "TEXT"),
        ("--versions", "--edit"),
        ("--edit", "--no-edit"),
        ("--at", "today"),
        ("--channel", "sms"),
        ("--private", "--posted", "x", "--url", "y"),
        ("--posted", "x", "--case", "y"),
        ("--now", "x", "--new"),
    ],
    ids=" ".join,
)
def test_what_does_not_go_together_is_refused_before_anything_is_written(shop, words):
    assert shop("reply", "1", *words, code=2).err
    assert entries(shop) == []


def test_what_rules_rest_on_is_no_rule_and_they_are_named(run):
    err = run("reply", "rules", "d4", code=2).err
    assert "is no rule but what rules rest on: " in plain(err)
    assert "but" in err
    assert "WORDS" not in run("reply", "rules", "but").out
    assert "WORDS" in run("reply", "rules", "but", "--all").out


def test_the_rules_are_listed_by_the_word_rules(run):
    assert "but" in run("reply", "rules").out
    assert run("reply", "rules", "but", "--json").json["schema"].startswith("reviewlog.reply-rules")


DRAFT = {"schema", "incident", "medium", "state", "entry", "version", "text", "ready", "ready_at",
         "now_why", "eyes", "seen_by", "remark", "posted", "review"}  # fmt: skip
CHECKED = {"schema", "incident", "medium", "passes", "language", "unread", "findings", "promises"}


def test_json_has_the_keys_that_were_promised(shop, machine):
    kept = shop("reply", "1", BUT, "--json").json
    assert kept.keys() == DRAFT | CHECKED | {"entries", "opened", "next"}
    assert shop("reply", "1", "--json").json.keys() == DRAFT | CHECKED
    assert checked(shop, machine, BUT, "--json").json.keys() == CHECKED
    assert kept["findings"][0].keys() == {
        "rule", "level", "title", "why", "instead", "source", "said", "twin", "places"
    }  # fmt: skip
    assert shop("reply", "1", "--posted", "--json").json.keys() == {
        "schema", "incident", "entry", "entries", "opened", "next", "changes", "flags", "against",
        "promises",
    }  # fmt: skip
    assert shop("reply", "1", "--json").json.keys() == DRAFT


def test_every_answer_in_json_is_one_object(shop):
    for words in ((TEXT,), (), ("--versions",), ("--posted",), ()):
        assert json.loads(shop("reply", "1", *words, "--json").out)["incident"] == "1"


def test_a_posting_taken_back_brings_the_draft_back(shop):
    shop("reply", "1", TEXT)
    shop("reply", "1", "--posted")
    shop("undo")
    assert "YOUR REPLY" in shop("reply", "1").out
    assert not shop("show", "1", "--json").json["incident"]["answered"]


def test_what_was_posted_can_be_corrected(shop):
    entry = shop("reply", "1", "--posted", TEXT, "--json").json["entry"]
    shop("amend", entry, TEXT + " Yours.")
    assert entries(shop)[-1]["text"] == TEXT + " Yours."


def test_a_copy_of_an_earlier_reply_is_shown_with_its_twin(shop, machine):
    shop("reply", "1", "--posted", TEXT)
    shop("review", "--site", "google", "--stars", "1", "--as", "Else", "--text", "Cold tea.")
    machine.stdin = TEXT
    shown = shop("reply", "2", "--check", "-", code=1)
    assert "“Thank you, Fan. The cake" in plain(shown.out)
    found = shop("reply", "2", "--check", "-", "--json", code=1).json["findings"]
    (twin,) = [f["twin"] for f in found if f["twin"]]
    assert twin["text"] == TEXT

"""The verb dispute: preparing a report, what was sent, what the site answered."""

import pytest

from reviewlog.playbook.shelf import SITES_FOLDER

DANA = ("log", "The cake was dry", "--who", "Dana Smith", "--threat", "open",
        "--quote", "Refund me or one star", "--site", "google")  # fmt: skip
REVIEW = ("review", "1", "--site", "google", "--stars", "1", "--as", "Fan", "--text", "Dry cake.")


@pytest.fixture
def shop(run, machine):
    """Return a function that runs a command line in a logbook whose trade may tell of customers."""
    folder = machine.default_book()
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text("business: Cakes and More\ntrade: bakery\n")
    return run


@pytest.fixture
def up(shop):
    """A threat and a review of it."""
    shop(*DANA)
    shop(*REVIEW)
    return shop


def entries(run, kind="dispute"):
    found = run("show", "1", "--json").json["entries"]
    return [entry["fields"] for entry in found if entry["kind"] == kind]


def attach(run, folder):
    (folder / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    run("attach", "1", str(folder / "a.png"), "--how", "screenshot")


def plain(text):
    return " ".join(text.split())


# Preparing


def test_without_a_ground_a_script_is_shown_the_grounds(up):
    err = up("dispute", "1", code=2).err
    assert "Missing: --ground ID" in err
    assert "extortion" in err
    assert "Negative review extortion scam" in err
    assert entries(up) == []


def test_it_shows_all_that_belongs_to_a_report_and_writes_the_choice_once(up):
    out = up("dispute", "1", "--ground", "extortion").out
    text = plain(out)

    assert "Ground for Google: Negative review extortion scam" in out
    assert "read on the site's own page, checked 2026-11" in text
    assert "One appeal, with proof" in text
    assert "The site does not act without it. reviewlog log --incident 1 --via email" in text
    assert "reviewlog amend 5 --url ADDRESS" in text
    assert "(your account's e-mail)" in text
    assert "“Refund me or one star”" in text
    assert "reviewlog sends nothing" in text
    assert "reviewlog dispute 1 --sent --site google" in text
    assert "Kept, 1" in out

    assert "Kept, 1" not in up("dispute", "1", "--ground", "extortion").out
    assert "Kept, 1" not in up("dispute", "1").out
    (chosen,) = entries(up)
    assert (chosen["state"], chosen["site"], chosen["ground"]) == ("chosen", "google", "extortion")
    assert chosen["ground_name"] == "Negative review extortion scam"


def test_another_ground_is_another_choice(up):
    up("dispute", "1", "--ground", "extortion")
    up("dispute", "1", "--ground", "spam")
    assert [e["ground"] for e in entries(up)] == ["extortion", "spam"]
    assert up("dispute", "1", "--json").json["ground"]["id"] == "spam"
    assert "did you mean spam" in up("dispute", "1", "--ground", "spamm", code=2).err.casefold()


def test_the_same_as_json(up):
    shape = up("dispute", "1", "--ground", "extortion", "--json").json
    assert shape["schema"] == "reviewlog.dispute/1"
    assert shape["entry"]
    assert (shape["site"], shape["review"]) == ("google", "5")
    assert shape["ground"]["old"] is False
    needs = {need["need"]: need for need in shape["needs"]}
    assert needs["written"] == {"need": "written", "state": "missing", "decisive": True}
    assert needs["quote"]["state"] == "held"
    form = {field["label"]: field for field in shape["form"]}
    assert form["Your contact details"]["text"] is None
    assert form["Full name of the business"]["text"] == "Cakes and More"
    assert shape["dispute"] == {
        "state": "chosen", "tries": 0, "left": None, "early": 0, "references": [], "waiting": [],
    }  # fmt: skip


def test_facts_that_nobody_looked_up_for_a_year_are_marked(up, machine):
    machine.clock.tick(days=500)
    out = plain(up("dispute", "1", "--ground", "extortion").out)
    assert "OLD, more than a year ago" in out
    assert "OLD, checked 2026-11" in out
    assert up("dispute", "1", "--json").json["ground"]["old"] is True


def test_what_goes_into_a_field_is_kept(up):
    up("dispute", "1", "--ground", "extortion", "--field", "Your relation to the business=Owner")
    (chosen,) = entries(up)
    assert chosen["fields"] == {"Your relation to the business": "Owner"}
    form = {f["label"]: f["text"] for f in up("dispute", "1", "--json").json["form"]}
    assert form["Your relation to the business"] == "Owner"
    assert "LABEL=TEXT" in up("dispute", "1", "--field", "Owner", code=2).err


def test_a_trade_that_was_not_named_shows_nothing_of_the_customer(run):
    run(*DANA)
    run(*REVIEW)
    out = run("dispute", "1", "--ground", "extortion").out
    assert "Refund me" not in out
    assert "Dana" not in out
    assert "Your trade keeps silent" in plain(out)


def test_a_threat_alone_has_only_early_grounds(shop):
    shop("log", "She wants a room", "--who", "Dana", "--threat", "open", "--site", "tripadvisor")
    err = shop("dispute", "1", code=2).err
    (ground,) = [line.split()[0] for line in err.splitlines() if line.startswith("  ")][:1]
    out = shop("dispute", "1", "--ground", ground).out
    assert "a threat, before there is a review" in out
    assert "reviewlog dispute 1 --early --site tripadvisor" in out
    shop("review", "1", "--site", "tripadvisor", "--stars", "1")
    late = plain(shop("dispute", "1", "--ground", ground).out)
    assert "works only while there is no review, and one is up" in late
    assert "reviewlog dispute 1 --site tripadvisor --ground suspicious" in late
    assert "Has the review been posted" not in late
    assert shop("dispute", "1", "--ground", ground, "--json").json["why"] == "too-late"
    err = shop("dispute", "1", code=2).err
    assert "suspicious" in err
    assert ground not in err


def test_where_a_site_takes_nothing_before_a_review_it_says_so_and_writes_nothing(shop):
    shop("log", "She wants money", "--who", "Dana", "--threat", "open", "--site", "play")
    out = plain(shop("dispute", "1").out)
    assert "Google Play takes no report before the review is there" in out
    assert "Watch the page once a day" in out
    assert "None of the grounds" not in out
    assert "Nothing was written." in out
    shape = shop("dispute", "1", "--json").json
    assert (shape["ground"], shape["why"]) == (None, "threat-only")
    assert entries(shop) == []


def test_what_is_not_known_of_early_reports_is_said(shop):
    shop(*DANA)
    out = plain(shop("dispute", "1").out)
    assert "Whether Google takes a report before the review is there is not known." in out
    early = plain(shop("dispute", "1", "--ground", "extortion").out)
    assert "is for a review that is up, and the log holds none on Google" in early
    assert shop("dispute", "1", "--ground", "extortion", "--json").json["why"] == "too-early"
    assert entries(shop) == []


def test_without_review_and_threat_there_is_nothing_to_report_yet(shop):
    shop("log", "It was dry", "--who", "Dana", "--threat", "none")
    out = plain(shop("dispute", "1", "--site", "google").out)
    assert "The log holds no review on Google: there is nothing to report yet." in out
    assert shop("dispute", "1", "--site", "google", "--json").json["why"] == "nothing-up"


@pytest.fixture
def bbb(shop):
    """A notice of a complaint, before there is any review."""
    shop("log", "She complains", "--who", "Dana", "--threat", "none")
    shop("dispute", "1", "--site", "bbb", "--notice", "C 12", "--deadline", "in 6 days")
    return shop


def test_a_notice_is_answered_without_a_review(bbb):
    assert "complaint-answer" in bbb("dispute", "1", code=2).err
    out = bbb("dispute", "1", "--ground", "complaint-answer").out
    text = plain(out)
    assert "an answer to BBB: its notice of a complaint" in text
    assert "threat" not in text
    assert "reviewlog dispute 1 --sent --site bbb" in text
    assert "Set by the site: Fri 27 Nov." in text
    assert "30 calendar days" not in text
    assert "before it is published" not in text
    assert "it goes to them and may be published" in text
    assert "STATEMENT" not in out


def test_a_day_of_a_notice_that_has_passed_is_over(bbb, machine):
    machine.clock.tick(days=8)
    assert "it is over" in plain(bbb("dispute", "1", "--ground", "complaint-answer").out)


# What leaves nothing undecided


def test_what_nobody_has_decided_on_is_left_out_and_nothing_is_written(up):
    up("amend", "3", "--quote", "Pay to 4111 1111 1111 1111 or mail jo@example.com")
    for words in (("dispute", "1", "--ground", "extortion"), ("-q", "dispute", "1")):
        out = up(*words).out
        assert "4111" not in out
        assert "jo@example" not in out
    out = plain(up("dispute", "1").out)
    assert "Left out below, until you decide: 2 texts" in out
    assert "[card number left out]" in out
    assert up("dispute", "1", "--json").json["left_out"] == 2
    assert entries(up, "redaction") == []


def test_quiet_shows_the_form_and_the_statement(up):
    out = up("-q", "dispute", "1", "--ground", "extortion").out
    assert "FORM, field by field" in out
    assert "STATEMENT" in out
    assert "TRIES" not in out


def test_of_a_silent_trade_nothing_is_asked_for_that_may_not_leave(run):
    run(*DANA)
    run(*REVIEW)
    out = plain(run("dispute", "1", "--ground", "extortion",
                    "--field", "Who got in touch with you=Dana, on Friday").out)  # fmt: skip
    missing = out[out.index("STILL MISSING") : out.index("Your trade keeps silent")]
    assert "address of the review" in missing
    for word in ("message", "writing", "their exact words"):
        assert word not in missing
    assert "What you gave with --field stays in the log" in out
    assert "Friday" not in out


# Which site, which review


def test_the_site_must_be_clear(shop):
    shop("log", "It was dry", "--who", "Dana")
    assert "--site SITE" in shop("dispute", "1", code=2).err
    assert "Yelp acts on its own grounds" in shop("dispute", "1", "--site", "yelp", code=2).err


def test_of_several_reviews_one_is_named_or_all(up):
    up("review", "1", "--site", "google", "--stars", "1", "--as", "Other")
    err = up("dispute", "1", "--ground", "spam", code=2).err
    assert "--of all" in err
    assert "by Other" in err
    up("dispute", "1", "--ground", "spam", "--of", "5")
    assert "2 reviews, in one report" in up("dispute", "1", "--ground", "spam", "--of", "all").out
    assert [e.get("of", "").partition(":")[2] for e in entries(up)] == ["5", ""]
    assert up("dispute", "1", "--ground", "spam", "--of", "3", code=4).err


def test_what_is_shown_last_is_what_the_bundle_is_about(up):
    up("review", "1", "--site", "google", "--stars", "1", "--as", "Other")
    for entry in ("5", "6", "5"):
        assert "Kept, 1" in up("dispute", "1", "--ground", "spam", "--of", entry).out
        assert "Kept, 1" not in up("dispute", "1", "--ground", "spam", "--of", entry).out


def test_an_answer_is_about_the_review_that_was_reported(up):
    up("review", "1", "--site", "google", "--stars", "1", "--as", "Other")
    assert "--of all" in up("dispute", "1", "--sent", code=2).err
    up("dispute", "1", "--sent", "--of", "5")
    up("dispute", "1", "--answer", "refused")
    up("dispute", "1", "--notice", "No. 1", "--deadline", "friday")
    sent, answered, notice = entries(up)
    assert sent["of"] == answered["of"]
    assert "of" not in notice
    up("dispute", "1", "--sent", "--of", "all")
    assert "--of all" in up("dispute", "1", "--answer", "refused", code=2).err


def test_an_entry_names_the_site_as_well(up):
    up("review", "1", "--site", "yelp", "--stars", "1", "--as", "Fan")
    assert "Yelp acts on" in up("dispute", "1", "--of", "6", code=2).err
    other = up("dispute", "1", "--of", "6", "--site", "google", code=2).err
    assert "Entry 6 is a review on Yelp, not on Google" in other
    err = up("dispute", "1", "--of", "99", code=4).err
    assert "Entry “99” is no review of incident 1" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--reference", "X"), "reviewlog dispute 1 --sent --reference 'its number'"),
        (("--deadline", "friday"), "--deadline goes with --sent, --early, --answer or --notice"),
        (("--text", "x"), "--text goes with"),
        (("--exhibit", "E1"), "--exhibit goes with --sent or --early"),
        (("--gone",), "--gone goes with --answer removed"),
        (("--sent", "--gone"), "--gone goes with --answer removed"),
        (("--at", "yesterday"), "--at goes with"),
        (("--as-shown",), "--as-shown goes with --sent or --early"),
        (("loose words",), "TEXT goes with --answer"),
        (("--sent", "--exhibit", "E9"), "“E9” holds no file"),
        (("--ground", "extortion", "--field", "Nothing=x"), "is no field of the form"),
    ],
)
def test_nothing_that_was_said_is_dropped(up, words, said):
    code = 4 if "E9" in words else 2
    assert said in plain(up("dispute", "1", *words, code=code).err)
    assert entries(up) == []


def test_a_field_may_be_named_in_small_letters(up):
    up("dispute", "1", "--ground", "extortion", "--field", "your contact details=me@shop.example")
    assert entries(up)[0]["fields"] == {"Your contact details": "me@shop.example"}


# What was sent, what was answered


def test_beyond_the_tries_it_is_kept_and_said(up):
    for _ in range(2):
        up("dispute", "1", "--sent")
        up("dispute", "1", "--answer", "no")
    assert "had no try left" in plain(up("dispute", "1", "--sent").out)
    out = up("dispute", "1", "--ground", "spam").out
    assert "FORM" not in out
    assert "When you have sent it" not in out
    assert "WHAT HELPS INSTEAD" in out


def test_an_early_report_after_the_review_is_kept_and_said(up):
    out = plain(up("dispute", "1", "--early").out)
    assert "A review is up on Google already, and this report is for the time before." in out


def test_an_early_report_where_the_site_takes_none_is_kept_and_said(shop):
    shop("log", "She wants money", "--who", "Dana", "--threat", "open", "--site", "play")
    out = plain(shop("dispute", "1", "--early").out)
    assert "takes no report before the review is there. It is kept all the same" in out
    assert [e["state"] for e in entries(shop)] == ["early"]


def test_reports_are_counted_and_the_next_one_is_warned_of(up, tmp_path):
    up("dispute", "1", "--ground", "spam")
    attach(up, tmp_path)
    sent = up(
        "dispute", "1", "--sent", "--reference", "4-1", "--text", "It is spam.", "--exhibit", "e1"
    )
    assert "You reported it to Google, number 4-1" in sent.out
    (_, first) = entries(up)
    assert (first["try"], first["ground"], first["exhibits"]) == (1, "spam", ["E1"])
    assert "It has not answered yet" in plain(up("dispute", "1").out)

    refused = up(
        "dispute", "1", "--answer", "refused", "We looked at it.", "--deadline", "in 5 days"
    )
    assert "One appeal" in plain(refused.out)
    assert "Set by the site: Thu 26 Nov" in refused.out
    assert up("dispute", "1", "--json").json["dispute"]["left"] == 1
    up("dispute", "1", "--sent")
    last = up("dispute", "1", "--answer", "no")
    assert "No try is left at this site." in plain(last.out)
    assert "NO TRY IS LEFT" in up("dispute", "1").out
    assert [e.get("try") for e in entries(up) if e["state"] == "sent"] == [1, 2]
    assert [e["said"] for e in entries(up) if e.get("said")] == ["We looked at it."]


@pytest.mark.parametrize("site", ["play", "trustpilot"])
def test_a_second_report_is_warned_of_where_it_is_misuse_or_impossible(shop, site):
    shop(*DANA[:-1], site)
    shop("review", "1", "--site", site, "--stars", "1")
    shop("dispute", "1", "--sent")
    ground = next(iter(shop("dispute", "1", code=2).err.splitlines()[1:])).split()[0]
    out = plain(shop("dispute", "1", "--ground", ground).out)
    assert "NO TRY IS LEFT" in out
    assert "again" in out


def test_the_form_as_it_was_shown_is_kept_without_its_gaps(up):
    up("dispute", "1", "--ground", "extortion")
    up("dispute", "1", "--sent", "--as-shown")
    fields = entries(up)[-1]["fields"]
    assert fields["Full name of the business"] == "Cakes and More"
    assert "Your contact details" not in fields


def test_an_early_report_and_what_was_put_into_it(shop):
    shop("log", "She wants a room", "--who", "Dana", "--threat", "open", "--site", "tripadvisor")
    before = shop("next", "1", "--json").json["next"]
    shop("dispute", "1", "--early", "--text", "-", "--field", "Month of the stay=November 2026")
    (early,) = entries(shop)
    assert (early["state"], early["site"]) == ("early", "tripadvisor")
    assert early["fields"] == {"Month of the stay": "November 2026"}
    assert "try" not in early
    after = shop("next", "1", "--json").json["next"]
    assert "report-threat" in {item["step"] for item in before}
    assert "report-threat" not in {item["step"] for item in after}


@pytest.fixture
def machine(machine):
    machine.stdin = "What I sent, word for word."
    return machine


def test_what_was_sent_may_come_from_standard_input(up):
    up("dispute", "1", "--sent", "--text", "-")
    assert entries(up)[-1]["text"] == "What I sent, word for word."


def test_removed_suggests_to_note_that_it_is_gone_or_does_it(up):
    up("dispute", "1", "--sent")
    out = up("dispute", "1", "--answer", "removed").out
    assert "reviewlog review 1 --gone" in plain(out)
    up("undo")
    up("dispute", "1", "--answer", "removed", "--gone")
    assert [e["state"] for e in entries(up, "review")] == ["up", "gone"]
    assert up("show", "1", "--json").json["facts"]["review"] == "gone"


def test_a_review_that_is_gone_is_not_reported(up):
    up("review", "1", "--gone")
    assert "gone from Google" in up("dispute", "1", "--ground", "spam").out
    assert up("dispute", "1", "--of", "5", "--json").json["ground"] is None
    assert entries(up) == []


def test_a_notice_without_its_day_is_asked_for_it(up):
    out = plain(up("dispute", "1", "--site", "bbb", "--notice", "Complaint 12").out)
    assert "Which day does it name? That day counts: reviewlog amend 6 --by WHEN" in out
    up("amend", "6", "--by", "in 6 days")
    (item,) = [
        i for i in up("due", "--json").json["items"] if i["step"].startswith("site-deadline")
    ]
    assert item["due_on"] == "2026-11-27"


def test_a_notice_is_due_until_it_is_answered(up):
    up("dispute", "1", "--site", "bbb", "--notice", "Complaint 12", "--deadline", "in 6 days")
    (item,) = [
        i for i in up("due", "--json").json["items"] if i["step"].startswith("site-deadline")
    ]
    assert (item["due_on"], item["outside"]) == ("2026-11-27", True)
    assert "Complaint 12" in up("show", "1").out
    up("dispute", "1", "--site", "bbb", "--sent")
    steps = {i["step"] for i in up("due", "--json").json["items"]}
    assert not any(step.startswith("site-deadline") for step in steps)


def test_the_steps_of_the_playbook_follow_the_dispute(up):
    def steps():
        return {item["step"] for item in up("show", "1", "--json").json["agenda"]}

    up("playbook", "use", "1", "dispute")
    assert "ground" in steps()
    up("dispute", "1", "--ground", "extortion")
    assert not {"ground"} & steps()
    assert {"proof", "dispute"} <= steps()
    up("dispute", "1", "--sent")
    assert "site-answer" in steps()
    up("dispute", "1", "--answer", "more", "Please send the order number.")
    assert "site-answer" in steps()
    up("dispute", "1", "--answer", "refused")
    assert "appeal" in steps()
    up("dispute", "1", "--sent")
    assert not {"site-answer", "appeal", "dispute"} & steps()


def test_the_playbook_says_what_ends_its_steps(run):
    out = run("playbook", "show", "dispute").out
    assert "Ends: when you write down the ground or the report, or tick it." in out
    assert "Ends: when you write down the report, or tick it." in out
    assert "Ends: when you write down what the site answers, or tick it." in out


def test_a_text_without_end_is_refused(up):
    for words in (("--sent", "--text", "x" * 1_000_001),
                  ("--ground", "extortion", "--field", "Your contact details=" + "x" * 1_000_001),
                  ):  # fmt: skip
        assert "is the most" in up("dispute", "1", *words, code=2).err
    assert entries(up) == []


def test_a_step_may_still_be_ticked(up):
    up("playbook", "use", "1", "dispute")
    up("done", "1", "ground")
    up("done", "1", "dispute")
    listed = {item["step"] for item in up("show", "1", "--json").json["agenda"]}
    assert not {"ground", "dispute"} & listed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--sent", "--early"), "do not go together"),
        (("--sent", "--answer", "more"), "do not go together"),
        (("--answer", "perhaps"), "Known: removed, refused, more"),
        (("--sent", "--exhibit", "picture"), "is no exhibit"),
        (("--sent", "some words"), "--text TEXT"),
        (("--sent", "--reference", " "), "nothing in --reference"),
        (("--notice", " "), "There is nothing"),
        (("--notice", "x", "--deadline", "yesterday"), "is over"),
        (("--sent", "--at", "tomorrow"), "still to come"),
        (("--site", "goggle"), "Did you mean google"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(up, words, said):
    assert said in plain(up("dispute", "1", *words, code=2).err)
    assert entries(up) == []


def test_hostile_words_are_shown_harmlessly(up):
    up("dispute", "1", "--sent", "--reference", "1\x1b[31m", "--text", "a\u202eb")
    up("dispute", "1", "--answer", "more", "c\x1b]0;x\x07", "--site", "google")
    for words in (("show", "1"), ("dispute", "1", "--ground", "spam"), ("due",)):
        assert "\x1b" not in up(*words).out


def test_it_can_be_taken_back_and_corrected(up):
    up("dispute", "1", "--sent", "--text", "It is spam")
    up("amend", "It is an advertisement")
    assert entries(up)[-1]["text"] == "It is an advertisement"
    up("undo")
    up("undo")
    assert entries(up) == []


def test_own_facts_about_a_site_win(up, machine):
    folder = machine.default_book() / "playbooks" / SITES_FOLDER
    folder.mkdir(parents=True)
    from reviewlog.playbook.shelf import shipped_site_texts

    text = shipped_site_texts()["google"].replace("name: Spam", "name: Advertising of mine")
    (folder / "google.yaml").write_text(text)
    assert "Advertising of mine" in up("dispute", "1", code=2).err

"""The verbs claim and lookup, what attach says of exhibits, and what a file shows."""

import pytest

from tests.builders import FIRST

TEXT = "The cake was dry. We waited 3 hours! Never again."
FILE = str(FIRST + 3)


@pytest.fixture(autouse=True)
def reviewed(run, call, tmp_path):
    call()
    run("review", "1", "--site", "google", "--stars", "1", "--as", "CakeFan77", "--text", TEXT)
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(41))


def flat(result):
    return " ".join(result.out.split())


def last(run):
    return run("show", "1", "--json").json["entries"][-1]


def test_attach_names_the_exhibits_and_show_too(run):
    assert "It is exhibit E1; that number stays." in run("attach", "1", "a.png").out
    result = run("attach", "1", "a.png", "b.png")
    assert "They are exhibits E2 and E3; these numbers stay." in result.out
    assert run("attach", "1", "b.png", "--json").json["exhibits"] == ["E4"]
    assert "E1: kept Sat 21 Nov 16:40, SHA-256" in run("show", "1").out
    entries = run("show", "1", "--json").json["entries"]
    assert [e["exhibit"] for e in entries if "exhibit" in e] == ["E1", "E2", "E3", "E4"]


def test_what_a_file_shows_is_kept_shown_and_corrected(run):
    run("attach", "1", "a.png", "--shows", "audit", "--by", "Fire office")
    assert last(run)["fields"]["shows"] == "third-party"
    assert "E1: from a third party, by Fire office, kept" in flat(run("show", "1"))
    run("amend", FILE, "--shows", "our record", code=2)
    run("amend", FILE, "--shows", "order", "--why", "misread")
    shown = flat(run("show", "1"))
    assert "E1: our own record, by Fire office" in shown
    assert "what it shows was “third-party” (misread)" in shown


def test_a_label_names_the_file_that_another_was_made_of(run):
    run("attach", "1", "a.png")
    run("attach", "1", "b.png", "--derived-from", "e1")
    assert last(run)["fields"]["parent"]
    assert "“E9” holds no file" in run("attach", "1", "b.png", "--derived-from", "E9", code=4).err


def test_in_a_script_claim_shows_the_sentences(run):
    run("attach", "1", "a.png")
    shown = run("claim", "1").out
    assert " 1  “The cake was dry.”\n    not looked at yet\n 2  “We waited 3 hours!”" in shown
    assert "To set one against proof: reviewlog claim 1 1 --against E1" in shown
    assert run("claim", "1", "--list").out == shown


def test_a_claim_is_written_down_and_shown_with_its_proof(run):
    run("attach", "1", "a.png", "--shows", "order")
    result = run("claim", "1", "2", "--against", "E1", "--against", str(FIRST), "--text", "10 min")
    assert "Sentence 2 of the review: there is proof against it" in result.out
    assert "“We waited 3 hours!”" in result.out
    listed = flat(run("claim", "1"))
    assert "there is proof against it: E1 (our own record)" in listed
    assert "You say: 10 min" in listed
    shown = flat(run("show", "1", "--unfold"))
    assert "“We waited 3 hours!” 10 min" in shown.replace(f" Proof: E1, {FIRST}", "")
    assert f"Proof: E1, {FIRST}" in shown


def test_the_table_as_json(run):
    run("attach", "1", "a.png")
    run("claim", "1", "1", "--for", "E1")
    run("review", "1", "--changed", "--text", "Never again. Bad.")
    body = run("claim", "1", "--json").json
    assert body["schema"] == "reviewlog.claims/1"
    assert body["claims"] == [
        {"place": 1, "sentence": "Never again.", "stand": None, "proofs": [], "text": None,
         "current": True},
        {"place": 2, "sentence": "Bad.", "stand": None, "proofs": [], "text": None,
         "current": True},
        {"place": 1, "sentence": "The cake was dry.", "stand": "for", "text": None,
         "proofs": [{"entry": FILE, "exhibit": "E1", "strength": "file", "lost": None}],
         "current": False},
    ]  # fmt: skip
    assert "no longer in the review; there is proof for it: E1" in flat(run("claim", "1"))


def test_a_claim_as_json_is_a_receipt(run):
    body = run("claim", "1", "3", "--opinion", "--json").json
    assert (body["schema"], body["incident"]) == ("reviewlog.claim/1", "1")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("1", "--for", "1", "--against", "2"), 2, "--for and --against do not go together"),
        (("1", "--opinion", "--open"), 2, "--opinion and --open do not go together"),
        (("1",), 2, "--opinion or --open"),
        (("1", "--text", "x"), 2, "--opinion or --open"),
        (("--opinion",), 2, "SENTENCE"),
        (("9", "--open"), 4, "There is no sentence “9”; the review has 3."),
        (("1", "--for", "E7"), 4, "“E7” is no exhibit and no entry of incident 1"),
        (("1", "--open", "--of", "1"), 4, "Entry “1” is no review of incident 1."),
    ],
)
def test_what_cannot_be_is_refused_in_words(run, words, code, said):
    assert said in " ".join(run("claim", "1", *words, code=code).err.split())


def test_of_several_reviews_a_script_names_one(run):
    run("review", "1", "--site", "yelp", "--stars", "1", "--text", "Late.")
    refused = run("claim", "1", code=1).err
    assert "more than one review" in refused
    assert "yelp: Late." in refused
    entry = refused.split("yelp")[0].split()[-1]
    assert "“Late.”" in run("claim", "1", "--of", entry).out


def test_hostile_words_of_a_review_are_harmless(run):
    run("review", "1", "--changed", "--text", "Bad\x1b[2J. \u202eEvil!")
    shown = run("claim", "1").out
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "⟨U+001B⟩" in shown


SEARCH = ("--where", "order book", "--for", "Dana Cole", "--for", "dana@example.com",
          "--period", "1 to 20 Nov", "--found", "nothing")  # fmt: skip
WORDS = (
    "No record found under name Dana Cole, e-mail dana@example.com (in the order book, 1 to 20 Nov)"
)


def test_a_search_is_written_down_with_its_scope(run):
    assert WORDS in flat(run("lookup", "1", *SEARCH, "--at", "yesterday 15:00"))
    assert WORDS in flat(run("show", "1"))
    entries = run("show", "1", "--json").json["entries"]
    assert [e["fields"]["found"] for e in entries if e["kind"] == "lookup"] == ["nothing"]
    assert run("lookup", "1", *SEARCH, "--json").json["schema"] == "reviewlog.lookup/1"


def test_an_accusation_gets_a_calm_line_and_is_kept(run):
    result = run("lookup", "1", *SEARCH, "This is a fake, she is a liar")
    assert "a search shows that no record was found" in flat(result)
    assert last(run)["fields"]["text"] == "This is a fake, she is a liar"
    assert "a search shows" not in flat(run("lookup", "1", *SEARCH, "Both spellings"))


def test_the_words_of_a_search_and_of_a_claim_can_be_corrected(run):
    run("lookup", "1", *SEARCH, "She is a fake")
    run("amend", "Both spellings")
    assert last(run)["fields"]["text"] == "Both spellings"
    run("claim", "1", "1", "--open", "--text", "Hm")
    run("amend", "Nobody kept one")
    assert run("claim", "1", "--json").json["claims"][0]["text"] == "Nobody kept one"


def test_a_script_is_told_all_that_is_missing(run):
    refused = run("lookup", "1", code=2).err
    for option in ("--where TEXT", "--for NAME", "--found nothing"):
        assert option in refused


def test_a_result_in_other_words(run):
    run("lookup", "1", "--where", "till", "--for", "Dana", "--found", "yes", "One order")
    assert "A record found under name Dana (in the till)" in flat(run("show", "1"))
    run("lookup", "1", "--where", "till", "--for", "Dana", "--found", "maybe", code=2)


def test_on_a_terminal_lookup_asks(run, answers):
    answers("order book", "Dana Cole", "dana@example.com", "", "1 to 20 Nov", "n", "y")
    assert WORDS in flat(run("lookup", "1"))


def test_whatever_was_there_counts_as_something_and_is_read_back(run, answers):
    said = ["till", "Dana", "", "", "one order in March"]
    answers(*said, "n", *said, "y")
    refused = run("lookup", "1", code=1)
    assert "A record found under name Dana (in the till). “one order in March”" in refused.err
    assert "A record found under" not in flat(run("show", "1"))
    assert "one order in March" in flat(run("lookup", "1"))
    assert "A record found under" in flat(run("show", "1"))


def test_on_a_terminal_claim_goes_sentence_by_sentence(run, machine, answers):
    run("attach", "1", "a.png")
    answers("a", "E9", "E1", "It was fresh", "x", "o", "", "f", "", "")
    result = run("claim", "1")
    assert "What there is:" in result.err
    assert "Sentence 1: there is proof against it: E1." in result.err
    assert "3 sentences are written down." in result.out
    machine.edited = None
    claims = run("claim", "1", "--json").json["claims"]
    assert [(c["stand"], c["text"]) for c in claims] == [
        ("against", "It was fresh"),
        ("opinion", None),
        ("open", None),
    ]


def test_stopping_keeps_what_was_said(run, machine, answers):
    answers("o", "", KeyboardInterrupt())
    assert "is written down" in run("claim", "1", code=130).err
    machine.edited = None
    assert run("claim", "1", "--json").json["claims"][0]["stand"] == "opinion"


def test_on_a_terminal_one_sentence_or_none_is_asked_about(run, answers):
    answers("n", "", "s")
    assert "Sentence 3 of the review: no proof either way" in run("claim", "1", "3").out
    assert "Nothing was written." in run("claim", "1").err
    assert "There is no sentence" in run("claim", "1", "7", code=4).err


def test_on_a_terminal_the_review_is_chosen(run, answers):
    run("review", "1", "--site", "yelp", "--stars", "1", "--text", "Late.")
    answers("2", "o", "")
    assert "“Late.”" in run("claim", "1").out


def test_proof_that_is_gone_is_told(run):
    run("attach", "1", "a.png")
    run("attach", "1", "b.png", "--shows", "order")
    second = str(FIRST + 4)
    run("claim", "1", "1", "--against", "E1", "--against", "E2")
    run("log", "The vase was cracked", "--who", "Ann", "--threat", "none")
    run("amend", second, "--incident", "2", "--why", "misfiled")
    gone = "gone: E2 (taken back or moved to another incident)"
    assert f"proof against it: E1 (a file); {gone}" in flat(run("claim", "1", "--list"))
    run("erase", FILE, "--field", "file", "--why", "not needed", "-y")
    listed = flat(run("claim", "1", "--list"))
    assert "the proof against it is gone: E1 (erased), E2 (taken back" in listed
    assert "there is proof" not in listed
    shown = flat(run("show", "1"))
    assert "Proof: E1 (erased), E2 (taken back or moved to another incident)" in shown
    refused = run("claim", "1", "1", "--against", "E1", code=1).err
    assert "E1 was erased: nothing is left of it" in refused
    lost = [p["lost"] for p in run("claim", "1", "--json").json["claims"][0]["proofs"]]
    assert lost == ["erased", "away"]


def test_a_claim_says_what_it_takes_the_place_of(run):
    run("attach", "1", "a.png")
    run("attach", "1", "b.png", "--shows", "order")
    assert "Instead of" not in run("claim", "1", "1", "--against", "E1", "--text", "Fresh").out
    again = flat(run("claim", "1", "1", "--against", "E2"))
    assert "Instead of: there is proof against it: E1 (a file)." in again
    assert "You said: “Fresh”" in again


def test_a_report_to_a_site_is_no_proof_and_our_notes_are_not_offered(run):
    run("note", "1", "A thought of ours")
    run("dispute", "1", "--sent")
    assert "--against " + str(FIRST) in run("claim", "1").out
    sent = next(e for e in run("show", "1", "--json").json["entries"] if e["kind"] == "dispute")
    run("claim", "1", "1", "--against", str(sent["entry"]), code=4)
    run("claim", "1", "1", "--against", str(FIRST + 3))


def test_the_table_is_shown_in_a_quiet_script_too(run):
    assert "“The cake was dry.”" in run("claim", "1", "-q").out


def test_the_words_of_several_reviews_are_shortened_with_an_ellipsis(run):
    run("review", "1", "--site", "yelp", "--stars", "1", "--text", "Very late. " * 20)
    assert "Very late. Very…" in run("claim", "1", code=1).err


def test_log_names_the_exhibits_that_it_took_in(run):
    result = run("log", "She wrote", "--incident", "1", "--attach", "a.png")
    assert "It is exhibit E1; that number stays." in flat(result)


def test_a_wrong_search_or_claim_is_set_right(run):
    run("lookup", "1", "--where", "book", "--for", "Dana", "--found", "nothing")
    refused = flat_error(run("amend", FILE, "--url", "https://g.co/1", code=2))
    assert f"take it back and write it again: reviewlog retract {FILE}" in refused
    run("retract", FILE, "--why", "wrong book")
    run("claim", "1", "1", "--opinion")
    seq = str(last(run)["entry"])
    refused = flat_error(run("amend", seq, "--url", "https://g.co/1", code=2))
    assert "The same verb again takes its place" in refused


def flat_error(result):
    return " ".join(result.err.split())

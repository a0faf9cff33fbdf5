"""site list and show: each fact with its source, its month and how sure; old ones are marked."""

from datetime import UTC, datetime

import pytest

from reviewlog.domain.vocabulary import SITES
from tests.builders import HOUSE
from tests.playbook.test_site_files import TEXT

OLD = datetime(2028, 3, 3, 9, 0, tzinfo=UTC)
"""A day on which what the shipped files say was not looked up for more than a year."""


@pytest.fixture
def own(machine):
    """Return a function that writes a file of the owner's own about a site."""

    def written(text=TEXT, name="yelp.yaml"):
        folder = machine.default_book() / "playbooks" / "sites"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
        return folder / name

    return written


def test_a_site_is_shown_in_full(run, own, golden):
    own()
    golden(run("site", "show", "yelp").out, "site.txt")


def test_old_facts_are_marked_where_they_stand_and_at_their_source(run, own, clock):
    own()
    clock.at = OLD
    out = run("site", "show", "yelp").out
    assert "The site forbids asking for reviews. [1, old]" in out
    assert "[1] read on the site's own page, Oct 2026 (old: more than a year ago):" in out


def test_the_list_names_every_site_and_the_last_look(run, own, clock):
    own()
    out = run("site").out
    assert all(f"\n{name} " in f"\n{out}" for name in SITES)
    assert "yours, instead of the shipped one" in " ".join(out.split())
    assert "looked up in Oct 2026;" in " ".join(out.split())
    clock.at = OLD
    assert "looked up in Nov 2026, which is old." in " ".join(run("site", "list").out.split())


@pytest.mark.parametrize("site", SITES)
def test_every_shipped_site_can_be_shown_within_the_width(run, site):
    lines = run("site", "show", site).out.splitlines()
    assert lines[0] == f"{site}: {SITES[site]} (shipped)"
    assert {"GROUNDS", "WHAT IT ALLOWS", "SOURCES"} <= set(lines)
    assert all(len(line) <= 80 or "://" in line for line in lines)
    cited = {int(word.strip("[,].")) for line in lines for word in line.split()
             if word.startswith("[") and word.strip("[,].").isdigit()}  # fmt: skip
    assert cited == set(range(1, len(cited) + 1))


def test_a_ground_for_a_kind_of_review_says_so(run):
    out = run("site", "show", "amazon").out
    assert "(seller feedback)" in out
    assert "What comes of it: It is struck through and stays visible." in out


def test_programs_get_every_fact_with_its_source_and_whether_it_is_old(run, own, clock):
    own()
    found = run("site", "show", "yelp", "--json").json
    assert (found["schema"], found["site"], found["origin"]) == ("reviewlog.site/1", "yelp", "own")
    known = found["grounds"][0]["known"]
    assert known == {"checked": "2026-10", "sure": "own-page", "source": "https://example.com/help",
                     "old": False}  # fmt: skip
    clock.at = OLD
    assert run("site", "show", "yelp", "--json").json["grounds"][0]["known"]["old"]
    listed = run("site", "list", "--json").json
    assert listed["schema"] == "reviewlog.sites/1"
    assert [one["site"] for one in listed["sites"]] == list(SITES)
    assert listed["sites"][1] == {
        "site": "yelp", "title": "Yelp", "origin": "own", "grounds": ["demand"],
        "not_grounds": ["dislike"], "asking": "unknown", "inviting": "forbidden",
        "early_report": "taken", "checked": "2026-10", "old": True,
    }  # fmt: skip


def test_a_site_that_nobody_knows_is_refused_with_the_nearest(run):
    assert "Did you mean yelp?" in run("site", "show", "yelpp", code=2).err


def test_hostile_text_in_an_own_file_is_harmless_on_the_screen(run, own):
    own(TEXT.replace("Be kind.", '"Be \\e[31m kind \\u202e."'))
    out = run("site", "show", "yelp").out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_a_faulty_own_file_is_told_with_its_line_and_the_shipped_one_holds(run, own):
    own(TEXT.replace("who: site", "who: sites"))
    shown = run("site", "show", "yelp")
    assert shown.out.startswith("yelp: Yelp (shipped)\n")
    assert shown.err == (
        "Your file sites/yelp.yaml has 1 fault (line 10); the shipped one holds."
        " See: reviewlog playbook check\n"
    )


def test_check_looks_files_about_sites_over_with_the_playbooks(run, own, clock):
    path = own(TEXT.replace("who: site", "who: sites"))
    out = run("playbook", "check", code=1).out
    assert f"{path}:10:25: “sites” is not known here. Did you mean “site”?" in out
    assert "playbooks and 1 site file: 1 fault" in out
    assert (
        run("playbook", "check", str(path), code=1).out.splitlines()[-1].startswith("1 site file:")
    )
    own()
    assert "1 site file: no fault, no remark." in run("playbook", "check", str(path)).out
    clock.at = OLD
    out = run("playbook", "check", str(path)).out
    assert f"{path}:3:19: old-fact: Last looked up in 2026-10; look again, and say when." in out
    rules = run("playbook", "check", str(path), "--json").json["rules"]
    assert list(rules) == ["old-fact"]


def test_check_names_a_file_about_a_site_that_is_not_read(run, own):
    path = own(name="yelp.yml")
    assert f"{path} is not read: its name ends in .yml" in run("playbook", "check").out


def test_the_advice_of_every_day_follows_an_own_file_from_the_next_command_on(run, own):
    run("log", "Pay or else", "--who", "Dana", "--threat", "open", "--site", "yelp")
    assert "report-threat" in open_steps(run)
    own(TEXT.replace("early_report: {value: taken", "early_report: {value: refused"))
    assert "report-threat" not in open_steps(run)


def open_steps(run):
    return [item["step"] for item in run("next", "1", "--json").json["next"]]


def test_advice_that_rests_on_old_facts_says_so(run, clock):
    run("log", "Pay or else", "--who", "Dana", "--threat", "open", "--site", "yelp")
    said = "What Yelp allows was last looked up in Nov 2026, more than a year ago."
    (fresh,) = run("why", "1", "report-threat", "--json").json["steps"]
    assert fresh["old_sites"] == {}
    assert said not in flat(run("why", "1", "report-threat").out)
    clock.at = OLD
    (stale,) = run("why", "1", "report-threat", "--json").json["steps"]
    assert stale["old_sites"] == {"yelp": "2026-11"}
    assert said in flat(run("why", "1", "report-threat").out)
    assert said not in flat(run("why", "1", "write-today").out)


def test_the_receipt_the_next_step_and_the_call_card_say_so_too(run, house, clock):
    asks = HOUSE.replace("    unless: {pleased: said}\n", "    unless: {inviting: forbidden}\n", 1)
    house(text=asks)
    run("done", "1", "words")
    said = "What Google allows was last looked up in Nov 2026, more than a year ago."
    assert said not in flat(run("next", "1").out + run("call-card", "1").out)
    clock.at = OLD
    run("log", "And now?", "--incident", "1")
    assert f"Age {said}" in flat(run("next", "1").out)
    assert f"AGE {said}" in flat(run("call-card", "1").out)
    assert run("call-card", "1", "--json").json["age"]
    assert f"Age {said}" in flat(run("note", "1", "Nobody rang").out)


def flat(text):
    return " ".join(text.split())


def test_a_name_in_an_own_file_is_told_when_it_is_erased(run, own):
    run("log", "The cake was dry", "--who", "Dana Smith", "--threat", "none")
    path = own(TEXT.replace("Be kind.", "Be kind to Dana Smith."))
    out = run("erase", "--who", "Dana Smith", "--why", "asked by letter", "-y")
    assert str(path) in flat(out.out + out.err).replace(" ", "")

"""What show tells besides the entries: answers, earlier demands, newer advice, others' dates."""

from tests.builders import HOUSE


def test_the_first_answer_is_set_against_its_aim(run, house, clock):
    house()
    assert "No answer from you yet; the aim is Mon 23 Nov, in 2 days." in run("show", "1").out
    clock.tick(hours=2)
    run("log", "rang her", "--incident", "1", "--out")
    assert (
        "Your first answer came after 2 h; your aim was within 1 working day."
        in run("show", "1").out
    )
    behind = run("show", "1", "--json").json["background"]
    assert behind["first_answer_minutes"] == 120
    assert behind["first_answer_target"] == "1 working day"


def test_a_late_answer_is_called_late(run, house, clock):
    house()
    clock.tick(days=5)
    run("log", "rang her", "--incident", "1", "--out")
    assert "so it was late" in run("show", "1").out


def test_demands_of_the_person_are_counted_over_all_incidents(run, house, clock):
    house()
    assert "They asked" not in run("show", "1").out
    clock.tick(days=9)
    run("log", "wants more", "--who", "Dana Smith", "--new", "--demand", "another cake")
    assert "They asked for something once before." in run("show", "2").out
    assert run("show", "2", "--json").json["background"]["asked_before"] == 1


def test_a_newer_text_of_the_playbook_is_told(run, house, machine):
    house()
    assert "newer text" not in run("show", "1").out
    own = machine.default_book() / "playbooks" / "house.yaml"
    own.write_text(HOUSE.replace("version: 1", "version: 2") + "# once more\n")
    assert "A newer text of house is there: reviewlog playbook upgrade 1" in run("show", "1").out


def test_dates_that_others_set_stand_apart(run, house):
    house()
    own, _, theirs = run("show", "1").out.partition("Dates that others set")
    assert "their-deadline" not in own
    assert "Their deadline runs out." in theirs
    items = run("show", "1", "--json").json["agenda"]
    assert [i["outside"] for i in items if i["step"].startswith("their")] == [True]
    assert "Their deadline runs out Fri 27 Nov, in 6 days." in run("due").out


def test_an_incident_of_the_shop_names_no_stranger(run):
    run("playbook", "start", "invitations")
    assert "Incident 1: your shop" in run("show", "1").out
    assert "your shop" in run("list").out
    assert "unknown reviewer" not in run("due").out


def test_what_needs_a_customer_cannot_be_the_shops_own(run):
    assert "is about a customer" in run("playbook", "start", "complaint", code=1).err
    assert run("list").out == "No incident fits.\n"


def test_a_matter_of_the_shop_tells_its_title_and_nothing_of_threats(run):
    run("playbook", "start", "staff-policy")
    assert "your shop: staff-policy" in run("due").out
    assert "your shop: staff-policy" in run("list").out
    assert "unasked" not in run("list").out
    assert "not asked yet" not in run("show", "1").out


def test_what_is_followed_now_is_told_by_its_title(run, call):
    call()
    first = run("show", "1", "--json").json["incident"]["playbook"]
    title = run("playbook", "show", "walk-away", "--json").json["title"].rstrip(".")
    told = " ".join(run("playbook", "use", "1", "walk-away").out.split())
    assert f"Incident 1 follows now: {title}." in told
    before = run("playbook", "show", first, "--json").json["title"].rstrip(".")
    assert f"Incident 1 follows now: {before}." in run("undo").out

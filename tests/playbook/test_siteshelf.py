"""The owner's own file about a site stands in front of the shipped one."""

import pytest

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.vocabulary import SITES
from reviewlog.playbook.siteshelf import site_shelf
from tests.playbook.test_site_files import TEXT


@pytest.fixture
def put(tmp_path):
    """Return a function that writes a file of the owner's own about a site."""

    def written(name, text=TEXT):
        folder = tmp_path / "sites"
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(text)

    return written


def test_without_own_files_every_site_is_the_shipped_one(tmp_path):
    shelf = site_shelf(tmp_path)
    assert list(shelf.sites) == list(SITES)
    assert {found.origin for found in shelf.sites.values()} == {"shipped"}
    assert shelf.faults == ()


def test_an_own_file_wins_and_its_rule_holds(tmp_path, put):
    before = site_shelf(tmp_path).rules()
    put("yelp.yaml", TEXT.replace("early_report: {value: taken", "early_report: {value: refused"))
    shelf = site_shelf(tmp_path)
    assert (shelf.sites["yelp"].origin, shelf.sites["google"].origin) == ("own", "shipped")
    assert [ground.id for ground in shelf.sites["yelp"].site.grounds] == ["demand"]
    after = shelf.rules()
    assert (before.pop("yelp").early_report, after.pop("yelp").early_report) == ("taken", "refused")
    assert before == after


def test_of_a_faulty_file_the_place_is_told_and_the_shipped_one_holds(tmp_path, put):
    put("yelp.yaml", TEXT.replace("who: site", "who: sites"))
    shelf = site_shelf(tmp_path)
    (fault,) = shelf.faults
    assert isinstance(fault, PlaybookFaultError)
    assert fault.path == str(tmp_path / "sites" / "yelp.yaml")
    assert fault.faults[0][:2] == (10, 25)
    assert fault.holds == "shipped"
    assert shelf.sites["yelp"].origin == "shipped"


def test_a_file_about_no_known_site_is_a_fault_and_nothing_else(tmp_path, put):
    put("yelpp.yaml")
    shelf = site_shelf(tmp_path)
    (fault,) = shelf.faults
    assert isinstance(fault, PlaybookFaultError)
    assert "“yelp”" in fault.faults[0][2]
    assert fault.holds == ""
    assert list(shelf.sites) == list(SITES)


def test_what_is_no_text_is_told_and_stops_nothing(tmp_path, put):
    put("yelp.yaml")
    (tmp_path / "sites" / "google.yaml").write_bytes(b"\xff\xfe")
    (tmp_path / "sites" / "bbb.yaml").symlink_to(tmp_path / "sites" / "yelp.yaml")
    shelf = site_shelf(tmp_path)
    assert len(shelf.faults) == 1
    assert shelf.sites["yelp"].origin == "own"
    assert shelf.sites["bbb"].origin == "shipped"

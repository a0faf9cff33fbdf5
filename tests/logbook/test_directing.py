"""Directing: another playbook, a newer text of it, one of the shop's own, and own files."""

import stat

import pytest

from reviewlog.domain.errors import TargetError, UnknownPlaybookError
from reviewlog.domain.usage_errors import BadNameError
from reviewlog.logbook.logbook import Logbook
from reviewlog.playbook.language.form import read_playbook
from reviewlog.playbook.shelf import shipped_texts
from tests.builders import said, steps_of

MINE = """\
playbook: mine
version: {version}
title: A playbook of my own
use_when: {{threat: veiled, demand: open, customer: known}}
steps:
  - id: think
    title: {think}
    kind: decide
    after: playbook
    within: 2 days
    why: It helps.
{more}"""
RING = """\
  - id: ring
    title: Ring them.
    kind: call
    after: opened
    within: 1 day
    done_by: {entry: interaction, direction: out}
    why: It helps.
"""


def mine(version=1, think="Think.", more=""):
    return MINE.format(version=version, think=think, more=more)


def written(logbook, text, name="mine"):
    """Write an own playbook and return the path."""
    path = logbook.store.folder / "playbooks" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return path


@pytest.fixture
def reopened(logbook, clock):
    """Return a function that opens the same logbook again, as the next command would."""
    opened = []

    def again():
        opened.append(Logbook.open(logbook.store.folder, clock, "Europe/London"))
        return opened[-1]

    yield again
    for book in opened:
        book.close()


@pytest.fixture
def pinned(logbook, reopened):
    """Return a logbook with an incident that follows version 1 of an own playbook."""
    written(logbook, mine())
    book = reopened()
    book.log(said())
    book.use_playbook("1", "mine")
    return book


def test_an_unknown_playbook_is_not_followed(logbook):
    logbook.log(said())
    with pytest.raises(UnknownPlaybookError):
        logbook.use_playbook("1", "nonesuch")


def test_what_follows_the_newest_text_has_no_upgrade(pinned):
    assert pinned.find_upgrade("1") is None


def test_a_newer_text_is_found_and_not_followed_by_itself(pinned, reopened):
    written(pinned, mine(2, more=RING))
    book = reopened()
    found = book.find_upgrade("1")
    assert (found.old.playbook.version, found.new.playbook.version) == (1, 2)
    assert (steps_of(found.before), steps_of(found.after)) == ({"think"}, {"think", "ring"})
    assert "ring" not in steps_of(book.view("1").agenda)


def test_an_upgrade_follows_the_newer_text(pinned, reopened):
    written(pinned, mine(2, more=RING))
    book = reopened()
    receipt = book.upgrade(book.find_upgrade("1"))
    assert "ring" in steps_of(receipt.agenda)
    assert book.find_upgrade("1") is None


def test_what_was_ticked_stays_ticked_in_the_newer_text(pinned, reopened, clock):
    pinned.done("1", "think")
    clock.tick(days=1)
    written(pinned, mine(2, "Think again.", RING))
    book = reopened()
    receipt = book.upgrade(book.find_upgrade("1"))
    assert steps_of(receipt.agenda) & {"think", "ring"} == {"ring"}


def test_times_do_not_begin_anew_with_the_newer_text(pinned, reopened, clock):
    before = [i.due_on for i in pinned.view("1").agenda if i.step == "think"]
    clock.tick(days=1)
    written(pinned, mine(2, more=RING))
    book = reopened()
    receipt = book.upgrade(book.find_upgrade("1"))
    assert [i.due_on for i in receipt.agenda if i.step == "think"] == before


def test_an_incident_whose_playbook_is_gone_keeps_its_text(pinned, reopened):
    (pinned.store.folder / "playbooks" / "mine.yaml").unlink()
    book = reopened()
    assert book.find_upgrade("1") is None
    assert "think" in steps_of(book.view("1").agenda)


def test_the_texts_of_an_upgrade_are_those_of_the_log(pinned, reopened):
    written(pinned, mine(2, more=RING))
    found = reopened().find_upgrade("1")
    assert found.old.files == {"mine": mine()}
    assert found.new.files == {"mine": mine(2, more=RING)}


def test_an_upgrade_survives_a_rebuild(pinned, reopened):
    written(pinned, mine(2, more=RING))
    book = reopened()
    book.upgrade(book.find_upgrade("1"))
    assert book.rebuild()


def test_the_shop_begins_something_of_its_own(logbook):
    receipt = logbook.start("staff-policy", ("google",))
    assert receipt.opened
    assert receipt.row["shop"] == 1
    assert (receipt.facts.customer, receipt.facts.sites) == (None, ("google",))
    assert receipt.row["playbook"] == "staff-policy"
    assert {item.playbook for item in receipt.agenda} == {"staff-policy"}


def test_a_beginning_is_taken_back_as_a_whole(logbook):
    logbook.start("staff-policy")
    logbook.undo()
    assert logbook.incidents() == []


def test_an_unknown_playbook_is_not_begun(logbook):
    with pytest.raises(UnknownPlaybookError):
        logbook.start("nonesuch")
    assert logbook.incidents() == []


def test_a_preview_names_the_incidents_that_fit(logbook):
    logbook.log(said(threat="veiled", demand="money"))
    logbook.log(said("Bob", threat="none"))
    (match,) = logbook.preview(read_playbook(mine(), "mine.yaml"))
    assert match.row["customer"] == "Dana"
    assert steps_of(match.items) == {"think"}
    assert (match.offered, match.followed) == (False, False)


def test_a_preview_tells_what_would_be_offered(logbook, clock):
    logbook.log(said())
    clock.tick()
    logbook.log(said(incident="1", threat="veiled", demand="money"))
    (match,) = logbook.preview(read_playbook(mine(), "mine.yaml"))
    assert match.offered


def test_a_preview_counts_from_today(logbook, clock):
    logbook.log(said(threat="veiled", demand="money"))
    clock.tick(days=10)
    (match,) = logbook.preview(read_playbook(mine(), "mine.yaml"))
    today = logbook.calendar.day_of(clock())
    assert [(item.due_on - today).days for item in match.items] == [2]


def test_a_preview_writes_nothing(logbook):
    logbook.log(said(threat="veiled", demand="money"))
    before = logbook.store.projections.snapshot()
    checked = logbook.verify()
    logbook.preview(read_playbook(mine(), "mine.yaml"))
    assert logbook.store.projections.snapshot() == before
    assert logbook.verify() == checked


def test_a_closed_incident_is_not_in_a_preview(logbook):
    logbook.log(said(threat="veiled", demand="money"))
    logbook.close_incident("1", "resolved", None, None)
    assert logbook.preview(read_playbook(mine(), "mine.yaml")) == []


def test_a_copy_is_the_text_itself_for_the_owner_alone(logbook):
    path = logbook.copy_playbook("complaint")
    assert path.read_text() == shipped_texts()["complaint"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_copy_wins_once_it_is_changed(logbook, reopened):
    path = logbook.copy_playbook("complaint")
    path.write_text(path.read_text().replace("version: ", "version: 9", 1))
    book = reopened()
    assert book.origin_of("complaint") == "instead"
    assert str(book.find_playbook("complaint").version).startswith("9")


def test_a_copy_with_a_new_name_is_a_playbook_of_its_own(logbook, reopened):
    path = logbook.copy_playbook("complaint", "my-shop")
    assert read_playbook(path.read_text(), path.name, shipped_texts()).id == "my-shop"
    names = {playbook.id for playbook in reopened().playbooks()}
    assert {"complaint", "my-shop"} <= names


def test_a_copy_writes_over_nothing_unless_told(logbook):
    path = logbook.copy_playbook("complaint")
    path.write_text("mine")
    with pytest.raises(TargetError) as refused:
        logbook.copy_playbook("complaint")
    assert refused.value.reason == "exists-playbook"
    assert path.read_text() == "mine"
    logbook.copy_playbook("complaint", over=True)
    assert path.read_text() == shipped_texts()["complaint"]


@pytest.mark.parametrize("name", ["My-Shop", "../out", "a b", "", "-x", "x" * 61])
def test_a_name_that_no_playbook_can_have_is_refused(logbook, name):
    with pytest.raises(BadNameError):
        logbook.copy_playbook("complaint", name)


def test_a_copy_that_cannot_be_written_leaves_nothing_behind(logbook):
    folder = logbook.store.folder / "playbooks"
    folder.write_text("in the way")
    with pytest.raises(TargetError) as refused:
        logbook.copy_playbook("complaint")
    assert refused.value.reason == "unwritable"
    assert folder.read_text() == "in the way"

"""What leaves for whom, and what never does."""

import pytest

from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.said import Posted
from tests.builders import said


@pytest.fixture
def logbook(tmp_path, clock):
    """A logbook of a trade that need not keep silent about its customers."""
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "config.yaml").write_text("trade: bakery\n")
    book = Logbook.open(tmp_path / "book", clock, "Europe/London")
    yield book
    book.close()


def disclosed(dossier) -> set[str]:
    """Return every text value that the sealed entries disclose."""
    from reviewlog.domain.sealing import open_disclosure

    texts = [open_disclosure(text) for sealed in dossier.sealed for text in sealed.disclosures]
    return {str(value) for _, value in texts}


def test_an_undone_correction_of_a_moved_entry_does_not_count(logbook):
    logbook.log(said("Ann", "hers"))
    logbook.log(said("Bob", "his"))
    misfiled = logbook.log(said(None, "Bob's in truth", incident="1"))
    entry = str(misfiled.main.id.seq)
    logbook.amend(entry, {}, "2", None)
    logbook.amend(entry, {"text": "a slip"}, None, None)
    logbook.undo()
    (sealed,) = [s for s in logbook.dossier("2", "self").sealed if s.entry.id == misfiled.main.id]
    assert sealed.corrected == ("incident",)


def test_what_was_misfiled_or_taken_back_leaves_to_nobody(logbook):
    logbook.log(said("Ann", "hers"))
    logbook.log(said("Bob", "his"))
    misfiled = logbook.log(said(None, "moved away", incident="1"))
    logbook.amend(str(misfiled.main.id.seq), {}, "2", None)
    logbook.note("1", "a slip of the pen", None, lawyer=False)
    logbook.undo()
    found = disclosed(logbook.dossier("1", "self"))
    assert "hers" in found
    assert not found & {"moved away", "a slip of the pen", "his"}


def test_a_corrected_name_leaves_to_nobody(logbook):
    logbook.log(said("Dana Smith", "hers"))
    logbook.amend(None, {"who": "Dana Smyth"}, None, "misheard")
    for reader in ("self", "lawyer", "google"):
        found = disclosed(logbook.dossier("1", reader))
        assert "Dana Smyth" in found
        assert "Dana Smith" not in found


def test_a_site_gets_nothing_about_another_site(logbook):
    logbook.log(said("Dana", "hers"))
    logbook.review("1", Posted("google", 1, "on google"))
    logbook.review("1", Posted("yelp", 1, "on yelp"))
    assert not disclosed(logbook.dossier("1", "google")) & {"on yelp", "yelp"}
    assert {"on yelp", "on google"} <= disclosed(logbook.dossier("1", "court"))

"""Drafts and replies in what follows from the log: agenda, lists, copies, erasing, a bundle."""

import json
import os
import sqlite3
from datetime import timedelta

import pytest

from reviewlog.bundle.telling.staying import staying_of
from reviewlog.domain.entry import Draft
from reviewlog.domain.errors import ReviewlogError
from reviewlog.domain.time.moment import exactly, utc_text
from reviewlog.domain.usage_errors import UnfitAmendmentError
from reviewlog.logbook.acting.reasons import reasons_of
from reviewlog.logbook.keeping.doctor import examined
from reviewlog.logbook.keeping.erasable import plan_entry, plan_incident, plan_person
from reviewlog.logbook.keeping.erasing import erase
from reviewlog.logbook.keeping.remains import remains_of
from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.replies import draftfiles
from reviewlog.logbook.said import ReplyDraft
from reviewlog.logbook.writing.retracting import retract
from reviewlog.reply.similarity import words_of
from reviewlog.store.connection import FILE_NAME
from tests.builders import Contact, Judgement, Posted, steps_of, the_item
from tests.traces import places_of

TEXT = "Thank you for telling us about the QUINCE tart. I am sorry that it was burnt."
READ = "Read the draft of your answer"
OTHER = "We looked for the LEMON cake, and nobody here remembers any of it, I am sorry."


@pytest.fixture
def book(logbook, clock):
    """Dana's review stands on Google and waits for an answer."""
    logbook.log(Contact(who="Dana Smith", text="The tart was burnt.", threat="none"))
    clock.tick()
    logbook.review("1", Posted("google", 1, "Burnt.", "Fan"))
    clock.tick()
    logbook.assess("1", Judgement("partly"))
    logbook.use_playbook("1", "bad-review")
    clock.tick()
    return logbook


def wrote(book, state="draft", text=TEXT, incident="1", **fields):
    """Write an entry of a reply; return it."""
    said = {"state": state, "text": text, **fields}
    if state == "draft":
        said.setdefault("ready_at", utc_text(book.now() + timedelta(hours=1)))
    row = book.get_incident(incident)
    with book.store.writing():
        return book.record([Draft("reply", said, row["id"])]).entries[0]


def kept(book, medium="public"):
    """Return what new texts are compared with."""
    return [(r["seq"], r["words"]) for r in book.store.projections.earlier_replies(medium)]


def agenda(book):
    return book.view("1").agenda


# Who is answered


def test_a_draft_is_no_answer_and_a_posted_reply_is_one(book):
    assert "answer" in steps_of(agenda(book))
    wrote(book)
    view = book.view("1")
    assert view.facts.reply == "missing"
    assert view.row["answered"] == 0
    assert "answer" in steps_of(view.agenda)
    wrote(book, "posted")
    view = book.view("1")
    assert view.facts.reply == "posted"
    assert view.row["answered"] == 1
    assert "answer" not in steps_of(view.agenda)


@pytest.mark.parametrize("state", ["draft", "seen", "ready"])
def test_nothing_but_a_posted_reply_answers(book, state):
    wrote(book, state)
    assert book.view("1").facts.reply == "missing"


def test_a_message_to_them_alone_answers_no_review(book):
    wrote(book, "posted", medium="private")
    assert book.view("1").facts.reply == "missing"


def test_an_old_entry_without_a_state_was_posted(book):
    wrote(book, None)
    assert book.view("1").facts.reply == "posted"


def test_a_kept_draft_shows_the_step_that_asks_for_one(book):
    assert "draft" in steps_of(agenda(book))
    wrote(book, medium="private")
    assert "draft" in steps_of(agenda(book))
    wrote(book)
    assert "draft" not in steps_of(agenda(book))


def test_a_step_that_asks_for_a_draft_may_still_be_ticked(book):
    book.done("1", "draft")
    assert "draft" not in steps_of(agenda(book))


# The re-read


def reading(book):
    """Return the item that asks to read the draft of an answer again, if there is one."""
    (found, *more) = [i for i in agenda(book) if i.title.startswith(READ)] or [None]
    assert not more
    return found


def test_a_draft_waits_to_be_read_again_until_it_is_posted(book):
    draft = wrote(book)
    item = reading(book)
    assert item.opens_at == book.now() + timedelta(hours=1)
    assert (item.done_by, item.kind) == ("reply", "reply")
    wrote(book, "posted", draft=str(draft.id))
    assert reading(book) is None


def test_the_step_that_asks_for_the_answer_and_the_draft_are_one_line(book):
    before = next(i for i in agenda(book) if i.kind == "reply")
    wrote(book)
    (item,) = [i for i in agenda(book) if i.kind == "reply"]
    assert (item.playbook, item.step, item.anchor) == before[1:4]
    assert item.title.startswith(READ)
    assert item.due_on == before.due_on
    (account,) = reasons_of(book, "1", before.step).asked
    assert account.item
    assert account.item.title == item.title


def test_each_version_is_read_again_at_its_own_hour(book, clock):
    wrote(book)
    clock.tick(hours=2)
    second = wrote(book, text=OTHER)
    assert reading(book).opens_at == second.happened.start + timedelta(hours=1)


def test_an_hour_that_is_kept_from_before_opens_no_sooner_than_the_version(book, clock):
    wrote(book)
    clock.tick(hours=3)
    second = wrote(book, ready_at=utc_text(book.now() - timedelta(hours=2)))
    assert reading(book).opens_at == second.happened.start


def test_whoever_is_to_read_it_first_is_named(book):
    wrote(book, eyes="Robin")
    assert reading(book).why.startswith("Robin is to read it first.")


def test_a_draft_for_the_call_stands_on_the_card_and_nowhere_else(book):
    wrote(book, medium="call")
    assert reading(book) is None
    assert "re-read-message" not in steps_of(agenda(book))


def test_a_message_waits_until_they_may_be_written_to(book, clock):
    until = book.now() + timedelta(days=5)
    book.log(Contact(incident="1", text="Give me a week.", cool_until=exactly(until)))
    clock.tick()
    wrote(book, medium="private")
    assert the_item(agenda(book), "re-read-message").opens_at == until


def test_a_message_to_somebody_who_wants_peace_is_not_asked_for(book, clock):
    wrote(book, medium="private")
    assert "re-read-message" in steps_of(agenda(book))
    book.log(Contact(incident="1", text="Leave me alone.", leave_alone=True))
    assert "re-read-message" not in steps_of(agenda(book))


def test_nobody_is_asked_to_post_in_danger_or_when_it_is_closed(book):
    wrote(book)
    wrote(book, medium="private")
    book.log(Contact(incident="1", text="I will burn it down.", threat="harm"))
    assert reading(book) is None
    assert "re-read-message" not in steps_of(agenda(book))


def test_a_closed_incident_asks_for_no_draft(book):
    wrote(book)
    book.close_incident("1", "resolved", None, None)
    assert reading(book) is None


def test_one_angry_word_more_begins_the_wait_anew(shop, clock):
    calm = (
        "Thank you, Fan. The tart was burnt, I am sorry, and a new one is on its way. Ask for Ann."
    )
    shop.draft("1", calm, ReplyDraft("public"))
    first = shop.drafting("1", "public").ready_at
    clock.tick(minutes=30)
    shop.draft("1", f"{calm} Thank you!", ReplyDraft("public"))
    assert shop.drafting("1", "public").ready_at == first
    clock.tick(minutes=5)
    shop.draft("1", f"{calm} Idiot!", ReplyDraft("public"))
    ready = shop.drafting("1", "public").ready_at
    assert ready is not None
    assert first is not None
    assert ready > first


# What new texts are compared with


def test_what_went_out_is_kept_by_its_words_and_drafts_are_not(book):
    draft = wrote(book)
    assert kept(book) == []
    posted = wrote(book, "posted", draft=str(draft.id))
    assert kept(book) == [(posted.id.seq, words_of(TEXT))]
    assert kept(book, "private") == []


def test_a_message_that_was_sent_is_kept_too(book):
    draft = wrote(book, medium="private")
    said = Contact(incident="1", text=OTHER, channel="email", direction="out", draft=str(draft.id))
    sent = book.log(said).main
    assert kept(book, "private") == [(sent.id.seq, words_of(OTHER))]
    book.log(Contact(incident="1", text="Just a mail.", channel="email", direction="out"))
    assert len(kept(book, "private")) == 1


def test_the_newest_text_comes_first(book):
    first, second = wrote(book, "posted"), wrote(book, "posted", OTHER)
    assert [seq for seq, _ in kept(book)] == [second.id.seq, first.id.seq]


def test_taking_back_correcting_and_moving_change_what_is_kept(book):
    posted = wrote(book, "posted")
    book.amend(str(posted.id.seq), {"text": OTHER}, None, "a slip")
    assert kept(book) == [(posted.id.seq, words_of(OTHER))]
    book.log(Contact(who="Lee", text="Cold."))
    book.amend(str(posted.id.seq), {}, "2", "the other one")
    (row,) = book.store.projections.earlier_replies("public")
    assert row["incident"] == book.get_incident("2")["id"]
    assert book.rebuild()
    book.undo()
    (row,) = book.store.projections.earlier_replies("public")
    assert row["incident"] == book.get_incident("1")["id"]
    retract(book, str(posted.id.seq), "never posted")
    assert kept(book) == []
    assert book.rebuild()


def test_a_rebuild_makes_the_same(book):
    wrote(book)
    wrote(book, "posted")
    before = book.store.projections.snapshot()
    assert before["replies"]
    assert book.rebuild()
    assert book.store.projections.snapshot() == before


def test_a_logbook_of_the_version_before_gets_its_list(book, clock):
    posted = wrote(book, "posted")
    folder = book.store.folder
    before = book.store.projections.snapshot()
    book.close()
    connection = sqlite3.connect(folder / FILE_NAME)
    connection.executescript(
        "DROP TABLE replies; PRAGMA user_version = 3;"
        "DELETE FROM _sqlite_migrations WHERE name = 'm004_replies';"
    )
    connection.close()

    again = Logbook.open(folder, clock, "Europe/London")
    try:
        assert kept(again) == [(posted.id.seq, words_of(TEXT))]
        assert again.store.projections.snapshot() == before
    finally:
        again.close()


# Erasing


@pytest.mark.parametrize("plan", [lambda b, _: plan_person(b, "Dana Smith"),
                                  lambda b, _: plan_incident(b, "1"),
                                  lambda b, e: plan_entry(b, str(e.id.seq), None)])  # fmt: skip
def test_an_erased_text_is_kept_for_nothing(book, plan):
    posted = wrote(book, "posted")
    mark = words_of(TEXT)[-24:]
    raw = book.store.folder / FILE_NAME
    assert mark in raw.read_bytes()
    erase(book, plan(book, posted), "asked for it")
    assert kept(book) == []
    assert mark not in raw.read_bytes()
    assert places_of("QUINCE", book.store.folder) == []
    assert book.rebuild()


def test_an_erased_draft_waits_for_nobody(book):
    draft = wrote(book)
    erase(book, plan_entry(book, str(draft.id.seq), None), "asked for it")
    assert reading(book) is None
    assert book.view("1").facts.entries[-1].fields["state"] == "draft"


def test_what_lies_open_in_an_editor_goes_with_its_incident(book):
    folder = book.store.folder
    book.log(Contact(who="Lee", text="Cold."))
    draftfiles.keep(folder, "1", "public", "QUINCE")
    (folder / "drafts" / ".1-public.txt.swp").write_text("QUINCE")
    draftfiles.keep(folder, "2", "public", "Dana Smith was rude.")
    planned = plan_person(book, "Dana Smith")
    assert [path.name for path in planned.drafts] == [".1-public.txt.swp", "1-public.txt"]

    erase(book, planned, "asked for it")

    assert draftfiles.find(folder, "1", "public") is None
    assert places_of("QUINCE", folder) == []
    assert draftfiles.find(folder, "2", "public") == "Dana Smith was rude."
    told = remains_of(book, planned, ())
    assert [held.path.name for held in told.texts] == ["2-public.txt"]
    assert not any(path.name == "drafts" for path in told.copies)


def test_one_wrong_note_takes_no_open_draft_with_it(book):
    draftfiles.keep(book.store.folder, "1", "public", "Thank you.")
    note = book.note("1", "A wrong note.", None, lawyer=False).main
    erase(book, plan_entry(book, str(note.id.seq), None), "a slip")
    assert draftfiles.find(book.store.folder, "1", "public") == "Thank you."


def test_what_lies_open_is_the_owners_alone_and_doctor_names_it(book):
    folder = book.store.folder
    path = draftfiles.keep(folder, "1", "private", "Thänk you.\nBye")
    assert path.read_text(encoding="utf-8") == "Thänk you.\nBye"
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700
    told = {f.check: f for f in examined(folder, book.now())}
    assert told["drafts"].facts == {"names": ("drafts/1-private.txt",)}
    assert told["leftovers"].state == "ok"
    draftfiles.clear(folder, "1", "private")
    assert "drafts" not in {f.check for f in examined(folder, book.now())}


def test_clearing_leaves_the_drafts_of_others(tmp_path):
    for number in ("1", "11", "21"):
        draftfiles.keep(tmp_path, number, "public", number)
    (tmp_path / "drafts" / "1-public.txt~").write_text("1")
    draftfiles.clear(tmp_path, "1", "public")
    assert [p.name for p in draftfiles.lying(tmp_path)] == ["11-public.txt", "21-public.txt"]
    assert draftfiles.lying(tmp_path, "1") == []
    assert draftfiles.find(tmp_path / "nowhere", "1", "public") is None
    assert draftfiles.lying(tmp_path / "nowhere") == []


def test_a_text_that_cannot_be_written_is_told_with_its_place(tmp_path):
    (tmp_path / "drafts").write_text("a file where the folder should be")
    with pytest.raises(ReviewlogError) as told:
        draftfiles.keep(tmp_path, "1", "public", "x")
    assert "drafts" in str(told.value.args) or "drafts" in vars(told.value)["path"]


# What is corrected, and what leaves


def test_a_draft_is_not_corrected_but_written_anew(book):
    draft = wrote(book)
    with pytest.raises(UnfitAmendmentError):
        book.amend(str(draft.id.seq), {"text": OTHER}, None, None)


def test_a_draft_is_no_proof(book):
    from reviewlog.logbook.writing.claiming import sheet_of

    draft, posted = wrote(book), wrote(book, "posted")
    proofs = {entry.id for entry in sheet_of(book, "1").proofs}
    assert posted.id in proofs
    assert draft.id not in proofs


@pytest.fixture
def shop(book, clock):
    folder = book.store.folder
    book.close()
    (folder / "config.yaml").write_text("trade: bakery\nbusiness: Crumb\n")
    again = Logbook.open(folder, clock, "Europe/London")
    wrote(again, text="QUINCE once", eyes="Robin Roe")
    wrote(again, "seen", "QUINCE fine", by="Robin Roe")
    wrote(again, "ready", None, why="QUINCE now")
    wrote(again, text="QUINCE twice", medium="private")
    wrote(again, "posted", "Thank you.", site="google", against="but, no-door")
    yield again
    again.close()


@pytest.mark.parametrize("reader", ["google", "lawyer", "court", "police", "insurer"])
def test_drafts_and_what_was_said_of_them_leave_to_nobody(shop, reader):
    dossier = shop.dossier("1", reader)
    replies = [t for t in dossier.timeline if t.settled.entry.kind == "reply"]
    assert [t.fields["text"] for t in replies] == ["Thank you."]
    assert set(replies[0].fields) <= {"happened_at", "state", "text", "site", "url"}
    drafts = [w for w in dossier.withheld if w.kind == "draft"]
    assert [(w.why, w.number) for w in drafts] == [("plan", 4)]
    assert dossier.staying["draft"] == 4
    assert "reply" not in dossier.staying
    texts = [text for sealed in dossier.sealed for text in sealed.disclosures]
    assert not any("QUINCE" in json.dumps(open_(text)) for text in texts)
    told = {stay.what: stay.number for stay in staying_of(dossier).kinds}
    assert told["drafts of replies, replies elsewhere"] == 4


def open_(text):
    from reviewlog.domain.sealing import open_disclosure

    return open_disclosure(text)[1]


def test_the_owner_gets_every_version(shop):
    dossier = shop.dossier("1", "self")
    replies = [t for t in dossier.timeline if t.settled.entry.kind == "reply"]
    assert len(replies) == 5

"""Who gets which fields of which entries."""

import pytest

from reviewlog.domain.audience import KEPT, leaving, may_be_redacted, withheld
from reviewlog.domain.relations import settle
from reviewlog.domain.vocabulary import KINDS
from tests.builders import a_call, a_review, an_entry

OUTSIDERS = ("site", "lawyer", "court", "police", "insurer")


def told(entry, reader, *, strict=False):
    (settled,) = settle([entry])
    return leaving(settled, reader, strict=strict)


@pytest.mark.parametrize("reader", OUTSIDERS)
@pytest.mark.parametrize("kind", [*KINDS, "a-kind-to-come"])
def test_a_new_field_goes_to_nobody_until_somebody_decides(reader, kind):
    assert "newfield" not in told(an_entry(kind, newfield="x", text="y"), reader).fields


@pytest.mark.parametrize(
    ("reader", "gets"),
    [("site", set()), ("lawyer", {"phone", "staff"}), ("court", {"phone", "staff"}),
     ("police", {"phone", "staff"}), ("insurer", {"staff"})],
)  # fmt: skip
def test_who_gets_the_telephone_and_the_staff(reader, gets):
    fields = told(a_call(phone="1", staff="Jo"), reader).fields
    assert fields.keys() & {"phone", "staff"} == gets


@pytest.mark.parametrize("reader", OUTSIDERS)
def test_costs_are_for_those_who_may_pay_them(reader):
    fields = told(an_entry("attempt", cost="3", state="offered"), reader).fields
    assert ("cost" in fields) == (reader in ("lawyer", "court", "insurer"))


@pytest.mark.parametrize("reader", OUTSIDERS)
@pytest.mark.parametrize("kind", ["assessment", "debrief", "redaction", "person", "step", "hold"])
def test_opinions_plans_and_decisions_leave_to_nobody(kind, reader):
    assert told(an_entry(kind, text="x", verdict="y", hide="z"), reader).stays


def test_claims_are_not_for_the_police():
    claim = an_entry("claim", sentence="Rude.", stand="opinion")
    assert told(claim, "police").stays
    assert not told(claim, "court").stays


@pytest.mark.parametrize("kind", ["interaction", "demand", "attempt", "lookup", "claim", "reply",
                                  "promise"])  # fmt: skip
def test_a_site_gets_none_of_it_where_the_trade_keeps_silent(kind):
    state = "posted" if kind == "reply" else "open"
    entry = an_entry(kind, text="x", who="Dana", state=state, looked_for=["Dana"])
    assert told(entry, "site", strict=True).stays
    assert not told(entry, "site").stays
    assert not told(entry, "lawyer", strict=True).stays


def test_a_site_gets_back_what_it_knows_of_a_dispute_but_no_words_of_ours():
    entry = an_entry("dispute", state="sent", ground="spam", text="x", fields={"Name": "Dana"})
    assert told(entry, "site", strict=True).fields.keys() == {"state", "ground"}


def test_where_the_trade_keeps_silent_no_times_and_no_free_text_of_a_dispute_leave():
    entry = an_entry("dispute", state="sent", reference="as Dana said", due="x", said="No.")
    assert told(entry, "site", strict=True).fields.keys() == {"state"}


def test_what_everybody_can_read_there_leaves_all_the_same():
    png = {"name": "p.png", "sha256": "0", "type": "image/png"}
    page = an_entry("evidence", file=png, shows="review", text="hers", source="from her")
    shot = an_entry("evidence", file=png, how="screenshot")
    saved = an_entry("evidence", file={**png, "type": "text/html"}, shows="review")
    assert told(saved, "site", strict=True).stays
    assert told(a_review(text="Bad."), "site", strict=True).fields["text"] == "Bad."
    assert told(page, "site", strict=True).fields.keys() == {"file", "shows"}
    assert told(shot, "site", strict=True).stays


def test_an_entry_that_leaves_holds_nothing_else():
    given = told(a_call(phone="1", pleased=True), "site")
    assert given.settled.entry.fields == given.fields


def test_why_something_stays():
    said = withheld(
        ["step", "assessment", "claim", "review", "setting", "step"], "police", strict=True
    )
    assert [(w.kind, w.why, w.number) for w in said] == [
        ("assessment", "opinion", 1),
        ("claim", "reader", 1),
        ("review", "elsewhere", 1),
        ("setting", "inner", 1),
        ("step", "plan", 2),
    ]
    silent = withheld(["interaction", "evidence", "note"], "site", strict=True)
    assert [w.why for w in silent] == ["trade", "trade", "opinion"]
    assert {w.why for w in withheld(KINDS, "site", strict=True)} <= set(KEPT)


def test_words_are_left_out_of_free_texts_only():
    assert may_be_redacted("interaction", "text")
    assert may_be_redacted("evidence", "file")
    assert not may_be_redacted("interaction", "happened_at")
    assert not may_be_redacted("interaction", "verdict")
    assert not may_be_redacted("a-kind-to-come", "text")

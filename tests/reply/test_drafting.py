"""Drafts from parts: never with a hole, in the owner's voice, nothing that was not said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.entry import NOTHING
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.reply.parts import MissingValueError, Part, Situation, spoken
from reviewlog.domain.reply.rules import CALL, PRIVATE, PUBLIC
from reviewlog.domain.site import Forbidden, Reply
from reviewlog.reply.case import Case, Earlier, Voice
from reviewlog.reply.drafting import (
    compose,
    needed,
    proposals_of,
    situation_of,
    unused,
    values_of,
)
from reviewlog.reply.similarity import words_of
from tests.builders import a_call
from tests.reply.drafts import ANN, PARTS, SITUATIONS, drafted, values_for

RIGHT = Situation(PUBLIC, "right", has_delivered=True)


def a_life(state, fields=NOTHING):
    return Track(a_call(), a_call(), state, fields=fields)


def asked(situation, values, proposals=None):
    return [one.name for one in needed(PARTS, situation, values, proposals or {})]


def test_a_public_reply_reads_like_a_letter(golden):
    golden(drafted(RIGHT) + "\n", "reply-public.txt")


def test_a_public_reply_of_a_strict_trade_says_nothing_of_the_case(golden):
    text = drafted(RIGHT._replace(strict=True))
    golden(text + "\n", "reply-public-strict.txt")
    assert "cake" not in text.split("Kind regards")[0]


def test_a_private_message_may_offer(golden):
    golden(drafted(Situation(PRIVATE, "mistaken")) + "\n", "reply-private.txt")


def test_for_a_call_there_are_short_lines(golden):
    text = drafted(Situation(CALL, "partly"))
    golden(text + "\n", "reply-call.txt")
    assert all(len(line) < 120 for line in text.splitlines())


def test_what_is_missing_is_asked_for_in_the_order_of_the_letter():
    assert asked(RIGHT, {}) == ["case", "did", "name", "door"]
    assert asked(RIGHT._replace(verdict="unknown"), {}) == ["case", "name", "door"]
    assert asked(RIGHT._replace(may_give_contact=False), {}) == ["case", "did", "name"]
    assert asked(RIGHT._replace(verdict="mistaken"), {}) == ["fact", "name", "door"]
    assert asked(RIGHT._replace(strict=True), {}) == ["name", "door"]
    assert asked(Situation(PRIVATE, "mistaken", strict=True), {}) == ["fact", "name"]
    assert asked(Situation(CALL, "right"), {}) == ["did"]
    assert asked(Situation(CALL, "unknown"), {}) == []
    assert asked(RIGHT, values_for(RIGHT)) == []


def test_a_question_names_its_option_and_gives_an_example():
    case, *_ = needed(PARTS, RIGHT, {})
    assert (case.option, case.required, case.proposal) == ("--case", True, "")
    assert case.question.endswith("to them.")
    assert case.example
    searched, *_ = needed(PARTS, Situation(PUBLIC, "extortion", is_known=True), {})
    assert "looked for" in searched.question


def test_nobody_is_looked_for_who_rang():
    unknown = Situation(PUBLIC, "unknown")
    stranger, *_ = needed(PARTS, unknown, {})
    assert "looked for" in stranger.question
    caller, *_ = needed(PARTS, unknown._replace(is_known=True), {})
    assert caller.question.startswith("What happened?")


def test_what_was_done_since_is_asked_for_where_they_were_right_and_may_be_left_out():
    for verdict in ("right", "partly"):
        _, did, *_ = needed(PARTS, Situation(PRIVATE, verdict), {})
        assert (did.name, did.required, did.proposal) == ("did", False, "")


def test_each_turn_takes_other_wordings():
    values = values_for(RIGHT)
    texts = [compose(PARTS, RIGHT, values, (), turn) for turn in range(6)]
    assert len(set(texts)) == 6
    assert texts[0] == drafted(RIGHT)
    once = compose(PARTS, RIGHT, values, (), 1)
    assert once == texts[1]


def test_the_motto_stands_only_where_the_failure_is_owned_up_to():
    for situation in SITUATIONS:
        if situation.verdict != "right" or situation.strict:
            assert ANN.stands_for not in drafted(situation)
    assert f"{ANN.stands_for}. That day" in drafted(RIGHT)


def test_what_the_log_knows_is_proposed_and_never_taken_unasked():
    lives = [
        a_life("delivered", {"text": "A new cake, on Saturday"}),
        a_life("offered", {"remedy": "refund"}),
        a_life("refused", {"text": "A voucher"}),
    ]
    proposals = proposals_of(lives)
    assert proposals == {"did": "A new cake, on Saturday.", "offer": "refund."}
    known = {"case": "It was late.", "name": "Ann"}
    partly = Situation(PRIVATE, "partly", has_delivered=True)
    did, offer = needed(PARTS, partly, known, proposals)
    assert (did.proposal, did.required) == ("A new cake, on Saturday.", False)
    assert (offer.proposal, offer.required) == ("refund.", False)
    assert "Saturday" not in compose(PARTS, partly, known)
    assert asked(Situation(PRIVATE, "extortion"), known, proposals) == []
    assert asked(partly, known | {"did": "x.", "offer": "y."}, proposals) == []


def test_a_missing_value_is_never_a_hole():
    with pytest.raises(MissingValueError) as caught:
        compose(PARTS, RIGHT, {"name": "Ann", "door": " "})
    assert caught.value.names == ("--case", "--did", "--door")


def test_what_is_optional_is_left_out_with_all_that_belongs_to_it():
    bare = compose(PARTS, RIGHT, {"case": "It was late", "did": "We rang", "name": "Ann",
                                  "door": "020 7946 0321"})  # fmt: skip
    assert bare.splitlines()[-1] == "Ann"
    assert "020 7946 0321" in bare


def test_where_a_site_wants_no_contact_data_the_door_is_the_number_on_its_page():
    text = drafted(RIGHT._replace(may_give_contact=False))
    assert "the number on our page" in text
    assert not any(mark in text for mark in ("0321", "@"))


def test_a_way_given_now_stands_instead_of_those_of_the_settings():
    values = values_of(ANN, {"door": "at the counter, any day"})
    assert not {"phone", "email"} & values.keys()
    assert values["name"] == "Ann Vale"


def test_what_has_no_place_in_a_text_is_told():
    values = values_for(RIGHT)
    assert set(unused(PARTS, RIGHT, values)) == {"fact", "offer", "day"}
    closed = RIGHT._replace(may_give_contact=False)
    assert {"phone", "email"} <= set(unused(PARTS, closed, values))
    assert "offer" in unused(PARTS, Situation(PRIVATE, "extortion"), values)


def test_the_owners_own_parts_stand_instead_of_the_shipped_ones_where_they_fit():
    own = Part("thanks", "en", ("Cheers.",), media=(PUBLIC,), origin="mine")
    values = values_for(RIGHT)
    assert compose((*PARTS, own), RIGHT, values).startswith("Cheers. ")
    private = RIGHT._replace(medium=PRIVATE)
    assert "Cheers" not in compose((*PARTS, own), private, values)


def test_a_language_without_parts_is_answered_in_english():
    german = (Part("case", "de", ("{case}",)), Part("sign-off", "de", ("{name}",)))
    french = (Part("thanks", "fr", ("Merci.",)),)
    known = (*PARTS, *german, *french)
    assert [spoken(known, language) for language in ("de", "fr", "")] == ["de", "en", "en"]


def test_how_things_stand_follows_from_the_case():
    reply = Reply(forbids=(Forbidden("contact-data"),))
    case = Case(rules=(), verdict="partly", strict=True, reply=reply)
    delivered = [a_life("offered"), a_life("delivered")]
    found = situation_of(case, PARTS, "fr", delivered)
    assert found == Situation(PUBLIC, "partly", True, "en", False, True)
    assert situation_of(case._replace(medium=PRIVATE), PARTS, "en").may_give_contact


def test_where_a_site_takes_little_a_draft_is_brief():
    brief = drafted(RIGHT._replace(most=350))
    assert len(brief) <= 350 < len(drafted(RIGHT))
    assert brief.endswith("Ann Vale")
    assert "We got this wrong." in brief
    assert "0321" in brief
    only_mail = compose(PARTS, RIGHT._replace(most=50), values_of(ANN._replace(phone=""), values_for(
        RIGHT)) | {"phone": ""})  # fmt: skip
    assert "ann@vale.example" in only_mail


def test_the_wording_that_was_used_least_is_taken():
    written: list[str] = []
    earlier: tuple[Earlier, ...] = ()
    for number in range(6):
        earlier = tuple(Earlier(str(n), words_of(text)) for n, text in enumerate(written))
        written.append(drafted(RIGHT, earlier, case=f"The {number} cakes came late."))
    thanks = [text.split(".")[0] for text in written]
    assert sorted(map(thanks.count, thanks)) == [2] * 6
    assert drafted(RIGHT, earlier, case="The 5 cakes came late.") == written[-1]


TEXT = st.text(st.characters(codec=None), min_size=1, max_size=60)


@given(st.sampled_from(SITUATIONS), st.sets(st.sampled_from(["role", "sign_off", "stands_for"])))
def test_no_draft_of_sensible_values_has_a_hole(situation, left_out):
    voice = ANN._replace(**dict.fromkeys(left_out, ""))
    values = values_of(voice, values_for(situation))
    values = {name: text for name, text in values.items() if name not in left_out}
    text = compose(PARTS, situation, values)
    assert not set(text) & set("{}[]")
    assert not any(bad in text for bad in ("  ", "\n\n\n", " \n", "\n ", "..", " .", ",,"))
    assert text == text.strip()
    for name, value in values.items():
        assert text.count(value) <= (2 if name == "name" else 1)
    for value in set(values) - set(unused(PARTS, situation, values)) - {"door"}:
        assert values[value] in text
    if situation.medium != CALL:
        assert "Ann Vale" in text.split("\n\n")[-1]


@given(
    st.sampled_from(SITUATIONS),
    st.dictionaries(st.sampled_from(["case", "fact", "did", "name", "door", "offer"]), TEXT),
)
def test_any_text_of_an_owner_stands_in_it_or_is_asked_for(situation, given_now):
    values = values_of(Voice(), given_now)
    missing = [one for one in needed(PARTS, situation, values) if one.required]
    if missing:
        with pytest.raises(MissingValueError) as caught:
            compose(PARTS, situation, values)
        assert caught.value.names == tuple(one.option for one in missing)
        return
    text = compose(PARTS, situation, values)
    for name in set(values) - set(unused(PARTS, situation, values)):
        assert values[name] in text
    assert "\n\n\n" not in text


def test_a_value_may_be_long_and_look_like_markup():
    case = "<b>{name}</b> [x] " + "word " * 1000 + "\nand a second line"
    text = drafted(RIGHT, case=case)
    assert "<b>{name}</b> [x] word" in text
    assert "word\nand a second line." in text

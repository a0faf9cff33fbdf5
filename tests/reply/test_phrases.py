"""Phrases are found wherever they stand, however they are disguised, and nowhere else."""
# ruff: noqa: RUF001

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.reply.rules import Rule, Wording
from reviewlog.reply.case import Case
from reviewlog.reply.phrases import hits, listed, places, span, wordings
from reviewlog.reply.words import read
from tests.reply.disguises import disguised
from tests.reply.junk import JUNK
from tests.reply.work import work_of


def marked(text, *phrases, unless=()):
    seen = read(text)
    return [text[slice(*span(seen, hit))] for hit in hits(seen, phrases, unless)]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("but", "Good, but dear. Butter; rebut! BUT", ["but", "BUT"]),
        ("we will sue", "We will SUE. Will we sue? We sue.", ["We will SUE"]),
        ("sue|prosecute you", "sue you, prosecute you, sue them", ["sue you", "prosecute you"]),
        (
            "refund*",
            "Refunds refunded, re-fund, unrefunded refun",
            ["Refunds", "refunded", "re-fund"],
        ),
        (
            "so [very] sorry",
            "so sorry, so very sorry, so much sorry",
            ["so sorry", "so very sorry"],
        ),
        ("[very|so] sorry", "very sorry sorry so sorry", ["very sorry", "sorry", "so sorry"]),
        ("sorry [again]", "sorry again. Sorry. Again", ["sorry again", "Sorry"]),
        (
            "give ... back",
            "give back, give it all right now back",
            ["give back", "give it all right now back"],
        ),
        ("give ... back", "give one two three four five back", []),
        ("give ... back", "Give it. Back", []),
        ("give ... it ... back", "give me it right back back", ["give me it right back"]),
        ("^but", "But no. Well, but no.\n- but\n“But”", ["But", "but", "But"]),
        ("why$", "But why. Why me; why", ["why", "why"]),
        ("^sorry$", "Sorry. Sorry you. Very sorry", ["Sorry"]),
        ("# pounds", "5 pounds, five pounds, £5, A4 pounds", ["5 pounds", "A4 pounds"]),
        ("#", "Call 020 79 or A4", ["020", "79", "A4"]),
        ("dont care", "We don’t care, we DON'T  care", ["don’t care", "DON'T  care"]),
        (
            "e-mail",
            "e-mail, email, e mail, E_MAIL, female",
            ["e-mail", "email", "e mail", "E_MAIL"],
        ),
        ("follow-up|call you", "follow up you; follow-up you", ["follow up you", "follow-up you"]),
        ("café", "cafe CAFÉ", ["cafe", "CAFÉ"]),
        ("a b", "a a b", ["a b"]),
        ("am sorry", "I am. Sorry", []),
        ("we will sue you", "We. Will. Sue. You.", ["We. Will. Sue. You"]),
        ("弁護士", "私の弁護士に", ["弁護士"]),
        ("не врали", "Вы НЕ врали", ["НЕ врали"]),
        ("суд", "We will see you in суд", ["суд"]),
    ],
)
def test_a_phrase_is_found(phrase, text, found):
    assert marked(text, phrase) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("we s u e you", "s u e"),
        ("we S.U.E. you", "S.U.E"),
        ("we s-u-e-you", "s-u-e"),
        ("we s\nu\ne", "s\nu\ne"),
        ("we 5 u e", "5 u e"),
        ("we s😀u😀e", "s😀u😀e"),
        ("we su_e", "su_e"),
        ("we su.e", "su.e"),
        ("we $ue you", "$ue"),
        ("we 5ue", "5ue"),
        ("we su3!", "su3"),
        ("we suuuue", "suuuue"),
        ("we s*e", "s*e"),
        ("l.a.w.y.e.r", "l.a.w.y.e.r"),
        ("our law_yer", "law_yer"),
        ("our l@wyer", "l@wyer"),
        ("our l*wyer", "l*wyer"),
        ("our l##yer", "l##yer"),
        ("our Iawyer", "Iawyer"),
        ("our lavvyer", "lavvyer"),
        ("a l1ar", "l1ar"),
        ("a l!ar", "l!ar"),
        ("a 1iar", "1iar"),
        ("a |iar", "|iar"),
        ("a li@r", "li@r"),
        ("a L\u200b1\u200bA R", ""),
        ("a l-i-a-r!", "l-i-a-r"),
        ("c0wb0y", "c0wb0y"),
        ("a 1i4r", "1i4r"),
        ("b1ll", "b1ll"),
        ("wiii", ""),
        ("r.e.f.u.n.d", "r.e.f.u.n.d"),
        ("&#76;iar", "&#76;iar"),
        ("l<i>i</i>ar", "l<i>i</i>ar"),
        ("we s\u3164u\u3164e", "s\u3164u\u3164e"),
        ("we\u3164sue", "sue"),
        ("we s" + 90 * "\u200b" + ".ue", "s" + 90 * "\u200b" + ".ue"),
        ("we $\u200bue", "$\u200bue"),
        ("we \uff04ue", "\uff04ue"),
        ("a law-\nyer", "law-\nyer"),
        ("we \u202eeus", "eus"),
        ("s  u  e", "s  u  e"),
        ("&#115ue", "&#115ue"),
        ("we 🆂🆄🅴 you", "🆂🆄🅴"),
        ("we 🇸\u200b🇺\u200b🇪", "🇸\u200b🇺\u200b🇪"),
        ("we s🆄e", "s🆄e"),
        ("we sue🇬🇧", "sue"),
    ],
)
def test_a_disguised_word_is_found_and_marked_whole(text, found):
    phrases = ("sue", "lawyer|liar", "cowboy", "bill", "refund*")
    assert marked(text, *phrases) == ([found] if found else [])


@pytest.mark.parametrize(
    "text",
    [
        "the issue, pursue, tissue, Sue's",
        "Mr. S. U. Evans",
        "A, B and C",
        "on 5 U.S. routes",
        "3 * 5 and a*b",
        "50$ or $50, a+ service, 100%",
        "info@example.com",
        "i.e. e.g. a.m. P.S. I",
        "the law. Yes, a law - yer",
        "on the A55, 1L1, 5U5, A1-1",
        "4–5 s, 1:0, 1.0, 0-1 to b, s_%d",
        "order A10S, room 5B, the 4th",
        "well-known, so-called, and/or",
        "call us: we'll see.you later",
    ],
)
def test_an_honest_text_holds_no_disguise(text):
    phrases = ("sue", "lawyer|liar", "ass|but|sin|shit|idiot|you|use|bus|abc|small|sale")
    assert [one for one in marked(text, *phrases) if one.lower() not in ("you",)] == []


def test_what_is_fine_is_left_out_with_all_that_overlaps_it():
    text = "Nothing but good. But why? All but one."
    assert marked(text, "but", unless=("nothing|all but",)) == ["But"]
    assert marked(text, "but [good]", "nothing but good but", unless=("nothing but",)) == [
        "But",
        "but",
    ]
    assert marked(text, unless=("but",)) == []


def test_phrases_that_overlap_are_marked_as_one():
    text = "We will sue you now, and today."
    assert marked(text, "sue", "will sue", "sue you", "you now", "today") == [
        "will sue you now",
        "today",
    ]
    assert marked(text, "will sue", "sue you", unless=("you now",)) == ["will sue"]


@pytest.mark.parametrize(
    ("phrase", "shown"),
    [
        ("fuck*", "f**k"),
        ("fuck*", "f*cking"),
        ("fuck*", "F***"),
        ("fuck*", "f***ing"),
        ("fuck*", "f****"),
        ("bastard*", "b*stards"),
        ("dickhead*", "d*ckhead"),
        ("bitch*", "b**ch"),
        ("asshole*", "a**hole"),
        ("cunt*", "c*nt"),
        ("cunt*", "c***"),
        ("bullshit", "b*llsh*t"),
        ("lawyer*", "l*wyer"),
        ("solicitor*", "sol*citors"),
        ("blackmail*", "blackm*iled"),
        ("liar", "l***"),
        ("liar", "l​*​*r"),
        ("shit", "s***"),
        ("shit", "sh●●"),
        ("my lawyer*", "my l*wy*r"),
    ],
)
def test_letters_that_are_blotted_out_hide_no_word(phrase, shown):
    assert marked(f"What? {shown} off", phrase) == [shown]


@pytest.mark.parametrize(
    "text",
    [
        "a 4*** hotel", "free* delivery", "**bold** and *this*", "f* k", "L*", "l*1", "B*****",
        "lia**", "lxx*", "see C## and l___", "f*ne and l*west", "*lawy", "law*",
    ],
)  # fmt: skip
def test_few_signs_are_no_letters(text):
    assert marked(text, "fuck*", "lawyer*", "liar", "boldest", "thistle", "class", "bitch") == []


@given(
    st.lists(st.sampled_from(("we", "will", "sue", "you", "the", "liar", "x")), max_size=12),
    st.data(),
)
def test_no_disguise_loses_a_hit(plain, data):
    """Whatever letters are drawn, the same words are marked."""
    phrases = ("we will ... sue", "liar", "[the] liar you")
    seen = read("Here it is: " + " ".join(plain))
    guises = [data.draw(disguised(word)) if len(word) > 2 else word for word in plain]
    hidden = read("Here it is: " + " ".join(guises))
    assert hits(hidden, phrases, ("x liar",)) == hits(seen, phrases, ("x liar",))
    for hit in hits(hidden, phrases):
        first, last = hit.first - 3, hit.last - 3
        assert hidden.original[slice(*span(hidden, hit))] == " ".join(guises[first : last + 1])


@given(
    st.text(),
    st.lists(st.sampled_from(("a", "we will", "^a ... b", "b*a|bcd*", "#", "[a] b$")), max_size=4),
)
def test_hits_lie_in_any_text_in_order(original, phrases):
    text = read(original)
    at = -1
    for hit in hits(text, tuple(p for p in phrases if p != "b*a|bcd*")):
        assert at < hit.first <= hit.last < len(text.words)
        start, end = span(text, hit)
        assert 0 <= start < end <= len(original)
        at = hit.last


RULE = Rule(
    "r", "t", "w", "warn", ("D4",),
    wordings=(
        Wording("en", ("but",), ("all but",), {"dates": ("monday",)}),
        Wording("de", ("aber",), (), {"dates": ("montag",)}),
    ),
)  # fmt: skip


def test_the_words_of_the_language_of_the_text_hold():
    text = read("but aber")
    case = Case((RULE,))
    assert [w.language for w in wordings(RULE, text, case)] == ["en"]
    assert [w.language for w in wordings(RULE, text._replace(language="de"), case)] == ["de"]
    assert wordings(RULE, text._replace(language="fr"), case) == ()
    assert [w.language for w in wordings(RULE, text, case._replace(first="de"))] == ["de"]


def test_a_never_rule_holds_in_every_language():
    never = RULE._replace(never="wall")
    text = read("But, aber and all but one, montag")._replace(language="fr")
    assert [hit.first for hit in places(never, text, Case(()))] == [0, 1]
    assert [hit.first for hit in listed(never, "dates", text, Case(()))] == [6]
    assert listed(never, "nothing", text, Case(())) == []


PHRASES = (
    "we will [really] sue|take ... you", "take legal action", "refund* ... review", "sorry [that] you ... feel",
    "a ... b ... c ... d", "^a", "a$", "#", "aaa*", "[a] [a] [a] [b] x", "law-yer", "sue",
)  # fmt: skip


@pytest.mark.parametrize("unit", JUNK.values(), ids=JUNK.keys())
def test_twice_the_text_is_no_more_than_twice_the_work(unit):
    def work(size):
        return work_of(lambda: hits(read((unit * size)[:size]), PHRASES, PHRASES[3:5]))

    work(500)
    assert work(4000) < 2.2 * work(2000) + 500

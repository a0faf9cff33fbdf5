"""Places that nobody filled in, lists, the marks of a page."""

# ruff: noqa: RUF001 - the letters of many scripts are the matter here

import pytest
from hypothesis import given

from tests.reply.checks.looking import ANYTHING, look, marked, marks_words


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Dear [Name], thank you.", ["[Name]"]),
        ("Dear {customer}, your {{ item }} was late.", ["{customer}", "{{ item }}"]),
        ("Dear <your name>, sorry.", ["<your name>"]),
        ("Dear <Name>, sorry.", ["<Name>"]),
        ("Dear (name), call (phone number).", ["(name)", "(phone number)"]),
        ("Dear (Your Name), sorry.", ["(Your Name)"]),
        ("Please ring XXX or write to xxxx today.", ["XXX", "xxxx"]),
        ("Please ring us on xxx", ["xxx"]),
        ("You paid £XX on XX/XX/XXXX.", ["£XX", "XX/XX/XXXX"]),
        ("Dear ____, sorry for the ___ .", ["____", "___"]),
        ("We are sorry. TODO: say why. TBD", ["TODO", "TBD"]),
        ("Dear ..., thank you.", ["..."]),
        ("Dear …, thank you.", ["…"]),
        ("Please call us on ...", ["..."]),
        ("You came on ......... with your family.", ["........."]),
        ("[Write one sentence about what happened, in your own words, here]", None),
        ("Hello %FIRSTNAME%, hello *|FNAME|*.", ["%FIRSTNAME%", "*|FNAME|*"]),
        ("Hello ${name}, it was [ ].", ["${name}", "[ ]"]),
        ("«Vorname», guten Tag.", ["«Vorname»"]),
        ("Sehr geehrte Frau ..., danke.", ["..."]),
        ("○○様、申し訳ございません。", ["○○"]),
        ("Lorem ipsum dolor.", ["Lorem ipsum"]),
        ("We are sorry about [...].", ["[...]"]),
        ("Thanks, (insert name here)", ["(insert name here)"]),
        ("Kind regards,\n(Name)", ["(Name)"]),
        ("Dear *customer name*, sorry.", ["*customer name*"]),
        ("Dear ,\nthank you.", ["Dear ,"]),
        ("Thank you.\nDear Mr. , sorry.", ["Dear Mr. ,"]),
        ("We are sorry about your .", ["."]),
        ("Sehr geehrte Frau ,\ndanke.", ["Sehr geehrte Frau ,"]),
        ("Dear <title> <name>, sorry.", ["<title>", "<name>"]),
    ],
)
def test_a_place_that_waits_for_something_is_a_hole(text, places):
    assert marked("holes", text) == (places or [text])


@pytest.mark.parametrize(
    "text",
    [
        "We were late (by an hour) and (sadly) rude.",
        "Well... we tried. And then … nothing.",
        "Hmm ... no. It was late...",
        "Thank you :-) (: ;) <3",
        "Love, Anna xxx",
        "See you soon, Anna xx\nThe Mill",
        "Size XXL, XXXL and Max Maxx",
        "Tom <tom@mill.example> answers, a < b > c.",
        "You wrote “it were [sic] cold” and [1] more.",
        "«Le service était long» : nous sommes désolés.",
        "The item (product) (no) was (full) here.",
        "<b>Sorry</b>",
        "Our well_known shop__x, 5 - 6 -- and so on --- really.",
        "Todo está bien. He is at 100% now, 50% off.",
        "Dear Anna... thank you. Oh dear... Hello ... we read it.",
        "Kind regards, Anna (owner), Marco (manager)",
        "Anna Keller\n(Manager)",
        "Please send us what we need (name, date, order number) by e-mail (address) or ring (phone, Mo-Fr).",
        "We tried ..... and failed. ----- Thank you",
        "Hello, my dear, that is what the soup is for , we think . Thank you , Anna.",
        "Liebe Frau Keller, sehr geehrte Gäste: danke.",
        "It was *really* good, the *day* was (not).",
        "",
    ],
)
def test_ordinary_brackets_dots_and_kisses_are_none(text):
    assert marked("holes", text) == []


def test_an_owners_phrases_are_holes_too():
    assert marked("holes", "Insert the name here, please.", phrases=("insert ... here",)) == [
        "Insert the name here"
    ]


def test_holes_are_counted():
    assert look("holes", "[a] and {b}")[0][0] == "2 not filled in."
    assert look("holes", "[a]")[0][0] == "Not filled in."


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("We did this:\n- called you\n- wrote to you", ["-", "-"]),
        ("First:\n1. We called.\n2. We wrote.", ["1.", "2."]),
        ("• We called.", ["•"]),
        ("We:\r\n  1) called\r\n  2) wrote", ["1)", "2)"]),
        ("a) call\nb) write", ["a)", "b)"]),
        ("* one\n* two", ["*", "*"]),
        ("1️⃣ call\n2️⃣ write", ["1️⃣", "2️⃣"]),
        ("– one\u2028– two", ["–", "–"]),
    ],
)
def test_bullets_and_numbered_lines_are_a_list(text, places):
    assert look("lists", text) == [("A list.", places)]


@pytest.mark.parametrize(
    "text",
    [
        "Kind regards,\n- Anna",
        "We opened on the\n24. December and closed.",
        "We waited 1. for you, 2. for him.",
        "The well-\nknown shop, non-\nsmoking",
        "It cost\n3.50 and\n4.20 in all",
        "-5 degrees\n-6 degrees",
        "",
    ],
)
def test_a_signature_a_date_or_a_price_is_no_list(text):
    assert look("lists", text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("<b>Sorry</b>", ["<b>", "</b>"]),
        ('See <a href="https://mill.example">this</a><br/>', None),
        ("Fish &amp; chips&nbsp;&#39;", ["&amp;", "&nbsp;", "&#39;"]),
        ("<!-- no -->", ["<!--", "-->"]),
        ("<P CLASS=x>Hello", ["<P CLASS=x>"]),
        ("caf&eacute;", ["&eacute;"]),
    ],
)
def test_marks_of_a_page_are_found(text, places):
    expected = places or ['<a href="https://mill.example">', "</a>", "<br/>"]
    assert marked("html", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I <3 you, a < b and b > c.",
        "Fish & chips; Tom &Jerry; M&Ms; R&D;",
        "<your name> and <Anna>",
        "->, <-, <->, =>",
        "",
    ],
)
def test_hearts_arrows_and_ampersands_are_no_marks(text):
    assert look("html", text) == []


@given(ANYTHING)
def test_no_text_fails(text):
    for check in ("holes", "lists", "html"):
        assert marks_words(text, look(check, text))


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "{",
        "<",
        "(",
        "*",
        "«",
        "_",
        ".",
        "x",
        "-",
        "&",
        "%",
        "[a",
        "<a ",
        "<b x",
        "Dear ...",
        "\n- ",
    ],
)
def test_fifty_thousand_characters_of_junk_are_read_to_the_end(piece):
    text = piece * (50_000 // len(piece))
    for check in ("holes", "lists", "html", "shouting", "length"):
        assert marks_words(text, look(check, text))

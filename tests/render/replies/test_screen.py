"""What was found in a text on the screen: the exact place, few words, and never a false column."""

import unicodedata
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.harmless import is_harmless
from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.finding import Checked, Finding
from reviewlog.domain.reply.rules import Rule
from reviewlog.render.replies.changes import changes_lines, smooth
from reviewlog.render.replies.findings import findings_text, summary
from reviewlog.render.replies.marks import Lines, places, shown
from reviewlog.render.replies.ready import hour_words
from reviewlog.render.replies.shapes import check_shape
from reviewlog.reply.changes import KEPT, changes

RULE = Rule("but", "A “but” takes it back.", "Readers hear the rest.", "warn", ("D4",),
            instead="Stop before it. Say it elsewhere.")  # fmt: skip
STOP = RULE._replace(id="court", title="This threatens.", level="stop", instead="Take it out.")
NOTE = RULE._replace(id="long", title="It is long.", level="note", instead="")


def spans(text, *words):
    return tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)


def one_mark(text, word, width=60):
    ((row, marks),) = places(text, spans(text, word), width, 3).shown
    return shown(row), marks


def found(rule, *places, **more):
    return Finding(rule, rule.level, tuple(places), **more)


def screen(text, *findings, twins=(), width=70, **checked):
    return findings_text(text, Checked(tuple(findings), **checked), dict(twins), width)


# The place


def test_the_mark_stands_under_the_very_characters():
    assert one_mark("We are sorry, but you came late.", "but") == (
        "We are sorry, but you came late.",
        "              ^^^",
    )


def test_wide_characters_tabs_and_accents_are_counted_as_they_are_shown():
    assert one_mark("\tok but", "but") == ("    ok but", "       ^^^")
    assert one_mark("我们 but", "but")[1] == "     ^^^"
    assert one_mark("cafe\u0301 but", "but")[1] == "     ^^^"
    assert one_mark("我们 but", "们")[1] == "  ^^"


def test_what_nobody_sees_is_shown_by_its_number_and_marked_whole():
    line, marks = one_mark("a\u202eb", "\u202e")
    assert line == "a⟨U+202E⟩b"
    assert marks == " ^^^^^^^^"


def test_a_joiner_that_takes_no_room_is_marked_where_it_stands():
    assert one_mark("ab\u200dc", "\u200d")[1] == " ^"


def test_a_long_line_is_broken_around_the_place_and_says_that_it_goes_on():
    text = "word " * 30 + "lawyer " + "word " * 30
    line, marks = one_mark(text, "lawyer", 40)
    assert line.startswith("…")
    assert line.endswith("…")
    assert line[marks.index("^") : marks.index("^") + 6] == "lawyer"
    assert len(line) <= 42


def test_a_word_that_is_longer_than_the_screen_is_cut():
    line, marks = one_mark("x" * 100 + "but" + "x" * 100, "but", 30)
    assert len(line) <= 32
    assert line[marks.index("^") : marks.index("^") + 3] == "but"


def test_of_an_endless_line_only_what_stands_around_the_place_is_looked_at():
    line, marks = one_mark("word " * 200_000 + "lawyer " + "word " * 200_000, "lawyer", 40)
    assert line.startswith("…")
    assert line[marks.index("^") : marks.index("^") + 6] == "lawyer"


def test_the_end_of_a_line_of_windows_is_no_character():
    assert one_mark("one\r\nbut two\r\n", "but") == ("but two", "^^^")


def test_a_place_is_told_by_line_and_character_from_one():
    text = "one\ntwo three\n"
    assert Lines(text).place(text.index("three")) == (2, 5)
    assert Lines(text).place(0) == (1, 1)
    assert Lines("").place(0) == (1, 1)


@given(st.text(max_size=120), st.data())
def test_no_text_and_no_place_is_shown_harmful_or_out_of_line(text, data):
    text += "x"
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    for row, marks in places(text, [Span(start, end)], 20, 3).shown:
        line = shown(row)
        assert all(is_harmless(char) for char in line)
        assert set(marks) <= {" ", "^"}
        assert "\n" not in line
        columns = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
        assert len(marks) <= columns + 2


@given(st.text(alphabet="ab\t \n我é\u0301", min_size=1, max_size=200), st.data())
def test_the_row_that_is_shown_holds_the_place_and_no_other_line(text, data):
    at = data.draw(st.integers(0, len(text) - 1))
    for row, marks in places(text, [Span(at, at + 1)], 12, 3).shown:
        assert "^" in marks
        assert text[at] == "\n" or any(cell.at == at for cell in row.cells)
        assert row.number == text.count("\n", 0, at) + 1
        assert sum(cell.columns for cell in row.cells) <= 12


# The findings


def test_nothing_found_is_one_calm_line():
    assert screen("Thank you.") == "Nothing to change in these words."


def test_stops_come_first_and_the_summary_counts_rules():
    text = "We are sorry, but see you in court."
    shown_text = screen(
        text,
        found(RULE, *spans(text, "but")),
        found(STOP, *spans(text, "court")),
        found(NOTE),
    )
    assert shown_text.splitlines()[0] == "1 to change, 1 to think about, 1 note."
    assert shown_text.index("STOP") < shown_text.index("WARN") < shown_text.index("NOTE")
    assert summary(Checked((found(NOTE),))) == ("Nothing to change in these words. 1 note.")


def test_a_finding_is_told_with_title_reason_advice_and_its_rule():
    text = "Sorry, but no."
    assert screen(text, found(RULE, *spans(text, "but")), width=90) == (
        "1 to think about.\n\n"
        "LINE 1 | Sorry, but no.\n"
        "       |        ^^^\n"
        "WARN   A “but” takes it back. Readers hear the rest. Instead: Stop before it. Say it\n"
        "       elsewhere. [but]"
    )


def test_the_places_of_one_rule_stand_together_and_many_are_counted():
    text = "\n".join(f"line {n} but" for n in range(6))
    places = tuple(Span(n, n + 3) for n in range(len(text)) if text.startswith("but", n))
    shown_text = screen(text, *(found(RULE, place) for place in places))
    assert shown_text.count("LINE") == 3
    assert "… and 3 more places of this kind" in shown_text
    assert shown_text.count("WARN") == 1


def test_of_a_long_stretch_its_beginning_is_shown():
    text = "A word or two, and then on and on. " + "word " * 200
    shown_text = screen(text, found(RULE, Span(35, len(text))))
    assert shown_text.count("LINE") == 1


def test_ten_findings_are_read_within_a_minute():
    text = "\n".join(f"word{n}" for n in range(10))
    rules = [RULE._replace(id=f"r{n}", title="A short title.") for n in range(10)]
    shown_text = screen(text, *(found(r, *spans(text, f"word{n}")) for n, r in enumerate(rules)))
    assert "Readers hear" not in shown_text
    assert "Say it elsewhere" not in shown_text
    assert "reviewlog reply rules ID" in shown_text
    assert len(shown_text.split()) < 250


def test_what_a_check_says_is_a_sentence():
    twice = [found(RULE, said="a number."), found(RULE, said="an address")]
    assert "A number. An address." in screen("x", *twice)


def test_a_sentence_of_a_check_that_only_repeats_the_title_is_left_out():
    title = "Nothing in it is about this case."
    rule = RULE._replace(title=title)
    assert "No word" not in screen("x", found(rule, said="No word of it is about this case."))
    other = RULE._replace(title="This is in another language than the review.")
    said = "The review is in German, this text in English."
    assert said in " ".join(screen("x", found(other, said=said)).split())
    assert "3 exclamation marks." in screen("x", found(rule, said="3 exclamation marks."))


# While a stop stands


def furious():
    """Return a text with two stops, a warning of many places, one without any, and a note."""
    text = "See you in court, fool.\nWe are sorry, but no, but never, but not here at all."
    missing = [
        RULE._replace(id=name, title=f"The {name} is not there.")
        for name in ("no-name", "no-door", "not-this-case")
    ]
    many = tuple(Span(n, n + 3) for n in range(len(text)) if text.startswith("but", n))
    insult = STOP._replace(id="insult", title="This is an insult.")
    return text, [
        found(STOP, *spans(text, "court")),
        found(insult, *spans(text, "fool")),
        found(RULE, *many),
        *(found(rule) for rule in missing),
        found(NOTE),
    ]


def test_while_a_stop_stands_a_warning_is_one_row_with_its_first_place():
    text, all_of_it = furious()
    lines = screen(text, *all_of_it).splitlines()
    assert "WARN   Line 2 “but” and 2 more: A “but” takes it back. [but]" in lines
    assert [line for line in lines if line.startswith("LINE")] == [
        f"LINE 1 | {text.splitlines()[0]}" for _ in range(2)
    ]
    assert "Readers hear the rest." in "\n".join(lines)
    assert "All of it in full: --all" in lines


def test_while_a_stop_stands_what_is_missing_is_one_row():
    shown_text = screen(*(lambda text, all_of_it: (text, *all_of_it))(*furious()))
    told = "Also missing: a name, a way to talk in private, a word about this very case."
    assert told in " ".join(shown_text.split())
    assert "no-name" not in shown_text


def test_all_of_it_is_told_in_full_where_that_is_wanted():
    text, all_of_it = furious()
    whole = findings_text(text, Checked(tuple(all_of_it)), {}, 70, whole=True)
    assert "The no-name is not there." in whole
    assert whole.count("Say it elsewhere.") == 4
    assert "--all" not in whole


def test_a_long_warning_takes_two_rows_at_most_while_a_stop_stands():
    text, _ = furious()
    long = RULE._replace(title="Short.")
    shown_text = screen(text, found(STOP, *spans(text, "court")), found(long, said="9 word " * 60))
    assert shown_text.splitlines()[-3] == "WARN   Short. [but]"


def test_what_is_read_last_of_a_long_answer_is_the_sum_with_the_stops():
    text, all_of_it = furious()
    more = [found(STOP._replace(id=f"s{n}"), *spans(text, "court")) for n in range(4)]
    shown_text = " ".join(screen(text, *all_of_it, *more).split())
    assert shown_text.endswith(
        "In all: 6 to change (court, insult, s0, s1, s2, s3), 4 to think about, 1 note."
    )
    assert "In all" not in screen(text, *all_of_it[:1])


def test_what_is_missing_has_no_place():
    shown_text = screen("Thank you.", found(RULE, said="There is no name."))
    assert "LINE" not in shown_text
    assert "There is no name." in shown_text


def test_the_twin_is_shown_and_an_erased_one_says_so():
    twin = found(RULE, said="95 percent.", twin="31")
    assert "Entry 31: “Dear guest”" in screen("x", twin, twins={"31": "Dear guest"})
    assert "Entry 31: its words were erased" in screen("x", twin)


def test_a_text_whose_words_no_rule_knows_says_so():
    shown_text = screen("Tere tulemast.", unread=True)
    assert "I cannot read this language. Only length, capitals" in " ".join(shown_text.split())
    assert "Nothing to change" not in shown_text


def test_a_text_that_cannot_be_read_is_named_first_by_its_language():
    shown_text = screen("Das war nichts.", found(RULE), unread=True, language="de")
    assert shown_text.startswith("I cannot read German.")
    assert "1 to think about." in " ".join(shown_text.split())
    assert summary(Checked((), unread=True, language="xx")).startswith("I cannot read xx.")


def test_hostile_words_reach_no_screen():
    text = "Sorry \x1b[2J but\u202e no"
    shown_text = screen(text, found(NOTE, *spans(text, "\x1b[2J but")))
    assert all(is_harmless(char) for char in shown_text)


def test_json_tells_the_place_in_characters_lines_and_words():
    text = "One.\nSorry, but no."
    checked = Checked((found(RULE, *spans(text, "but")),), language="en")
    shape = check_shape(text, checked, {}, number="1", medium="public")
    assert shape["findings"][0]["places"] == [
        {"start": 12, "end": 15, "line": 2, "column": 8, "text": "but"}
    ]
    assert not shape["passes"]


# What changed


def test_what_went_stands_before_what_came():
    lines = changes_lines(changes("We are sorry for it.", "We are very glad of it."), 70)
    assert lines == ["  We are [-sorry for-] {+very glad of+} it."]


def test_a_wholly_new_text_is_shown_as_the_old_one_and_the_new_one():
    lines = changes_lines(changes("Come back never again.", "Thank you, Dana.\nCome soon."), 70)
    assert lines == [
        "  It was written anew. Before:",
        "  Come back never again.",
        "",
        "  Now:",
        "  Thank you, Dana.",
        "  Come soon.",
    ]


def test_scraps_between_two_changes_belong_to_them():
    found_changes = smooth(changes("you never told us a thing", "we should have told us a lot"))
    assert [change.what for change in found_changes].count(KEPT) <= 1


def test_long_stretches_that_stayed_are_left_out():
    same = " ".join(f"w{n}" for n in range(60))
    lines = " ".join(changes_lines(changes(f"{same} old {same}", f"{same} new {same}"), 200))
    assert "[-old-] {+new+}" in lines
    assert len(lines.split()) < 30


def test_the_same_text_says_so():
    assert changes_lines(changes("One two.", "One  two."), 70) == ["  Nothing was changed."]


@given(st.text(alphabet="ab \n", max_size=60), st.text(alphabet="ab \n", max_size=60))
def test_the_new_text_can_be_read_out_of_the_smoothed_changes(old, new):
    words = [w for c in smooth(changes(old, new)) if c.what != "gone" for w in c.text.split()]
    assert words == new.split()


def test_an_hour_of_another_day_is_told_with_the_day():
    now = datetime(2026, 11, 21, 16, 40, tzinfo=UTC)
    assert hour_words(now.replace(hour=17), now) == "17:40"
    assert hour_words(now.replace(day=22, hour=8, minute=0), now) == "08:00 on Sun 22 Nov"

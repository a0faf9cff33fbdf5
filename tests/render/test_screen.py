"""The one way out: what may reach a screen, and how it is spelt where an encoding lacks it."""

import ast
import io
import os
import pty
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.harmless import harmless, is_harmless
from reviewlog.render.layout.progress import drawn
from reviewlog.render.layout.screen import ERRORS, fit, hand_over, spell, write
from reviewlog.render.layout.style import DRAWN, PLAIN, RESET, SENT, SGR, STRONG, style
from reviewlog.render.layout.wrapping import in_rows

ROOT = Path(__file__).parents[2] / "reviewlog"
SPEAKERS = {"__main__.py", "commands/screen.py", "commands/failures.py", "cli.py", "door.py",
            "commands/asking/keyboard.py"}  # fmt: skip
"""The files that hold a stream in their hands; what they print passes `write`."""
OLD = ("ascii", "cp437", "cp850", "cp1252", "latin-1")


def stripped(text):
    for sequence in SGR:
        text = text.replace(sequence, "")
    return text


def printed(text, encoding, **how):
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    write(stream, text, **how)
    return raw.getvalue().decode(encoding)


def test_the_whole_of_unicode_is_judged_as_the_rule_says():
    for number in range(0x110000):
        char = chr(number)
        bad = unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp", "Cf")
        bad = bad or char in "\u115f\u1160\u2800\u3164\uffa0"
        shown = fit(char, draws=False)
        expected = f"⟨U+{number:04X}⟩" if bad and char not in "\n\u200c\u200d" else char
        assert shown == expected


@given(st.text(), st.booleans())
def test_nothing_but_our_own_sequences_passes(text, draws):
    shown = fit(text, draws=draws)

    assert all(map(is_harmless, stripped(shown) if draws else shown))


@given(st.text(alphabet=st.sampled_from("a\x1b[0m1;32\n\x9b\u202eé")))
def test_a_stored_sequence_never_passes_not_even_one_like_ours(text):
    assert fit(text, draws=False) == fit(text, draws=True) == harmless(text)
    shown = fit(DRAWN.strong("x") + text, draws=True)
    assert shown == f"{SENT[STRONG]}x{SENT[RESET]}{harmless(text)}"


def test_a_stored_mark_is_shown_by_its_number_before_it_is_set_off():
    for mark in SENT:
        assert harmless(f"{mark}x") == f"⟨U+{ord(mark):04X}⟩x"


@given(st.text(st.characters(exclude_characters=["\n", *SENT]), min_size=1))
def test_a_styled_text_is_shown_as_it_would_be_plain(text):
    for set_off in ("strong", "quiet", "alarm"):
        assert getattr(PLAIN, set_off)(text) == text
        drawn = fit(getattr(DRAWN, set_off)(text), draws=True)
        assert drawn.startswith("\x1b[")
        assert drawn.endswith(SENT[RESET])
        assert stripped(drawn) == harmless(text)


def test_a_sequence_of_ours_never_outlives_its_line():
    bold, end = SENT[STRONG], SENT[RESET]
    assert fit(f"{STRONG}one\ntwo{RESET}", draws=True) == f"{bold}one{end}\ntwo{end}"


def test_our_marks_are_shown_where_nothing_is_drawn():
    assert fit(DRAWN.strong("late"), draws=False) == "⟨U+FDD1⟩late⟨U+FDD0⟩"


def test_a_line_is_drawn_or_not_there_at_all():
    assert style(True).rule(3) == "───"
    assert style(False).rule(3) == ""
    assert style(True).strong("") == ""


@pytest.mark.parametrize("encoding", OLD)
@given(text=st.text())
def test_no_text_is_too_much_for_an_old_code_page(encoding, text):
    assert printed(text, encoding).endswith("\n")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“Zoë’s” – naïve …", '"Zoe\'s" - naive ...'),  # noqa: RUF001
        ("── 4 · 5 ──", "-- 4 - 5 --"),
        ("\x1b[2J", "<U+001B>[2J"),
        ("\udcff", "<U+DCFF>"),
        ("£240, €80", "GBP 240, EUR 80"),
        ("Łódź, Øre, straße, İstanbul", "Lodz, Ore, strasse, Istanbul"),
        ("नमस्ते", "????"),
        ("👩\u200d🍳 a\u00a0b", "???? a b"),
        ("山田 Ω", "???? ?"),
        ("ﬁne ½", "fine 1/2"),
    ],
)
def test_plain_signs_stand_for_what_ascii_lacks(text, plain):
    assert printed(text, "ascii") == plain + "\n"


def test_what_an_encoding_has_stays():
    assert printed("£240 – Zoë", "latin-1") == "£240 - Zoë\n"  # noqa: RUF001
    assert printed("── é", "cp437") == "── é\n"
    assert printed("Zo\u0308e\u0301", "cp437") == "Zöé\n"
    assert printed("Zo\u0308e\u0301", "utf-8") == "Zo\u0308e\u0301\n"
    assert printed("“Zoë” ⟨U+202E⟩", "cp1252") == "“Zoë” <U+202E>\n"
    assert printed("“Zoë” 你好", "utf-8") == "“Zoë” 你好\n"


def test_a_text_to_be_used_elsewhere_is_exact_in_a_pipe():
    text, raw = "a\tb\u202e\x1b[31m\r\n", io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
    hand_over(stream, text)

    assert raw.getvalue().decode() == text
    assert printed(text, "utf-8") != text


def test_a_text_to_be_used_elsewhere_does_nothing_to_a_terminal():
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w", encoding="utf-8") as terminal:
        hand_over(terminal, "a\tb\u202e\x1b[31m\n")
        shown = os.read(ours, 1000).decode()
    os.close(ours)

    assert shown == "a⟨U+0009⟩b⟨U+202E⟩⟨U+001B⟩[31m\r\n"


def test_only_encoding_is_forgiven():
    stream = io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="utf-8")
    spell(stream)

    assert stream.errors == ERRORS
    with pytest.raises(UnicodeDecodeError):
        stream.read()


def spoken(path):
    """Yield each place where a file prints by itself or holds a stream of the process."""
    for node in ast.walk(ast.parse(path.read_text())):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "print"
        ):
            yield f"{path}:{node.lineno} print"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            named = f"{node.value.id}.{node.attr}"
            if named in ("typer.echo", "typer.secho", "sys.stdout", "sys.stderr"):
                yield f"{path}:{node.lineno} {named}"


def test_nothing_is_printed_but_through_the_one_way_out():
    elsewhere = SPEAKERS | {"environment.py"}
    found = [
        place
        for path in sorted(ROOT.rglob("*.py"))
        if str(path.relative_to(ROOT)) not in elsewhere
        for place in spoken(path)
    ]

    assert found == []


@pytest.mark.parametrize("name", sorted(SPEAKERS))
def test_who_holds_a_stream_only_hands_it_on(name):
    """`sys.stdout` may be an argument of `write`, be replaced where there is none, or be closed."""
    tree = ast.parse((ROOT / name).read_text())
    calls = [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Call)]

    assert not [c for c in calls if c.startswith(("print(", "typer.echo(", "typer.secho("))]
    assert not [c for c in calls if c.startswith(("sys.stdout.write(", "sys.stderr.write("))]


def test_how_far_a_long_check_is_moves_only_by_carriage_return_and_goes_away():
    stream = io.StringIO()
    with drawn(stream) as watch:
        for done in range(0, 10_001, 100):
            watch("entries", done, 10_000)
        watch("files", 3, 10)

    steps = stream.getvalue().split("\r")
    assert all(map(is_harmless, "".join(steps)))
    assert steps[1] == f"Entries   {' ' * 20}   0 %"
    assert steps[51] == f"Entries   {'─' * 10}{' ' * 10}  50 %"
    assert len({len(step) for step in steps[1:-1]}) == 1
    assert steps[-2:] == [" " * len(steps[1]), ""]
    assert "Files" not in stream.getvalue()


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [
        ("short", 40, "short"),
        ("one two three four", 10, "one two\nthree four"),
        ("  set in as it was", 12, "  set in as\n  it was"),
        ("reviewlog log 'to be copied as it is'", 20, "reviewlog log 'to be copied as it is'"),
        ("Do it: reviewlog next --json now", 26, "Do it:\nreviewlog next --json now"),
        ("https://example.com/a/long/address", 20, "https://example.com/a/long/address"),
        ("山田 太郎 one", 10, "山田 太郎\none"),
        ("send 田中 the refund", 12, "send 田中\nthe refund"),
        ("約束した時間に届きませんでした", 10, "約束した時\n間に届きま\nせんでした"),
        ("環불 해 주세요 안 그러면", 10, "環불 해\n주세요 안\n그러면"),
        ("one two three", None, "one two three"),
    ],
)
def test_what_is_wider_than_the_terminal_is_broken_between_words(text, columns, rows):
    assert in_rows(text, columns) == rows


@given(st.text(alphabet=st.sampled_from("ab \n")), st.integers(min_value=4, max_value=40))
def test_no_letter_is_lost_in_rows(text, columns):
    shown = in_rows(text, columns)

    assert shown.split() == text.split()
    assert all(len(row) <= columns or " " not in row.strip() for row in shown.split("\n"))


def test_what_is_set_off_takes_no_room():
    line = f"{DRAWN.strong('one')} two {DRAWN.quiet('three')}"

    assert in_rows(line, 13) == line

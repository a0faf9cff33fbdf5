"""`log --json -`: entries that a script hands over, all of them or none."""

import contextlib
import inspect
import json
import resource
import subprocess
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewlog.commands import log
from reviewlog.commands.entering.contact import KEYS
from reviewlog.commands.entering.reading import read_entries
from reviewlog.domain.entering_errors import UnreadableEntriesError
from reviewlog.render.promised.schema import schema_of
from tests.program import PROGRAM, Program

ONE = {"who": "Dana Smith", "text": "The cake was dry"}


def handed(run, machine, said, *words, code=0):
    """Hand over entries, or a text as it is."""
    machine.stdin = said if isinstance(said, str) else json.dumps(said)
    return run("log", "--json", "-", *words, code=code)


def entries(run, number="1"):
    """Return what an incident holds, without what differs from run to run."""
    shown = run("show", number, "--json").json["entries"]
    return [(one["kind"], one["fields"]) for one in shown]


# One entry


def test_one_object_is_answered_as_log_is(run, machine):
    found = handed(run, machine, ONE).json
    assert (found["schema"], found["incident"], found["opened"]) == ("reviewlog.log/1", "1", True)
    assert found["entry"] == found["entries"][0]
    assert found["next"][0]["who"] == "Dana Smith"


AS_TYPED = {
    "incident": (("--incident", "1"), "1"),
    "via": (("--via", "email"), "email"),
    "no_answer": (("--no-answer",), True),
    "at": (("--at", "yesterday 15:00"), "yesterday 15:00"),
    "quote": (("--quote", "It was dry!"), "It was dry!"),
    "demand": (("--demand", "a refund"), "a refund"),
    "amount": (("--amount", "240.10"), 240.10),
    "by": (("--by", "friday"), "friday"),
    "threat": (("--threat", "violence"), "violence"),
    "site": (("--site", "google", "--site", "yelp"), ["google", "yelp"]),
    "attach": (("--attach", "seen.txt"), "seen.txt"),
    "phone": (("--phone", "07700 900123"), "07700 900123"),
    "for": (("--for", "Ann Smith"), "Ann Smith"),
    "staff": (("--staff", "Sam"), "Sam"),
    "pleased": (("--pleased",), True),
    "leave_alone": (("--leave-alone",), True),
    "cool_until": (("--cool-until", "2026-12-01"), "2026-12-01"),
    "new": (("--new",), True),
    "direction": (("--out",), "out"),
}


@pytest.mark.parametrize("key", AS_TYPED)
def test_an_option_of_the_line_holds_for_an_entry_that_says_nothing_of_it(
    run, machine, tmp_path, key
):
    options, value = AS_TYPED[key]
    (tmp_path / "seen.txt").write_text("seen")
    handed(run, machine, {**ONE, "text": "Before"})
    one = {"text": ONE["text"]} if key == "incident" else ONE
    first = handed(run, machine, one, *options).json
    by_line = entries(run, first["incident"])[-len(first["entries"]) :]
    run("undo")
    again = handed(run, machine, {**one, key: value}).json
    assert entries(run, again["incident"])[-len(again["entries"]) :] == by_line


@pytest.mark.parametrize(
    ("said", "key", "error", "code"),
    [
        ({**ONE, "who": ""}, "who", "bad-value", 2),
        ({**ONE, "demand": " "}, "demand", "bad-value", 2),
        ({**ONE, "phone": ""}, "phone", "bad-value", 2),
        ({**ONE, "attach": "not-there.png"}, "attach", "unreadable-file", 2),
        ({**ONE, "attach": "call.mp3"}, "consent", "consent-missing", 2),
        ({**ONE, "text": "x" * 2_000_000}, "text", "text-too-long", 2),
        ({**ONE, "who": "Joe"}, "who", "several-incidents", 1),
        ({"text": "x", "incident": "Joe"}, "incident", "several-incidents", 1),
        ({**ONE, "for": "Joe"}, "for", "several-incidents", 1),
        ({"text": "x", "incident": 99}, "incident", "unknown-incident", 4),
        ({"text": "x", "incident": 1.5}, "incident", "bad-value", 2),
        ({**ONE, "amount": -5}, "amount", "bad-amount", 2),
        ({**ONE, "amount": "1e3"}, "amount", "bad-amount", 2),
        ({**ONE, "amount": 0}, "amount", "bad-amount", 2),
    ],
)
def test_a_fault_names_its_key_in_words_for_a_file(run, machine, tmp_path, said, key, error, code):
    (tmp_path / "call.mp3").write_bytes(b"ID3" + b"\0" * 64)
    for text in "ab":
        handed(run, machine, {"who": "Joe", "text": text, "new": True})
    told = handed(run, machine, said, code=code)
    (fault,) = told.json["faults"]
    assert (fault["key"], fault["error"], told.json["exit_code"]) == (key, error, code)
    assert told.err.count("Nothing was written.") == 1
    assert "Nothing was" not in fault["text"]
    assert not {"shell", "quotes;", "--who", "--consent"} & set(told.err.split())
    assert len(told.err) < 400


def test_all_files_that_cannot_be_kept_are_told_at_once(run, machine):
    said = [{**ONE, "attach": name} for name in ("a.png", "b.png")]
    told = handed(run, machine, said, code=2).json["faults"]
    assert [(one["number"], one["key"]) for one in told] == [(1, "attach"), (2, "attach")]


@pytest.mark.parametrize("key", AS_TYPED)
def test_a_key_says_what_its_option_says(run, machine, tmp_path, key):
    options, value = AS_TYPED[key]
    (tmp_path / "seen.txt").write_text("seen")
    run("log", "Before", "--who", "Dana Smith")
    who = () if key == "incident" else ("--who", "Dana Smith")
    typed = run("log", "The cake was dry", *who, *options, "--json").json
    by_line = entries(run, typed["incident"])[-len(typed["entries"]) :]
    run("undo")
    said = {**ONE, key: value} if who else {"text": ONE["text"], key: value}
    again = handed(run, machine, said).json
    assert entries(run, again["incident"])[-len(again["entries"]) :] == by_line


def test_a_stranger_and_a_recording_are_said_too(run, machine, tmp_path):
    (tmp_path / "call.mp3").write_bytes(b"ID3" + b"\0" * 64)
    said = {"stranger": True, "attach": "call.mp3"}
    assert "recording" in handed(run, machine, said, code=2).err
    handed(run, machine, {**said, "consent": "everybody"})
    assert [fields.get("consent") for kind, fields in entries(run) if kind == "evidence"] == [
        "everybody"
    ]


def test_every_option_of_log_has_its_key_and_the_schema_lists_them_all():
    named = {"on_behalf_of": "for", "inbound": "direction", "outbound": "direction"}
    options = set(inspect.signature(log.run).parameters) - {"ctx", "edit"}
    assert {named.get(name, name) for name in options} == set(KEYS)
    assert set(schema_of("log-input")["properties"]) == set(KEYS)


def test_an_amount_loses_no_digit_and_a_time_may_be_iso(run, machine):
    handed(run, machine, '{"who": "Dana", "text": "x", "amount": 1234.10,'
           ' "at": "2026-11-21T12:00:00+01:00"}')  # fmt: skip
    fields = dict(entries(run))
    assert fields["demand"]["amount"] == "1234.10"
    assert fields["interaction"]["happened_at"]["start"] == "2026-11-21T11:00:00.000Z"


# Several


def test_a_list_is_answered_in_its_order(run, machine):
    found = handed(run, machine, [ONE, {"who": "Joe", "text": "x"}, {**ONE, "text": "y"}]).json
    assert found["schema"] == "reviewlog.log-many/1"
    assert [(one["incident"], one["opened"]) for one in found["answers"]] == [
        ("1", True), ("2", True), ("1", False),
    ]  # fmt: skip
    assert [one["incident"] for one in found["incidents"]] == ["1", "2"]


@pytest.mark.parametrize("between", ["\n", "\r\n", "", " \n\n\t"])
def test_objects_may_stand_one_a_line_or_however(run, machine, between):
    text = between.join(json.dumps({**ONE, "text": word}) for word in "abc")
    answers = handed(run, machine, f"\ufeff{text}\n").json["answers"]
    assert [one["opened"] for one in answers] == [True, False, False]


def test_an_empty_list_is_no_mistake(run, machine):
    found = handed(run, machine, []).json
    assert (found["answers"], found["incidents"]) == ([], [])


def test_options_of_the_line_hold_where_an_entry_says_nothing(run, machine):
    said = [
        {"text": "a"},
        {"text": "b", "via": "sms", "direction": "in"},
        {"text": "c", "via": None},
    ]
    handed(run, machine, said, "--who", "Dana Smith", "--via", "email", "--out")
    told = [fields for kind, fields in entries(run) if kind == "interaction"]
    assert [(one["channel"], one["direction"]) for one in told] == [
        ("email", "out"), ("sms", "in"), ("phone", "out"),
    ]  # fmt: skip


def test_several_entries_come_to_the_same_as_one_after_the_other(run, machine, tmp_path):
    said = [
        ONE,
        {**ONE, "threat": "open", "by": "friday"},
        {"stranger": True, "text": "a"},
        {"incident": 1, "text": "b", "no_answer": True},
        {"who": "Ann", "for": "dana  smith", "text": "c"},
        {**ONE, "new": True},
        {"who": "Joe", "text": "d", "leave_alone": True},
        {"who": "Joe", "text": "e", "at": "2026-11-19"},
    ]
    handed(run, machine, ONE)
    handed(run, machine, said[1:])
    at_once = [run("show", n, "--json").json["agenda"] for n in "1234"]
    assert run("doctor", "--rebuild", "-y", "--json").json["same"]
    (tmp_path / "book").rename(tmp_path / "other")
    for one in said:
        handed(run, machine, one)
    assert [run("show", n, "--json").json["agenda"] for n in "1234"] == at_once


def test_an_unknown_person_who_gets_a_name_is_found_by_it_at_once(run, machine):
    said = [{"incident": 1, "who": "Dana Smith", "text": "It was me"}, {**ONE, "text": "Again"}]
    handed(run, machine, {"stranger": True, "text": "A voice"})
    found = handed(run, machine, said).json
    assert [one["incident"] for one in found["answers"]] == ["1", "1"]


def test_undo_takes_back_all_of_them_and_nothing_else(run, machine):
    handed(run, machine, [{"who": "Ann", "text": "Before"}])
    handed(run, machine, [ONE, {**ONE, "text": "Again"}, {"who": "Joe", "text": "Hello"}])
    taken = run("undo", "--json").json
    contacts = [one for one in taken["entries"] if one["kind"] == "interaction"]
    assert [one["fields"]["text"] for one in contacts] == [ONE["text"], "Again", "Hello"]
    assert taken["incidents"] == ["2", "3"]
    assert [one["number"] for one in run("list", "--json").json["incidents"]] == ["1"]
    run("verify")


def test_undo_of_very_many_is_told_in_short(run, machine):
    said = [{"who": f"Guest {n}", "text": f"call {n}"} for n in range(1, 401)]
    handed(run, machine, said)
    told = run("undo").out
    assert "call 1" in told
    assert "380 more" in told
    assert len(told.splitlines()) < 50
    assert run("list", "--json").json["incidents"] == []
    assert "nothing to take back" in run("undo", code=1).err


def test_undo_after_one_of_them_was_retracted_takes_back_the_rest(run, machine):
    answers = handed(run, machine, [ONE, {**ONE, "text": "Again"}]).json["answers"]
    run("retract", answers[1]["entry"], "--why", "not hers")
    run("amend", "--quote", "It was dry")
    assert dict(entries(run))["interaction"]["quote"] == "It was dry"
    for _ in range(2):
        run("undo")
    taken = run("undo", "--json").json
    texts = [one["fields"].get("text") for one in taken["entries"]]
    assert texts[0] == ONE["text"]
    assert "Again" in texts
    run("verify")


def test_the_last_of_them_is_corrected_and_moved_alone(run, machine):
    answers = handed(
        run, machine, [{"who": "Joe", "text": "x"}, ONE, {**ONE, "text": "b", "demand": "money"}]
    ).json["answers"]
    run("amend", "--at", "2026-11-19 10:00")
    run("amend", answers[2]["entry"], "--incident", "1")
    here = [fields["text"] for kind, fields in entries(run, "2") if kind == "interaction"]
    there = [(kind, fields.get("text")) for kind, fields in entries(run, "1")]
    assert here == [ONE["text"]]
    assert ("interaction", "b") in there
    assert ("demand", "money") in there
    assert run("show", "2", "--json").json["entries"]


def test_danger_is_said_before_anything_else(run, machine):
    said = handed(run, machine, [{**ONE, "threat": "harm"}])
    assert "112" in said.err or "emergency" in said.err


def test_a_new_name_that_is_nearly_known_is_hinted_at(run, machine):
    handed(run, machine, ONE)
    said = handed(run, machine, [{"who": "Dana Smyth", "text": "x"}]).err
    assert "Dana Smith has incident 1" in " ".join(said.split())


# All or nothing


def test_every_fault_is_told_with_its_number_and_its_key(run, machine):
    said = [
        {"who": "Dana", "txt": "x"},
        {"text": 7, "who": "Dana", "threat": "opn"},
        3,
        {**ONE, "at": "the 45th"},
        {"text": "nobody"},
        {"who": "Dana"},
        {**ONE, "stranger": True},
        {**ONE, "site": ["google", 3]},
        {**ONE, "new": "yes"},
        {**ONE, "incident": 99},
        {**ONE, "no-answer": True},
    ]
    told = handed(run, machine, said, code=2).err
    for line in (
        "Entry 1, “txt”: there is no such key. Did you mean “text”?",
        "Entry 2, “text”: a text in quotation marks belongs here.",
        "Entry 2, “threat”: “opn” is no threat. Did you mean open?",
        "Entry 3: an entry is an object",
        "Entry 4, “at”: ",
        "Entry 5: Missing: who, stranger or incident",
        "Entry 6: Missing: text",
        "Entry 7, “who”: stranger and who do not go together.",
        "Entry 8, “site”: a text, or a list of texts",
        "Entry 9, “new”: true or false",
        "Entry 10, “incident”: There is no incident “99”.",
        "Entry 11, “no-answer”: there is no such key. Did you mean “no_answer”?",
        "Nothing was written.",
    ):
        assert line in told
    assert run("list", "--json").json["incidents"] == []


def test_what_shows_only_while_writing_takes_all_of_it_back(run, machine):
    said = [
        {"who": "Joe", "text": "a"},
        {"who": "Joe", "text": "b", "new": True},
        {"who": "Joe", "text": "c"},
    ]
    told = handed(run, machine, said, code=1)
    assert "Entry 3, “who”: " in told.err
    assert run("list", "--json").json["incidents"] == []


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.6, 1, 1.5])
def test_killed_at_any_moment_it_is_all_or_nothing(tmp_path, seconds):
    program = Program(tmp_path)
    program.ok("log", "Before", "--who", "Zoe")
    said = json.dumps([{"who": f"Customer {n}", "text": "x"} for n in range(1000)]).encode()
    words = [*PROGRAM, "log", "--json", "-"]
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(words, env=program.env, stdin=pipe, stdout=nowhere) as writing:
        with contextlib.suppress(subprocess.TimeoutExpired):
            writing.communicate(said, timeout=seconds)
        writing.kill()
    assert len(program.ok("list", "--json").json["incidents"]) in (1, 1001)
    program.ok("verify")


def test_very_many_faults_are_counted(run, machine):
    told = handed(run, machine, [{"txt": "x"}] * 300, code=2).err
    assert "And 280 more faults." in told or "And 280 faults more." in told
    assert len(told.splitlines()) < 30


def test_a_wrong_option_of_the_line_is_told_once(run, machine):
    told = handed(run, machine, [ONE, ONE], "--threat", "opn", code=2).err
    assert told.startswith("“opn” is no threat.")


@pytest.mark.parametrize("option", [("--edit",), ("--in", "--out")])
def test_options_that_mean_nothing_here_are_refused(run, machine, option):
    assert "do not go together" in handed(run, machine, ONE, *option, code=2).err


# Hostile


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Nothing came in"),
        (" \n", "Nothing came in"),
        ("She called", "leave out --json"),
        ('{"who": "Dana"', "Line 1, column 15"),
        ('{"who": "Dana", "text": "x"}\n{"who": }', "Line 2, column 9"),
        ('{"who": "A", "who": "B", "text": "x"}', "“who” stands twice"),
        ('{"who": "A", "text": NaN}', "NaN is no number"),
        ('{"amount": -Infinity}', "-Infinity is no number"),
        ("[" * 200_000, "nested too deeply"),
        ('{"a":' * 200_000, "nested too deeply"),
        ('{"who": "A", "text": "x\\ud800"}', "half a character"),
        ('{"who": "A", "text": "x\udcff"}', "not UTF-8"),
        ('\udcff\udcfe{\0"\0w\0', "not UTF-8"),
        ("{\0}\0", "not UTF-8"),
        ('{"who": "A", "attach": "x\\u0000"}', "zero character"),
        ('{"who": "A", "\\u001b[2J": 1}', "⟨U+001B⟩[2J"),
        ('{"who": "A", "text": {"a": 1}}', "a text in quotation marks"),
        ('{"who": "A", "text": "x", "amount": ' + "9" * 100_000 + "}", "too long for"),
        ('{"who": "A", "text": "x", "at": "' + "9" * 100_000 + '"}', "“at”: "),
        ("null", "an entry is an object"),
        ("[[]]", "an entry is an object"),
        ('"' + "x" * 70_000_000 + '"', "64 million"),
    ],
    ids=range(22),
)
def test_what_is_no_entry_is_refused_calmly(run, machine, text, told):
    said = handed(run, machine, text, code=2)
    assert told in said.err
    assert "Traceback" not in said.err
    assert len(said.err) < 3000
    assert run("list", "--json").json["incidents"] == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    said=st.dictionaries(st.sampled_from([*KEYS, "txt"]) | st.text(max_size=5), JSON, max_size=6)
)
@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_whatever_is_handed_over_ends_in_an_answer_or_a_refusal(run, machine, said):
    machine.stdin = json.dumps(said)
    from reviewlog.cli import main

    assert main(["log", "--json", "-"], machine) in (0, 1, 2, 4)


# Files of entries that are not written


@pytest.mark.parametrize(
    ("second", "code"),
    [
        ({"who": "B", "text": "x", "attach": "gone.txt"}, 2),
        ({"who": "B", "attach": "call.mp3"}, 2),
        ({"who": " ", "text": "x"}, 2),
        ({"incident": "7", "text": "x"}, 4),
        ({"who": "Dana", "text": "x"}, 1),
    ],
    ids=["missing", "consent", "name", "incident", "several"],
)
def test_where_one_entry_fails_no_file_of_another_is_kept(run, machine, tmp_path, second, code):
    for _ in range(2):
        run("log", "x", "--who", "Dana", "--new", "--threat", "none")
    (tmp_path / "seen.txt").write_text("her words")
    (tmp_path / "call.mp3").write_bytes(b"ID3" + b"\0" * 3000)
    first = {"who": "A", "text": "x", "attach": "seen.txt"}
    handed(run, machine, [first, second], code=code)
    folder = machine.default_book() / "files"
    assert [path.name for path in folder.rglob("*") if path.is_file()] == []


def test_a_log_that_is_refused_keeps_no_file(run, machine, tmp_path):
    for _ in range(2):
        run("log", "x", "--who", "Dana", "--new", "--threat", "none")
    (tmp_path / "seen.txt").write_text("her words")
    run("log", "x", "--who", "Dana", "--attach", "seen.txt", code=1)
    run("log", "x", "--who", "B", "--attach", "seen.txt", "--attach", "gone.txt", code=2)
    folder = machine.default_book() / "files"
    assert [path.name for path in folder.rglob("*") if path.is_file()] == []


@pytest.mark.slow
def test_input_without_an_end_is_refused_before_it_fills_the_memory(tmp_path):
    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))

    program = Program(tmp_path)
    with open("/dev/zero", "rb") as endless:  # noqa: PTH123
        finished = subprocess.run(
            [*PROGRAM, "log", "--json", "-"],
            stdin=endless, capture_output=True, check=False, timeout=60,
            env=dict(program.env), preexec_fn=limit,
        )  # fmt: skip
    assert finished.returncode == 2
    assert b"64 million bytes" in finished.stderr


def test_a_key_that_stands_there_twice_is_found_at_once():
    pairs = [(f"key{n}", n) for n in range(60_000)] + [("key59999", 0)]
    text = "{" + ",".join(f'"{key}":{n}' for key, n in pairs) + "}"
    began = time.process_time()
    with pytest.raises(UnreadableEntriesError) as error:
        read_entries(text)
    assert error.value.key == "key59999"
    assert time.process_time() - began < 2


def test_a_new_incident_is_none_that_is_known(run, machine):
    run("log", "x", "--who", "Dana", "--threat", "none")
    said = {"incident": "1", "text": "x", "new": True}
    told = handed(run, machine, said, code=2).err
    assert "new" in told
    assert "incident" in told


@pytest.mark.parametrize("name", ["\u2800", "\u200d\u200d", "\u3164 \u2800"])
def test_a_name_without_anything_to_see_is_none(run, machine, name):
    handed(run, machine, {"who": name, "text": "x"}, code=2)
    run("log", "x", "--who", name, code=2)

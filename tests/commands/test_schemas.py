"""Every `--json` has a published schema; the whole suite holds what is printed against it."""

import ast
import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, ValidationError

from reviewlog.cli import main
from reviewlog.commands.catalogue import COMMANDS, GROUPS
from reviewlog.domain.errors import ReviewlogError
from reviewlog.domain.vocabulary import CHANNELS, SITES
from reviewlog.render.promised.names import INPUTS, PROMISES
from reviewlog.render.promised.schema import schema_of
from reviewlog.render.trouble import error_name
from tests.commands.test_entering import handed
from tests.promises import kept

ROOT = Path(__file__).parents[2] / "reviewlog"
SAID = {"show_json": 0, "answer": 1}
"""The calls that print JSON under a name, and the place of the name in them."""


@pytest.mark.parametrize("name", PROMISES)
def test_every_schema_is_one_and_says_what_it_is_about(name):
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    assert schema["title"] == f"reviewlog.{name}/1"
    for part in (schema, *schema.get("$defs", {}).values()):
        assert part["description"].endswith(".")


@pytest.mark.parametrize("name", PROMISES)
def test_keys_may_be_added_to_an_answer_and_not_to_what_a_script_says(name):
    schema = schema_of(name)
    open_ones = [
        part["additionalProperties"]
        for part in (schema, *schema.get("$defs", {}).values())
        if part["type"] == "object"
    ]
    assert False not in open_ones if name not in INPUTS else True not in open_ones
    assert ("schema" in schema.get("properties", {})) == (name not in INPUTS)


def names_in(tree: ast.AST) -> set[str]:
    """Return the names under which a module prints JSON."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    found = set()
    for call in calls:
        called = getattr(call.func, "attr", getattr(call.func, "id", None))
        if called in SAID and len(call.args) > SAID[called]:
            said = call.args[SAID[called]]
            found |= {str(said.value)} if isinstance(said, ast.Constant) else set()
    return found


def test_what_is_printed_is_published_and_what_is_published_is_printed():
    printed = set(INPUTS)
    for path in ROOT.rglob("*.py"):
        text = path.read_text()
        printed |= names_in(ast.parse(text)) | set(re.findall(r'"reviewlog\.([a-z-]+)/1"', text))
    assert printed == set(PROMISES)


def test_an_answer_with_a_key_too_many_or_too_few_is_noticed():
    whole = {"schema": "reviewlog.checkpoint/1", "size": 1, "root": "r", "path": "p", "note": "n"}
    assert kept(whole) == whole
    for wrong in ({**whole, "more": 1}, {n: v for n, v in whole.items() if n != "note"}):
        with pytest.raises(ValidationError):
            kept(wrong)


def test_closed_lists_and_what_keys_mean_stand_in_the_schema():
    said = schema_of("log-input")["properties"]
    assert said["via"]["enum"] == [*CHANNELS, *SITES]
    assert said["quote"]["description"] == "Their exact words."
    item = schema_of("due")["$defs"]["DueItem"]["properties"]
    assert item["state"] == {"type": "string", "enum": ["overdue", "today", "soon", "waiting"]}
    assert item["due_on"]["anyOf"] == [{"type": "string", "format": "date"}, {"type": "null"}]


def test_what_a_shape_inherits_is_described_as_well():
    described = schema_of("log")["properties"]
    assert described["opened"]["description"] == "Whether the incident is new."
    assert "description" in schema_of("away")["properties"]["from"]


def test_schema_lists_all_names_and_prints_one(run):
    told = run("schema").out
    assert [line.split()[0] for line in told.splitlines()[: len(PROMISES)]] == list(PROMISES)
    assert [one["name"] for one in run("schema", "--json").json["schemas"]] == list(PROMISES)
    assert run("schema", "due").json == schema_of("due")
    assert run("schema", "reviewlog.due/1", "--json").json == schema_of("due")


def test_a_misspelt_name_is_told_the_right_one(run):
    assert "Did you mean due?" in run("schema", "deu", code=2).err


# Every verb

STORY = (
    ("log", "The cake was dry", "--who", "Dana Smith", "--threat", "open", "--site", "google"),
    ("log", "Another one", "--who", "Joe Doe"),
    ("review", "1", "--site", "google", "--stars", "1", "--text", "Dry cake. Rude people."),
)
LINES: dict[str, tuple[str, ...]] = {
    "log": ("log", "again", "--incident", "1"),
    "demand": ("demand", "1", "the full price", "--amount", "240"),
    "attempt": ("attempt", "2", "offered", "a new cake", "--kind", "redo"),
    "review": ("review", "2", "--site", "yelp", "--stars", "2"),
    "assess": ("assess", "1", "partly"),
    "promise": ("promise", "1", "a call", "--by", "friday"),
    "note": ("note", "1", "a thought"),
    "attach": ("attach", "1", "seen.txt"),
    "claim": ("claim", "1"),
    "lookup": ("lookup", "1", "--where", "order book", "--for", "Dana", "--found", "nothing"),
    "dispute": ("dispute", "1", "--site", "google", "--ground", "off-topic"),
    "reply": ("reply", "1", "Thank you. I am sorry. Please call me.", "--public"),
    "remind": ("remind", "1", "friday", "look again"),
    "amend": ("amend", "3", "--quote", "It was dry"),
    "undo": ("undo",),
    "retract": ("retract", "3", "--why", "another customer"),
    "hold": ("hold", "1", "--why", "the court", "--until", "2027-01-01"),
    "erase": ("erase", "3", "--field", "text", "--why", "asked for it", "-y"),
    "link": ("link", "1", "2", "--because", "the same voice"),
    "close": ("close", "1", "--outcome", "resolved"),
    "reopen": ("reopen", "2"),
    "due": ("due",),
    "next": ("next", "1"),
    "why": ("why", "1"),
    "call-card": ("call-card", "1"),
    "done": ("done", "1", "tell-team"),
    "skip": ("skip", "1", "tell-team", "--why", "we are two"),
    "snooze": ("snooze", "1", "in 3 days", "--step", "tell-team"),
    "away": ("away", "2026-12-24", "2027-01-02"),
    "show": ("show", "1"),
    "list": ("list",),
    "redact": ("redact", "1"),
    "export": ("export", "1", "--for", "court", "-y"),
    "anchor": ("anchor",),
    "verify": ("verify",),
    "doctor": ("doctor",),
    "demo": ("demo",),
    "help": ("help",),
    "man": ("man",),
    "schema": ("schema",),
    "playbook list": ("playbook", "list"),
    "playbook show": ("playbook", "show", "complaint"),
    "playbook use": ("playbook", "use", "1", "complaint"),
    "playbook check": ("playbook", "check"),
    "playbook rules": ("playbook", "rules"),
    "playbook upgrade": ("playbook", "upgrade", "1"),
    "playbook start": ("playbook", "start", "invitations"),
    "playbook test": ("playbook", "test", "complaint"),
    "playbook simulate": ("playbook", "simulate", "complaint"),
    "playbook preview": ("playbook", "preview", "complaint"),
    "playbook copy": ("playbook", "copy", "complaint"),
    "site list": ("site", "list"),
    "site show": ("site", "show", "google"),
}
NOT_OURS = {"playbook schema": "a JSON Schema itself", "completion": "a script for the shell"}
"""What prints something that is no answer of ours, and what that is."""


def test_there_is_a_line_for_every_verb_and_every_action():
    verbs = {verb for verb in COMMANDS if verb not in GROUPS}
    actions = {f"{group} {action}" for group, (table, _) in GROUPS.items() for action in table}
    assert set(LINES) | set(NOT_OURS) == verbs | actions


@pytest.mark.parametrize("verb", LINES)
def test_every_verb_prints_one_object_of_a_published_name(run, tmp_path, verb):
    for words in STORY:
        run(*words)
    (tmp_path / "seen.txt").write_text("what was seen")
    found = run(*LINES[verb], "--json", "--no-input").json
    assert found["schema"].removeprefix("reviewlog.").removesuffix("/1") in PROMISES


# Refusals


def test_a_refusal_is_an_object_too_and_the_sentence_stays(run):
    said = run("show", "99", "--json", code=4)
    assert said.json["error"] == "unknown-incident"
    assert (said.json["exit_code"], said.json["text"]) == (4, said.err.rstrip("\n"))


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("list", "--nope"), "usage"),
        (("list", "--open", "--closed"), "conflicting-options"),
        (("log", "x"), "missing"),
        (("export",), "usage"),
    ],
)
def test_wrong_usage_is_told_to_a_script_by_name(run, words, error):
    assert run(*words, "--json", code=2).json["error"] == error


def test_a_demand_that_is_none_is_told_with_those_that_are_open(run):
    first = run("log", "x", "--who", "Dana", "--demand", "money", "--json").json["entries"]
    said = run("demand", "1", "--decline", "--of", "1", code=4).err
    assert said == f"Entry “1” is no open demand of incident 1. Open: {first[1]}\n"


def test_the_help_of_a_verb_is_an_object_where_a_script_asks(run):
    assert run("log", "--help", "--json").json == run("help", "log", "--json").json
    assert run("--json", "log", "--help").json["schema"] == "reviewlog.help/1"


def test_without_json_a_refusal_leaves_stdout_empty(run):
    assert run("show", "99", code=4).out == ""
    assert run("note", "99", "--", "--json", code=4).out == ""


def test_a_no_after_the_answer_is_no_second_object(run, machine):
    run("log", "x", "--who", "Dana")
    (machine.default_book() / "config.yaml").write_text("trade: [\n")
    said = run("list", "--json")
    assert said.json["schema"] == "reviewlog.list/1"
    assert "config.yaml" in said.err


def refusals() -> set[str]:
    """Return the names of the classes of all refusals, whichever module they stand in."""
    trees = [ast.parse(path.read_text()) for path in ROOT.rglob("*.py")]
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    found = {"ReviewlogError"}
    while more := {c.name for c in classes if found & {ast.unparse(b) for b in c.bases}} - found:
        found |= more
    return found


def test_the_names_of_refusals_stay(golden):
    """A class may get another name only while no script can know it yet."""
    kinds = refusals()
    names = sorted(error_name(type(kind, (ReviewlogError,), {})) for kind in kinds)
    assert len(set(names)) == len(kinds)
    golden("\n".join(names) + "\n", "refusals.txt")


def test_faults_of_entries_are_listed_by_number_and_key(run, machine):
    faults = handed(run, machine, [{"who": "A", "txt": "x"}, {"text": 7}], code=2).json["faults"]
    assert [(one["number"], one["key"], one["error"]) for one in faults] == [
        (1, "txt", "unknown-key"),
        (2, "text", "bad-value"),
    ]


def test_every_name_of_a_refusal_stands_in_the_schema():
    known = schema_of("error")["properties"]["error"]["examples"]
    kinds = {error_name(type(kind, (ReviewlogError,), {})) for kind in refusals()}
    assert set(known) == {*kinds, "usage", "fault"}


def test_a_fault_of_ours_is_an_object_too(run, machine):
    run("log", "x", "--who", "Dana")
    machine.read_stdin = lambda: 1 / 0
    said = run("log", "--json", "-", code=3)
    assert (said.json["error"], said.json["exit_code"]) == ("fault", 3)
    assert "a fault of reviewlog" in said.json["text"]


@pytest.mark.parametrize(
    ("said", "fits"),
    [
        ({}, False),
        ({"who": "Dana"}, False),
        ({"text": "x"}, False),
        ({"text": "x", "stranger": False}, False),
        ({"text": "x", "stranger": True}, True),
        ({"who": "", "text": "x"}, False),
        ({"who": "Dana", "no_answer": True}, True),
        ({"who": "Dana", "no_answer": False}, False),
        ({"for": "Dana", "quote": "x"}, True),
        ({"who": "Dana", "text": "x", "amount": -5}, False),
        ({"who": "Dana", "text": "x", "amount": 0}, False),
        ({"who": "Dana", "text": "x", "amount": 1e3}, True),
        ({"who": "Dana", "text": "x", "amount": 240.1}, True),
        ({"who": "Dana", "text": "x", "incident": 1.5}, False),
        ({"who": "Dana", "text": "x", "incident": 0}, False),
        ({"who": "Dana", "text": "x", "site": ["google", ""]}, False),
        ({"who": "Dana", "text": "x", "more": 1}, False),
    ],
)
def test_the_schema_of_an_entry_and_the_program_agree(run, machine, said, fits):
    text = json.dumps(said).replace("1000.0", "1e3")
    machine.stdin = f"[{text}]"
    code = main(["log", "--json", "-"], machine)
    one, many = (Draft202012Validator(schema_of(name)) for name in ("log-input", "log-input-list"))
    assert one.is_valid(said) == many.is_valid([said]) == fits
    assert (code == 0) == fits

"""A line to type for every verb, so that nothing that prints is forgotten."""

TEXT = "TEXT"
"""Stands for a text that somebody else chose."""

OF = ("--of", "8")
"""The first review in a logbook as `hostile` makes it."""

LOOKING: dict[str, list[tuple[str, ...]]] = {
    "due": [("due",), ("due", "--days", "90"), ("due", "--discreet")],
    "show": [("show", "1"), ("show", "1", "--unfold"), ("show", "1", "--json")],
    "list": [("list",), ("list", "--json"), ("list", "--open", "--site", "google")],
    "next": [("next", "1"), ("next",), ("next", "1", "--json")],
    "why": [("why", "1"), ("why", "1", "--json")],
    "call-card": [("call-card", "1"), ("call-card", "1", "--json"), ("call-card", "1", "--unfold")],
    "playbook": [("playbook", "list"), ("playbook", "show", "house"), ("playbook", "check"),
                 ("playbook", "test"), ("playbook", "simulate", "house"), ("playbook", "rules"),
                 ("playbook", "schema"), ("playbook", "preview", "book/playbooks/house.yaml")],
    "site": [("site", "list"), ("site", "show", "google")],
    "demo": [("demo",)],
    "help": [("help",), ("help", "log"), ("help", "privacy"), ("log", "--help"), ("--version",)],
    "man": [("man",)],
    "schema": [("schema",), ("schema", "due")],
    "completion": [("completion", "bash"), ("completion", "zsh"), ("completion", "fish")],
    "verify": [("verify",), ("verify", "--json")],
    "doctor": [("doctor",), ("doctor", "--rebuild", "-y")],
}  # fmt: skip
"""What changes nothing that was written down."""

WRITING: dict[str, list[tuple[str, ...]]] = {
    "log": [("log", TEXT, "--incident", "1"), ("log", TEXT, "--who", TEXT, "--quote", TEXT)],
    "demand": [("demand", "1", TEXT, "--amount", "5", "--by", "friday")],
    "attempt": [("attempt", "1", "offered", TEXT, "--kind", "redo")],
    "review": [("review", "1", "--site", "google", "--stars", "1", "--as", TEXT, "--text", TEXT)],
    "assess": [("assess", "1", "partly", TEXT, "--against", TEXT)],
    "promise": [("promise", "1", TEXT, "--by", "friday")],
    "note": [("note", "1", TEXT)],
    "attach": [("attach", "1", "picture.txt", "--text", TEXT, "--from", TEXT)],
    "lookup": [("lookup", "1", TEXT, "--where", TEXT, "--for", TEXT, "--found", "nothing")],
    "reply": [("reply", "1", TEXT, *OF), ("reply", "1", *OF), ("reply", "1", "--check", "picture.txt", *OF),
              ("reply", "1", "--versions", *OF), ("reply", "1", "--now", TEXT, *OF),
              ("reply", "1", "--print", *OF), ("reply", "1", "--posted", TEXT, *OF), ("reply", "rules")],
    "claim": [("claim", "1", *OF), ("claim", "1", "1", "--opinion", "--text", TEXT, *OF)],
    "dispute": [("dispute", "1", "--site", "google", "--ground", "legal", *OF), ("dispute", "1", "--sent", "--text", TEXT, *OF)],
    "redact": [("redact", "1"), ("redact", "1", "--hide", TEXT)],
    "export": [("export", "1", "--for", "self", "-y", "-o", "out.zip")],
    "anchor": [("anchor",), ("anchor", "--print")],
    "remind": [("remind", "1", "friday", TEXT)],
    "done": [("done", "1")],
    "skip": [("skip", "1", "--why", TEXT)],
    "snooze": [("snooze", "1", "in 3 days")],
    "away": [("away", "2026-12-24", "2027-01-02", TEXT)],
    "amend": [("amend", "--who", TEXT, "--why", TEXT)],
    "undo": [("undo",)],
    "retract": [("retract", "9", "--why", TEXT)],
    "link": [("link", "1", "2", "--because", TEXT)],
    "hold": [("hold", "1", "--until", "in 1 year", "--why", TEXT)],
    "close": [("close", "1", TEXT, "--outcome", "resolved")],
    "reopen": [("reopen", "1", TEXT)],
    "erase": [("erase", "8", "--field", "text", "--why", TEXT, "-y")],
}  # fmt: skip
"""What writes something down, in an order in which most of it succeeds."""

FAILING: list[tuple[str, ...]] = [
    (TEXT,), ("show", TEXT), ("next", TEXT), ("log", "x", "--who", "Dana", "--at", TEXT),
    ("log", TEXT, TEXT), ("log", "x", "--who", "Dana", f"--{TEXT}"), ("log", "x", "--site", TEXT),
    ("due", "--on", TEXT), ("due", "--days", TEXT), ("attach", "1", TEXT), ("verify", TEXT),
    ("playbook", "show", TEXT), ("playbook", TEXT), ("site", "show", TEXT), ("export", "1", "--for", TEXT),
    ("playbook", "check", TEXT), ("playbook", "simulate", TEXT), ("verify", "--roots", TEXT, "x.zip"),
    ("reply", "1", "--check", TEXT), ("review", "1", "--site", TEXT), ("assess", "1", TEXT),
    ("help", TEXT), ("schema", TEXT), ("completion", TEXT), ("done", "1", TEXT), ("why", "1", TEXT),
    ("demand", "1", "x", "--amount", TEXT), ("snooze", "1", TEXT), ("remind", "1", TEXT, "x"),
    ("list", "--site", TEXT), ("amend", TEXT, "--who", "x"), ("link", "1", TEXT, "--because", "x"),
    ("show", "1", TEXT), ("--book", TEXT, "list"), ("away", TEXT, "x"), ("close", "1", "--outcome", TEXT),
    ("erase", "--who", TEXT, "--why", "x", "-y"), ("redact", "1", TEXT, "--box", "1,2,3,4"),
]  # fmt: skip
"""What is refused, with the text in the refusal."""


def lines(table: dict[str, list[tuple[str, ...]]]) -> list[tuple[str, ...]]:
    """Return all lines of a table."""
    return [line for several in table.values() for line in several]


def with_text(line: tuple[str, ...], text: str) -> list[str]:
    """Return a line with the text in its places, as far as a shell can type it."""
    return [word.replace(TEXT, text.replace("\0", "")) for word in line]

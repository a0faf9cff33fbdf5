"""The table that the Tab key reads, made from the verbs themselves.

`pytest --update-golden tests/test_completion_table.py` writes it anew.
"""

from pathlib import Path

from reviewlog.commands.assess import NEEDS
from reviewlog.commands.attempt import STATES
from reviewlog.commands.catalogue import COMMANDS, GROUPS, TOPICS
from reviewlog.commands.disputing.reporting import SHOWN
from reviewlog.commands.remind import PLANNED
from reviewlog.commands.verbs import command_of
from reviewlog.domain import vocabulary as words
from reviewlog.domain.lookups import FOUND
from reviewlog.domain.shows import SHOWS
from reviewlog.playbook.siteshelf import site_shelf
from reviewlog.render.completion.scripts import SHELLS
from reviewlog.render.completion.table import FLAG, REPEATED, ROOT, SHARED

SHARED_OPTIONS = ("--json", "--no-input", "--yes", "--quiet", "--book", "--help")
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

BY_METAVAR = {
    "N": "incident", "[N]": "incident", "M": "incident",
    "ENTRY": "entry", "[ENTRY]": "entry", "[ENTRY] [TEXT]": "entry", "PROOF": "entry",
    "NAME": "text", "[STEP]": "step", "STEP": "step", "SITE": "site",
    "CHANNEL": "channel", "LEVEL": "threat", "BASIS": "consent", "VERDICT": "verdict",
    "yes|partly|no": "needs", "HOW": "how", "AUDIENCE": "audience",
    "FILE": "file", "FILE...": "file", "[FILE]...": "file", "PATH": "file", "[PATH]": "file",
    "FOLDER": "folder", "WHEN": "future", "WHEN...": "future", "DATE": "day",
    "FROM": "future", "TO": "future", "FILE|ID": "playbook|file", "ID|FILE": "playbook|file",
    "[VERB|TOPIC]": "verb|topic", "[VERB]": "verb", "SHELL": "shell", "SHAPE": "shape", "[SHAPE]": "shape",
}  # fmt: skip
"""What an option or an argument takes, by the word that stands for it in the help."""
FREE = {"TEXT", "[TEXT]", "240.00", "40.00", "NUMBER", "NICK", "URL", "REASON", "A", "1", "D", "WHY",
        "DAY", "LABEL=TEXT", "X,Y,W,H", "E3", "[E3]", "[SENTENCE]", "NEW-ID", "[NEW-ID]", "FOR"}  # fmt: skip
"""What everybody has their own words for."""
ALONE = {
    "log --who": "person", "log --for": "person", "list --who": "person", "erase --who": "person",
    "amend --who": "person", "amend --for": "person", "lookup --for": "person",
    "reopen 1": "closed-incident", "close 1": "open-incident", "reply 1": "incident|rules",
    "attempt 2": "attempt", "attempt --kind": "attempt-kind", "close --outcome": "outcome",
    "attach --shows": "shows", "amend --shows": "shows", "lookup --found": "found",
    "dispute --answer": "answer", "remind --to": "plan", "due --on": "day", "hold --lift": FLAG,
    "reviewlog --on": "day", "dispute --ground": "ground", "erase --field": "text",
    "playbook show 1": "playbook", "playbook use 2": "playbook", "playbook start 1": "playbook",
    "playbook copy 1": "playbook", "playbook check 1": "playbook|file", "site show 1": "site",
    "demand --of": "demand-entry", "reply --of": "review-entry", "claim --of": "review-entry",
    "dispute --of": "review-entry", "attach --derived-from": "file-entry",
    "schema 1": "shape", "help 1": "verb|topic", "log --json": FLAG,
}  # fmt: skip
"""The same where the help's word does not tell."""
PAST = ("--at", "--posted", "--taken")


def lists():
    """The closed lists, by what takes them: word and help."""
    weekdays = [(day, "") for day in WEEK]
    names = {name: [(word, "") for word in found] for name, found in _plain_lists().items()}
    actions = {verb: list(table.items()) for verb, (table, _) in GROUPS.items()}
    return {
        "verb": list(COMMANDS.items()),
        "topic": list(TOPICS.items()),
        **{f"{verb}-action": found for verb, found in actions.items()},
        "rules": [("rules", "All rules for replies.")],
        "site": list(words.SITES.items()),
        "audience": [(a, "") for a in words.AUDIENCES if a != "site"] + list(words.SITES.items()),
        "channel": [(one, "") for one in words.CHANNELS] + list(words.SITES.items()),
        "past": [("today", ""), ("yesterday", ""), *weekdays],
        "future": [("today", ""), ("tomorrow", ""), *weekdays],
        "day": [("today", ""), ("tomorrow", ""), ("yesterday", ""), *weekdays],
        **names,
        **_grounds(),
    }


def _plain_lists():
    return {
        "threat": words.THREATS, "verdict": words.VERDICTS, "outcome": words.OUTCOMES,
        "attempt": STATES, "attempt-kind": words.ATTEMPT_KINDS, "consent": words.CONSENTS,
        "how": words.HOWS, "shows": SHOWS, "found": FOUND, "needs": NEEDS, "answer": SHOWN,
        "plan": PLANNED, "shell": tuple(SHELLS), "shape": _shapes(),
    }  # fmt: skip


def _grounds():
    shelf = site_shelf(Path("no-folder-of-their-own")).sites.items()
    return {f"ground {site}": [(g.id, g.name) for g in found.site.grounds] for site, found in shelf}


def _shapes():
    from reviewlog.render.promised.names import PROMISES

    return tuple(PROMISES)


def table() -> str:
    """The whole table, as it must stand in words.tsv."""
    rows = [
        (f"={name}", word, "-", about) for name, found in lists().items() for word, about in found
    ]
    shared = [row for row in _rows("due") if row[1].split()[0] in SHARED_OPTIONS]
    rows += [(SHARED, *row[1:]) for row in shared]
    rows += [(SHARED, "--help -h", FLAG, "Show this help.")]
    rows += [(ROOT, *row[1:]) for row in _own("due")] + [
        (ROOT, "--version", FLAG, "Show the version.")
    ]
    for verb in COMMANDS:
        if verb in GROUPS:
            rows.append((verb, "1", f"{verb}-action", ""))
            rows += [row for action in GROUPS[verb][0] for row in _own(f"{verb} {action}")]
        else:
            rows += _own(verb)
    rows += [
        ("reply rules", "1", "rule", "The rule."),
        ("reply rules", "--all", FLAG, "All in full."),
    ]
    return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows)


def _own(verb):
    own = [row for row in _rows(verb) if row[1].split()[0] not in SHARED_OPTIONS]
    return own or [(verb, "0", "text", "")]


def _rows(verb):
    """The options and arguments of a verb: verb, word, what it takes, help."""
    place = 0
    rows = []
    for param in command_of(verb).params:
        if param.param_type_name == "argument":
            place += 1
            word = str(place)
        else:
            word = " ".join(sorted(param.opts, key=lambda opt: (not opt.startswith("--"), opt)))
        rows.append((verb, word, _kind(verb, word, param), param.help or ""))
    return rows


def _kind(verb, word, param):
    name = f"{verb} {word.split()[0]}"
    if name in ALONE:
        kind = ALONE[name]
    elif getattr(param, "is_flag", False):
        kind = FLAG
    elif param.metavar in FREE:
        kind = "text"
    elif word in PAST:
        kind = "past"
    else:
        kind = BY_METAVAR[param.metavar]
    again = (
        kind in ("file", "playbook|file") if word.isdigit() else getattr(param, "multiple", False)
    )
    return kind + REPEATED * bool(again)

"""What the manual tells besides the verbs: how a run ends, files, variables, dates."""

from reviewlog.render.help.page import Rows

ENDS: Rows = (
    ("0", "Done."),
    ("1", "Refused, with the reason; or something that was looked over does not hold."),
    ("2", "The words on the command line cannot be carried out as they stand."),
    ("3", "A fault of reviewlog itself; a log file without names is written and its path told."),
    ("4", "What was named does not exist."),
    ("5", "With due --exit-code: something is overdue or due today."),
    ("130", "Stopped with Ctrl-C."),
)
"""Exit codes."""

FILES: Rows = (
    ("logbook.db", "The entries; a SQLite file."),
    ("files/", "Copies of what was attached, named by their SHA-256."),
    ("key", "The key that signs checkpoints; for your eyes only."),
    ("checkpoints/", "Signed checkpoints, and time stamps over them."),
    ("drafts/", "Replies, and answers to questions, that are not finished."),
    ("config.yaml", "Your settings, if you want any."),
    ("playbooks/", "Your own playbooks; in sites/ and replies/ your own rules."),
)
"""What lies in the logbook's folder."""

VARIABLES: Rows = (
    ("REVIEWLOG_BOOK", "The logbook's folder, where --book does not name it."),
    ("REVIEWLOG_PASSPHRASE", "The passphrase for export --encrypt passphrase, in scripts."),
    ("XDG_DATA_HOME", "On Linux the folder in which the logbook's folder lies."),
    ("VISUAL, EDITOR", "The editor for --edit."),
    ("NO_COLOR, TERM", "With NO_COLOR, or TERM=dumb, neither colour nor lines are drawn."),
    ("TZ", "The time zone, where config.yaml names none."),
    ("HISTFILE", "Where erase looks for what the shell remembers."),
)
"""The variables that are read."""

DATES = (
    "What happened: 16:40, about 3pm, 10 min ago, yesterday 15:00, tuesday, 20 Nov, 2026-11-20"
    " 16:40. What is to come: friday, in 3 days, 2 working days, 2026-12-01. Every date is said"
    " back with its weekday; what could be two days is refused or asked, never guessed."
)
"""How dates are written."""

QUOTES = (
    "Put what you write into single quotes: in double quotes the shell reads $50 as its own and"
    " swallows it. reviewlog log alone asks, and takes every character as it is."
)
"""How text gets past the shell."""

"""The checks that a rule may name; the code of each stands in `reply/checks`."""

from reviewlog.domain.reply.rules import PHRASES

COUNTING = ("length", "reasons", "third-reply", "similar", "shouting")
"""Those that count something: their rule may say the `most`."""
WORDED = (PHRASES, "lacks", "reasons", "door", "silent", "wall", "asking")
"""Those that find nothing without phrases."""
CHECKS = (
    *WORDED,
    "length",
    "third-reply",
    "similar",
    "name",
    "shouting",
    "holes",
    "lists",
    "html",
    "site-length",
    "language",
    "this-case",
    "personal",
    "contact-data",
    "offers",
    "promises",
)
"""Every one by its name."""
LISTS = (
    "addressed",
    "allowed",
    "amounts",
    "born",
    "called",
    "closing",
    "dates",
    "debts",
    "everyday",
    "fine",
    "general",
    "health",
    "home",
    "introducing",
    "joining",
    "negated",
    "nobody",
    "numbered",
    "numerals",
    "paid",
    "promising",
    "reviews",
    "roles",
    "silence",
    "speaking",
    "streets",
    "you",
)
"""The further lists of phrases that checks ask for."""

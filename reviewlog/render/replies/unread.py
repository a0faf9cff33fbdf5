"""A text in a language that the rules do not know, or know in part: it is never called good."""

from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.reply.finding import Checked
from reviewlog.reply.tongues import name_of

UNREAD = (
    "I cannot read {language}. Only length, capitals, numbers and your earlier answers were checked."
    " Let somebody who speaks it read this."
)
UNWORDED = (
    "Some rules that stop a text know no {language} yet: {rules}. Let somebody who speaks it read"
    " this with them in mind."
)
SOME = "this language"


def unread_words(checked: Checked) -> str:
    """Return what could not be checked for want of the language; nothing where all was."""
    language = harmless_line(name_of(checked.language)) if checked.language else SOME
    if checked.unread:
        return UNREAD.format(language=language)
    if checked.unworded:
        rules = ", ".join(map(harmless_line, checked.unworded))
        return UNWORDED.format(language=language, rules=rules)
    return ""

"""The places in a playbook's lines that are filled in when they are shown."""

import re
from collections.abc import Mapping

STAND_INS = {
    "customer": "(their name)",
    "business": "(your business)",
    "site": "the site",
    "sum": "(the sum)",
    "deadline": "(their date)",
    "incident": "N",
    "entry": "E",
}
"""Every variable that `say` may hold, with what stands there while the log does not know it."""

COMMAND = "reviewlog "
"""How a line begins that is to be typed, not said."""
TYPED = (
    r"reviewlog (?:(?:playbook|site|help) )?[a-z-]+"
    r"(?: (?:--?[a-z][a-z-]*(?: (?:[A-Z]+\b|[a-z-]+(?= --)))?|\d+|'[^']*'))*"
    r"|chmod [0-7]+ '[^']*'|openssl ts -verify"
)
"""What is to be typed within a sentence, as a pattern: such words stay together on a screen."""
_VARIABLE = re.compile(r"\{([^{}]*)\}")


def variables(line: str) -> list[str]:
    """Return the names that stand in braces in a line, known or not."""
    return _VARIABLE.findall(line)


def filled(line: str, values: Mapping[str, str | None]) -> str:
    """Return a line with its variables filled in; what is not known keeps its stand-in."""

    def value(found: re.Match[str]) -> str:
        name = found[1]
        return values.get(name) or STAND_INS.get(name, found[0])

    return _VARIABLE.sub(value, line)

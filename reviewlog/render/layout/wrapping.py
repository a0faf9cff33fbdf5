"""Long lines of a report: broken at blanks, never inside a word or a command to type."""

import re
import textwrap

from reviewlog.domain.harmless import harmless_line

INDENT = "  "
_COMMAND = re.compile(r"reviewlog [a-z-]+(?: --[a-z]+)*|chmod [0-7]+ '[^']*'|openssl ts -verify")
_HELD = "\N{OBJECT REPLACEMENT CHARACTER}"


def hanging(line: str, width: int, indent: int = 2) -> str:
    """Return a line broken at a width; what goes on below is indented further."""
    indent += len(line) - len(line.lstrip())
    held = _COMMAND.sub(lambda found: found[0].replace(" ", _HELD), line)
    wrapped = textwrap.fill(
        held,
        max(width, indent + 20),
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapped.replace(_HELD, " ")


def wrapped(text: str, width: int, indent: str = INDENT) -> list[str]:
    """Return a text in lines of a width, all set in alike; hostile characters are made visible."""
    return textwrap.wrap(
        harmless_line(text),
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )

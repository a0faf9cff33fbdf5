"""Long lines of a report: broken at blanks, never inside a word or a command to type."""

import re
import textwrap

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

"""A line that is being typed, as the shell will read it; nothing in it is ever run."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

BLANKS = " \t\n"
SINGLE, DOUBLE = "'", '"'
BEHIND_A_BACKSLASH = {
    "bash": {SINGLE: "", DOUBLE: '$`"\\\n'},
    "fish": {SINGLE: "'\\", DOUBLE: '$"\\'},
}
"""What a backslash makes plain inside quotation marks."""
PLAIN = "_-./,:@%+="
"""Signs that mean nothing to bash inside a word."""


class Line:
    """A line up to the cursor: the words that are finished, and the one that is begun."""

    __slots__ = ("closed", "kept", "quote", "word", "words")

    def __init__(self) -> None:
        self.words: list[str] = []
        self.word = ""
        self.kept = ""
        """The part of the word that the shell leaves as it is."""
        self.quote = ""
        """The quotation mark that is open at the cursor."""
        self.closed = False
        """Whether a quotation mark was opened and closed within the word, or cannot be read."""


def read_line(text: str, shell: str, breaks: str = "") -> Line:
    """Read a line up to the cursor; `breaks` are the signs that part words for bash's Tab."""
    line = Line()
    begun = False
    signs = iter(text)
    for sign in signs:
        if line.quote:
            _quoted(line, sign, signs, BEHIND_A_BACKSLASH[shell][line.quote])
        elif sign in BLANKS:
            _finish(line, begun=begun)
            begun = False
            continue
        elif sign in (SINGLE, DOUBLE):
            line.closed = line.closed or line.word.endswith("$")
            line.quote, line.kept = sign, line.word
        else:
            line.word += next(signs, "") if sign == "\\" else sign
            line.kept = line.word if sign in breaks else line.kept
        begun = True
    return line


def _quoted(line: Line, sign: str, signs: "Iterator[str]", plain: str) -> None:
    if sign == line.quote:
        line.quote, line.closed = "", True
        return
    if sign == "\\" and plain:
        behind = next(signs, "")
        line.word += behind if behind in plain else sign + behind
        return
    line.word += sign


def _finish(line: Line, *, begun: bool) -> None:
    if begun:
        line.words.append(line.word)
    line.word, line.kept, line.quote, line.closed = "", "", "", False


def for_bash(text: str, quote: str = "") -> str:
    """Return a text as bash reads it back, inside the quotation marks that are open."""
    if not quote:
        return "".join(c if c.isalnum() or c in PLAIN else f"\\{c}" for c in text)
    if quote == SINGLE:
        spelt = text.replace("'", "'\\''")
    else:
        spelt = "".join(f"\\{c}" if c in '$`"\\' else "\"'!'\"" if c == "!" else c for c in text)
    return spelt + quote if spelt.endswith(quote) else spelt  # bash takes that one for the last

"""How many columns of a terminal a text takes; light enough for the fast door."""

WIDE = "WF"
UNSEEN = ("Mn", "Me", "Cf")
FIRST_MARK, LAST_MARK = "\ufdd0", "\ufdef"
"""Between them lie the noncharacters that `style` marks with; they take no room."""
SIGN = "⟨U+"
"""How the sign begins that stands for a harmful character; in two pieces it could not be read."""


def cells(text: str) -> int:
    """Return how many columns a text takes: some letters take two, marks over a letter none."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(char: str) -> int:
    if char.isascii():
        return 1
    import unicodedata

    if FIRST_MARK <= char <= LAST_MARK or unicodedata.category(char) in UNSEEN:
        return 0
    return 2 if unicodedata.east_asian_width(char) in WIDE else 1


def padded(text: str, width: int) -> str:
    """Return a text with blanks up to a width."""
    return text + " " * (width - cells(text))


def cut(text: str, width: int) -> str:
    """Return as much of a text as a width takes, no sign of a harmful character in pieces."""
    end = _fitting(text, 0, width)
    return text[: _before_sign(text, 0, end)] if end < len(text) else text


def broken(text: str, width: int) -> list[str]:
    """Return a text in lines of a width, broken at blanks; only a word that is too long is cut."""
    return filled([(" ", word) for word in text.split()], width, width)


def filled(
    words: "list[tuple[str, str]]", first: int, width: int, *, whole: bool = False
) -> list[str]:
    """Return words, each with the blanks before it, in lines; the first has a room of its own.

    `whole` keeps a word that is too long in one piece, unless it is of letters that are written
    without blanks: those go on in the next line wherever one ends. A word with blanks in it is
    several that belong together, and is never cut.
    """
    lines, line, room = [], "", first
    for blanks, word in words:
        joined = line + blanks + word if line else word
        if cells(joined) <= room:
            line = joined
            continue
        start = _begun(word, room - cells(joined) + cells(word), width)
        lines += [joined[: len(joined) - len(word) + start] if start else line]
        lines = lines if lines[-1] or room < width else lines[:-1]
        *pieces, line = _pieces(word[start:], width, whole=whole)
        lines, room = lines + pieces, width
    return [*lines, line] if line else lines


def _begun(word: str, room: int, width: int) -> int:
    """Return how much of a word that is too long for any line still goes into this one."""
    if word.isascii() or " " in word or cells(word) <= width:
        return 0
    end = _fitting(word, 0, room)
    return next((place for place in range(end, 0, -1) if _may_part(word, place)), 0)


def _pieces(word: str, width: int, *, whole: bool) -> list[str]:
    """Return a word in pieces that fit, cut where it may be."""
    pieces, start = [], 0
    if " " in word:
        return [word]
    while (end := _end(word, start, width, whole=whole)) < len(word):
        pieces.append(word[start:end])
        start = end
    return [*pieces, word[start:]]


def _end(word: str, start: int, room: int, *, whole: bool) -> int:
    """Return where a piece ends: beside a wide letter, behind a hyphen, or where there must be."""
    end = _fitting(word, start, room)
    if end == len(word):
        return end
    for place in range(end, start, -1):
        if _may_part(word, place) or (not whole and word[place - 1] == "-" and place > start + 1):
            return place
    if not whole:
        return _before_sign(word, start, max(end, start + 1))
    place = max(end, start + 1)
    while place < len(word) and not _may_part(word, place):
        place += 1
    return place


def _fitting(word: str, start: int, room: int) -> int:
    """Return up to which letter a word fits a room."""
    if word.isascii():
        return min(len(word), start + max(room, 0))
    for place in range(start, len(word)):
        room -= _cells(word[place])
        if room < 0:
            return place
    return len(word)


def _may_part(word: str, place: int) -> bool:
    """Whether two letters may stand in two lines: such as are written without blanks."""
    kinds = _kind(word[place - 1]), _kind(word[place])
    return "wide" in kinds and "unseen" not in kinds


def _kind(char: str) -> str:
    return ("unseen", "narrow", "wide")[_cells(char)]


def _before_sign(word: str, start: int, end: int) -> int:
    """Return an end that leaves the sign of a harmful character in one piece."""
    sign = word.rfind(SIGN[0], start, end)
    is_inside = sign > start and word.startswith(SIGN, sign) and "⟩" not in word[sign:end]
    return sign if is_inside else end

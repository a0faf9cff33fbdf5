"""How many columns of a terminal a text takes; light enough for the fast door."""

WIDE = "WF"
MARKS = ("Mn", "Me", "Cf")


def cells(text: str) -> int:
    """Return how many columns a text takes: some letters take two, marks over a letter none."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(char: str) -> int:
    import unicodedata

    if unicodedata.category(char) in MARKS:
        return 0
    return 2 if unicodedata.east_asian_width(char) in WIDE else 1


def padded(text: str, width: int) -> str:
    """Return a text with blanks up to a width."""
    return text + " " * (width - cells(text))


def cut(text: str, width: int) -> str:
    """Return as much of a text as a width takes."""
    while cells(text) > width:
        text = text[:-1]
    return text


def broken(text: str, width: int) -> list[str]:
    """Return a text in lines of a width, broken at blanks; only a word that is too long is cut."""
    lines, line = [], ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if cells(joined) <= width:
            line = joined
            continue
        *pieces, last = _pieces(word, width)
        lines += [*([line] if line else []), *pieces]
        line = last
    return [*lines, line] if line else lines


def _pieces(word: str, width: int) -> list[str]:
    """Return a word in pieces that fit, cut behind a hyphen where there is one."""
    pieces = []
    while cells(word) > width:
        piece = cut(word, width) or word[:1]
        piece = piece[: piece.rfind("-", 1) + 1] or piece
        pieces.append(piece)
        word = word[len(piece) :]
    return [*pieces, word]

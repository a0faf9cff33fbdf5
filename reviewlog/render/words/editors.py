"""How an editor that nobody chose is left: said before it opens."""

_LEFT_BY = {
    "nano": "nano opens. Ctrl-O and Enter save, Ctrl-X leaves.",
    "notepad": "Notepad opens. Save the text, then close it.",
}
_LIKE_VI = "An editor opens. Save the text and leave it; in vi: i to write, then Esc :wq Enter."


def leaving_words(editor: str) -> str:
    """Return how a text is saved in an editor, and how it is left."""
    return _LEFT_BY.get(editor, _LIKE_VI)

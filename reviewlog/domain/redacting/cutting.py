"""A sentence cut out of a text with marks: what is left out across its ends is left out of it."""

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.redacting.hiding import hidden, hits
from reviewlog.domain.redacting.marks import Found, apart, marked
from reviewlog.domain.redacting.matching import Secret


def cut(text: str, sentence: str, secrets: tuple[Secret, ...]) -> str:
    """Return a sentence of a text as it reads where the text has marks, these whole."""
    found = apart(hits(text, secrets))
    start = text.find(sentence)
    while start >= 0:
        end = start + len(sentence)
        touched = [f for f in found if f.span.start < end and start < f.span.end]
        if touched:
            return _marked(text, start, end, touched)
        start = text.find(sentence, end)
    return hidden(sentence, secrets)


def _marked(text: str, start: int, end: int, touched: list[Found]) -> str:
    first, last = min(start, touched[0].span.start), max(end, touched[-1].span.end)
    moved = [f._replace(span=Span(f.span.start - first, f.span.end - first)) for f in touched]
    return marked(text[first:last], moved).strip()

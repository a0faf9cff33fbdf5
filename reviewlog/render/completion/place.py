"""What is asked for at the cursor, told from the words before it."""

from reviewlog.render.completion.table import FLAG, REPEATED, ROOT, SHARED, Row, rows_of

VERBS = "verb"
OPTIONS = "option"
NOTHING = "text"
INCIDENT = "incident"


class Place:
    """A place on the line: what fits there, and what the line has said so far."""

    __slots__ = ("arguments", "given", "head", "incident", "kind", "options", "prefix", "verb")

    def __init__(self, verb: str = ROOT) -> None:
        self.verb = verb
        self.kind = NOTHING
        self.head = ""
        """`--who=`, where a value is being typed in the same word."""
        self.prefix = ""
        self.given: dict[str, str] = {}
        self.options: list[Row] = []
        self.arguments: list[Row] = []
        self.incident = ""


def place_of(words: list[str], word: str) -> Place:
    """Return what is asked for behind these words, which follow the program's name."""
    place = Place()
    rest = _verb(place, words)
    _rows(place)
    position, waiting, over = _walk(place, rest)
    place.prefix = word
    if waiting:
        place.kind = waiting
    elif word.startswith("--") and "=" in word and not over:
        name, _, place.prefix = word.partition("=")
        place.head, place.kind = f"{name}=", _takes(place, name) or NOTHING
    elif word.startswith("-") and not over:
        place.kind = OPTIONS
    elif place.verb == ROOT:
        place.kind = VERBS
    else:
        place.kind = _at(place, position)
    return place


def _verb(place: Place, words: list[str]) -> list[str]:
    """Find the verb, and its action; return the other words."""
    rest = list(words)
    before: list[str] = []
    while rest and rest[0].startswith("-"):
        before.append(rest.pop(0))
        if before[-1] == "--book" and rest:
            before.append(rest.pop(0))
    if not rest:
        return before
    place.verb = rest.pop(0)
    if rest and rows_of(longer := f"{place.verb} {rest[0]}")[longer]:
        place.verb = longer
        rest = rest[1:]
    return [*before, *rest]


def _rows(place: Place) -> None:
    found = rows_of(place.verb, SHARED)
    place.arguments = [row for row in found[place.verb] if row[0].isdigit()]
    own = [row for row in found[place.verb] if row[0].startswith("-")]
    place.options = [*own, *found[SHARED]] if found[place.verb] else []


def _walk(place: Place, words: list[str]) -> tuple[int, str, bool]:
    """Go through the words: how many arguments stand there, what is waited for, whether -- stands."""
    position, waiting, over = 0, "", False
    for word in words:
        name, equals, value = word.partition("=")
        if waiting:
            place.given[next(reversed(place.given))] = word
            waiting = ""
        elif over or not word.startswith("-") or word == "-":
            position += 1
            _note(place, position, word)
        elif word == "--":
            over = True
        else:
            place.given[_full(place, name)] = value
            kind = _takes(place, name)
            waiting = kind if kind and kind != FLAG and not equals else ""
    place.incident = place.incident or place.given.get("--incident", "")
    return position, waiting, over


def _note(place: Place, position: int, word: str) -> None:
    if position == 1 and INCIDENT in _at(place, 0):
        place.incident = word


def _at(place: Place, position: int) -> str:
    """Return what the next argument is, after so many."""
    if position < len(place.arguments):
        return place.arguments[position][1].rstrip(REPEATED)
    if place.arguments and place.arguments[-1][1].endswith(REPEATED):
        return place.arguments[-1][1].rstrip(REPEATED)
    return NOTHING


def _full(place: Place, name: str) -> str:
    return next((row[0].split()[0] for row in place.options if name in row[0].split()), name)


def _takes(place: Place, name: str) -> str:
    """Return what an option takes, empty where the verb has no such option."""
    found = (row[1].rstrip(REPEATED) for row in place.options if name in row[0].split())
    return next(found, "")


def options_left(place: Place) -> list[tuple[str, str]]:
    """Return the options that may still be given, with their help."""
    return [
        (word.split()[0], about)
        for word, kind, about in place.options
        if word.split()[0] not in place.given or kind.endswith(REPEATED)
    ]

"""What is offered at a place on the line, each word with what it is."""

from reviewlog.domain.harmless import harmless_line, is_harmless
from reviewlog.render.completion.place import OPTIONS, Place, options_left
from reviewlog.render.completion.table import list_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    Offer = tuple[str, str]
    Found = list[tuple[object, object, object]]

    class Names(Protocol):
        """A logbook as far as the Tab key asks it."""

        def incidents(self, begun: str, states: tuple[str, ...] = ...) -> Found:
            """Incidents by the beginning of their number."""

        def people(self, begun: str, states: tuple[str, ...] = ...) -> Found:
            """Customers by the beginning of their name."""

        def steps(self, incident: str) -> Found:
            """The steps of an incident."""

        def entries(self, incident: str, kind: str = ...) -> Found:
            """The latest entries, of one kind or of all."""

        def sites(self, incident: str) -> list[str]:
            """The sites of an incident."""

        def playbooks(self) -> Found:
            """All playbooks."""

        def rules(self) -> Found:
            """All rules for replies."""


FILES, FOLDERS = "file", "folder"
LONGEST = 60
"""Signs of what a word is; a line of choices is no place for more."""
STATES = {
    "incident": ("open", "closed"),
    "open-incident": ("open",),
    "closed-incident": ("closed",),
}

OF_ONE_KIND = {"demand-entry": "demand", "review-entry": "review", "file-entry": "evidence"}
"""Where only an entry of one kind fits."""


def offers(place: Place, names: "Callable[[], Names | None]") -> "list[Offer]":
    """Return what fits at a place; the logbook is opened only where it is asked."""
    found: list[Offer] = []
    for kind in place.kind.split("|"):
        if kind == OPTIONS:
            found += options_left(place)
        elif kind in READ:
            book = names()
            found += READ[kind](book, place) if book is not None else []
        else:
            found += [(word, about) for word, _, about in list_of(kind)]
    begun = place.prefix.casefold()
    return [
        (word, _short(about))
        for word, about in found
        if word.casefold().startswith(begun) and _is_safe(word, place)
    ]


def _is_safe(word: str, place: Place) -> bool:
    """Whether a word can stand on a line as it is: what could do harm is never put there."""
    if word.startswith("-") and not place.head and place.kind != OPTIONS:
        return False
    return word != "" and all(map(is_harmless, word)) and not {"\n", "\t"} & set(word)


def _short(about: str) -> str:
    text = harmless_line(about)
    return text if len(text) <= LONGEST else text[: LONGEST - 3].rstrip() + "..."


def _incidents(names: "Names", place: Place) -> "list[Offer]":
    """By number, and by name once a name is begun."""
    states = STATES.get(place.kind.split("|")[0], STATES["incident"])
    if place.prefix and not place.prefix.isdecimal():
        return _people(names, place, states)
    rows = names.incidents(place.prefix, states)
    return [(str(n), f"{who or 'nobody is named'}{_closed(state)}") for n, who, state in rows]


def _people(
    names: "Names", place: Place, states: tuple[str, ...] = STATES["incident"]
) -> "list[Offer]":
    rows = names.people(place.prefix, states)
    return [(str(who), f"incident {n}{_closed(state)}") for who, n, state in rows]


def _closed(state: object) -> str:
    return ", closed" if state == "closed" else ""


def _steps(names: "Names", place: Place) -> "list[Offer]":
    rows = names.steps(place.incident) if place.incident else []
    return [(str(step), str(title)) for step, title, _ in rows]


def _entries(names: "Names", place: Place) -> "list[Offer]":
    rows = names.entries(place.incident, OF_ONE_KIND.get(place.kind.rstrip("+"), ""))
    return [(str(seq), f"{kind}{f', incident {n}' if n else ''}") for seq, kind, n in rows]


def _playbooks(names: "Names", place: Place) -> "list[Offer]":  # noqa: ARG001
    return [
        (str(name), f"{title}{' (yours)' if origin == 'own' else ''}")
        for name, title, origin in names.playbooks()
    ]


def _grounds(names: "Names", place: Place) -> "list[Offer]":
    """The grounds of the site that is named, else of those where the incident's reviews stand."""
    named = place.given.get("--site", "")
    sites = [named.casefold()] if named else names.sites(place.incident)
    return [(word, about) for site in sites for word, _, about in list_of(f"ground {site}")]


def _rules(names: "Names", place: Place) -> "list[Offer]":  # noqa: ARG001
    return [(str(name), str(title)) for name, title, _ in names.rules()]


READ: "dict[str, Callable[[Names, Place], list[Offer]]]" = {
    "incident": _incidents,
    "open-incident": _incidents,
    "closed-incident": _incidents,
    "person": _people,
    "step": _steps,
    "entry": _entries,
    **dict.fromkeys(OF_ONE_KIND, _entries),
    "ground": _grounds,
    "playbook": _playbooks,
    "rule": _rules,
}
"""What only the logbook knows."""

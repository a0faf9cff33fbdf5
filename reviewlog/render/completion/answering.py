"""The answer to one press of the Tab key, in lines that a shell's script can read.

The first line says whether files or folders are asked for as well; every other is one choice.
Nothing that was typed or stored is ever run: a script takes the lines as they are.
"""

from reviewlog.render.completion.line import Line, for_bash, read_line
from reviewlog.render.completion.offers import FILES, FOLDERS, READ, offers
from reviewlog.render.completion.place import Place, place_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewlog.render.completion.offers import Names, Offer

LISTING = ("63", "33", "64")
"""What bash says where it lists the choices: only then may a word carry what it is."""


def answer(told: list[str], names: "Callable[[str], Names | None]", encoding: str) -> str:
    """Return the lines for a shell; `told` is its name and the line up to the cursor.

    bash tells the line as it is typed, the signs that part words, and what the key was; fish
    the line; zsh the words behind the program's name, the last one is begun.
    """
    shell, *rest = told
    line = Line() if shell == "zsh" else read_line(rest[0], shell, "".join(rest[1:2]))
    words = rest[:-1] if shell == "zsh" else _behind_the_program(line.words)
    if words is None or line.closed:
        return ""
    place = place_of(words, rest[-1] if shell == "zsh" else line.word)
    found = offers(place, lambda: names(place.given.get("--book", "")))
    known = [offer for offer in found if _can_be_said(offer[0], encoding)]
    if shell == "bash":
        lines = _bash_lines(known, place, line, is_list=rest[2] in LISTING)
    else:
        head = place.head if shell == "fish" else ""
        lines = [f"{head}{value}\t{about}" for value, about in known]
    return "\n".join([_files(place), *lines])


def _behind_the_program(words: list[str]) -> list[str] | None:
    """Leave out the program, and variables that are set before it; None before its name ends."""
    for place, word in enumerate(words):
        if "=" not in word:
            return words[place + 1 :]
    return None


def _can_be_said(value: str, encoding: str) -> bool:
    """Whether a word can be printed as it is: another spelling would name somebody else."""
    return value == value.encode(encoding, "replace").decode(encoding)


def _files(place: Place) -> str:
    kinds = place.kind.split("|")
    return "files" if FILES in kinds else "folders" if FOLDERS in kinds else "words"


def _bash_lines(found: "list[Offer]", place: Place, line: Line, *, is_list: bool) -> list[str]:
    """Bash takes a word in its own spelling, and only the part that it is about to replace."""
    fitting = [(place.head + value, about) for value, about in found]
    fitting = [(value, about) for value, about in fitting if value.startswith(line.kept)]
    spelt = [(for_bash(value[len(line.kept) :], line.quote), about) for value, about in fitting]
    tells = is_list and len(spelt) > 1 and bool(set(place.kind.split("|")) & READ.keys())
    return [f"{word}  ({about})" if tells and about else word for word, about in spelt]

"""One quiet look: bold for what leads, faint for what stands by, one colour for what is late."""

ESCAPE = "\x1b"
RESET = "\x1b[0m"
STRONG = "\x1b[1m"
QUIET = "\x1b[2m"
ALARM = "\x1b[1;31m"
SGR = (RESET, STRONG, QUIET, ALARM)
"""Every sequence that the program sends to a terminal; nothing else may begin with an escape."""

LINE = "─"


class Style:
    """How words are set off, on a terminal that draws or not at all."""

    __slots__ = ("draws",)

    def __init__(self, *, draws: bool) -> None:
        self.draws = draws

    def strong(self, text: str) -> str:
        """Return a text that leads: a name, a heading, the next step."""
        return self._set(STRONG, text)

    def quiet(self, text: str) -> str:
        """Return a text that stands by: headings of columns, dates of long ago."""
        return self._set(QUIET, text)

    def alarm(self, text: str) -> str:
        """Return a text about something that is late."""
        return self._set(ALARM, text)

    def rule(self, width: int) -> str:
        """Return a line across, empty where nothing is drawn."""
        return LINE * width if self.draws else ""

    def _set(self, sequence: str, text: str) -> str:
        return f"{sequence}{text}{RESET}" if self.draws and text else text


PLAIN = Style(draws=False)
DRAWN = Style(draws=True)


def style(draws: bool) -> Style:  # noqa: FBT001
    """Return the look for a terminal that draws, or for anything else."""
    return DRAWN if draws else PLAIN

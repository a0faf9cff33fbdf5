"""One quiet look: bold for what leads, faint for what stands by, one colour for what is late."""

RESET, STRONG, QUIET, ALARM = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
"""Marks within a text on its way to the screen: noncharacters, which `harmless` never lets pass."""
ESCAPE = "\x1b"
SENT = {
    RESET: f"{ESCAPE}[0m",
    STRONG: f"{ESCAPE}[1m",
    QUIET: f"{ESCAPE}[2m",
    ALARM: f"{ESCAPE}[1;31m",
}
"""What is sent to a terminal that draws, for each mark; only `screen` sends it."""
SGR = tuple(SENT.values())
"""Every sequence that the program sends to a terminal; no other begins with an escape."""

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

    def _set(self, mark: str, text: str) -> str:
        return f"{mark}{text}{RESET}" if self.draws and text else text


PLAIN = Style(draws=False)
DRAWN = Style(draws=True)


def style(draws: bool) -> Style:  # noqa: FBT001
    """Return the look for a terminal that draws, or for anything else."""
    return DRAWN if draws else PLAIN

"""One review site in full: each fact with a number, and behind the numbers the sources."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.site import Ground, Known, Note, NotGround, Window
from reviewlog.domain.sites import is_old
from reviewlog.playbook.shelved import Shelved
from reviewlog.render.layout.style import PLAIN, Style
from reviewlog.render.layout.wrapping import wrap
from reviewlog.render.words.sitewords import (
    FORBIDDEN_NAMES,
    MARKS,
    ORIGINS,
    answers_of,
    ground_lines,
    month_words,
    source_words,
    unknown_of,
    window_words,
)

INDENT = "  "
FOOT = (
    "Sites change their rules: look at the page itself before you rely on a fact. In doubt, and in"
    " matters of law, ask a lawyer."
)
NONE_FOUND = "None were found. That does not mean that there are none."


def site_text(found: Shelved, today: date, width: int, look: Style = PLAIN) -> str:
    """Return one site in full: what it allows, its grounds, its times, and the sources."""
    return _Sheet(found, today, width, look).text()


class _Sheet:
    """A page about one site; facts are marked with the numbers of their sources."""

    def __init__(self, found: Shelved, today: date, width: int, look: Style) -> None:
        self.site, self.origin = found
        self.today, self.width, self.look = today, width, look
        self.sources: list[Known] = []

    def text(self) -> str:
        site = self.site
        title = f"{site.id}: {harmless_line(site.title)} ({ORIGINS[self.origin]})"
        lines = [self.look.strong(title)]
        lines += self._part("WHAT IT ALLOWS", self._answers())
        lines += self._part("GROUNDS", self._grounds(site.grounds))
        lines += self._part("WHAT IT WILL NOT HEAR", self._not_grounds(site.not_grounds))
        lines += self._part("TIMES", self._facts(site.windows))
        lines += self._part("YOUR PUBLIC REPLY", self._reply())
        lines += self._part("WORTH KNOWING", self._facts(site.notes))
        lines += self._part("SOURCES", self._told())
        return "\n".join([*lines, "", *wrap(FOOT, self.width)])

    def _part(self, heading: str, texts: Iterable[str]) -> list[str]:
        """Return a heading with its texts; what goes on below is set in."""
        lines = ["", self.look.strong(heading)]
        for text in [*texts] or [NONE_FOUND]:
            set_in = text.startswith(INDENT)
            lines += [""] * (not text) + wrap(
                harmless_line(text.strip()), self.width, INDENT * (2 if set_in else 1), INDENT * 2
            )
        return lines

    def _facts(self, told: Iterable[Window | Note]) -> Iterator[str]:
        for one in told:
            words = window_words(one) if isinstance(one, Window) else one.says
            yield self._fact(words, one.known)

    def _fact(self, text: str, known: Known) -> str:
        return f"{text} {self._mark(known)}"

    def _mark(self, known: Known) -> str:
        """Return `[3, from memory]`: which source, and what to beware of."""
        if not known.source:
            return ""
        if known not in self.sources:
            self.sources.append(known)
        old = "old" if is_old(known.checked, self.today) else ""
        parts = (str(self.sources.index(known) + 1), MARKS.get(known.sure, ""), old)
        return f"[{', '.join(part for part in parts if part)}]"

    def _answers(self) -> Iterator[str]:
        yield from (self._fact(words, known) for words, known in answers_of(self.site))
        for month, names in unknown_of(self.site).items():
            looked = f" (looked for in {month_words(month)})" if month else ""
            yield f"Not found{looked}: {'; '.join(names)}."

    def _grounds(self, grounds: Iterable[Ground]) -> Iterator[str]:
        for number, ground in enumerate(grounds):
            yield from [""] * (number > 0)
            part = f" ({ground.part})" if ground.part else ""
            yield f"{ground.id}: {self._fact(ground.name + part, ground.known)}"
            yield from (f"{INDENT}{line}" for line in ground_lines(ground))

    def _not_grounds(self, refused: Iterable[NotGround]) -> Iterator[str]:
        for number, one in enumerate(refused):
            yield from [""] * (number > 0)
            part = f" ({one.part})" if one.part else ""
            yield f"{one.id}: {self._fact(one.name + part, one.known)}"
            yield f"{INDENT}Ask yourself: {one.ask}"
            yield f"{INDENT}Instead: {one.instead}"

    def _reply(self) -> Iterator[str]:
        reply = self.site.reply
        if reply.most is None:
            yield "How long it may be was not found."
        else:
            yield self._fact(f"At most {reply.most} {reply.unit}.", reply.known)
        by_source: dict[Known, list[str]] = {}
        for forbidden in reply.forbids:
            by_source.setdefault(forbidden.known, []).append(FORBIDDEN_NAMES[forbidden.what])
        for known, names in by_source.items():
            yield self._fact(f"It may not hold: {'; '.join(names)}.", known)
        yield from (self._fact(note.says, note.known) for note in reply.notes)

    def _told(self) -> Iterator[str]:
        for number, known in enumerate(self.sources, 1):
            yield f"[{number}] {source_words(known, self.today)}"


def site_shape(found: Shelved, today: date) -> dict[str, Any]:
    """Return a site as `--json` prints it: every fact with where it is from and whether old."""
    site = _told(found.site, today)
    return {"site": site.pop("id"), "origin": found.origin, **site}


def _told(value: Any, today: date) -> Any:
    """Return records as mappings; what is known of a fact says whether it is old."""
    if isinstance(value, Known):
        return {**value._asdict(), "old": is_old(value.checked, today)}
    if hasattr(value, "_asdict"):
        return {name: _told(part, today) for name, part in value._asdict().items()}
    if isinstance(value, tuple):
        return [_told(part, today) for part in value]
    return value

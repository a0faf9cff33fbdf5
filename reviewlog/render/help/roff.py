"""The manual as roff, for man: plain ASCII, quotes and hyphens that can be copied and typed."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence

from reviewlog.render.help.facts import DATES, ENDS, FILES, QUOTES, VARIABLES
from reviewlog.render.help.page import Page, Rows
from reviewlog.render.help.topics import Blocks

SIGNS = {
    "\\": r"\e", "-": r"\-", "'": r"\(aq", '"': r"\(dq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti",
    "“": r"\(lq", "”": r"\(rq", "…": "...",
    "£": r"\(Po", "€": r"\(Eu",
}  # fmt: skip


LINE = 66
"""How long a line of prose may be; the signs for hyphens and quotes make it longer."""

END = [".fi", ".in"]
"""What ends lines to be typed."""


def manual(
    about: str,
    jobs: Mapping[str, Sequence[Page]],
    topics: Mapping[str, Blocks],
    version: str,
    on: str,
) -> str:
    """Return the whole help as one manual page."""
    shared = next(page.shared for pages in jobs.values() for page in pages if page.shared)
    lines = [
        f'.TH REVIEWLOG 1 {on} "reviewlog {version}" "User Commands"',
        ".nh",
        *_section("NAME", ["reviewlog " + r"\- " + said("an incident logbook for bad reviews")]),
        *_section(
            "SYNOPSIS", [r".B reviewlog", r"[\fIVERB\fR] [\fIWORD\fR ...] [\fIOPTION\fR ...]"]
        ),
        *_section("DESCRIPTION", [*_text(about), ".PP", *_text(QUOTES), ".PP", *_text(DATES)]),
        *_section(
            "OPTIONS", [*_text("Every verb takes these, before or behind it."), *_rows(shared)]
        ),
    ]
    for job, pages in jobs.items():
        lines += _section(f"VERBS: {job}".upper(), [ln for page in pages for ln in _page(page)])
    for name, blocks in topics.items():
        lines += _section(f"TOPIC: {name}".upper(), _topic(blocks))
    lines += _section("EXIT STATUS", _rows(ENDS))
    lines += _section("FILES", [*_text("In the logbook's folder:"), *_rows(FILES)])
    lines += _section("ENVIRONMENT", _rows(VARIABLES))
    return "\n".join(lines)


def said(text: str) -> str:
    """Return a text in which nothing means anything to roff, in ASCII."""
    signs = (
        SIGNS.get(char) or (char if char < "\x7f" else rf"\[u{ord(char):04X}]") for char in text
    )
    return "".join(signs)


def _text(text: str) -> list[str]:
    """Return a paragraph; a line may not begin with a dot, which is a request."""
    lines = map(said, textwrap.wrap(text, LINE, break_long_words=False, break_on_hyphens=False))
    return [rf"\&{line}" if line.startswith(".") else line for line in lines]


def _section(heading: str, lines: Iterable[str]) -> list[str]:
    return [f".SH {said(heading)}" if " " not in heading else f'.SH "{said(heading)}"', *lines]


def _rows(rows: Rows) -> list[str]:
    return [line for name, text in rows for line in (".TP", rf"\fB{said(name)}\fR", *_text(text))]


def _page(page: Page) -> list[str]:
    """Return a verb as a part of the manual."""
    name = page.name.removeprefix("reviewlog ")
    lines = [f'.SS "{said(name)}"', *_text(page.usage)]
    for paragraph in page.about:
        lines += [".PP", *_text(paragraph)]
    for rows in (page.words, page.actions, page.options):
        lines += _rows(rows)
    return [*lines, ".PP", "Examples:", *_examples(page.examples)]


def _examples(lines: Iterable[str]) -> list[str]:
    return [".PP", ".in +4n", ".nf", *map(said, lines), *END]


def _topic(blocks: Blocks) -> list[str]:
    lines: list[str] = []
    for kind, text in blocks:
        if kind == "heading":
            lines += [f'.SS "{said(text)}"']
        elif kind == "item":
            lines += [r".IP \(bu 2", *_text(text)]
        elif kind == "line" and lines[-2:] == END:
            lines[-2:] = [said(text), *END]
        elif kind == "line":
            lines += _examples([text])
        else:
            lines += [".PP", *_text(text)]
    return _close(lines)


def _close(lines: list[str]) -> list[str]:
    """Leave out what a heading does by itself, and the end of an example before the next one."""
    kept: list[str] = []
    for line in lines:
        if line == ".PP" and kept and kept[-1].startswith(".SS"):
            continue
        kept.append(line)
    return kept

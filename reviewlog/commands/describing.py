"""Verbs described from what they are made of: their text, their words, their options."""

from collections.abc import Iterator
from typing import Any

import typer

from reviewlog.commands.catalogue import COMMANDS, GROUPS
from reviewlog.commands.verbs import Verbs, command_of, is_shared
from reviewlog.render.help.page import Page, told

SHOWN = 3
"""How many examples stand with a verb that has actions: one of each of the first."""


def page_of(verb: str) -> Page:
    """Return the page of a verb, or of an action: `playbook use`."""
    command = command_of(verb)
    return _group_page(verb) if isinstance(command, Verbs) else _verb_page(verb, command)


def pages(verb: str) -> Iterator[Page]:
    """Yield the pages of a verb: its own, and those of its actions."""
    yield page_of(verb)
    for action in GROUPS[verb][0] if verb in GROUPS else ():
        yield page_of(f"{verb} {action}")


def _verb_page(verb: str, command: Any) -> Page:
    name = f"reviewlog {verb}"
    ctx = typer.Context(command, info_name=verb)
    about, examples = told(command.help)
    params = command.get_params(ctx)
    options = [p for p in params if p.param_type_name == "option"]
    return Page(
        name=name,
        usage=" ".join([name, *_words_of(params, ctx), "[OPTIONS]"]),
        about=about,
        examples=examples,
        words=_rows([p for p in params if p.param_type_name == "argument"], ctx),
        options=_rows([p for p in options if not is_shared(p)], ctx),
        shared=_rows([p for p in options if is_shared(p)], ctx),
    )


def _group_page(verb: str) -> Page:
    actions = GROUPS[verb][0]
    inside = [page_of(f"{verb} {action}") for action in list(actions)[:SHOWN]]
    return Page(
        name=f"reviewlog {verb}",
        usage=f"reviewlog {verb} ACTION ...",
        about=(COMMANDS[verb], f"On an action: reviewlog help {verb} {GROUPS[verb][1]}"),
        examples=tuple(page.examples[0] for page in inside),
        actions=[*actions.items()],
    )


def _words_of(params: list[Any], ctx: Any) -> list[str]:
    """What stands on the line without a name; Typer marks what must be given with braces."""
    pieces = [piece for p in params for piece in p.get_usage_pieces(ctx)]
    return [piece.strip("{}") for piece in pieces]


def _rows(params: list[Any], ctx: Any) -> list[tuple[str, str]]:
    return [record for p in params if (record := p.get_help_record(ctx)) is not None]

"""Verbs as the command line sees them: loaded when called, shared options before or behind."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from reviewlog.commands.catalogue import COMMANDS, GROUPS, MODULES
from reviewlog.domain.usage_errors import ConflictingOptionsError
from reviewlog.domain.vocabulary import one_of

FLAGS = {
    "--json": "Print one JSON object.",
    "--no-input": "Never ask.",
    "--yes": "Answer yes to every question.",
    "--quiet": "Print the result only.",
}
SHORT = {"-y": "--yes", "-q": "--quiet"}


class Verb(TyperCommand):
    """A command that also takes the shared options."""

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.params.extend(shared_options())

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Read the words; an option that was given twice is refused."""
        ctx.obj.verb = ctx.info_name
        refuse_repeats(self.params, args)
        return super().parse_args(ctx, args)


def refuse_repeats(params: list[Any], args: list[str]) -> None:
    """Refuse an option given twice that can hold only one value: none is dropped silently."""
    words = args[: args.index("--")] if "--" in args else args
    for param in params:
        if param.param_type_name != "option" or param.multiple or param.is_flag:
            continue
        given = [w for w in words if w.partition("=")[0] in param.opts]
        if len(given) > 1:
            raise ConflictingOptionsError(param.opts[0], param.opts[0])


class Verbs(TyperGroup):
    """Verbs, each loaded when it is called; shared options may stand before the verb.

    `table` holds them with their help, `prefix` the verb whose actions they are, if any, and
    `usual` the one that is meant when none is named.
    """

    def __init__(
        self, *, table: dict[str, str], usual: str, prefix: str = "", **attributes: Any
    ) -> None:
        super().__init__(**attributes)
        self.table, self.usual, self.prefix = table, usual, prefix

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # noqa: ARG002
        """Return the names of all verbs in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]  # noqa: ARG002
        """Return the command of a verb, or None."""
        return command_of(self.prefix + cmd_name) if cmd_name in self.table else None

    def format_commands(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ARG002
        """Write the list of verbs from the table, without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.table.items()))

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Move shared options from before the verb to behind it; no verb means the usual one."""
        return super().parse_args(ctx, verb_first(args, self.usual))

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> Any:  # type: ignore[override]
        """Find the verb; suggest the nearest one for a misspelt word."""
        one_of("action" if self.prefix else "verb", args[0], tuple(self.table))
        return super().resolve_command(ctx, args)


def verb_first(args: list[str], usual: str) -> list[str]:
    """Return the words with the shared options moved behind the verb."""
    moved: list[str] = []
    rest = list(args)
    while rest and rest[0].startswith("-") and rest[0] not in ("--help", "--version", "--"):
        moved.append(rest.pop(0))
        if moved[-1] == "--book" and rest:
            moved.append(rest.pop(0))
    if not rest:
        return [usual, *moved]
    if rest[0] in ("--help", "--version"):
        return rest
    if rest[0] == "help":
        return [*rest[1:], "--help"]
    return [rest[0], *moved, *rest[1:]]


def shared_options() -> list[Any]:
    """Return the options that every verb takes; they are kept in the session."""
    short = {long: letter for letter, long in SHORT.items()}
    options = [
        TyperOption(
            param_decls=[name, *([short[name]] if name in short else [])],
            is_flag=True,
            expose_value=False,
            callback=_keep,
            help=text,
        )
        for name, text in FLAGS.items()
    ]
    book = TyperOption(
        param_decls=["--book"],
        expose_value=False,
        callback=_keep,
        metavar="FOLDER",
        help="The logbook's folder (REVIEWLOG_BOOK).",
    )
    return [*options, book]


def _keep(ctx: typer.Context, param: Any, value: Any) -> None:
    if value:
        setattr(ctx.obj, param.name, Path(value) if param.name == "book" else value)


def command_of(verb: str) -> Any:
    """Load the module of a verb and return its command; `playbook use` is an action of a verb."""
    if verb in GROUPS:
        return group_of(verb)
    group, _, name = verb.rpartition(" ")
    folder = f"{group}s." if group else ""
    module = import_module(f"reviewlog.commands.{folder}{MODULES.get(verb, name)}")
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    run: Callable[..., Any] = module.run
    app.command(name, cls=Verb, help=module.__doc__)(run)
    command = typer.main.get_command(app)
    command.name = name
    return command


def group_of(verb: str) -> Verbs:
    """Return a verb that has actions of its own."""
    table, usual = GROUPS[verb]
    return Verbs(
        name=verb,
        help=COMMANDS[verb],
        table=table,
        usual=usual,
        prefix=f"{verb} ",
        rich_markup_mode=None,
        subcommand_metavar="ACTION ...",
    )

"""Verbs as the command line sees them: loaded when called, shared options before or behind."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from reviewlog.commands.catalogue import COMMANDS, GROUPS, MODULES
from reviewlog.domain.usage_errors import ConflictingOptionsError

FLAGS = {
    "--json": "Print one JSON object.",
    "--no-input": "Never ask.",
    "--yes": "Answer yes to every question.",
    "--quiet": "Print the result only.",
}
SHORT = {"-y": "--yes", "-q": "--quiet"}
HELP = ("-h", "--help")


class Explained:
    """A command whose help is written by us, for any width, and goes out as all else does."""

    def get_help_option(self, ctx: Any) -> TyperOption:  # noqa: ARG002
        """Return the option that shows the help."""
        return TyperOption(
            param_decls=list(HELP),
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_explain,
            help="Show this help.",
        )


def _explain(ctx: typer.Context, param: Any, value: Any) -> None:  # noqa: ARG001
    if value:
        from reviewlog.commands.help import help_shape, show_help

        _, _, verb = ctx.command_path.partition(" ")
        if "--json" in ctx.obj.argv:
            ctx.obj.show_json("help", help_shape(verb))
        else:
            show_help(ctx.obj, verb)
        raise typer.Exit


class WrongLineError(typer.TyperException):
    """A line that a verb cannot read, told with one that it can."""

    exit_code = 2


class Verb(Explained, TyperCommand):
    """A command that also takes the shared options."""

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.params.extend(shared_options())

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Read the words; an option that was given twice is refused."""
        ctx.obj.verb = ctx.info_name
        refuse_repeats(self.params, args)
        words = asked_for(self.params, args, ctx.obj)
        while True:
            try:
                return super().parse_args(ctx, list(words))
            except typer.TyperException as error:
                found = with_incident(ctx.obj, words, error)
                if found is None:
                    from reviewlog.commands.help import right_line

                    raise WrongLineError(right_line(ctx, error.format_message())) from None
                words = found


ASKED_FOR = "--quote"
"""The option that may end a line without its word: on a terminal it is asked for."""


def asked_for(params: list[Any], args: list[str], session: Any) -> list[str]:
    """Return the words; the one that is to be asked for stands there empty."""
    is_bare = args[-1:] == [ASKED_FOR] and any(ASKED_FOR in param.opts for param in params)
    return [*args, ""] if is_bare and session.machine.is_interactive() else args


WHICH = {"incident": "Which incident?", "other": "And which other incident?"}
"""What is asked for the incidents that a verb needs; the second one stands behind the first."""


def with_incident(session: Any, words: list[str], error: Any) -> list[str] | None:
    """Return the words with the incident that was missing, None where it cannot be asked for."""
    name = getattr(getattr(error, "param", None), "name", None)
    if name not in WHICH or not session.machine.is_interactive():
        return None
    from reviewlog.commands.asking.whom import ask_incident

    number = ask_incident(session, WHICH[name])
    if number is None:
        return None
    return [number, *words] if name == "incident" else [*words, number]


def refuse_repeats(params: list[Any], args: list[str]) -> None:
    """Refuse an option given twice that can hold only one value: none is dropped silently."""
    words = args[: args.index("--")] if "--" in args else args
    for param in params:
        if param.param_type_name != "option" or param.multiple or param.is_flag:
            continue
        given = [w for w in words if w.partition("=")[0] in param.opts]
        if len(given) > 1:
            raise ConflictingOptionsError(param.opts[0], param.opts[0])


class Verbs(Explained, TyperGroup):
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

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Move shared options from before the verb to behind it; no verb means the usual one."""
        words = verb_first(args, self.usual)
        if self.prefix and words[0] == "help":
            words = [*words[1:], "--help"]
        return super().parse_args(ctx, words)

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> Any:  # type: ignore[override]
        """Find the verb, whatever its capitals; for any other word tell what may be meant."""
        word = args[0].strip().casefold()
        if word not in self.table:
            from reviewlog.commands.unknown import refuse_word

            refuse_word(self.prefix, args, ctx.obj.machine.width())
        return super().resolve_command(ctx, [word, *args[1:]])


def verb_first(args: list[str], usual: str) -> list[str]:
    """Return the words with the shared options moved behind the verb."""
    moved: list[str] = []
    rest = list(args)
    while rest and rest[0].startswith("-") and rest[0] not in (*HELP, "--version", "--"):
        moved.append(rest.pop(0))
        if moved[-1] == "--book" and rest:
            moved.append(rest.pop(0))
    if not rest:
        return [usual, *moved]
    if rest[0] in (*HELP, "--version"):
        return rest
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


def is_shared(option: Any) -> bool:
    """Whether an option is one that every verb takes."""
    return option.opts[0] in (*FLAGS, "--book", *HELP)


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

"""Talking: results to stdout, everything else to stderr."""

from typing import Any

import typer


class Screen:
    """The part of a session that speaks."""

    quiet: bool

    def show(self, text: str) -> None:
        """Print a result."""
        typer.echo(text)

    def show_json(self, name: str, body: dict[str, Any]) -> None:
        """Print the one object that `--json` promises."""
        import json

        typer.echo(json.dumps({"schema": f"reviewlog.{name}/1", **body}, indent=2))

    def talk(self, text: str) -> None:
        """Say something that is not a result."""
        if not self.quiet:
            typer.echo(text, err=True)

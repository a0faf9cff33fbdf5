"""How far a long check is, drawn while it runs and gone when it is over."""

from collections.abc import Iterator
from contextlib import contextmanager

from reviewlog.store.checking.found import Watch

_SHOWN = {"entries": "Entries", "files": "Files", "projections": "Incidents"}


@contextmanager
def drawn() -> Iterator[Watch]:
    """Give what is to be told how far it is; it draws only where stderr is a terminal."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        tasks = {}

        def watch(check: str, done: int, total: int) -> None:
            if check not in tasks:
                tasks[check] = progress.add_task(_SHOWN.get(check, check), total=total)
            progress.update(tasks[check], completed=done, total=total)

        if not progress.console.is_terminal:
            progress.disable = True
        yield watch

"""The scripts that tell a shell to ask reviewlog when the Tab key is pressed."""

import os

SHELLS = {"bash": "reviewlog.bash", "zsh": "reviewlog.zsh", "fish": "reviewlog.fish"}
FOLDER = os.path.dirname(__file__)  # noqa: PTH120


def script_of(shell: str) -> str:
    """Return the script for a shell."""
    with open(os.path.join(FOLDER, SHELLS[shell]), encoding="utf-8") as file:  # noqa: PTH118, PTH123
        return file.read().rstrip("\n")

"""A real terminal: tmux on a socket of its own, asked for its state."""

import shlex
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

FLAGS = (
    "alternate_on", "cursor_flag", "insert_flag", "keypad_cursor_flag", "keypad_flag", "origin_flag",
    "wrap_flag", "mouse_all_flag", "mouse_any_flag", "mouse_button_flag", "mouse_sgr_flag",
    "mouse_standard_flag", "scroll_region_lower", "scroll_region_upper", "pane_title", "pane_tabs",
)  # fmt: skip
SECONDS = 120


class Tmux:
    """One pane with a plain shell."""

    def __init__(self, folder: Path, env: Mapping[str, str], columns: int = 80) -> None:
        self.folder, self.socket, self.count = folder, str(folder / "tmux"), 0
        size = ("-x", str(columns), "-y", "24")
        self.ask("-f", "/dev/null", "new-session", "-d", *size, "env", "-i",
                 *(f"{name}={value}" for name, value in env.items()), "PS1=", "sh")  # fmt: skip
        self.ask("set", "-s", "set-clipboard", "on")

    def ask(self, *words: str) -> str:
        """Return what tmux says."""
        return subprocess.run(
            ["tmux", "-S", self.socket, *words], capture_output=True, text=True, check=True
        ).stdout

    def run(self, line: str) -> None:
        """Let the shell run a line and wait for its end."""
        self.count += 1
        done = self.folder / f"done{self.count}"
        self.ask("send-keys", "-l", f"{line}; : > {shlex.quote(str(done))}")
        self.ask("send-keys", "Enter")
        end = time.monotonic() + SECONDS
        while not done.exists():
            assert time.monotonic() < end, line
            time.sleep(0.02)
        time.sleep(0.1)  # what was printed last may still be on its way

    def state(self) -> dict[str, str]:
        """Return all that a program could have left behind."""
        told = self.ask("display", "-p", "\n".join(f"#{{{flag}}}" for flag in FLAGS))
        found = dict(zip(FLAGS, told.split("\n"), strict=False))
        return {**found, "buffers": self.ask("list-buffers"), "letters": self._letters()}

    def _letters(self) -> str:
        """Return how letters look that are printed now: their signs and their colour."""
        self.run("printf '\\nlqxk\\n'")
        rows = self.screen().rstrip("\n").split("\n")
        row = str(len(rows) - 1)
        return self.ask("capture-pane", "-p", "-e", "-S", row, "-E", row)

    def screen(self) -> str:
        """Return what stands on the screen."""
        return self.ask("capture-pane", "-p")

    def close(self) -> None:
        """End the terminal and the shell in it."""
        self.ask("kill-server")

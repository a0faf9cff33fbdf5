"""Where the shipped playbooks are: in the wheel, else in the checkout's folder."""

from importlib.resources import files
from pathlib import Path


def shipped_texts() -> dict[str, str]:
    """Return the text of every shipped playbook by its file's name without ending."""
    packed = files("reviewlog.playbook").joinpath("shipped")
    folder = packed if packed.is_dir() else Path(__file__).parents[2] / "playbooks"
    return {
        file.name.removesuffix(".yaml"): file.read_text(encoding="utf-8")
        for file in sorted(folder.iterdir(), key=lambda f: f.name)
        if file.name.endswith(".yaml")
    }

"""One line of config.yaml, written for the owner: everything else in the file stays as it is."""

import json
import re
from pathlib import Path

from reviewlog.domain.errors import ConfigError
from reviewlog.playbook.shop.settings import read_settings
from reviewlog.store.fast import CONFIG_NAME
from reviewlog.store.whole import unwritten, write_whole

_PLAIN = re.compile(r"[^\W\d_]{3,}(?:[ -][^\W\d_]+)*")
_RESERVED = frozenset(("true", "false", "null", "yes", "off"))
"""Words that are no text in YAML."""


def put_setting(folder: Path, name: str, value: str) -> bool:
    """Write the line `name: value` into config.yaml; False where it would not say so afterwards.

    Raises BookError.
    """
    path = folder / CONFIG_NAME
    if path.is_symlink() and not path.is_file():  # it leads nowhere, or round in a circle
        return False
    try:
        path = path.resolve()
        raw = path.read_bytes() if path.exists() else b""
        text = with_setting(raw.decode(), name, value)
        if getattr(read_settings(text.lstrip("\ufeff"), str(path)), name) != value:
            return False
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o600
        write_whole(text.encode(), path)
        path.chmod(mode)
    except (ConfigError, UnicodeDecodeError):
        return False
    except OSError as error:
        raise unwritten(path, error) from error
    return True


def with_setting(text: str, name: str, value: str) -> str:
    """Return the text of a config.yaml in which a setting is said."""
    line = setting_line(name, value)
    ending = "\r\n" if "\r\n" in text else "\n"
    found = re.search(rf"^{name}[ \t]*:.*?$", text, re.MULTILINE)
    if found:
        rest = "\r" if found[0].endswith("\r") else ""
        return text[: found.start()] + line + _comment(found[0]) + rest + text[found.end() :]
    begun = text if not text or text.endswith("\n") else text + ending
    return begun + line + ending


def setting_line(name: str, value: str) -> str:
    """Return a line of config.yaml; what YAML might read otherwise stands in quotes."""
    is_plain = _PLAIN.fullmatch(value) and value.casefold() not in _RESERVED
    return f"{name}: {value if is_plain else json.dumps(value, ensure_ascii=False)}"


def _comment(line: str) -> str:
    """Return the comment at the end of a line."""
    found = re.search(r"[ \t]#.*", line.rstrip("\r"))
    return " " + found[0].strip() if found else ""

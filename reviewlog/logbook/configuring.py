"""One line of config.yaml, written for the owner: everything else in the file stays as it is."""

import re
from pathlib import Path

from reviewlog.domain.errors import ConfigError
from reviewlog.playbook.shop.settings import read_settings
from reviewlog.store.fast import CONFIG_NAME
from reviewlog.store.whole import unwritten, write_whole

_TRADE = re.compile(r"^trade[ \t]*:.*?$", re.MULTILINE)


def put_trade(folder: Path, trade: str) -> bool:
    """Write the line `trade: ...` into config.yaml; False where it would not say so afterwards.

    Raises BookError.
    """
    path = (folder / CONFIG_NAME).resolve()
    try:
        raw = path.read_bytes() if path.exists() else b""
        text = with_trade(raw.decode(), trade)
        if read_settings(text.lstrip("\ufeff"), str(path)).trade != trade:
            return False
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o600
        write_whole(text.encode(), path)
        path.chmod(mode)
    except (ConfigError, UnicodeDecodeError):
        return False
    except OSError as error:
        raise unwritten(path, error) from error
    return True


def with_trade(text: str, trade: str) -> str:
    """Return the text of a config.yaml in which the trade is said."""
    line = f"trade: {trade}"
    ending = "\r\n" if "\r\n" in text else "\n"
    found = _TRADE.search(text)
    if found:
        rest = "\r" if found[0].endswith("\r") else ""
        return text[: found.start()] + line + _comment(found[0]) + rest + text[found.end() :]
    begun = text if not text or text.endswith("\n") else text + ending
    return begun + line + ending


def _comment(line: str) -> str:
    """Return the comment at the end of a line."""
    found = re.search(r"[ \t]#.*", line.rstrip("\r"))
    return " " + found[0].strip() if found else ""

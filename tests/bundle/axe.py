"""axe-core, which finds what keeps people with a screen reader, or weak eyes, from a page."""

import os
import shutil
import subprocess
import tarfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.bundle.browser import Browser

_INSTALLED = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PACKAGE = "axe-core@4"


@cache
def axe_script(folder: Path) -> str:
    """Return its source: installed, named by REVIEWLOG_AXE, or packed by npm into the folder."""
    named = os.environ.get("REVIEWLOG_AXE")
    for path in (Path(named) if named else _INSTALLED, _INSTALLED):
        if path.is_file():
            return path.read_text()
    return _packed(folder)


def _packed(folder: Path) -> str:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("axe-core is not installed, and neither is npm")
    ran = subprocess.run(
        [npm, "pack", "--silent", "--pack-destination", folder, PACKAGE],
        capture_output=True, text=True, timeout=120, cwd=folder,
    )  # fmt: skip
    if ran.returncode:
        pytest.skip(f"npm could not fetch {PACKAGE}")
    with tarfile.open(folder / ran.stdout.split()[-1]) as archive:
        member = archive.extractfile("package/axe.min.js")
        assert member is not None
        return member.read().decode()


def violations(browser: Browser, script: str) -> list[str]:
    """Return each rule that the open page breaks, with the places."""
    browser.run(f"{script}\n;0")
    found: list[dict[str, Any]] = browser.run(
        "axe.run(document, {resultTypes: ['violations']}).then((said) => said.violations)"
    )
    return [f"{one['id']}: {[node['html'][:120] for node in one['nodes']]}" for one in found]

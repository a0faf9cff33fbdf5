"""The wheel as a stranger gets it: what is in it, and that it runs from anywhere."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_ships_every_playbook_and_template_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    inside = "reviewlog/playbook/shipped/"
    shipped = {n.removeprefix(inside) for n in names if n.startswith(inside)}
    folder = ROOT / "playbooks"
    assert shipped == {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
    assert {f"reviewlog/bundle/templates/report.{end}" for end in ("html.j2", "typ")} <= set(names)
    assert "reviewlog/bundle/tools/verify.html" in names
    tab = {"words.tsv", "reviewlog.bash", "reviewlog.zsh", "reviewlog.fish"}
    assert {f"reviewlog/render/completion/{name}" for name in tab} <= set(names)
    assert all(n.startswith(("reviewlog/", "reviewlog-")) for n in names)
    assert not [n for n in names if "__pycache__" in n]


def test_an_installed_wheel_does_the_three_jobs(wheel, tmp_path):
    venv.create(tmp_path / "venv", with_pip=True)
    scripts = tmp_path / "venv" / "bin"
    install = [scripts / "python", "-m", "pip", "install", "-q", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)

    def run(*words: str) -> str:
        line = [str(scripts / "reviewlog"), "--book", "./try", *words]
        done = subprocess.run(line, cwd=tmp_path, check=True, capture_output=True, text=True)
        return done.stdout

    (tmp_path / "try").mkdir()
    (tmp_path / "try" / "config.yaml").write_text("trade: bakery\n")
    assert "NEXT" in run("log", "Dry cake", "--who", "Dana", "--threat", "open", "--site", "google")
    assert "Write down their exact words" in run("due")
    assert "incident-1-google.zip" in run("export", "1", "--for", "google", "-y")
    assert "Unchanged" in run("verify", "incident-1-google.zip")

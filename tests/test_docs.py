"""What the README says is generated or tested; every verb explains itself."""

import re
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from reviewlog.cli import main
from reviewlog.commands.catalogue import COMMANDS, GROUPS, MODULES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()
ACTIONS = [f"{verb} {action}" for verb, (table, _) in GROUPS.items() for action in table]
VERBS = [verb for verb in COMMANDS if verb not in GROUPS] + ACTIONS


def module_of(verb):
    group, _, name = verb.rpartition(" ")
    folder = f"{group}s." if group else ""
    return import_module(f"reviewlog.commands.{folder}{MODULES.get(verb, name)}")


def test_the_story_in_the_readme_is_what_the_program_prints():
    checked = subprocess.run(
        [sys.executable, "-m", "cogapp", "--check", "README.md"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, "run: python -m cogapp -r README.md\n" + checked.stdout


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_in_the_readme_and_has_two_examples(verb):
    assert f"`{verb}`" in README
    module = module_of(verb)
    examples = re.findall(r"^reviewlog .+$", module.__doc__ or "", re.MULTILINE)
    assert len(examples) >= 2


@pytest.mark.parametrize("verb", VERBS)
def test_every_example_of_the_help_is_understood(verb, capsys):
    """Each option of an example exists: the parser must not be what refuses it."""
    module = module_of(verb)
    main([*verb.split(), "--help"])
    shown = capsys.readouterr().out
    for line in re.findall(r"^reviewlog .+$", module.__doc__ or "", re.MULTILINE):
        for word in shlex.split(line):
            if word.startswith("-") and word != "-":
                assert word in shown, f"{line}: {word}"


@pytest.mark.parametrize("name", ["own rules", "own language", "own parts"])
def test_the_rules_for_replies_in_the_readme_are_sound(tmp_path, capsys, name):
    block = README.partition(f"<!-- {name} -->")[2].partition("<!-- end -->")[0]
    file = tmp_path / "ours.yaml"
    file.write_text(block.strip().removeprefix("```yaml\n").removesuffix("```"))
    assert main(["playbook", "check", str(file), "--book", str(tmp_path / "book")]) == 0
    assert "1 reply file: no fault, " in capsys.readouterr().out


def test_the_playbook_in_the_readme_is_sound(tmp_path, capsys):
    block = README.partition("<!-- own playbook -->")[2].partition("<!-- end -->")[0]
    file = tmp_path / "late-cake.yaml"
    file.write_text(block.strip().removeprefix("```yaml\n").removesuffix("```"))
    book = ("--book", str(tmp_path / "book"))
    assert main(["playbook", "check", str(file), *book]) == 0
    assert main(["playbook", "test", str(file), *book]) == 0
    shown = capsys.readouterr().out
    assert "no fault, no remark" in shown
    assert "1 example holds" in shown


def test_the_readme_names_every_dependency_and_why():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    table = README[README.index("| dependency | why |") :]
    for requirement in project["dependencies"]:
        name = re.match(r"[a-z0-9-]+", requirement)
        assert name
        assert re.search(rf"^\| {name[0]}\b", table, re.MULTILINE)


def test_the_readme_names_every_package_of_the_program():
    folders = {p.name for p in (ROOT / "reviewlog").iterdir() if (p / "__init__.py").exists()}
    assert all(f"`{folder}/`" in README for folder in folders)


def test_only_what_the_layout_allows_lies_at_the_top():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    top = {line.partition("/")[0] for line in listed.stdout.splitlines()}
    allowed = {"reviewlog", "tests", "playbooks", "pyproject.toml", "README.md", "LICENSE"}
    assert {name for name in top if not name.startswith(".")} <= allowed


def test_what_the_program_says_stands_in_the_readme_stands_there():
    sources = (path.read_text() for path in (ROOT / "reviewlog").rglob("*.py"))
    named = {name for text in sources for name in re.findall(r"\(README, ([^)]+)\)", text)}

    assert named
    assert named <= set(re.findall(r"^#+ (.+)$", README, re.MULTILINE))

"""The pictures in the README are what the program prints today."""

import re
from pathlib import Path

import pytest

from tests.pictures.making import FOLDER, SHOWN, picture, words_of

README = (Path(__file__).parents[2] / "README.md").read_text()


@pytest.mark.parametrize("name", SHOWN)
def test_a_picture_shows_what_the_program_prints(request, tmp_path, name):
    drawn, path = picture(name, tmp_path), FOLDER / f"{name}.svg"
    if request.config.getoption("--update-golden"):
        path.write_text(drawn)
    assert words_of(drawn) == words_of(path.read_text())


@pytest.mark.parametrize("name", SHOWN)
def test_a_picture_fetches_nothing_and_is_in_the_readme(name):
    text = (FOLDER / f"{name}.svg").read_text()
    assert re.findall(r"(?:src|href|url|@import)[^;>]*https?:", text) == []
    assert f"(tests/pictures/{name}.svg)" in README

"""The page that checks a bundle, as a file: what it may do, and that every bundle has it."""

import base64
import hashlib
import re
from pathlib import Path

import pytest

from reviewlog.bundle.packing.checker import CHECKER, checker_member

PAGE = b"".join(checker_member().chunks()).decode()
POLICY = re.search(r'Content-Security-Policy" content="([^"]*)"', PAGE)[1]  # type: ignore[index]


@pytest.mark.parametrize("tag", ["script", "style"])
def test_the_policy_names_the_only_script_and_style_by_their_hashes(tag: str) -> None:
    (body,) = re.findall(rf"<{tag}>(.*?)</{tag}>", PAGE, re.DOTALL)
    right = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
    assert f"{tag}-src 'sha256-{right}';" in POLICY


def test_the_page_may_reach_nothing() -> None:
    assert POLICY.startswith("default-src 'none'; connect-src 'none';")
    assert "base-uri 'none'; form-action 'none'" in POLICY
    assert "unsafe" not in POLICY
    assert not re.search(r"\b(src|href|srcset|action)=|@import|url\(|https?:", PAGE)


def test_names_out_of_a_zip_can_only_become_text() -> None:
    ways = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|setAttribute"
    )
    assert not re.search(ways, PAGE)


def test_its_functions_are_small_and_its_lines_short() -> None:
    (script,) = re.findall(r"<script>(.*?)</script>", PAGE, re.DOTALL)
    assert max(map(len, script.splitlines())) <= 150
    bodies = re.findall(r"^(?:async )?function[^\n]*\{\n(.*?)^\}", script, re.DOTALL | re.MULTILINE)
    assert len(bodies) > 60
    assert max(body.count("\n") for body in bodies) <= 25


def test_every_bundle_has_the_same_page_in_its_lists(bags) -> None:
    for bag in bags.values():
        assert bag[CHECKER].decode() == PAGE
        listed = f"{hashlib.sha256(bag[CHECKER]).hexdigest()}  {CHECKER}\n"
        assert listed in bag["tagmanifest-sha256.txt"].decode()


def test_it_is_part_of_the_package() -> None:
    assert (Path(__file__).parents[2] / "reviewlog" / "bundle" / CHECKER).is_file()

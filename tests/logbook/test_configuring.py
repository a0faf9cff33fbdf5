"""The trade is written into config.yaml, and everything else in it stays."""

import pytest

from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.opening.configuring import put_setting, with_setting
from reviewlog.playbook.shop.settings import read_settings

COMMENTED = "# mine\nbusiness: Vale  # the shop\n\nstaff: [Jo]\n"


def test_a_missing_file_is_made_for_the_owner_alone(tmp_path):
    assert put_setting(tmp_path, "trade", "food")
    path = tmp_path / "config.yaml"
    assert path.read_text() == "trade: food\n"
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (COMMENTED, COMMENTED + "trade: food\n"),
        ("business: Vale", "business: Vale\ntrade: food\n"),
        ("trade: cakes # ours\nbusiness: V\n", "trade: food # ours\nbusiness: V\n"),
        ("trade:\nbusiness: V\n", "trade: food\nbusiness: V\n"),
        ("business: V\r\ntrade: x\r\n", "business: V\r\ntrade: food\r\n"),
        ("business: V\r\n", "business: V\r\ntrade: food\r\n"),
        ("", "trade: food\n"),
    ],
)
def test_one_line_is_put_or_replaced(before, after):
    assert with_setting(before, "trade", "food") == after


@pytest.mark.parametrize(
    "name", ["Vale", "Vale: Cakes # 1", "yes", "12", 'O\'Hara "&" Co', "- x", "~"]
)
def test_a_name_that_yaml_would_read_otherwise_stands_in_quotes(tmp_path, name):
    (tmp_path / "config.yaml").write_text(COMMENTED)
    assert put_setting(tmp_path, "business", name)
    text = (tmp_path / "config.yaml").read_text()
    assert read_settings(text, "config.yaml").business == name
    assert text.startswith("# mine\nbusiness: ")
    assert text.endswith("  # the shop\n\nstaff: [Jo]\n".lstrip())


@pytest.mark.parametrize("text", ["{business: Vale}\n", "busines: Vale\n", "a: [\n", "--- x\n"])
def test_a_file_that_would_not_say_it_afterwards_is_left_alone(tmp_path, text):
    (tmp_path / "config.yaml").write_text(text)
    assert not put_setting(tmp_path, "trade", "food")
    assert (tmp_path / "config.yaml").read_text() == text


def test_a_file_that_is_no_text_is_left_alone(tmp_path):
    (tmp_path / "config.yaml").write_bytes(b"\xff\xfe")
    assert not put_setting(tmp_path, "trade", "food")


def test_who_may_read_it_stays_and_a_link_stays_a_link(tmp_path):
    real = tmp_path / "real.yaml"
    real.write_text("business: Vale\n")
    real.chmod(0o640)
    (tmp_path / "config.yaml").symlink_to(real)
    assert put_setting(tmp_path, "trade", "not said")
    assert (tmp_path / "config.yaml").is_symlink()
    assert real.read_text() == "business: Vale\ntrade: not said\n"
    assert real.stat().st_mode & 0o777 == 0o640


def test_the_logbook_reads_it_at_once(tmp_path, clock):
    folder = tmp_path / "book"
    Logbook.open(folder, clock, "Europe/London").close()
    assert put_setting(folder, "trade", "law")
    book = Logbook.open(folder, clock, "Europe/London")
    assert book.settings["trade"] == "law"
    book.close()


@pytest.mark.parametrize("target", ["elsewhere/config.yaml", "config.yaml"])
def test_a_link_that_leads_nowhere_is_left_alone(tmp_path, target):
    path = tmp_path / "config.yaml"
    (tmp_path / "elsewhere").mkdir()
    path.symlink_to(target)
    assert not put_setting(tmp_path, "trade", "food")
    assert path.is_symlink()
    assert list((tmp_path / "elsewhere").iterdir()) == []

import pytest

from reviewlog.domain.errors import ConfigError
from reviewlog.playbook.settings import Settings, read_settings

FULL = """\
business: Vale Ceramics
trade: pottery
currency: GBP
country: GB
time_zone: Europe/London
dates: day-month
working_days: [tue, wed, sat]
staff: [Ann, Bob]
"""


def test_every_setting_is_optional():
    assert read_settings("", "config.yaml") == Settings()
    assert Settings().as_fields("Europe/London")["time_zone"] == "Europe/London"


def test_settings_are_read_as_written():
    fields = read_settings(FULL, "config.yaml").as_fields("UTC")
    assert (fields["business"], fields["time_zone"]) == ("Vale Ceramics", "Europe/London")
    assert fields["working_days"] == [1, 2, 5]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("business: Vale Ceramics", "busines: x", 1),
        ("currency: GBP", "currency: pounds", 3),
        ("country: GB", "country: no", 4),
        ("country: GB", "country: England", 4),
        ("Europe/London", "Europe/Lundon", 5),
        ("Europe/London", "../../etc/passwd", 5),
        ("Europe/London", "Europe", 5),
        ("day-month", "dmy", 6),
        ("[tue, wed, sat]", "[tue, wed, someday]", 7),
        ("[tue, wed, sat]", "[]", 7),
        ("[tue, wed, sat]", "tue", 7),
        ("[Ann, Bob]", "[Ann, 5]", 8),
        ("staff: [Ann, Bob]", "business: x", 8),
        ("business: Vale Ceramics", "business: 'Vale", 9),
    ],
)
def test_a_fault_names_its_line(old, new, line):
    with pytest.raises(ConfigError) as caught:
        read_settings(FULL.replace(old, new), "config.yaml")
    assert [n for n, _ in caught.value.faults] == [line]

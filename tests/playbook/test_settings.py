import pytest

from reviewlog.domain.errors import ConfigError
from reviewlog.playbook.shop.settings import Settings, read_settings

FULL = """\
business: Vale Ceramics
trade: pottery
currency: GBP
country: GB
time_zone: Europe/London
dates: day-month
working_days: [tue, wed, sat]
staff: [Ann, Bob]
holidays: GB-SCT
days_off: ["2026-12-24", "2026-12-27 to 2027-01-02"]
hours:
  tue: ["09:00-12:30", "14:00-18:00"]
  sat: ["18:00-02:00"]
time_stamps:
  - https://tsa.example/stamp
  - url: http://127.0.0.1:8080
    roots: certificates/tsa.pem
voice:
  name: Ann Vale
  sign_off: Kind regards
  stands_for: "We throw every pot by hand, as in St. Ives."
  phone: 020 7946 0321
  email: ann@vale.example
"""


def test_every_setting_is_optional():
    assert read_settings("", "config.yaml") == Settings()
    assert Settings().as_fields("Europe/London", 2026)["time_zone"] == "Europe/London"


def test_settings_are_read_as_written():
    fields = read_settings(FULL, "config.yaml").as_fields("UTC", 2026)
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
        ("business: Vale Ceramics", "business: 'Vale", 24),
        ("GB-SCT", "GB-LON", 9),
        ("GB-SCT", "XX", 9),
        ("GB-SCT", "NO", 9),
        ('"2026-12-24"', "2026-12-24", 10),
        ('"2026-12-24"', '"24 Dec"', 10),
        ("to 2027-01-02", "to 2026-01-02", 10),
        ("to 2027-01-02", "to 2028-01-02", 10),
        ("to 2027-01-02", "- 2027-01-02", 10),
        ("tue: [", "thu: [", 12),
        ("tue: [", "tuesday: [", 12),
        ('["09:00-12:30", "14:00-18:00"]', '"09:00-12:30"', 12),
        ("09:00-12:30", "9-12", 12),
        ("09:00-12:30", "09:00-15:00", 12),
        ('["18:00-02:00"]', "[]", 13),
        ("18:00-02:00", "18:00-18:00", 13),
        ("18:00-02:00", "18:00-25:00", 13),
        ("https://tsa.example/stamp", "tsa.example", 15),
        ("https://tsa.example/stamp", "file:///etc/hostname", 15),
        ("https://tsa.example/stamp", "ftp://tsa.example", 15),
        ("https://tsa.example/stamp", '"https://"', 15),
        ("https://tsa.example/stamp", "https://me:secret@tsa.example", 15),
        ("https://tsa.example/stamp", "https://tsa.example:99999", 15),
        ("https://tsa.example/stamp", "https://tsa.example/a b", 15),
        ("https://tsa.example/stamp", "http://127.0.0.1:8080", 16),
        ("https://tsa.example/stamp", "7", 15),
        ("    roots:", "    rots:", 17),
        ("certificates/tsa.pem", "/etc/tsa.pem", 17),
        ("certificates/tsa.pem", "../tsa.pem", 17),
        ("certificates/tsa.pem", "''", 17),
        ("name: Ann", "nam: Ann", 19),
        ("name: Ann Vale", "name: 7", 19),
        ("sign_off: Kind regards", "sign_off: ''", 20),
        ("St. Ives.", "St. Ives. We love it.", 21),
        ("St. Ives.", "St. Ives! Come and see.", 21),
        ("020 7946 0321", "ring me", 22),
        ("ann@vale.example", "ann@vale", 23),
        ("ann@vale.example", "vale.example", 23),
        ("ann@vale.example", "ann @vale.example", 23),
    ],
)
def test_a_fault_names_its_line(old, new, line):
    with pytest.raises(ConfigError) as caught:
        read_settings(FULL.replace(old, new), "config.yaml")
    assert [n for n, *_ in caught.value.faults] == [line]


def the_fault(text):
    with pytest.raises(ConfigError) as caught:
        read_settings(text, "config.yaml")
    ((_, _, said),) = caught.value.faults
    return said


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("holidays: UK", "“GB”"),
        ("holidays: Germany", "“DE”"),
        ("holidays: germny", "“DE”"),
        ("holidays: England", "“GB-ENG”"),
        ("holidays: GB-England", "“GB-ENG”"),
        ("holidays: gb", "“GB”"),
        ("holidays: GB-LON", "GB-ENG, GB-NIR, GB-SCT, GB-WLS"),
        ("country: UK", "“GB”"),
        ('hours: ["9-17"]', "“09:00-17:00”"),
        ('hours: ["9.30 to 5pm"]', "“09:30-17:00”"),
        ('hours: {sat: ["09:00-12:00"]}', "working_days"),
        ('hours: {mno: ["09:00-12:00"]}', "“mno” is not known here. Did you mean “mon”?"),
        ('days_off: ["2026-12-27 - 2027-01-02"]', "“2026-12-27 to 2027-01-02”"),
        ('days_off: ["2027-01-02 to 2026-12-27"]', "“2026-12-27 to 2027-01-02”"),
        ("days_off: [2026-12-24]", "quotation marks"),
        ("holiday: GB", "“holidays”"),
        ("time_stamps: [tsa.example/x]", "“https://tsa.example/x”"),
        ("time_stamps: [nonsense]", "Write “https://…”"),
        ("time_stamps: [https://me@tsa.example]", "password"),
        ("time_stamps: https://tsa.example", "a list is expected"),
        ("time_stamps: [{url: https://a.example, root: x.pem}]", "“roots”"),
        ("time_stamps: [{roots: x.pem}]", "“url” is missing"),
        ("time_stamps: [{url: https://a.example, roots: C:\\x.pem}]", "folder"),
        ("time_stamps: [https://a.example, https://a.example]", "twice"),
        ("voice: {signoff: Yours}", "“sign_off”"),
        ("voice: Ann", "lines of the form “name: value”"),
        ("voice: {stands_for: We bake. We care.}", "more than one sentence"),
        ("voice: {phone: '12'}", "“020 7946 0321”"),
        ("voice: {email: ann}", "“ann@vale.example”"),
    ],
)
def test_a_fault_names_the_likely_right_word(text, hint):
    assert hint in the_fault(text)


def test_hours_are_kept_in_minutes_for_each_weekday():
    fields = read_settings(FULL, "config.yaml").as_fields("UTC", 2026)
    assert fields["hours"] == [[], [[540, 750], [840, 1080]], [], [], [], [[1080, 1560]], []]
    every = read_settings('hours: ["09:00-24:00"]', "config.yaml").as_fields("UTC", 2026)
    assert every["hours"] == [[[540, 1440]]] * 7


def test_days_off_hold_the_owners_own_and_the_holidays_around_the_year():
    fields = read_settings(FULL, "config.yaml").as_fields("UTC", 2026)
    assert {"2026-12-24", "2026-12-27", "2027-01-01", "2027-01-02"} <= set(fields["days_off"])
    assert fields["holidays"]["2026-11-30"] == "Saint Andrew's Day"
    assert {day[:4] for day in fields["holidays"]} == {"2025", "2026", "2027", "2028"}
    assert fields["days_off"] == sorted(set(fields["days_off"]))
    assert fields["holidays"].keys() <= set(fields["days_off"])


def test_the_country_names_the_holidays_unless_they_are_switched_off():
    def holidays(text):
        return read_settings(text, "config.yaml").as_fields("UTC", 2026)["holidays"]

    assert "2026-12-25" in holidays("country: GB")
    assert "2026-12-26" in holidays("country: DE\nholidays: GB")
    assert holidays("country: GB\nholidays: none") == {}
    assert holidays("") == {}
    assert holidays("country: XX") == {}


def test_a_value_that_yaml_misreads_hides_no_other_fault():
    with pytest.raises(ConfigError) as caught:
        read_settings("days_off: [2026-12-24]\nholidays: no\nbusines: x\n", "config.yaml")
    assert [n for n, *_ in caught.value.faults] == [1, 2, 3]
    assert "quotation marks" in caught.value.faults[0][2]
    assert "Did you mean “NO”?" in caught.value.faults[1][2]


def test_time_stamps_are_kept_as_addresses_with_their_certificates():
    fields = read_settings(FULL, "config.yaml").as_fields("UTC", 2026)
    assert fields["time_stamps"] == [
        {"url": "https://tsa.example/stamp"},
        {"url": "http://127.0.0.1:8080", "roots": "certificates/tsa.pem"},
    ]


@pytest.mark.parametrize("text", ["", "time_stamps: []"])
def test_without_time_stamps_the_settings_keep_what_earlier_versions_kept(text):
    assert "time_stamps" not in read_settings(text, "config.yaml").as_fields("UTC", 2026)


def test_the_voice_is_kept_as_it_was_written():
    fields = read_settings(FULL, "config.yaml").as_fields("UTC", 2026)
    assert fields["voice"] == {
        "name": "Ann Vale",
        "sign_off": "Kind regards",
        "stands_for": "We throw every pot by hand, as in St. Ives.",
        "phone": "020 7946 0321",
        "email": "ann@vale.example",
    }


@pytest.mark.parametrize("text", ["", "voice: {}"])
def test_without_a_voice_the_settings_keep_what_earlier_versions_kept(text):
    assert "voice" not in read_settings(text, "config.yaml").as_fields("UTC", 2026)

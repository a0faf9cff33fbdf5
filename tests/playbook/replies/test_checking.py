"""A file of rules is judged where it would stand, and its own texts are tried."""

import pytest

from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.playbook.replies.checking import check_own_replies, check_replies, is_about_replies
from reviewlog.playbook.shelf import shipped_reply_texts
from reviewlog.reply.examples import failures
from tests.playbook.replies.test_german import GERMAN
from tests.playbook.replies.test_shelf import FRENCH, OWN


@pytest.fixture
def put(tmp_path):
    """Return a function that writes a file of the owner's own, or one elsewhere."""

    def written(text, name="mine.yaml", folder="replies"):
        (tmp_path / folder).mkdir(exist_ok=True)
        path = tmp_path / folder / name
        path.write_text(text)
        return path

    return written


def faults_of(path, folder):
    return [
        (line, column, said) for line, column, said in check_replies(path, folder, failures).faults
    ]


def test_a_sound_file_has_no_faults(tmp_path, put):
    path = put(OWN)
    assert check_replies(path, tmp_path, failures) == (str(path), (), (), "reply file")
    assert faults_of(put(GERMAN, "de.yaml"), tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("bad: [Go to the bakery.]", "bad: [A bakery., Go to the butcher.]", (4, 42),
         "neighbour does not find “Go to the butcher.”"),
        ("good: [Bread.]", "good: [Bread., Our bakery.]", (4, 66),
         "neighbour finds “bakery” in “Our bakery.”, which is fine"),
        ("bad: [Go to the bakery.]", "bad: [{text: Go to the bakery., marks: the}]", (4, 31),
         "neighbour marks “bakery” in “Go to the bakery.”, not “the”"),
    ],
)  # fmt: skip
def test_a_text_that_a_rule_does_not_treat_as_the_file_says_is_a_fault(
    old, new, place, said, tmp_path, put
):
    assert old in OWN
    assert faults_of(put(OWN.replace(old, new)), tmp_path) == [(*place, said)]


def test_it_is_remarked_which_stops_a_translation_leaves_without_words(tmp_path, put):
    put(OWN)
    french = "language: fr\n" + FRENCH.partition("\n")[2]
    (remark,) = check_replies(put(french, "fr.yaml"), tmp_path, failures).remarks
    assert remark[:3] == (2, 1, "translation")
    assert "no words in “fr” yet: " in remark.text
    assert "legal-threat" in remark.text
    assert "insult" in remark.text
    assert "site-length" not in remark.text


def test_a_file_is_judged_beside_the_others_of_the_owner(tmp_path, put):
    mine, french = put(OWN), put(FRENCH, "fr.yaml")
    assert faults_of(french, tmp_path) == []
    mine.unlink()
    assert ["“neighbour” is not known here." in said for *_, said in faults_of(french, tmp_path)]


def test_the_words_of_a_rule_whose_file_is_faulty_are_not_tried(tmp_path, put):
    put(OWN.replace("level: note", "level: nothing"))
    assert faults_of(put(FRENCH, "fr.yaml"), tmp_path) == []


def test_a_file_elsewhere_is_judged_as_if_it_lay_there(tmp_path, put):
    put(OWN)
    assert faults_of(put(FRENCH, "fr.yaml", "drafts"), tmp_path) == []
    newer = OWN.replace("level: note", "level: off")
    assert faults_of(put(newer, "mine.yaml", "drafts"), tmp_path) == []
    ((line, _, said), *_) = faults_of(put(OWN, "twin.yaml", "drafts"), tmp_path)
    assert (line, "mine.yaml already" in said) == (3, True)


def test_all_own_files_are_checked(tmp_path, put):
    put(OWN)
    put("rules: [", "two.yaml")
    put(GERMAN, "de.yaml")
    checked = check_own_replies(tmp_path, failures)
    assert [(one.path[-8:], len(one.faults)) for one in checked] == [
        ("/de.yaml", 0), ("ine.yaml", 0), ("two.yaml", 1),
    ]  # fmt: skip


def test_a_file_of_the_program_is_judged_as_one(tmp_path, put):
    text = shipped_reply_texts()["en-but"]
    assert faults_of(put(text, "en-but.yaml", "elsewhere"), tmp_path) == []
    changed = text.replace("level: warn", "level: note")
    faults = faults_of(put(changed, "en-but.yaml", "elsewhere"), tmp_path)
    assert "“but” is a rule of the program" in faults[0][2]


@pytest.mark.parametrize(
    ("folder", "name", "text", "expected"),
    [
        ("replies", "x.yaml", "", True),
        ("replies", "x.txt", "rules: []", False),
        ("else", "x.yaml", "language: en\nrules: []\n", True),
        ("else", "x.yaml", "soften:\n", True),
        ("else", "x.yaml", "playbook: x\nsteps: []\n", False),
    ],
)
def test_a_file_is_known_by_its_folder_or_by_what_it_holds(folder, name, text, expected, put):
    assert is_about_replies(str(put(text, name, folder))) == expected


def test_what_is_not_there_is_about_nothing(tmp_path, put):
    assert not is_about_replies(str(tmp_path / "x.yaml"))
    path = put("", "x.yaml", "else")
    path.write_bytes(b"\xff\xfe")
    assert not is_about_replies(str(path))
    (one,) = check_replies(path, tmp_path, failures).faults
    assert "UTF-8" in one.text
    with pytest.raises(UnreadableFileError):
        check_replies(tmp_path / "x.yaml", tmp_path, failures)

"""What the Tab key offers is what the verbs take."""

from pathlib import Path

from reviewlog.render.completion.table import FILE
from tests.completion_table import lists, table

KEPT = Path(FILE)


def test_the_table_is_what_the_verbs_say(request):
    if request.config.getoption("--update-golden"):
        KEPT.write_text(table(), encoding="utf-8")

    assert KEPT.read_text(encoding="utf-8") == table()


def test_every_list_that_is_named_is_there_and_every_list_is_used():
    from reviewlog.render.completion.offers import FILES, FOLDERS, READ

    rows = [line.split("\t") for line in KEPT.read_text(encoding="utf-8").splitlines()]
    kinds = {one for _, _, kind, _ in rows for one in kind.rstrip("+").split("|")}

    listed = {name.partition(" ")[0] for name in lists()}
    assert kinds - {"-", "flag", "text", FILES, FOLDERS, *READ} == listed - {"ground"}


def test_no_word_of_the_table_needs_care():
    text = KEPT.read_text(encoding="utf-8")

    assert text.isascii()
    assert text.replace("\n", "").replace("\t", "").isprintable()

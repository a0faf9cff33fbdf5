"""What texts and mails among the exhibits seem to hold."""

import pytest

from reviewlog.logbook.sharing.inside import MOST, found_inside
from reviewlog.logbook.sharing.redacting import named
from reviewlog.render.sharing.preview import preview_text
from tests.builders import said

MAIL = (
    b"From: Dana <dana@mail.example>\r\nTo: us\r\nSubject: cake\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: text/html; charset="x-nobody-knows"\r\n'
    b"Content-Transfer-Encoding: base64\r\n\r\n"
    b"PHA+UmluZyA8Yj4wNzcwMDwvYj4gOTAwMTIzPC9wPg==\r\n"  # <p>Ring <b>07700</b> 900123</p>
)


@pytest.fixture
def attach(logbook, tmp_path):
    logbook.settings |= {"trade": "bakery", "country": "GB"}
    logbook.log(said("Robin Vale", "another matter"))
    logbook.log(said("Dana", "hello"))

    def keep(name, raw):
        (tmp_path / name).write_bytes(raw)
        logbook.attach("2", (tmp_path / name,), None, None)

    return keep


def found(book, reader="lawyer"):
    return found_inside(book, book.dossier("2", reader))


def test_texts_and_mails_are_looked_into(logbook, attach):
    attach("a.eml", MAIL)
    attach("b.txt", b"Robin Vale was here, robin@vale.example.")
    attach("c.html", b"<!doctype html><html><p>Nothing of interest</p></html>")
    attach("d.txt", b"\xff\xfe\x00 07700 900123" + b" " * MOST)
    attach("e.png", b"\x89PNG\r\n\x1a\n07700 900123")
    assert found(logbook) == {"E1": ("email", "phone"), "E2": ("name", "email")}
    assert found(logbook, "self") == {}


def test_words_that_the_owner_leaves_out_are_named_there_too(logbook, attach):
    attach("b.txt", b"the blue door")
    assert found(logbook) == {}
    logbook.redact("2", named(["Blue Door"]))
    assert found(logbook) == {"E1": ("text",)}


def test_the_preview_says_so(logbook, attach):
    attach("b.txt", b"Ring 07700 900123")
    dossier = logbook.dossier("2", "lawyer")
    text = preview_text(dossier, logbook.now(), width=200, inside=found_inside(logbook, dossier))
    assert "E1 seems to hold a telephone number. To leave it out: --without E1" in text

"""What the owner decided about words, and what a redacted picture does to its original."""

from io import BytesIO

import pytest
from PIL import Image

from reviewlog.domain.errors import UnknownFileError
from reviewlog.domain.redaction_errors import BadBoxError, NoPictureError
from reviewlog.domain.usage_errors import EmptyTextError
from reviewlog.logbook.keeping.erasable import plan_entry
from reviewlog.logbook.keeping.erasing import erase
from reviewlog.logbook.said import Capture
from reviewlog.logbook.sharing.metadata import tell_tales
from reviewlog.logbook.sharing.redacting import Choice, Decided, named, unfound
from reviewlog.logbook.writing.blackening import Box, black_out, read_box
from tests.builders import said

TEXT = "Ring 07700 900123, ask Robin Vale, not Dana."


@pytest.fixture
def book(logbook):
    logbook.log(said("Robin Vale", "another matter"))
    logbook.log(said("Dana", TEXT))
    return logbook


def told(book, choice=None, reader="lawyer"):
    return book.dossier("2", reader, choice)


def proposed(book, **choice):
    return [(p.text, p.what) for p in book.proposals(told(book), **choice)]


def test_what_is_proposed_is_gone_once_it_was_decided(book):
    assert proposed(book) == [("07700 900123", "phone"), ("Robin Vale", "name")]
    book.redact("2", Decided((("07700 900123", "phone"),), ("robin vale",)))
    assert proposed(book) == []
    (text,) = (t.fields["text"] for t in told(book).timeline)
    assert text == "Ring [telephone number left out], ask Robin Vale, not Dana."


def test_for_ourselves_nothing_is_left_out(book):
    book.redact("2", named(["Dana"]))
    (first, *_) = told(book, reader="self").timeline
    assert first.fields["text"] == TEXT
    assert book.proposals(told(book, reader="self")) == []


def test_the_later_decision_counts_and_the_same_again_writes_nothing(book):
    assert len(book.redact("2", named(["Robin"]))) == 1
    assert book.redact("2", named(["ROBIN"])) == []
    assert len(book.redact("2", named([], ["robin"]))) == 1
    assert book.decisions("2") == Decided((), ("robin",))
    assert len(book.redact("2", named(["Robin", "robin"]))) == 1
    assert book.decisions("2").hide == (("Robin", "text"),)


def test_a_decision_that_was_taken_back_does_not_count(book):
    book.redact("2", named(["Robin"]))
    book.undo()
    assert book.decisions("2") == Decided()


def test_what_is_decided_just_now_counts_before_it_is_written(book):
    (first,) = told(book, Choice((), named(["ask"]))).timeline
    assert "[left out] Robin" in first.fields["text"]
    assert book.decisions("2") == Decided()


def test_what_somebody_named_is_known_by_its_shape():
    decided = named(["a@b.example", "4111 1111 1111 1111", "Main Street"])
    assert [what for _, what in decided.hide] == ["email", "card", "text"]
    with pytest.raises(EmptyTextError):
        named(["\u200b"])
    with pytest.raises(EmptyTextError):
        named([], [" "])


def test_a_text_that_stands_nowhere_is_told(book):
    assert unfound(told(book), ["RING", "nowhere"]) == ["nowhere"]


def test_our_own_staff_and_business_are_not_proposed(book, tmp_path):
    book.settings |= {"business": "Robin Vale", "staff": ["Robin Vale"]}
    assert proposed(book) == [("07700 900123", "phone")]


def test_numbers_of_other_countries_are_known_where_the_owner_names_them(book):
    book.log(said("Dana", "or 612 345 678"))
    book.settings |= {"country": "GB"}
    assert ("612 345 678", "phone") not in proposed(book)
    book.settings |= {"phone_countries": ["ES"]}
    assert ("612 345 678", "phone") in proposed(book)


# Pictures


def is_dark(seen, place):
    """Whether a pixel is black, or as near to it as a JPEG gets."""
    return all(part < 40 for part in seen.getpixel(place))


def jpeg(size=(60, 40), **tags):
    """A grey picture that says where it was taken, with what and by whom."""
    exif = Image.Exif()
    exif[0x013B] = "Robin Vale"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8769)[0xA431] = "SN123"
    for tag, value in tags.items():
        exif[int(tag[1:])] = value
    raw = BytesIO()
    Image.new("RGB", size, "white").save(raw, "JPEG", exif=exif)
    return raw.getvalue()


@pytest.fixture
def attach(book, tmp_path):
    def keep(raw, name="shot.jpg", **more):
        path = tmp_path / name
        path.write_bytes(raw)
        capture = Capture(how="screenshot", source="https://x.example", **more)
        return book.attach("2", (path,), None, "the page", capture).main

    return keep


def picture(book, entry):
    return book.store.files.path(entry.fields["file"]["sha256"])


def test_a_box_is_black_and_nothing_else_is_left_of_the_file(book, attach):
    original = attach(jpeg())
    made = black_out(book, "2", "E1", [Box(10, 10, 20, 5), Box(50, 30, 99, 99)]).main
    with Image.open(picture(book, made)) as seen:
        assert seen.size == (60, 40)
        assert is_dark(seen, (20, 12))
        assert is_dark(seen, (59, 39))
        assert not is_dark(seen, (40, 12))
        assert dict(seen.getexif()) == {}
    raw = picture(book, made).read_bytes()
    assert b"Robin" not in raw
    assert b"SN123" not in raw
    assert made.fields["parent"] == original.fields["file"]["sha256"]
    assert made.fields["redacts"] == str(original.id)
    assert (made.fields["how"], made.fields["text"]) == ("screenshot", "the page")
    assert made.fields["file"]["name"] == "E1-redacted.jpg"


def test_of_a_redacted_picture_the_original_leaves_to_ourselves_only(book, attach):
    raw = jpeg()
    attach(raw)
    attach(raw, "copy.jpg")
    black_out(book, "2", "E1", [Box(0, 0, 5, 5)])
    assert [e.label for e in told(book).exhibits] == ["E3"]
    assert [e.label for e in told(book, reader="self").exhibits] == ["E1", "E2", "E3"]
    black_out(book, "2", "E3", [Box(9, 9, 5, 5)])
    assert [e.label for e in told(book).exhibits] == ["E4"]


def test_an_erased_copy_is_no_word_for_showing_the_original(book, attach):
    attach(jpeg())
    made = black_out(book, "2", "E1", [Box(0, 0, 5, 5)]).main
    erase(book, plan_entry(book, str(made.id.seq), None), "not needed")
    assert told(book).exhibits == ()


def test_a_copy_that_was_made_elsewhere_counts_as_well(book, attach):
    attach(jpeg())
    made = attach(jpeg((10, 10)), "mine.jpg", redacts="E1")
    assert made.fields["redacts"].endswith(":" + str(made.id.seq - 1))
    assert [e.label for e in told(book).exhibits] == ["E2"]


def test_boxes_count_in_the_picture_as_it_is_seen(book, attach):
    attach(jpeg((60, 40), _274=6))
    made = black_out(book, "2", "E1", [Box(0, 50, 5, 5)]).main
    with Image.open(picture(book, made)) as seen:
        assert seen.size == (40, 60)
        assert is_dark(seen, (2, 52))


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF"])
def test_what_lies_under_transparent_parts_does_not_leave(book, attach, kind):
    raw = BytesIO()
    clear = Image.new("RGBA", (20, 20), (200, 10, 10, 0))
    clear.save(raw, kind, **({"lossless": True, "exact": True} if kind == "WEBP" else {}))
    attach(raw.getvalue(), f"clear.{kind.lower()}")
    if kind == "GIF":
        with pytest.raises(NoPictureError) as caught:
            black_out(book, "2", "E1", [Box(0, 0, 1, 1)])
        assert caught.value.reason == "kind"
        return
    made = black_out(book, "2", "E1", [Box(0, 0, 1, 1)]).main
    with Image.open(picture(book, made)) as seen:
        assert seen.getpixel((10, 10)) == (255, 255, 255)


def test_a_picture_that_claims_to_be_huge_is_not_opened(book, attach):
    import struct
    import zlib

    def chunk(kind, body):
        check = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + check

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    bomb = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")
    attach(b"\x89PNG\r\n\x1a\n" + bomb, "bomb.png")
    attach(b"\x89PNG\r\n\x1a\n" + bytes(60), "broken.png")
    for label, reason in (("E1", "large"), ("E2", "broken")):
        with pytest.raises(NoPictureError) as caught:
            black_out(book, "2", label, [Box(0, 0, 1, 1)])
        assert caught.value.reason == reason
    assert tell_tales(told(book).exhibits) == {}


def test_a_box_outside_and_a_file_that_is_not_there_are_refused(book, attach):
    attach(jpeg())
    with pytest.raises(BadBoxError) as caught:
        black_out(book, "2", "E1", [Box(60, 0, 1, 1)])
    assert caught.value.size == (60, 40)
    with pytest.raises(UnknownFileError):
        black_out(book, "2", "E9", [Box(0, 0, 1, 1)])
    with pytest.raises(UnknownFileError):
        told(book, Choice(("E9",)))


@pytest.mark.parametrize(
    "text", ["", "1,2,3", "1,2,3,4,5", "a,b,c,d", "1,2,0,4", "-1,2,3,4", "٣,1,1,1"]
)
def test_what_is_no_box(text):
    with pytest.raises(BadBoxError):
        read_box(text)


def test_pictures_that_say_more_than_they_show_are_named(book, attach):
    attach(jpeg())
    raw = BytesIO()
    Image.new("RGB", (5, 5)).save(raw, "PNG")
    attach(raw.getvalue(), "plain.png")
    assert tell_tales(told(book).exhibits) == {"E1": ("place", "serial", "owner")}

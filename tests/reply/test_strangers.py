"""A text, or a sentence in it, that no rule can read is told, however short it is."""

import pytest

from reviewlog.playbook.replies.shelf import shipped_ruleset
from reviewlog.reply.case import Case
from reviewlog.reply.check import check

CASE = Case(shipped_ruleset().rules, medium="call")


@pytest.mark.parametrize(
    "text",
    [
        "Wir verklagen Sie. Ann Vale",
        "Sie lügen, das wissen Sie genau. Ann Vale",
        "Eres un mentiroso. Ann Vale",
        "Sei un bugiardo. Ann Vale",
        "Yalanci, mahkemede görüşürüz",
        "Thank you for your message. Sie sind ein Lügner, wir sehen uns vor Gericht. Ann Vale",
    ],
)
def test_what_cannot_be_read_is_never_called_good(text):
    assert check(text, CASE).unread


@pytest.mark.parametrize(
    "text",
    [
        "Thanks! Ann Vale",
        "Sorry, dry cake. Ann Vale",
        "Thank you. We mended the tap on Monday. Ann Vale",
        "Please ring me. Ann",
        "Shame about that cake. Call Ann.",
        "Our Schwarzwälder Kirschtorte was dry, I am sorry. Please ring me. Ann",
    ],
)
def test_short_english_is_read(text):
    assert not check(text, CASE).unread

"""Values as owners give them, and drafts that are made of them."""

from itertools import product

from reviewlog.domain.reply.parts import Situation
from reviewlog.domain.reply.rules import MEDIA
from reviewlog.domain.vocabulary import VERDICTS
from reviewlog.playbook.replies.shelf import shipped_ruleset
from reviewlog.reply.case import Voice
from reviewlog.reply.drafting import compose, values_of

PARTS = shipped_ruleset().parts
ANN = Voice(
    name="Ann Vale",
    role="owner",
    sign_off="Kind regards",
    stands_for="We bake every cake as if it were for our own table",
    phone="020 7946 0321",
    email="ann@vale.example",
)
SAID = {
    "case": "The lemon cake was promised for noon, and it came at five",
    "fact": "The driver rang at ten past twelve and left a card.",
    "did": "A new cake went out the same evening.",
    "offer": "I would like to bake it again for a day that suits you, at no charge.",
    "business": "Cakes and More",
    "day": "Tuesday, 24 November",
}
SEARCHED = "I looked through our orders for March and could not match this to any of them."
UNPROVEN = ("unfounded", "extortion", "unknown")
SITUATIONS = [
    Situation(medium, verdict, strict, "en", may_give_contact, has_delivered)
    for medium, verdict, strict, may_give_contact, has_delivered in product(
        MEDIA, VERDICTS, (False, True), (False, True), (False, True)
    )
    if may_give_contact or medium == "public"
]


def values_for(situation, **more):
    """Return sensible values for a situation."""
    case = {"case": SEARCHED} if situation.verdict in UNPROVEN else {}
    return values_of(ANN, SAID | case | more)


def drafted(situation, earlier=(), **more):
    """Return the draft of a situation with sensible values."""
    return compose(PARTS, situation, values_for(situation, **more), earlier)

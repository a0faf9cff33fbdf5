"""What is asked where a value for a draft is missing."""

from collections.abc import Mapping

from reviewlog.domain.reply.parts import Missing, Situation

CASE, FACT, DID, OFFER, NAME, DOOR = ASKED = ("case", "fact", "did", "offer", "name", "door")
"""What can be asked for, in this order."""
_CASE = (
    "What happened in this very case? One sentence of your own, as you would say it to them.",
    "The cake was promised for noon, and it came at five.",
)
_SEARCHED = (
    "What have you looked for, and what did you find? One sentence of your own that names what they"
    " write about, without a guess.",
    "I looked through our orders of lemon cakes in March and could not match what you describe.",
)
_ASKED: Mapping[str, tuple[str, str]] = {
    CASE: _CASE,
    FACT: (
        "Which one fact is different from what they say? One sentence.",
        "The delivery left us at ten and was signed for at a quarter past eleven.",
    ),
    DID: (
        "What have you done to put it right? One sentence.",
        "A new cake went out the same evening, and the driver now calls before noon.",
    ),
    OFFER: (
        "What do you offer them, with nothing asked in return? One sentence.",
        "I would like to bake it again for the day that suits you, at no charge.",
    ),
    NAME: ("Whose name stands under it?", "Ann Vale"),
    DOOR: (
        "Where do they reach you yourself? (A number or an address of yours belongs into config.yaml,"
        " under voice.)",
        "at the counter, every day from nine",
    ),
}
_UNPROVEN = ("unfounded", "extortion", "unknown")
"""Verdicts under which nothing is owned up to and nothing denied: what was looked for is told."""


def question(name: str, situation: Situation, proposal: str, *, required: bool) -> Missing:
    """Return what to ask for a value."""
    asked, example = _ASKED[name]
    if name == CASE and situation.verdict in _UNPROVEN:
        asked, example = _SEARCHED
    return Missing(name, asked, f"--{name}", example, proposal, required)

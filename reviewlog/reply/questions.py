"""What is asked where a value for a draft is missing."""

from collections.abc import Mapping

from reviewlog.domain.reply.parts import Missing, Situation

CASE, FACT, DID, OFFER, NAME, DOOR = ASKED = ("case", "fact", "did", "offer", "name", "door")
"""What can be asked for, in this order."""
_CAKE = "The cake was promised for noon, and it came at five."
_WRONG = ("What went wrong? One sentence of your own, as you would say it to them.", _CAKE)
_PARTLY = ("What went wrong on your side? One sentence, as you would say it to them.", _CAKE)
_HAPPENED = ("What happened? One sentence of your own, as far as you know it.", _CAKE)
_SEARCHED = (
    "What have you looked for, and what did you find? One sentence of your own that names what they"
    " write about, without a guess.",
    "I looked through our orders of lemon cakes in March and could not match what you describe.",
)
_ASKED: Mapping[str, tuple[str, str]] = {
    CASE: _HAPPENED,
    FACT: (
        "What is different from what they say, in one sentence?",
        "The delivery left us at ten and was signed for at a quarter past eleven.",
    ),
    DID: (
        "What have you done or changed since? One sentence.",
        "A new cake went out the same evening, and the driver now calls before noon.",
    ),
    OFFER: (
        "What do you offer them? One sentence.",
        "I would like to bake it again for the day that suits you, at no charge.",
    ),
    NAME: ("Whose name stands under it?", "Ann Vale"),
    DOOR: (
        "Where do they reach you yourself? (A number or an address of yours belongs into config.yaml,"
        " under voice.)",
        "at the counter, every day from nine",
    ),
}
_UNPROVEN = ("unfounded", "extortion")
"""Verdicts under which nothing is owned up to and nothing denied: what was looked for is told."""
NOTHING_YET = {DID: "Enter: nothing yet"}
"""What leaving a value out means, where it says more than that."""


def question(name: str, situation: Situation, proposal: str, *, required: bool) -> Missing:
    """Return what to ask for a value."""
    asked, example = _about_case(situation) if name == CASE else _ASKED[name]
    return Missing(name, asked, f"--{name}", example, proposal, required)


def _about_case(situation: Situation) -> tuple[str, str]:
    """Nobody looks for somebody who rang: what happened is asked where anything is known of them."""
    verdict = situation.verdict
    if verdict in _UNPROVEN or (verdict == "unknown" and not situation.is_known):
        return _SEARCHED
    return {"right": _WRONG, "partly": _PARTLY}.get(verdict, _HAPPENED)

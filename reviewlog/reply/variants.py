"""Which wording of a part a draft takes: one that can be used, and that was used least."""

from collections.abc import Mapping
from zlib import crc32

from reviewlog.domain.reply.filling import filled, fixed, holes, needs, settled
from reviewlog.domain.reply.parts import CASE, CONTACT, Part, Situation
from reviewlog.reply.case import Earlier


def variants_of(parts: tuple[Part, ...], name: str, situation: Situation) -> tuple[str, ...]:
    """Return the wordings of a part; the owner's own stand instead of the shipped ones."""
    fitting = [part for part in parts if part.part == name and part.fits(situation)]
    own = [part for part in fitting if part.origin != "shipped"]
    return tuple(variant for part in own or fitting for variant in part.variants)


def usable(variants: tuple[str, ...], values: Mapping[str, str]) -> list[str]:
    """Return the wordings whose values are all known, of these the ones that say most of them."""
    known = [v for v in variants if all(name in values for name in needs(v))]
    most = max((_said(v, values) for v in known), default=None)
    return [v for v in known if _said(v, values) == most]


def _said(variant: str, values: Mapping[str, str]) -> tuple[int, int]:
    """Return how much a wording says: first how many ways to reach us, then how many values."""
    said = holes(settled(variant, values))
    return sum(name in CONTACT for name in said), len(said)


def least_used(
    variants: list[str],
    earlier: tuple[Earlier, ...],
    name: str,
    values: Mapping[str, str],
    turn: int = 0,
) -> str:
    """Among equals the owner's own sentence decides, so that no two parts always go together.

    With each turn the next one is taken; once round, half of the parts move on by one more.
    """
    uses = _uses(variants, earlier)
    least = [v for v, used in zip(variants, uses, strict=True) if used == min(uses)]
    mark = "\n".join([name, values.get(CASE, "")]).encode(errors="surrogatepass")
    further = turn + turn // len(least) * (crc32(name.encode()) % 2)
    return least[(crc32(mark) + further) % len(least)]


def _uses(variants: list[str], earlier: tuple[Earlier, ...]) -> list[int]:
    """Return how often each wording was used; of one without words of its own it is supposed."""
    if not earlier or len(variants) < 2:
        return [0] * len(variants)
    from reviewlog.reply.similarity import SKETCH, words_of

    # Behind the sketch stand the words themselves: a stretch of a text is a stretch of its words.
    sought = [words_of(fixed(variant))[SKETCH:] for variant in variants]
    fair = len(earlier) // len(variants)
    return [sum(words in one.words for one in earlier) if words else fair for words in sought]


def shortest(variants: list[str], values: Mapping[str, str]) -> str:
    """Return the wording that takes least room."""
    return min(variants, key=lambda variant: len(filled(variant, values)))

"""What a part of a draft may hold in a file, and what no wording of it may be."""

import re
from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from reviewlog.domain.reply.filling import is_ended
from reviewlog.domain.reply.parts import PARTS, SENTENCES, VALUES, Part
from reviewlog.domain.reply.rules import MEDIA
from reviewlog.domain.vocabulary import VERDICTS
from reviewlog.playbook.faults import near_hint
from reviewlog.playbook.language import patterns
from reviewlog.playbook.language.words import Form, OneOf, OneOrMoreOf, Words, words_of
from reviewlog.playbook.shop.hours import wrong
from reviewlog.playbook.strict import shortened

STRICT, OTHER = "strict", "other"
LONGEST = 1_000
_HOLE = re.compile(r"\{([^{}]*)\}")
_GROUP = re.compile(r"\[[^\[\]]*\]")


def _sound(variant: str) -> str:
    faults = [*_faults(variant)]
    if faults:
        raise wrong(f"“{shortened(variant)}”: {faults[0]}")
    return variant


def _faults(variant: str) -> Iterator[str]:
    """Find what would leave a hole in a text, or make a sentence of the owner's part of another."""
    named = _HOLE.findall(variant)
    for name in named:
        if name not in VALUES:
            yield f"“{{{shortened(name)}}}” is no value.{near_hint(name, VALUES)}"
        if named.count(name) > 1:
            yield f"“{{{name}}}” stands in it twice"
    if set("{}") & set(_HOLE.sub("", variant)):
        yield "a bracket “{” or “}” stands alone"
    if set("[]") & set(_GROUP.sub("", variant)):
        yield "a bracket “[” or “]” stands alone, or inside another"
    if any(not _HOLE.search(group) for group in _GROUP.findall(variant)):
        yield "what may be left out, in “[…]”, holds a value such as {role}"
    yield from _broken_sentences(variant)


def _broken_sentences(variant: str) -> Iterator[str]:
    """Values that are whole sentences stand between sentences."""
    for found in _HOLE.finditer(variant):
        before, after = variant[: found.start()].rstrip(), variant[found.end() :]
        is_apart = not before or is_ended(before) or before.endswith(":")
        if found[1] in SENTENCES and not (is_apart and (not after or after[0].isspace())):
            yield f"{found[0]} is a sentence of its own: it stands behind a full stop or a colon"


Variant = Annotated[
    str, Field(min_length=1, max_length=LONGEST, pattern=patterns.NOT_BLANK), AfterValidator(_sound)
]


class PartForm(Form):
    """One part of a draft, in several wordings."""

    part: Annotated[str, OneOf(PARTS)]
    media: Annotated[Words, OneOrMoreOf(MEDIA)] = Field(default=list(MEDIA))
    verdicts: Annotated[Words, OneOrMoreOf(VERDICTS)] = Field(default=[])
    trade: Annotated[str, OneOf((STRICT, OTHER))] | None = None
    variants: Annotated[list[Variant], Field(min_length=1, max_length=40)]

    @field_validator("variants")
    @classmethod
    def _keeps_to_its_own(cls, variants: list[str], info: ValidationInfo) -> list[str]:
        """A sentence of the owner's stands in the part of that name only, so never twice."""
        part = str(info.data.get("part", "")).replace("-", "_")
        for name in (name for variant in variants for name in _HOLE.findall(variant)):
            if part and name in SENTENCES and name != part:
                raise ValueError(f"“{{{name}}}” belongs into the part “{name.replace('_', '-')}”")
        return variants

    def as_part(self, language: str, origin: str) -> Part:
        """Return it as the rest of the program knows it."""
        return Part(
            part=self.part,
            language=language,
            variants=tuple(variant.strip() for variant in self.variants),
            media=words_of(self.media),
            verdicts=words_of(self.verdicts),
            strict=None if self.trade is None else self.trade == STRICT,
            origin=origin,
        )


def as_parts(forms: Iterable[PartForm], language: str, origin: str) -> tuple[Part, ...]:
    """Return the parts of a file as the rest of the program knows them."""
    return tuple(form.as_part(language, origin) for form in forms)

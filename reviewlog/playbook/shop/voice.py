"""Who speaks for the business, and how: config.yaml, `voice`."""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from reviewlog.playbook.language import patterns
from reviewlog.playbook.language.words import Form
from reviewlog.playbook.shop.hours import wrong
from reviewlog.playbook.strict import shortened

LONGEST = 200
FEWEST_DIGITS = 5
_MARK = re.compile(r"[.!?…]+[^\w\s]*\s+(?=[^\W\d_])")
_SHORT_WORD = 3
"""Letters before a full stop that may be a short form: `Mr.`, `St.`, `e.g.`."""


def _is_one_sentence(text: str) -> str:
    """Readers forgive one sentence about ourselves, not two."""
    if len(text.strip().splitlines()) > 1 or any(
        _ends(text, mark) for mark in _MARK.finditer(text)
    ):
        raise wrong("“stands_for” is more than one sentence. Keep the one that matters most.")
    return text


def _ends(text: str, mark: "re.Match[str]") -> bool:
    """Whether a sentence ends at a mark: another one begins behind it, and it is no short form."""
    before = re.split(r"[^\w]", text[: mark.start()])[-1]
    follows_large = text[mark.end()].isupper() or not text[mark.end()].islower()
    return follows_large and (mark[0][0] != "." or len(before) > _SHORT_WORD)


def _is_a_number(text: str) -> str:
    if sum(map(str.isdigit, text)) < FEWEST_DIGITS:
        raise wrong(f"“{shortened(text)}” is no telephone number. Write “020 7946 0321”.")
    return text


def _is_an_address(text: str) -> str:
    name, at, host = text.partition("@")
    ends = "." in host.strip(".") and host == host.strip(".") and ".." not in host
    if not (name and at and ends) or "@" in host or any(map(str.isspace, text)):
        raise wrong(f"“{shortened(text)}” is no e-mail address. Write “ann@vale.example”.")
    return text


Said = Annotated[str, Field(min_length=1, max_length=LONGEST, pattern=patterns.NOT_BLANK)]


class VoiceForm(Form):
    """Who stands under a reply, and how they can be reached."""

    name: Said | None = None
    role: Said | None = None
    sign_off: Said | None = None
    """`Kind regards`"""
    stands_for: Annotated[Said, AfterValidator(_is_one_sentence)] | None = None
    """What the business stands for: one sentence at most."""
    phone: Annotated[Said, AfterValidator(_is_a_number)] | None = None
    email: Annotated[Said, AfterValidator(_is_an_address)] | None = None
    second_eyes: Said | None = None
    """Who reads a draft before it leaves."""


def kept_voice(said: VoiceForm | None) -> dict[str, Any]:
    """Return the voice as settings keep it; nothing where none was named."""
    return said.model_dump(exclude_none=True) if said else {}

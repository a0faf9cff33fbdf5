"""The pieces of advice that playbooks and rules rest on."""

import re

ADVICE = {"T": 9, "N": 9, "D": 6, "P": 9, "B": 10}
"""How many pieces each of the texts holds."""
_PIECE = re.compile(r"([A-Z])([0-9]{1,3})")


def is_strange(source: str) -> bool:
    """Whether a source looks like a piece of advice and is none: T12, while T holds nine."""
    found = _PIECE.fullmatch(source)
    return found is not None and not 1 <= int(found[2]) <= ADVICE.get(found[1], 0)

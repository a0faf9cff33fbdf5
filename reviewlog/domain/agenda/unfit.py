"""Words that do not belong into what is said to a customer or in public."""

import re
from typing import NamedTuple

NEGATED = r"\b(?:no|not|never|without|nothing|neither|nor)\b(?:\W+\w+){0,3}\W*$"
"""“No reward”, “without any discount”: the word stands there to be ruled out."""


class Unfit(NamedTuple):
    """A kind of words. Its pattern is compiled when it is first asked for: no daily verb does."""

    pattern: str
    ruled_out_is_fine: bool = False

    def is_in(self, line: str) -> bool:
        """Whether a line holds such words."""
        found = re.finditer(self.pattern, line, re.IGNORECASE)
        if not self.ruled_out_is_fine:
            return next(found, None) is not None
        return any(not re.search(NEGATED, line[: match.start()], re.IGNORECASE) for match in found)


def _words(*alternatives: str) -> str:
    return rf"\b(?:{'|'.join(alternatives)})\b"


YOU = Unfit(_words("you", "your", "yours"))
REVIEW = Unfit(_words("reviews?", "reviewed", "stars?", "ratings?", "feedback score"))
REWARD = Unfit(
    _words(
        "discounts?", "refunds?", "refunded", "gifts?", "vouchers?", "coupons?", "rewards?",
        "rebates?", "compensat(?:e|ion)", "money back", "store credit", "credit notes?",
        "for free", "free of charge", "free (?:gift|meal|item|order|stay|night)",
        "reduc(?:ed|tion)", "waive[ds]?",
    ),
    ruled_out_is_fine=True,
)  # fmt: skip
LEGAL = Unfit(
    _words(
        "lawyers?", "solicitors?", "attorneys?", "barristers?", "sue", "sued", "suing", "lawsuits?",
        "courts?", "legal (?:action|steps|proceedings|consequences)", "small claims", "defamation",
        "defamatory", "libel(?:lous)?", "slander(?:ous)?", "prosecut(?:e|ion)", "cease and desist",
    )
)  # fmt: skip
PERSONAL = Unfit(r"\{(?:customer|sum|deadline)\}")

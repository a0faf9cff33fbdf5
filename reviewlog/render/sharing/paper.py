"""What there is to say about the PDF of a bundle, in words."""

from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.paper import NOT_INSTALLED, UNSHOWN, PaperRemark

_SHOWN = 12
"""Letters that are named; more would only be noise."""


def paper_words(remark: PaperRemark) -> str:
    """Return one line about the PDF."""
    if remark.what == NOT_INSTALLED:
        return (
            "For a PDF, print data/report.html from a browser, or install reviewlog with its extra"
            " “pdf” (README, Two minutes)."
        )
    if remark.what == UNSHOWN:
        return (
            "In report.pdf some letters are shown by their number, as ⟨U+4E2D⟩, because no font"
            f" here has them: {_named(remark.detail)}. report.html has them all."
        )
    return (
        "There is no report.pdf this time; print data/report.html from a browser instead."
        f" The program that makes PDFs says: {harmless_line(remark.detail)}"
    )


def _named(letters: str) -> str:
    shown = " ".join(harmless_line(letter) for letter in letters[:_SHOWN])
    more = len(letters) - _SHOWN
    return f"{shown} and {more} more" if more > 0 else shown

"""What is to be said about the PDF of a bundle, as facts."""

from typing import NamedTuple


class PaperRemark(NamedTuple):
    """Something about the PDF that the owner should know; the bundle is whole either way."""

    what: str
    """One of PAPER_REMARKS."""
    detail: str = ""
    """The letters without a font, or what the program says that makes PDFs."""


NOT_INSTALLED, UNSHOWN, FAILED = PAPER_REMARKS = (
    "not-installed",  # there is no PDF, for want of the programs that make it
    "unshown",  # there is one; letters that no font can draw are shown by their number
    "failed",  # there is none, and the owner cannot help it
)

"""The page that checks a bundle in any browser; it travels with each bundle."""

from pathlib import Path

from reviewlog.bundle.member import Member, raw_member

CHECKER = "tools/verify.html"
_PAGE = Path(__file__).with_name("tools") / "verify.html"


def checker_member() -> Member:
    """Return the page as it is shipped, the same in every bundle."""
    return raw_member(CHECKER, _PAGE.read_bytes())

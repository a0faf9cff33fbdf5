"""The page that checks a bundle in any browser; it travels with each bundle."""

from importlib.resources import files

from reviewlog.bundle.member import Member, raw_member

CHECKER = "tools/verify.html"


def checker_member() -> Member:
    """Return the page as it is shipped, the same in every bundle."""
    return raw_member(CHECKER, files("reviewlog.bundle").joinpath(CHECKER).read_bytes())

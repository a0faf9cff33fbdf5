"""The pages of the bag: templates filled so that stored text can never be anything but text."""

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

_LEFT_OUT = re.compile(r"(\[(?:[a-z-]+ ){0,4}left out\])")


@cache
def environment() -> "Environment":
    """Return the templates: everything is escaped, nothing may be missing."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("reviewlog.bundle", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["left_out"] = left_out
    return made


def left_out(text: str) -> list[tuple[str, bool]]:
    """Return a text in parts, each with whether it is a mark for words that were left out."""
    parts = _LEFT_OUT.split(text)
    return [(part, at % 2 == 1) for at, part in enumerate(parts) if part]


def page(template: str, **context: Any) -> Iterator[str]:
    """Yield a page piece by piece; only its own style sheet may take effect in it."""
    known = context | {"policy": _policy()}
    return environment().get_template(template).generate(known)


def _policy() -> str:
    style = environment().get_template("page.css").render()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )

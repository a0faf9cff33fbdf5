"""What can go wrong with replies, in calm sentences."""

from collections.abc import Callable
from typing import Any

from reviewlog.domain import errors, reply_errors
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.reply.rules import PUBLIC

_WHAT = {"public": "reply", "private": "message", "call": "words for a call"}


def _line(number: str, medium: str, rest: str = "") -> str:
    where = "" if medium == PUBLIC else f" --{medium}"
    return f"reviewlog reply {number}{where}{f' {rest}' if rest else ''}"


def _no_draft(e: reply_errors.NoDraftError) -> str:
    return (
        f"Incident {e.incident} has no draft of a {_WHAT[e.medium]}. Begin one:"
        f"\n  {_line(e.incident, e.medium)}"
    )


def _not_ready(e: reply_errors.NotReadyError) -> str:
    lines = []
    if e.at is not None and e.at > e.now:
        from reviewlog.render.replies.ready import hour_words

        lines.append(f"It is not ready before {hour_words(e.at, e.now)}. Let it lie until then.")
        lines.append(f"To take it now, say why: {_line(e.incident, e.medium, '--now REASON')}")
    if e.eyes is not None:
        name = harmless_line(e.eyes)
        lines.append(f"{name} is to read it first. Once that is done:")
        lines.append(f"  {_line(e.incident, e.medium, f'--seen-by {name!r}')}")
    return "\n".join(lines)


REPLYING: dict[type[errors.ReviewlogError], Callable[[Any], str]] = {
    reply_errors.NoDraftError: _no_draft,
    reply_errors.NotReadyError: _not_ready,
    reply_errors.SpokenError: lambda e: (
        "What was said on the telephone is a contact. Write it down:"
        f"\n  reviewlog log --incident {e.incident} --out 'what was said'"
    ),
    reply_errors.WithoutPostedError: lambda e: (
        f"{e.option} says something about what was posted. Say it with --posted:"
        f"\n  reviewlog reply {e.incident} --posted {e.option} ..."
    ),
}

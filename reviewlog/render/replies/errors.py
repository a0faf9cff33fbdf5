"""What can go wrong with replies, in calm sentences."""

from collections.abc import Callable
from typing import Any

from reviewlog.domain import errors, reply_errors
from reviewlog.domain.harmless import harmless_line
from reviewlog.render.replies.ready import NAMES, hour_words, reply_line

TEXT = "'your text'"


def _no_draft(e: reply_errors.NoDraftError) -> str:
    return (
        f"Incident {e.incident} has no {NAMES[e.medium]} in draft. Begin one:"
        f"\n  {reply_line(e.incident, e.medium)}"
    )


def _not_ready(e: reply_errors.NotReadyError) -> str:
    lines = []
    if e.stops:
        lines.append(f"{len(e.stops)} to change first: {harmless_line(', '.join(e.stops))}.")
        lines.append(f"See where: {reply_line(e.incident, e.medium)}")
    if e.at is not None and e.at > e.now:
        lines.append(f"It is not ready before {hour_words(e.at, e.now)}. Let it lie until then.")
    if e.eyes is not None:
        name = harmless_line(e.eyes)
        lines.append(f"{name} is to read it first. Once that is done:")
        lines.append(f"  {reply_line(e.incident, e.medium, f'--seen-by {name!r}')}")
    if e.stops or e.at is not None:
        taken = "as it is" if e.stops else "now"
        lines.append(
            f"To take it {taken}, say why: {reply_line(e.incident, e.medium, '--now REASON')}"
        )
    return "\n".join(lines)


STRAY = {
    "link": "is only a link. It was left alone: move it away, then try again",
    "folder": "is a folder. It was left alone: move it away, then try again",
    "device": "is no ordinary file. It was left alone: move it away, then try again",
    "locked": "may not be read by you. It was left alone: move it away, then try again",
    "no-text": "is no text (UTF-8). It still lies there: save it as plain text, or move it away",
    "long": "is longer than 100,000 characters. It still lies there: shorten it, or move it away",
}
LEFT = {
    "start": "The editor “{editor}” could not be started; the variable EDITOR names it.",
    "failed": "The editor did not finish, so no version was kept.",
    "gone": "The editor left no text behind in {path}, so no version was kept. Begin again:",
}
STAYS = "What stands in {path} stays there; go on with it:"


def _left(e: reply_errors.LeftDraftError) -> str:
    stays = "" if e.reason == "gone" else f" {STAYS}"
    said = (LEFT[e.reason] + stays).format(editor=harmless_line(e.editor), path=e.path)
    return f"{said}\n  {e.line}"


def _source(e: reply_errors.SourceRuleError) -> str:
    return (
        f"{harmless_line(e.source)} is no rule but what rules rest on: {', '.join(e.rules)}. One of"
        f" them in full:\n  reviewlog reply rules {e.rules[0]}"
    )


def _no_review(e: reply_errors.NoReviewError) -> str:
    return (
        f"No review{e.where} stands in incident {e.incident}, so there is nothing to answer in public."
        f"\n  It was posted: reviewlog review {e.incident} --site google --text 'their words'"
        f"\n  A message to them alone: {reply_line(e.incident, 'private')}"
    )


REPLYING: dict[type[errors.ReviewlogError], Callable[[Any], str]] = {
    reply_errors.NoDraftError: _no_draft,
    reply_errors.NotReadyError: _not_ready,
    reply_errors.NoReviewError: _no_review,
    reply_errors.LeftDraftError: _left,
    reply_errors.SourceRuleError: _source,
    reply_errors.StrayDraftError: lambda e: f"{harmless_line(e.path)} {STRAY[e.reason]}.",
    reply_errors.LongReplyError: lambda e: (
        f"The text has {e.characters:,} characters. More than {e.most:,} are neither drafted nor"
        " checked: on no site is a reply as long."
    ),
    reply_errors.OwnEyesError: lambda e: (
        f"{harmless_line(e.name)} signs it; a second pair of eyes is somebody else's. Name them:"
        " --eyes NAME"
    ),
    reply_errors.SpokenError: lambda e: (
        "What was said on the telephone is a contact. Write it down:"
        f"\n  reviewlog log --incident {e.incident} --out 'what was said'"
    ),
    reply_errors.NoPartsError: lambda e: (
        f"There are no parts in {harmless_line(e.language)}. Write the text yourself:"
        f"\n  {reply_line(e.incident, e.medium, TEXT)}"
        f"\nOr put parts in {harmless_line(e.language)} into a file in playbooks/replies/."
    ),
    reply_errors.WithoutPostedError: lambda e: (
        f"{e.option} says something about what was posted. Say it with --posted:"
        f"\n  reviewlog reply {e.incident} --posted {e.option} ..."
    ),
}

"""Every error as a calm sentence that says what to do."""

from collections.abc import Callable
from typing import Any

from reviewlog.domain import errors, evidence_errors, usage_errors
from reviewlog.domain.harmless import harmless_line
from reviewlog.render.disputes.claims import CLAIMING, anew_words
from reviewlog.render.disputes.errors import DISPUTES
from reviewlog.render.entering import ENTERING
from reviewlog.render.help.unknown import HELPING
from reviewlog.render.keeping.refusals import KEEPING
from reviewlog.render.lists import incident_line
from reviewlog.render.proving.nostamp import no_stamp
from reviewlog.render.proving.refusals import checkpoint_words, key_words
from reviewlog.render.replies.errors import REPLYING
from reviewlog.render.sharing.encrypting import ENCRYPTING
from reviewlog.render.sharing.redacting import REDACTING
from reviewlog.render.sharing.toolarge import too_large
from reviewlog.render.unknown import no_such_step, unknown_entry, unknown_step
from reviewlog.render.words.daterefusals import DATES
from reviewlog.render.words.days import short_date
from reviewlog.render.words.places import FILES, TARGETS

BOOK = {
    "newer": "The logbook was written by a newer reviewlog. Please update reviewlog to open it.",
    "damaged": "The logbook is damaged and was left as it is. Copy the folder before anything else.",
    "read-only": "The logbook cannot be written to. Check who may write in the folder.",
    "full": "The disk is full. Nothing was written; free some space and say it again.",
    "busy": "Another reviewlog is writing and did not finish. Nothing was written; try again.",
    "unreadable": "The logbook cannot be opened. Check the folder and who may read it.",
    "foreign": "There is something else in that place. Choose another folder with --book.",
    "network": "That folder lies on another machine's disk, where two writers can damage the file."
    " Choose a folder on this machine with --book.",
    "guards": "Some of the guards against changes are not in the logbook as they must be; another"
    " program may have dropped them. Nothing was written. Copy the folder first, then run:"
    " reviewlog verify. If the log holds, this puts them back: reviewlog doctor --rebuild",
    "copy": "The copy of the file came out different from the file: the disk may be failing. Nothing"
    " was written.",
    "none": "There is no logbook there yet; the first thing you write down makes one.",
    "older": "The logbook is as an older reviewlog left it. Any other command, such as reviewlog due,"
    " brings it up to date first.",
    "broken-off": "The last command was broken off while it was writing. Any other command, such as"
    " reviewlog due, tidies up first.",
    "spoiled": "What is kept for the screens cannot be read; the entries are another matter."
    " reviewlog doctor --rebuild makes it again from the entries.",
}


def explain(error: errors.ReviewlogError) -> str:
    """Return what an error means for the owner."""
    known = (
        _WORDS
        | KEEPING
        | CLAIMING
        | ENCRYPTING
        | DISPUTES
        | REDACTING
        | REPLYING
        | HELPING
        | DATES
        | ENTERING
    )
    for kind, words in known.items():
        if isinstance(error, kind):
            return words(error)
    return f"reviewlog says no: {type(error).__name__}."


def _bad_word(e: usage_errors.BadWordError) -> str:
    near = f" Did you mean {e.near}?" if e.near else ""
    return f"“{harmless_line(e.word)}” is no {e.what}.{near}\nKnown: {', '.join(e.allowed)}"


def _bad_period(e: usage_errors.BadPeriodError) -> str:
    if e.reason == "long":
        return "That is more than a year; 366 days are the most."
    return f"{e.last:%a %d %b %Y} lies before {e.first:%a %d %b %Y}. The first day comes first."


def _broken_text(e: usage_errors.BrokenTextError) -> str:
    first = "An apostrophe broke the line, or a quotation mark is missing. Nothing was written."
    if e.line is None:
        return f"{first}\nBetween single quotation marks an apostrophe is typed '\\''"
    return f"{first}\nType this alone, and it asks for the text:\n  {harmless_line(e.line)}"


def _conflict(e: usage_errors.ConflictingOptionsError) -> str:
    if e.first == e.second:
        return f"{e.first} stands there twice; say it once."
    return f"{e.first} and {e.second} do not go together."


def _unknown_incident(e: errors.UnknownIncidentError) -> str:
    first = f"There is no incident “{harmless_line(e.word)}”."
    rows = e.near or e.newest
    if not rows:
        return f"{first} The logbook holds none yet."
    lines = [incident_line(row, str(row["last_at"])) for row in rows]
    return "\n".join([f"{first} The {'nearest' if e.near else 'newest'}:", *lines])


def _several_incidents(e: errors.SeveralIncidentsError) -> str:
    lines = [incident_line(row, str(row["last_at"])) for row in e.incidents]
    first = f"{harmless_line(e.who)} has more than one open incident. Name one with its number:"
    return "\n".join([first, *lines])


def _choices(first: str, choices: tuple[tuple[str, str], ...]) -> str:
    width = max((len(word) for word, _ in choices), default=0)
    lines = [f"  {word:<{width}}  {harmless_line(text)}" for word, text in choices]
    return "\n".join([first, *lines])


def _against(e: errors.AgainstRuleError) -> str:
    told = "\n".join(_rule_words(rule) for rule in e.rules)
    return f"{told}\nTo do it all the same, say why:\n  {e.line}"


def _rule_words(rule: errors.BrokenRule) -> str:
    until = f" Until {short_date(rule.until, rule.until)}." if rule.until else ""
    return f"{rule.sentence}{until} ({'; '.join(rule.source)})"


def _several_steps(e: errors.SeveralStepsError) -> str:
    if not e.choices:
        return f"Nothing is open in incident {e.incident}."
    return _choices(f"Which step of incident {e.incident}? Name one:", e.choices)


def _faults(e: "errors.ConfigError | errors.PlaybookFaultError") -> str:
    return "\n".join(
        f"{harmless_line(e.path)}:{line}:{column}: {harmless_line(text)}"
        for line, column, text in e.faults
    )


def _book(e: errors.BookError) -> str:
    return f"{BOOK[e.reason]}\n({harmless_line(e.path)})"


def _broken(e: errors.BrokenProofError) -> str:
    lines = [f"  {harmless_line(place)}: {harmless_line(what)}" for place, what in e.places]
    return "\n".join([f"{harmless_line(e.path)} does not hold:", *lines])


_WORDS: dict[type[errors.ReviewlogError], Callable[[Any], str]] = {
    usage_errors.BadAmountError: lambda e: (
        f"“{harmless_line(e.text)}” is no amount. Try: 240, 240.00, 1,234.50.\n"
        "In double quotes the shell swallows $5; use single quotes: '$500'"
    ),
    usage_errors.BadWordError: _bad_word,
    usage_errors.BadNameError: lambda e: (
        f"“{harmless_line(e.name)}” cannot be the id of a playbook. Small letters, digits and"
        " hyphens: my-shop"
    ),
    usage_errors.MissingError: lambda e: (
        f"Missing: {' and '.join(e.names)}. Nobody is here to ask."
    ),
    usage_errors.LooseWordsError: lambda e: (
        f"Please put the text in quotation marks:\n  {harmless_line(e.line)}"
    ),
    usage_errors.BrokenTextError: _broken_text,
    usage_errors.EmptyAmendmentError: lambda e: (
        "There is nothing in the correction. Nothing was written. Say what is right:\n"
        f"  reviewlog amend {e.entry} 'the right text'\n"
        f"  reviewlog amend {e.entry} --who 'the right name'\n"
        "reviewlog help amend has all that can be corrected."
    ),
    usage_errors.ConflictingOptionsError: _conflict,
    usage_errors.TextTooLongError: lambda e: (
        f"The text has {e.size:,} bytes; {e.cap:,} is the most. Attach it as a file instead."
    ),
    usage_errors.EmptyTextError: lambda e: f"There is nothing in {e.what}. Nothing was written.",
    usage_errors.UnreadableFileError: lambda e: f"{harmless_line(e.path)} {FILES[e.reason]}.",
    usage_errors.ConsentMissingError: lambda e: (
        f"{harmless_line(e.path)} is a recording. Say who agreed to being recorded: --consent"
        " one-party\n(you alone knew), everybody (everybody in it agreed) or unknown. Nothing was"
        " copied."
    ),
    usage_errors.BadPeriodError: _bad_period,
    usage_errors.UnfitAmendmentError: lambda e: (
        f"Entry {e.entry} ({e.kind}) has no {', '.join(e.fields)}. Name another entry; see show N."
        + anew_words(e.entry, e.kind)
    ),
    errors.UnknownIncidentError: _unknown_incident,
    errors.UnknownEntryError: unknown_entry,
    errors.UnknownFileError: lambda e: (
        f"Entry “{harmless_line(e.word)}” holds no file of incident {e.incident}."
        f" See reviewlog show {e.incident}"
    ),
    errors.UnknownPlaybookError: lambda e: (
        f"There is no playbook “{harmless_line(e.word)}”. Known: {', '.join(e.known)}"
    ),
    errors.UnknownStepError: unknown_step,
    errors.NoSuchStepError: no_such_step,
    errors.UnknownAttemptError: lambda e: (
        f"{e.incident} has no attempt “{harmless_line(e.word)}”. Known: {', '.join(e.known) or 'none'}"
    ),
    errors.SeveralIncidentsError: _several_incidents,
    errors.SeveralStepsError: _several_steps,
    errors.SeveralAttemptsError: lambda e: _choices(
        f"Which attempt of incident {e.incident}? Name one with --id:", e.choices
    ),
    errors.SeveralDemandsError: lambda e: _choices(
        f"Which demand of incident {e.incident}? Name its entry with --of:", e.choices
    ),
    errors.SeveralReviewsError: lambda e: _choices(
        f"Which review of incident {e.incident}? Name it with --site and --as:", e.choices
    ),
    errors.FulfilledByEntryError: lambda e: (
        f"“{e.step}” is done when the log shows it. Write it down:\n  {e.line}"
    ),
    errors.AgainstRuleError: _against,
    errors.NothingToUndoError: lambda _: "There is nothing to take back.",
    errors.NothingToAmendError: lambda _: "There is no entry to correct yet.",
    errors.RefusedError: lambda e: f"{e.what} Nothing was written.",
    usage_errors.NoEditorError: lambda e: (
        f"The editor “{harmless_line(e.editor)}” could not be started. The variable EDITOR names it."
        " Nothing was written."
    ),
    errors.NeedsYesError: lambda e: f"{e.what} Nobody is here to ask; -y says yes.",
    errors.ConfigError: _faults,
    errors.PlaybookFaultError: _faults,
    errors.MisfitError: lambda e: harmless_line(e.sentence),
    errors.UnreadChangesError: lambda e: (
        "Changed files were not read: the folder cannot be written to; what was read last holds."
        f"\n({harmless_line(e.path)})"
    ),
    errors.BookError: _book,
    errors.TargetError: lambda e: f"{harmless_line(e.path)} {TARGETS[e.reason]}.",
    errors.BrokenProofError: _broken,
    evidence_errors.KeyFileError: key_words,
    evidence_errors.CheckpointError: checkpoint_words,
    evidence_errors.NoStampError: no_stamp,
    evidence_errors.TooLargeError: too_large,
}

"""A recording of voices: who agreed to it is asked before anything of it is copied."""

from collections.abc import Iterable
from pathlib import Path

from reviewlog.commands.asking.vocabulary import CONSENTS
from reviewlog.commands.session import Session
from reviewlog.domain import vocabulary
from reviewlog.domain.custody import is_doubtful
from reviewlog.domain.harmless import harmless_line
from reviewlog.logbook.receipt import Receipt

QUESTION = "{} is a recording. Who agreed to being recorded?"
DOUBTFUL = (
    "Some places forbid recording, or using a recording, without everybody's word."
    " Ask a lawyer before you show it to anybody."
)


def settled_consent(
    session: Session, files: Iterable[Path], word: str | None, how: str | None = None
) -> str | None:
    """Return who agreed, asked for on a terminal where a recording is among the files.

    In a script the logbook itself refuses a recording of which nothing is said.
    """
    if word is not None:
        return vocabulary.consent(word)
    if not session.interactive:
        return None
    recording = session.logbook.find_recording(files, how)
    if recording is None:
        return None
    question = QUESTION.format(harmless_line(recording.name))
    return session.pick(question, CONSENTS)


def consent_remark(receipt: Receipt) -> str | None:
    """Return the calm line for a recording that not everybody is known to have agreed to."""
    said = (entry.fields.get("consent") for entry in receipt.entries)
    return DOUBTFUL if is_doubtful(said) else None

"""Judging files of rules for replies: every fault, then the rules' own texts are tried."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.reply.rules import Example, Rule, Tongue
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.playbook.checking import REPLY, Checked
from reviewlog.playbook.reading import read_file
from reviewlog.playbook.replies.form import as_examples
from reviewlog.playbook.replies.making import Origin, ruleset_of
from reviewlog.playbook.replies.reading import Read, read_own, read_shipped
from reviewlog.playbook.replies.shelf import own_texts, shipped_ruleset
from reviewlog.playbook.replies.wire import Ruleset
from reviewlog.playbook.shelf import ENDING, REPLIES_FOLDER, own_paths, shipped_reply_texts
from reviewlog.playbook.strict import Fault
from reviewlog.playbook.unwise import Remark

Examples = tuple[Example, ...]
Tried = Callable[[Rule, Examples, Examples, tuple[Rule, ...], tuple[Tongue, ...]], Sequence[str]]
"""Says in sentences what a rule makes of texts that it should find, and of those it should not."""
_TRANSLATION = "translation"
"""What the remark is about."""
_KEYS = ("rules:", "translates:", "soften:", "parts:")


def is_about_replies(path: str) -> bool:
    """Whether a file that somebody names is about replies, by its folder or by what it holds."""
    named = Path(path)
    if named.suffix != ENDING:
        return False
    if named.absolute().parent.name == REPLIES_FOLDER:
        return True
    try:
        return any(line.startswith(_KEYS) for line in read_file(named).splitlines())
    except (PlaybookFaultError, UnreadableFileError):
        return False


def check_own_replies(folder: Path, tried: Tried) -> list[Checked]:
    """Return what was found in the owner's own files; what may not be read is named elsewhere."""
    checked = []
    for path in own_paths(folder / REPLIES_FOLDER).values():
        try:
            checked.append(check_replies(path, folder, tried))
        except UnreadableFileError:
            continue
    return checked


def check_replies(path: Path, folder: Path, tried: Tried) -> Checked:
    """Return the faults of a file; `folder` holds the owner's own, beside which it would stand.

    Raises UnreadableFileError.
    """
    try:
        text = read_file(path)
    except PlaybookFaultError as error:
        return Checked(str(path), tuple(Fault(*fault) for fault in error.faults), kind=REPLY)
    reads, base = _read_beside(path.stem, text, folder)
    read = next(read for read in reads if read.name == path.stem)
    files = (Origin(f"{one.name}{ENDING}", one.form) for one in reads if one.form is not None)
    ruleset = ruleset_of(base, files)
    faults = read.faults or tuple(_failures(read, ruleset, tried))
    return Checked(str(path), faults, () if faults else (*_remarks(read, ruleset),), kind=REPLY)


def _read_beside(name: str, text: str, folder: Path) -> tuple[list[Read], Ruleset]:
    """Read a file with those that it stands beside: the program's own, or the owner's."""
    shipped = shipped_reply_texts()
    if shipped.get(name) == text:
        return read_shipped(shipped), Ruleset(())
    beside, _ = own_texts(folder / REPLIES_FOLDER)
    base = shipped_ruleset()
    return read_own(dict(sorted((beside | {name: text}).items())), base.rules), base


def _remarks(read: Read, ruleset: Ruleset) -> Iterator[Remark]:
    """Tell which rules that stop a text a translation leaves without words."""
    if read.form is None or not any(one.phrases for one in read.form.translates):
        return
    language = read.form.language
    without = [rule.id for rule in ruleset.rules if rule.is_wordless(language)]
    if without:
        place = read.document.key_place(("translates",))
        told = f"{len(without)} of them have" if without[1:] else "one of them has"
        said = (
            f"Of the rules that stop a text {told} no words in “{language}” yet:"
            f" {', '.join(without)}. Such a text may break them unseen."
        )
        yield Remark(place.line, place.column, _TRANSLATION, said)


def _failures(read: Read, ruleset: Ruleset, tried: Tried) -> Iterator[Fault]:
    """Try each text of a file by itself, so that the fault has its place."""
    if read.form is None:
        return
    rules, language = {rule.id: rule for rule in ruleset.rules}, read.form.language
    known = ruleset.rules, ruleset.tongues
    for path, name, one in read.form.worded():
        if name not in rules:  # of a file that cannot be used
            continue
        for i, text in enumerate(as_examples(one.bad, language)):
            for said in tried(rules[name], (text,), (), *known):
                yield read.document.place((*path, "bad", i)).fault(said)
        for i, text in enumerate(as_examples(one.good, language)):
            for said in tried(rules[name], (), (text,), *known):
                yield read.document.place((*path, "good", i)).fault(said)

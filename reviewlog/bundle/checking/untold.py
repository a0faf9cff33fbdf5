"""What a bundle that holds does not show: what was not compared, left out, or bound by nothing."""

from collections.abc import Iterator, Mapping, Sequence

from reviewlog.bundle.checking.about import About
from reviewlog.bundle.checking.corrections import correction_remarks, is_kept_back
from reviewlog.bundle.checking.labels import EXHIBITS, Standing
from reviewlog.bundle.checking.lines import Line
from reviewlog.bundle.checking.readbag import Bag
from reviewlog.bundle.checking.whole import is_form_ours
from reviewlog.bundle.packing.bag import (
    DECLARED,
    FORM,
    PDF,
    REPORT,
    ROWS,
    START,
    STATEMENT,
    STATEMENT_TEXT,
)
from reviewlog.bundle.packing.checker import CHECKER
from reviewlog.bundle.pages.baginfo import AGENT, READER
from reviewlog.domain.audience import EVERYTHING
from reviewlog.domain.checked import Remark
from reviewlog.domain.exhibits import label_order


def untold_remarks(
    bag: Bag, said: About, lines: Sequence[Line], known: Standing
) -> Iterator[Remark]:
    """Yield what a reader must know who takes the words of a bundle for those of the log."""
    leaves = frozenset(known)
    yield from _layout(bag, said)
    if PDF in bag.hashes:
        yield Remark("pdf")
    if FORM in bag.hashes and not _is_form_ours(bag, said, lines, leaves):
        yield Remark("form")
    if CHECKER in bag.hashes and not said.is_of_our_version:
        yield Remark("checker")
    fields = sum(len(line.redacted) for line, _ in known.values())
    if fields:
        yield Remark("left-out", {"count": fields})
    unbound = _unbound(bag.hashes, known)
    if unbound:
        yield Remark("unbound", {"exhibits": unbound})
    if said.info.get(READER) == EVERYTHING:
        yield from _kept_back(lines)
    yield from correction_remarks(lines, leaves)


def _kept_back(lines: Sequence[Line]) -> Iterator[Remark]:
    """A bundle that is to hold everything says so on its pages, whatever was left out of it."""
    places = {place for line in lines if line.header["rel"] == "erases" for place in line.targets}
    kept = [ln for ln in lines if is_kept_back(ln) and not ln.retracted and ln.id not in places]
    if kept:
        yield Remark("kept-back", {"entries": [line.header["seq"] for line in kept]})


def _is_form_ours(bag: Bag, said: About, lines: Sequence[Line], leaves: frozenset[str]) -> bool:
    if not said.is_of_our_layout or said.zone is None:
        return False
    return is_form_ours(bag, lines, leaves, said.zone)


def _layout(bag: Bag, said: About) -> Iterator[Remark]:
    if bag.raw and not said.is_of_our_layout:
        pages = (START, REPORT, ROWS, STATEMENT, STATEMENT_TEXT, DECLARED)
        names = [name for name in pages if name in bag.hashes]
        yield Remark("layout", {"made_by": said.info.get(AGENT, ""), "pages": names})


def _unbound(hashes: Mapping[str, str], known: Standing) -> list[str]:
    """Return the exhibits whose hash no entry discloses: their entries are told in other words."""
    files = [line.redacted["file"] for line, _ in known.values() if "file" in line.redacted]
    unbound = {file["sha256"] for file in files}
    names = (name for name, sha in hashes.items() if sha in unbound and name.startswith(EXHIBITS))
    labels = (name.removeprefix(EXHIBITS).partition(".")[0] for name in names)
    return sorted(labels, key=label_order)

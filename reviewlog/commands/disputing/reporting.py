"""Writing down what became of a dispute: sent, answered, a notice that came."""

from typing import NamedTuple

from reviewlog.commands.answer import answer
from reviewlog.commands.asking.texts import future, one_text, past
from reviewlog.commands.disputing.grounds import key_of
from reviewlog.commands.disputing.remarks import remark_on
from reviewlog.commands.session import Session
from reviewlog.domain import vocabulary
from reviewlog.domain.dispute_errors import WithoutModeError
from reviewlog.domain.entry import NOTHING
from reviewlog.domain.errors import UnknownFileError
from reviewlog.domain.exhibits import label_order
from reviewlog.domain.facts.disputes import dispute_of
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.site import Ground
from reviewlog.domain.usage_errors import BadWordError, ConflictingOptionsError, MissingError
from reviewlog.logbook.receipt import View
from reviewlog.logbook.writing.disputing import Told, write_dispute
from reviewlog.logbook.writing.numbering import numbered

ANSWER_WORDS = {"more": "asked-for-more", "asked-for-more": "asked-for-more", "no": "refused",
                "yes": "removed", "removed": "removed", "refused": "refused"}  # fmt: skip
SHOWN = ("removed", "refused", "more")
_WITH = ("--sent", "--early", "--answer", "--notice")


class Typed(NamedTuple):
    """What was said on the command line, as it was typed."""

    site: str
    review: Track | None
    loose: list[str] | None = None
    ground: str | None = None
    notice: str | None = None
    reference: str | None = None
    deadline: str | None = None
    text: str | None = None
    fields: list[str] | None = None
    exhibits: list[str] | None = None
    at: str | None = None
    as_shown: bool = False
    gone: bool = False


def mode_of(*, sent: bool, early: bool, answered: str | None, notice: str | None) -> str | None:
    """Return what is to be written down, None where a report is to be prepared.

    Raises ConflictingOptionsError, BadWordError.
    """
    named = {
        "--sent": "sent" if sent else None,
        "--early": "early" if early else None,
        "--answer": _answer_state(answered),
        "--notice": None if notice is None else "notice",
    }
    chosen = [(option, state) for option, state in named.items() if state is not None]
    if len(chosen) > 1:
        raise ConflictingOptionsError(chosen[0][0], chosen[1][0])
    return chosen[0][1] if chosen else None


def _answer_state(word: str | None) -> str | None:
    if word is None:
        return None
    folded = word.strip().casefold()
    if folded not in ANSWER_WORDS:
        near = vocabulary.alike(folded, SHOWN)
        raise BadWordError("answer of a site", word, SHOWN, near[0] if near else None)
    return ANSWER_WORDS[folded]


def check_mode(words: Typed, mode: str | None, number: str) -> None:
    """Refuse what says something about a report that it does not go with: nothing is dropped."""
    told = {
        "TEXT": (words.loose, _WITH[2:3]),
        "--reference": (words.reference, _WITH),
        "--deadline": (words.deadline, _WITH),
        "--text": (words.text, _WITH),
        "--at": (words.at, _WITH),
        "--exhibit": (words.exhibits, _WITH[:2]),
        "--as-shown": (words.as_shown, _WITH[:2]),
        "--gone": (words.gone, ("--answer removed",)),
    }
    for option, (value, goes_with) in told.items():
        fits = mode is not None
        if option in ("--as-shown", "--exhibit"):
            fits = mode in ("sent", "early")
        elif option == "--gone":
            fits = mode == "removed"
        if value and not fits:
            raise WithoutModeError(option, goes_with, number)


def record(session: Session, view: View, state: str, words: Typed) -> None:
    """Write it down and show the receipt."""
    number = str(view.row["number"])
    happened = past(session, words.at)
    ground = named_ground(session, words)
    fields = checked_fields(words, ground or _chosen_ground(session, view, words))
    is_answer = state in ("removed", "refused", "asked-for-more")
    said = one_text(session, words.loose)
    if said is not None and not is_answer:
        raise MissingError(("--text TEXT for what you sent, or --answer for their words",))
    if is_answer and said is None and session.interactive:
        said = session.ask_maybe("What did the site write, word for word? (Enter: nothing)")
    gone = words.gone or (state == "removed" and _saw_it_gone(session, words))
    told = Told(
        state=state,
        site=words.site,
        review=key_of(words.review),
        ground=ground.id if ground else None,
        ground_name=ground.name if ground else None,
        at=happened,
        text=session.machine.read_stdin() if words.text == "-" else words.text,
        said=words.notice if state == "notice" else said,
        reference=words.reference,
        due=future(session, words.deadline, since=happened),
        fields={**shown_fields(session, view, words), **fields},
        exhibits=tuple(_known_labels(session, view, words.exhibits)),
        gone=gone,
    )
    receipt = write_dispute(session.logbook, number, told)
    remark = remark_on(session, view, told, str(receipt.main.id.seq))
    answer(session, "dispute-written", receipt, remark)


def _saw_it_gone(session: Session, words: Typed) -> bool:
    standing = words.review is None or words.review.state != "gone"
    if not standing or not session.interactive:
        return False
    return session.confirm("Did you see that the review is gone?", default=False)


def named_ground(session: Session, words: Typed) -> Ground | None:
    """Return the ground that was named. Raises BadWordError."""
    if words.ground is None:
        return None
    rules = session.logbook.site(words.site)
    ids = tuple(ground.id for ground in rules.grounds)
    return rules.find_ground(vocabulary.one_of("ground", words.ground, ids))


def _chosen_ground(session: Session, view: View, words: Typed) -> Ground | None:
    standing = dispute_of(view.facts.entries, words.site, key_of(words.review))
    rules = session.logbook.site(words.site) if words.fields and standing.ground else None
    return rules.find_ground(str(standing.ground)) if rules else None


def checked_fields(words: Typed, ground: Ground | None) -> dict[str, str]:
    """Return what was said for the fields of a ground's form, by their own labels.

    Raises BadWordError for a field that the form does not have.
    """
    found = fields_of(words.fields)
    if ground is None or not ground.fields:
        return found
    labels = {field.label.casefold(): field.label for field in ground.fields}
    for label in found:
        if label.casefold() not in labels:
            near = vocabulary.alike(label.casefold(), labels)
            allowed = tuple(labels.values())
            raise BadWordError(
                "field of the form", label, allowed, labels[near[0]] if near else None
            )
    return {labels[label.casefold()]: text for label, text in found.items()}


def fields_of(pairs: list[str] | None) -> dict[str, str]:
    """Return what was said for fields of the form. Raises BadWordError."""
    found: dict[str, str] = {}
    for pair in pairs or ():
        label, sign, text = pair.partition("=")
        if not sign or not label.strip() or not text.strip():
            raise BadWordError("field", pair, ("LABEL=TEXT",))
        found[label.strip()] = text.strip()
    return found


def shown_fields(session: Session, view: View, words: Typed) -> dict[str, str]:
    """Return the form as it is shown, where the owner says that it was sent so; no gaps."""
    if not words.as_shown:
        return dict(NOTHING)
    from reviewlog.commands.disputing.preparing import filled_form

    return {field.label: field.text for field in filled_form(session, view, words) if not field.gap}


def _known_labels(session: Session, view: View, exhibits: list[str] | None) -> list[str]:
    """Return labels of exhibits of the incident. Raises BadWordError, UnknownFileError."""
    labels = _labels(exhibits)
    known = set(numbered(session.logbook, view).labels.values()) if labels else set()
    for label in labels:
        if label not in known:
            raise UnknownFileError(str(view.row["number"]), label)
    return labels


def _labels(exhibits: list[str] | None) -> list[str]:
    """Return labels of exhibits, in order. Raises BadWordError."""
    labels = [word.strip().upper() for word in exhibits or ()]
    for word, label in zip(exhibits or (), labels, strict=True):
        if not (label.startswith("E") and label_order(label)):
            raise BadWordError("exhibit", word, ("E1", "E2"))
    return sorted(set(labels), key=label_order)

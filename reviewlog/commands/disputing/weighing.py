"""Sentence by sentence: is it an opinion, is there proof for it or against it, or neither."""

from collections.abc import Iterator

import typer

from reviewlog.commands.answer import answer
from reviewlog.commands.asking.prompting import AskAgainError
from reviewlog.commands.session import Session
from reviewlog.domain.claim_errors import (
    ErasedProofError,
    UnknownProofError,
    UnknownSentenceError,
)
from reviewlog.domain.claims import AGAINST, FOR, OPEN, OPINION, PROVED, STAND_WORDS, Claim
from reviewlog.logbook.said import Weighed
from reviewlog.logbook.writing.claiming import Sheet, proof_of, sheet_of, weigh
from reviewlog.render.disputes.claims import proof_lines, quoted, sentence_lines
from reviewlog.render.sentences import explain

QUESTION = (
    "An (o)pinion, proof (f)or it, proof (a)gainst it, or (n)ot clear? (Enter: go on; s: stop)"
)
WHICH = "Which proof? Type numbers from the list above, such as E2 or 14 (Enter: none)"
LATER = "Left for later."
WORDS = "What do you say to it, in one sentence? (Enter: nothing)"
ANSWERS = {
    "o": OPINION, "opinion": OPINION, "f": FOR, "for": FOR, "a": AGAINST, "against": AGAINST,
    "n": OPEN, "not clear": OPEN, "not": OPEN, "open": OPEN, "s": "", "stop": "",
}  # fmt: skip
NO_PROOF = "Then it is not clear: without proof nothing stands for or against it."


def go_through(session: Session, sheet: Sheet, of: str | None, sentence: str | None) -> None:
    """Ask about each sentence, then write all of it at once; what was said is never lost."""
    said: list[Weighed] = []
    stopped = None
    _say_what_there_is(session, sheet)
    try:
        for one in _asked(session, sheet, _wanted(sheet, sentence)):
            said.append(one)
    except (typer.Abort, KeyboardInterrupt) as stop:
        stopped = stop
    if said:
        session.talk("\nWhat you said so far is written down:" if stopped else "")
        receipt = weigh(session.logbook, sheet.number, of, said)
        remark = f"{len(said)} sentences are written down." if len(said) > 1 else quoted(receipt)
        answer(session, "claim", receipt, f"{remark} {_waiting(session, sheet, of)}".strip())
    else:
        session.talk("\nNothing was written.")
    if stopped is not None:
        raise stopped


def _waiting(session: Session, sheet: Sheet, of: str | None) -> str:
    """Return how many sentences nobody has looked at."""
    now = sheet_of(session.logbook, sheet.number, of)
    left = sum(claim.current and claim.stand is None for claim in now.claims)
    if not left:
        return "All sentences are looked at."
    said = "1 sentence is" if left == 1 else f"{left} sentences are"
    return f"{said} not looked at yet; go on any time: reviewlog claim {sheet.number}"


def _say_what_there_is(session: Session, sheet: Sheet) -> None:
    width = session.machine.width()
    lines = proof_lines(sheet, session.logbook.now(), width)
    session.talk("\n".join(["What there is:", *(lines or ["  nothing yet; attach adds files"])]))


def _wanted(sheet: Sheet, sentence: str | None) -> list[Claim]:
    here = [claim for claim in sheet.claims if claim.current]
    if sentence is None:
        return here
    wanted = [claim for claim in here if str(claim.place) == sentence]
    if not wanted:
        raise UnknownSentenceError(sentence, len(here))
    return wanted


def _asked(session: Session, sheet: Sheet, claims: list[Claim]) -> Iterator[Weighed]:
    for claim in claims:
        session.talk("\n" + "\n".join(sentence_lines(claim, session.machine.width())))
        stand = _stand(session)
        if stand == "":
            return
        if stand is None:
            session.talk(LATER)
            continue
        proofs = _proofs(session, sheet) if stand in PROVED else ()
        if stand in PROVED and not proofs:
            session.talk(NO_PROOF)
            stand = OPEN
        words = session.ask_maybe(WORDS)
        named = f": {', '.join(proofs).upper()}" if proofs else ""
        session.talk(f"Sentence {claim.place}: {STAND_WORDS[stand]}{named}.")
        yield Weighed(str(claim.place), stand, proofs, words)


def _stand(session: Session) -> str | None:
    """Return how a sentence stands, None for Enter, nothing at all to stop."""
    return session.ask_maybe_until(QUESTION, _known)


def _known(word: str) -> str:
    folded = word.strip().casefold()
    if folded not in ANSWERS:
        raise AskAgainError("Please answer o, f, a, n or s.")
    return ANSWERS[folded]


def _proofs(session: Session, sheet: Sheet) -> tuple[str, ...]:
    """Return the words that name proof, asked again while one of them names none."""

    def read(line: str) -> tuple[str, ...]:
        words = line.replace(",", " ").split()
        try:
            for word in words:
                proof_of(sheet, word)
        except (UnknownProofError, ErasedProofError) as error:
            raise AskAgainError(explain(error)) from None
        return tuple(words)

    return session.ask_maybe_until(WHICH, read) or ()

"""Asking several services at the same time, so that the wait is that of one."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from reviewlog.domain.evidence_errors import NoStampError
from reviewlog.sync.timestamps import SECONDS, Service, Stamp, ask

if TYPE_CHECKING:
    from queue import SimpleQueue

MOMENT = 0.5
"""Seconds after which whoever waits is told for what."""
_TURN = 60.0
"""A wait without any end could not be broken off on every system."""


class Answer(NamedTuple):
    """What one service said."""

    service: Service
    stamp: Stamp | None
    error: NoStampError | None
    at: datetime
    """What this computer's clock said half-way through the exchange."""
    seconds: float
    """How long it took."""


def ask_all(
    services: Sequence[Service],
    data: bytes,
    clock: Callable[[], datetime],
    waiting: Callable[[Sequence[Service]], object],
    seconds: float = SECONDS,
) -> Iterator[Answer]:
    """Yield the answer of every service, the soonest first.

    `waiting` is called once, with those that have not answered, when it takes long.
    """
    import threading
    from importlib import import_module
    from queue import SimpleQueue

    import_module("rfc3161_client")  # here, not in several threads at once
    answers: SimpleQueue[Answer | BaseException] = SimpleQueue()
    for service in services:
        given = (service, data, clock, seconds, answers)
        threading.Thread(target=_ask, args=given, daemon=True).start()
    left, patience = list(services), MOMENT
    while left:
        answer = _taken(answers, patience)
        if isinstance(answer, BaseException):
            raise answer
        if answer is None:
            if patience == MOMENT:
                waiting(tuple(left))
            patience = _TURN
            continue
        left.remove(answer.service)
        yield answer


def _taken(
    answers: "SimpleQueue[Answer | BaseException]", seconds: float
) -> Answer | BaseException | None:
    from queue import Empty

    try:
        return answers.get(timeout=seconds)
    except Empty:
        return None


def _ask(
    service: Service,
    data: bytes,
    clock: Callable[[], datetime],
    seconds: float,
    answers: "SimpleQueue[Answer | BaseException]",
) -> None:
    """Hand over what came of asking, whatever it is: it is raised where it is awaited."""
    try:
        answers.put(_answer(service, data, clock, seconds))
    except BaseException as error:
        answers.put(error)


def _answer(service: Service, data: bytes, clock: Callable[[], datetime], seconds: float) -> Answer:
    from time import monotonic

    begun, before = monotonic(), clock()
    stamp, refused = None, None
    try:
        stamp = ask(service, data, seconds)
    except NoStampError as error:
        refused = error
    return Answer(service, stamp, refused, before + (clock() - before) / 2, monotonic() - begun)

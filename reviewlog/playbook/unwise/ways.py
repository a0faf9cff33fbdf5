"""Unwise ways: steps that never come up, decisions that lead nowhere, requests too early."""

from reviewlog.domain.playbook import ENTRY_WORDS, FACT_WORDS
from reviewlog.domain.wording import COMMAND
from reviewlog.playbook.unwise.reach import (
    impossible,
    invites,
    open_words,
    root_of,
    unbarred,
)
from reviewlog.playbook.unwise.view import Found, Seat, View

_ENDING_LINES = (f"{COMMAND}close", f"{COMMAND}playbook use")
_SETTLED_BY = {"assessment": ("verdict", "verdict"), "demand": ("demand", "state")}
"""The fact that an entry settles, and the value of the entry that says so."""
_NEVER_WRITTEN = ("key", "anchor", "setting", "erasure", "amendment", "person")


def unreachable(view: View) -> Found:
    """A step whose conditions can never hold together, or that comes after such a step.

    `when` and `unless` may contradict each other, or what the step counts from: after
    `pleased`, the fact “pleased” is never “unsaid”.
    """
    steps = {seat.step.id: seat.step for seat in view.seats}
    dead: dict[str, str] = {}
    for seat in view.seats:
        words = open_words(seat.step, steps)
        if fact := impossible(words):
            dead[seat.step.id] = f"no word is left for “{fact}”"
    for seat in view.judged("when", "unless", "after"):
        step = seat.step
        if step.id in dead:
            root = root_of(step, steps)
            said = f"“{step.id}” never comes up: {dead[step.id]} (when, unless, after {root})."
            yield view.place(seat, "when", "unless", "after"), said
        elif step.after in dead:
            said = f"“{step.id}” never comes up: “{step.after}” before it never does."
            yield view.place(seat, "after"), said


def barred(view: View) -> Found:
    """A step that a never-rule stands against whenever its conditions hold.

    A call to somebody who threatens with violence, an offer in an extortion, a contact when the
    budget is used up, a request where the site forbids it: the engine never shows such a step.
    """
    steps = {seat.step.id: seat.step for seat in view.seats}
    for seat in view.judged("when", "unless", "after", "kind"):
        words = open_words(seat.step, steps)
        fact = impossible(unbarred(seat.step, words))
        if fact and not impossible(words):
            left = " or ".join(sorted(words[fact]))
            said = f"“{seat.step.id}” is never shown: a rule above every playbook bars it while"
            yield view.place(seat, "when", "kind"), f"{said} “{fact}” is {left}."


def dead_end(view: View) -> Found:
    """A decision that must be taken, and a possible answer after which nothing ends the incident.

    An end is a step of kind `close`, one that is fulfilled by the closing, or a line that
    closes or changes the playbook; an answer that makes this playbook unfit, or another one
    fit, is handed over. A playbook that is offered by itself needs an end in any case.
    """
    steps = {seat.step.id: seat.step for seat in view.seats}
    ends = [open_words(seat.step, steps) for seat in view.seats if _is_end(seat)]
    if view.playbook.use_when and not ends:
        yield (
            view.document.place(("playbook",)),
            "No step ever closes the incident or hands it over.",
        )
        return
    for seat in view.judged("done_by", "kind", "weight"):
        fact, words = _answers(seat)
        for word in words if seat.step.must and view.playbook.use_when else ():
            if not any(word in end[fact] for end in ends) and not _handed_over(view, fact, word):
                said = f"After “{fact}: {word}” no step closes the incident or hands it over."
                yield view.place(seat, "done_by", "kind"), said


def _is_end(seat: Seat) -> bool:
    step = seat.step
    closes = step.kind == "close" or step.done_by.get("entry") == ("outcome",)
    return closes or any(line.startswith(_ENDING_LINES) for line in step.say)


def _answers(seat: Seat) -> tuple[str, tuple[str, ...]]:
    """Return the fact that a step settles and the words that it may settle it to."""
    done_by = seat.step.done_by
    entry = done_by.get("entry", ("",))[0]
    fact, value = _SETTLED_BY.get(entry, ("", ""))
    if not fact:
        return "", ()
    words = done_by.get(value, ENTRY_WORDS[entry][value])
    return fact, tuple(w for w in words if w in FACT_WORDS[fact] and w not in ("unknown", "open"))


def _handed_over(view: View, fact: str, word: str) -> bool:
    if word in view.playbook.not_when.get(fact, ()):
        return True
    mine = view.playbook.use_when.get(fact)
    if mine is not None and word not in mine:
        return True
    others = (cover for cover in view.around.covers if cover.id != view.playbook.id)
    return any(word in cover.use_when.get(fact, ()) for cover in others)


def early_request(view: View) -> Found:
    """A request that may come before the remedy is delivered and they said that all is well.

    The engine holds it back; the file should say so itself: `when: {offer: delivered,
    pleased: said}`. Invitations to customers at large ask for `inviting` instead.
    """
    steps = {seat.step.id: seat.step for seat in view.seats}
    for seat in view.judged("when", "unless", "after", "kind"):
        step = seat.step
        if step.kind != "request" or invites(step):
            continue
        words = open_words(step, steps)
        if words["offer"] != {"delivered"} or words["pleased"] != {"said"}:
            said = f"“{step.id}” asks for something before it is put right and they say so; write"
            yield (
                view.place(seat, "when", "kind"),
                f"{said} when: {{offer: delivered, pleased: said}}.",
            )


def unfulfilled(view: View) -> Found:
    """A step that must be done, and that no entry of the owner's can ever fulfil.

    `done_by` names a kind that no verb writes into an incident, or a contact from them; or the
    step is a wait, which ends by itself.
    """
    for seat in view.judged("done_by", "kind", "weight"):
        step = seat.step
        entry = step.done_by.get("entry", ("",))[0]
        theirs = step.done_by.get("direction") == ("in",) and step.kind not in ("wait", "watch")
        if step.must and (entry in _NEVER_WRITTEN or theirs):
            said = f"“{step.id}” must be done, but nothing that you do fulfils it."
            yield view.place(seat, "done_by"), said
        elif step.must and step.kind == "wait":
            said = f"“{step.id}” is a wait: it ends by itself; leave “weight: must” out."
            yield view.place(seat, "weight", "kind"), said

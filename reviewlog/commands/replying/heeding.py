"""The rules above every playbook, before a text is begun, kept or handed out."""

import shlex

from reviewlog.commands.replying.place import Place
from reviewlog.commands.replying.typed import Typed
from reviewlog.commands.session import Session
from reviewlog.domain.reply.rules import CALL, PRIVATE, PUBLIC
from reviewlog.logbook.acting.planning import begin, rules_at

KINDS = {PUBLIC: "reply", PRIVATE: "write", CALL: "call"}
"""What a text comes to, in the words of the never-rules."""
AGAINST = "Think first: {sentence}"


def heed_rules(session: Session, place: Place, typed: Typed) -> None:
    """Before the program drafts anything: rules above every playbook ask for a reason."""
    line = f"reviewlog {shlex.join(session.argv)}"
    kept = begin(session.logbook, place.view, KINDS[typed.medium], typed.despite, line)
    if kept is not None:
        session.kept = str(kept.main.id.seq)
        session.talk(f"Your reason is kept (entry {session.kept}).\n")


def tell_rules(session: Session, place: Place, typed: Typed) -> None:
    """What the owner writes is kept whatever stands against it; that it does is said."""
    logbook, kind = session.logbook, KINDS[typed.medium]
    if typed.despite is not None:
        heed_rules(session, place, typed)
        return
    for rule in rules_at(logbook, place.view, kind, logbook.now()):
        session.talk(AGAINST.format(sentence=rule.sentence))

"""What had better be left out, shown in context and confirmed one by one."""

from reviewlog.commands.session import Session
from reviewlog.domain.redacting.proposing import Proposal
from reviewlog.logbook.sharing.gathering import Dossier
from reviewlog.logbook.sharing.redacting import Choice, Decided, named, unfound

HIDE, KEEP = "Leave it out?", "It stays."


def settled_redaction(
    session: Session, number: str, audience: str | None, choice: Choice
) -> tuple[Dossier, Decided]:
    """Return what leaves and what was decided just now, not written down yet.

    On a terminal each proposal is asked about; in a script all of them are left out, but for the
    words of the review that are reported.
    """
    from reviewlog.render.sharing.redacting import settled_lines, unfound_line

    before = session.logbook.dossier(number, audience, choice._replace(decided=Decided()))
    missing = unfound(before, [text for text, _ in choice.decided.hide])
    for text in missing if before.reader != "self" else ():
        session.talk(unfound_line(text))
    dossier = session.logbook.dossier(number, audience, choice)
    found = session.logbook.proposals(dossier, choice.decided)
    decided = settled_proposals(session, found, choice.decided)
    if found and (session.yes or not session.interactive):
        session.talk(settled_lines(found))
    if decided == choice.decided:
        return dossier, decided
    return session.logbook.dossier(number, audience, choice._replace(decided=decided)), decided


def settled_proposals(session: Session, found: list[Proposal], decided: Decided) -> Decided:
    """Return the decisions with an answer to every proposal; nobody there takes the default."""
    hide, keep = list(decided.hide), list(decided.keep)
    for number, proposal in enumerate(found, 1):
        if _is_hidden(session, proposal, number, found):
            hide.append((proposal.text, proposal.what))
        else:
            keep.append(proposal.text)
    return Decided(tuple(hide), tuple(keep))


def typed(hide: list[str] | None, *, without: list[str] | None = None) -> Choice:
    """Return what the owner chose on the command line for one bundle."""
    return Choice(tuple(without or ()), named(hide or ()))


def _is_hidden(session: Session, one: Proposal, number: int, found: list[Proposal]) -> bool:
    from reviewlog.render.sharing.redacting import proposal_text

    if session.yes or not session.interactive:
        return not one.is_reported
    session.tell(proposal_text(one, number, len(found), session.machine.width()))
    return session.confirm(HIDE, default=not one.is_reported)

"""Whom it is about: near names, several open incidents, lately closed ones."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from reviewlog.commands.asking.dialogue import wrapped
from reviewlog.commands.asking.picking import Choice, fitting
from reviewlog.commands.asking.prompting import AskAgainError, listed_lines
from reviewlog.commands.session import Session
from reviewlog.domain.errors import RefusedError, SeveralIncidentsError, UnknownIncidentError
from reviewlog.domain.facts.people import person_key
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.time.moment import utc_text
from reviewlog.logbook.receipt import Receipt
from reviewlog.logbook.said import Contact
from reviewlog.store.book import exists

NEAR = (
    "{name} is new; {near} has incident {known}. The same person? reviewlog link {number} {known}"
    " --because TEXT. Misspelt? reviewlog undo"
)
MOST_LISTED = 12
"""More incidents than that are not listed; each can be named."""
ANY = "Please type the number of an incident, or the name; reviewlog list shows all."
LATELY = timedelta(days=30)


def settle_who(session: Session, name: str) -> str:
    """Return the name meant: on a terminal a near one is asked about."""
    if session.logbook.incidents_of(name):
        return name
    near = session.logbook.near_names(name)
    if not near:
        return name
    return near[0] if session.confirm(f"Do you mean {harmless_line(near[0])}?") else name


def hint_at_near_name(session: Session, receipt: Receipt, name: str | None) -> None:
    """Tell a script that the incident it has just opened may be somebody's who has one."""
    if receipt.opened and name is not None:
        say_near_name(session, receipt.row, name)


def say_near_name(session: Session, row: Mapping[str, Any], name: str) -> None:
    """Say of a new incident who with a name like this one has an incident already."""
    for near in session.logbook.near_names(name):
        mine = session.logbook.incidents_of(near) if person_key(near) != person_key(name) else []
        if mine:
            numbers = {"number": row["number"], "known": mine[0]["number"]}
            names = {"name": harmless_line(name), "near": harmless_line(near)}
            session.talk(wrapped(NEAR.format(**names, **numbers), session.machine.width()))
            return


def settle_incident(session: Session, said: Contact) -> Contact:
    """Settle which incident a contact belongs to, asking on a terminal where it is not clear."""
    if said.incident is not None:
        return said._replace(incident=settle_word(session, said.incident))
    customer = said.on_behalf_of or said.who
    if not session.interactive or customer is None:
        return said
    meant = settle_who(session, customer)
    said = said._replace(on_behalf_of=meant) if said.on_behalf_of else said._replace(who=meant)
    if said.new:
        return said
    mine = [row for row in session.logbook.incidents_of(meant) if row["state"] == "open"]
    if len(mine) > 1:
        return said._replace(incident=_chosen(session, SeveralIncidentsError(meant, tuple(mine))))
    return _lately_closed(session, said, meant) if not mine else said


def settle_word(session: Session, word: str) -> str:
    """Return the number meant by a number or a name, asking where it is not clear."""
    try:
        return str(session.logbook.get_incident(word)["number"])
    except SeveralIncidentsError as several:
        if not session.interactive:
            raise
        return _chosen(session, several)
    except UnknownIncidentError as unknown:
        shown = _under_shown_name(session, word)
        if shown is not None:
            return shown
        near = session.logbook.near_names(word)
        if not session.interactive or not near or not unknown.near:
            raise
        if not session.confirm(f"Do you mean {harmless_line(near[0])}?"):
            raise
        return settle_word(session, near[0])


def ask_incident(session: Session, question: str) -> str | None:
    """Return the number of an incident that was not named, None where nobody can be asked."""
    if not session.interactive or not exists(session.folder):
        return None
    from reviewlog.render.lists import incident_words

    state = "closed" if session.verb == "reopen" else "open"
    rows, today = session.logbook.incidents(), session.logbook.now().date().isoformat()
    if not rows:
        return None
    listed = [row for row in rows if row["state"] == state][:MOST_LISTED]
    choices = [Choice(r["number"], incident_words(r, today), (), r["number"]) for r in listed]

    def read(word: str) -> str:
        found = fitting(word, choices)
        return str(found[0].value) if len(found) == 1 else _named(session, word)

    return session.ask_until("\n".join([question, *listed_lines(choices)]), "N", read)


def _named(session: Session, word: str) -> str:
    try:
        return settle_word(session, word)
    except (UnknownIncidentError, RefusedError) as error:
        session.explain(error)
        raise AskAgainError(ANY) from None


def step_title(session: Session, number: str, step: str | None) -> str:
    """Return the step that is meant, as it stands in a question."""
    title = session.logbook.step_meant(number, step).title
    return f"“{harmless_line(title).rstrip('.')}”"


def _under_shown_name(session: Session, word: str) -> str | None:
    """Return the only incident whose review stands under a name, an open one first."""
    key = person_key(word)
    known = session.logbook.incidents(who=word) if key and not word.isdecimal() else []
    fitting = [row for row in known if person_key(row["nick"]) == key]
    still_open = [row for row in fitting if row["state"] == "open"] or fitting
    return str(still_open[0]["number"]) if len(still_open) == 1 else None


def _chosen(session: Session, several: SeveralIncidentsError) -> str:
    from reviewlog.render.lists import incident_words

    today = session.logbook.now().date().isoformat()
    session.talk(f"{harmless_line(several.who)} has more than one open incident:")
    rows = sorted(several.incidents, key=lambda row: int(row["number"]))
    lines, numbers = [incident_words(row, today) for row in rows], [row["number"] for row in rows]
    return str(rows[session.choose("Which one?", lines, numbers)]["number"])


def _lately_closed(session: Session, said: Contact, name: str) -> Contact:
    since = utc_text(session.logbook.now() - LATELY)
    known = session.logbook.incidents_of(name)
    mine = [r for r in known if r["state"] == "closed" and r["last_at"] >= since]
    if not mine:
        return said
    question = (
        f"{harmless_line(name)}'s incident {mine[0]['number']} was closed lately. Write into it?"
    )
    if session.confirm(question, default=False):
        return said._replace(incident=str(mine[0]["number"]))
    return said

"""Correct an entry: the last one unless you name it. The old version stays in the log.

reviewlog amend --who 'Dana Smyth' --why 'misheard'

reviewlog amend 31 --incident 13
"""

from typing import Annotated, Any

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.texts import edited, either, maybe, one_text, past
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.domain import vocabulary
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.money import parse_amount
from reviewlog.domain.shows import shows
from reviewlog.domain.time.moment import Moment, moment_to_field
from reviewlog.domain.usage_errors import ConflictingOptionsError, EmptyAmendmentError

EXACTLY = "Their exact words, for entry {number}?"


def run(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="[ENTRY] [TEXT]", help="The entry's number; the right text.")] = None,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="The right name.")] = None,
    at: options.At = None,
    threat: Annotated[str | None, typer.Option(metavar="LEVEL", help="none, veiled, open, harm or withdrawn.")] = None,
    incident: Annotated[str | None, typer.Option(metavar="N", help="The incident it belongs to.")] = None,
    quote: Annotated[str | None, typer.Option(metavar="TEXT", help="Their exact words.")] = None,
    via: Annotated[str | None, typer.Option(metavar="CHANNEL", help="The right channel.")] = None,
    inbound: Annotated[bool, typer.Option("--in", help="They came to you.")] = False,
    outbound: Annotated[bool, typer.Option("--out", help="You went to them.")] = False,
    no_answer: Annotated[bool, typer.Option("--no-answer", help="Nobody answered.")] = False,
    amount: options.Amount = None,
    cost: Annotated[str | None, typer.Option(metavar="40.00", help="What an attempt cost.")] = None,
    by: options.By = None,
    site: Annotated[str | None, typer.Option(metavar="SITE", help="The right site, or the one that they named.")] = None,
    stars: Annotated[int | None, typer.Option(metavar="1", min=0, max=5, help="The right stars.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="The address of the review.")] = None,
    on_behalf_of: Annotated[str | None, typer.Option("--for", metavar="NAME", help="Whom they spoke for.")] = None,
    nick: Annotated[str | None, typer.Option("--as", metavar="NICK", help="The right nick.")] = None,
    phone: Annotated[str | None, typer.Option(metavar="NUMBER", help="Their number.")] = None,
    staff: Annotated[str | None, typer.Option(metavar="NAME", help="Who of you it was.")] = None,
    pleased: Annotated[bool, typer.Option("--pleased", help="They said that all is well.")] = False,
    how: options.How = None,
    what: options.Shows = None,
    source: options.Source = None,
    taken: options.Taken = None,
    taken_by: Annotated[str | None, typer.Option(metavar="NAME", help="Who took the file.")] = None,
    consent: options.Consent = None,
    why: options.Why = None,
    edit: options.Edit = False,
    right: Annotated[str | None, typer.Option("--text", metavar="TEXT", help="The right text; it needs no option.")] = None,
) -> None:  # fmt: skip
    """Correct an entry; the old version stays."""
    session: Session = ctx.obj
    if inbound and outbound:
        raise ConflictingOptionsError("--in", "--out")
    entry, rest = _entry_first(words or [])
    if right is not None:
        rest = [*rest, right]
    text = _edited(session, entry, rest) if edit else one_text(session, rest)
    fields: dict[str, Any] = {
        "who": who,
        "happened_at": _field(past(session, at)),
        "threat": maybe(vocabulary.threat, threat),
        "quote": _quoted(session, entry, quote),
        "text": text,
        "channel": maybe(vocabulary.channel, via),
        "direction": "in" if inbound else "out" if outbound or no_answer else None,
        "no_answer": no_answer or None,
        "amount": maybe(parse_amount, amount),
        "cost": maybe(parse_amount, cost),
        "due": _field(either(session, by)) if by else None,
        "site": maybe(vocabulary.site, site),
        "stars": stars,
        "nick": nick,
        "url": url,
        "on_behalf_of": on_behalf_of,
        "phone": phone,
        "staff": staff,
        "pleased": pleased or None,
        "how": maybe(vocabulary.how, how),
        "shows": maybe(shows, what),
        "source": source,
        "captured_at": _field(past(session, taken)),
        "by": taken_by,
        "consent": maybe(vocabulary.consent, consent),
    }
    if incident is None and not any(value is not None for value in fields.values()):
        entry, fields = _asked(session, entry)
    home = settle_word(session, incident) if incident is not None else None
    answer(session, "amend", session.logbook.amend(entry, fields, home, why))


def _asked(session: Session, entry: str | None) -> tuple[str, dict[str, Any]]:
    """Ask what is wrong. Raises EmptyAmendmentError where nobody can be asked."""
    if not session.interactive:
        raise EmptyAmendmentError(session.logbook.correctable(entry)[0])
    from reviewlog.commands.asking.wrong import ask_right

    return ask_right(session, entry)


def _entry_first(words: list[str]) -> tuple[str | None, list[str]]:
    """A number in front names the entry; everything else is text."""
    if words and words[0].isascii() and words[0].isdigit():
        return words[0], words[1:]
    return None, words


def _edited(session: Session, entry: str | None, rest: list[str]) -> str:
    start = " ".join(rest) if rest else session.logbook.words_of(entry, "text")[1]
    return edited(session, start)


def _quoted(session: Session, entry: str | None, quote: str | None) -> str | None:
    """Return the exact words; they are asked for where the option stands without them."""
    if quote is None or quote.strip() or not session.interactive:
        return quote
    number, before = session.logbook.words_of(entry, "quote")
    question = EXACTLY.format(number=number)
    if before:
        question += f"\n  so far: {harmless_line(before)}"
    return session.ask(question, "--quote TEXT", like="Pay, or I write one star")


def _field(moment: Moment | None) -> dict[str, str | int] | None:
    return moment_to_field(moment) if moment else None

"""Write down a call, a message or a visit.

With --who it opens an incident, or joins the only open one of that person. With --json, -
reads entries as JSON, one or many, all or none: reviewlog schema log-input

reviewlog log 'She says the cake was dry' --who 'Dana Smith' --threat open

reviewlog log --incident 12 --out --via email 'I wrote to apologise'

reviewlog log --stranger --via email 'Somebody wants $500, or one star'
"""

from pathlib import Path
from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.texts import future, maybe, one_text, past
from reviewlog.commands.asking.threat import asked_threat
from reviewlog.commands.asking.whom import hint_at_near_name, settle_incident, settle_word
from reviewlog.commands.session import Session
from reviewlog.domain import vocabulary
from reviewlog.domain.money import currency_of, parse_amount
from reviewlog.domain.usage_errors import ConflictingOptionsError, MissingError
from reviewlog.logbook.receipt import Receipt
from reviewlog.logbook.said import Contact

WHO = "Who was it?"
WORDS = "What did they say, in a few words?"
EXACTLY = "Their exact words?"
QUOTE = "Pay, or I write one star"


def run(
    ctx: typer.Context,
    text: options.Text = None,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="Who it was.")] = None,
    incident: Annotated[str | None, typer.Option(metavar="N", help="A known incident.")] = None,
    via: Annotated[str, typer.Option(metavar="CHANNEL", help="phone, visit, email, sms, whatsapp, chat, social, letter, other or a site.")] = "phone",
    inbound: Annotated[bool, typer.Option("--in", help="They came to you (the default).")] = False,
    outbound: Annotated[bool, typer.Option("--out", help="You went to them.")] = False,
    no_answer: Annotated[bool, typer.Option("--no-answer", help="You tried, nobody answered.")] = False,
    at: options.At = None,
    quote: Annotated[str | None, typer.Option(metavar="TEXT", help="Their exact words.")] = None,
    demand: Annotated[str | None, typer.Option(metavar="TEXT", help="What they want.")] = None,
    amount: options.Amount = None,
    by: options.By = None,
    threat: Annotated[str | None, typer.Option(metavar="LEVEL", help="none, veiled, open, harm or withdrawn.")] = None,
    site: Annotated[list[str] | None, typer.Option(metavar="SITE", help="The review site they named.")] = None,
    attach: options.Files = None,
    consent: options.Consent = None,
    phone: Annotated[str | None, typer.Option(metavar="NUMBER", help="Their number.")] = None,
    on_behalf_of: Annotated[str | None, typer.Option("--for", metavar="NAME", help="The customer they speak for.")] = None,
    staff: Annotated[str | None, typer.Option(metavar="NAME", help="Who of you it was.")] = None,
    pleased: Annotated[bool, typer.Option("--pleased", help="They said that all is well.")] = False,
    leave_alone: Annotated[bool, typer.Option("--leave-alone", help="They want no contact.")] = False,
    cool_until: Annotated[str | None, typer.Option(metavar="WHEN", help="No contact before.")] = None,
    new: Annotated[bool, typer.Option("--new", help="A new incident, although one is open.")] = False,
    stranger: Annotated[bool, typer.Option("--stranger", help="Nobody knows who it was.")] = False,
    edit: options.Edit = False,
) -> None:  # fmt: skip
    """Write down a call, a message or a visit."""
    session: Session = ctx.obj
    if session.json and text == ["-"]:
        from reviewlog.commands.entering.writing import enter

        enter(session, ctx.params)
        return
    _check(inbound=inbound, outbound=outbound, no_answer=no_answer)
    if stranger:
        _check_stranger({"--who": who, "--for": on_behalf_of, "--incident": incident})
    said = Contact(
        who=who,
        incident=incident,
        channel=vocabulary.channel(via),
        direction="out" if outbound or no_answer else "in",
        no_answer=no_answer,
        text=one_text(session, text, edit=edit),
        quote=quote,
        demand=demand,
        amount=maybe(parse_amount, amount),
        currency=currency_of(amount),
        threat=maybe(vocabulary.threat, threat),
        sites=tuple(vocabulary.site(word) for word in site or ()),
        files=tuple(attach or ()),
        consent=_consent(session, attach, consent),
        phone=phone,
        on_behalf_of=on_behalf_of,
        staff=staff,
        pleased=pleased,
        leave_alone=leave_alone,
        new=new,
        stranger=stranger,
    )
    happened = past(session, at)
    said = said._replace(
        at=happened,
        due=future(session, by, since=happened),
        cool_until=future(session, cool_until, since=happened),
    )
    if session.interactive and said.incident is not None:
        said = said._replace(incident=settle_word(session, said.incident))
    said = asked(session, said)
    receipt = session.logbook.log(settle_incident(session, said))
    answer(session, "log", receipt, _remark(session, receipt) if attach else None)
    if not session.interactive:
        hint_at_near_name(session, receipt, on_behalf_of or who)


def _check(*, inbound: bool, outbound: bool, no_answer: bool) -> None:
    if inbound and outbound:
        raise ConflictingOptionsError("--in", "--out")
    if inbound and no_answer:
        raise ConflictingOptionsError("--in", "--no-answer")


def _check_stranger(named: dict[str, str | None]) -> None:
    for option, name in named.items():
        if name is not None:
            raise ConflictingOptionsError("--stranger", option)


def _consent(session: Session, files: list[Path] | None, word: str | None) -> str | None:
    if not files:
        return None
    from reviewlog.commands.asking.consent import settled_consent

    return settled_consent(session, files, word)


def _remark(session: Session, receipt: Receipt) -> str:
    """Name the exhibits that the files are, and what to mind of a recording."""
    from reviewlog.commands.asking.consent import consent_remark
    from reviewlog.logbook.writing.numbering import labels_of
    from reviewlog.render.disputes.claims import exhibit_words

    with session.logbook.store.reading():
        labels = labels_of(session.logbook, str(receipt.row["id"]))
    mine = [labels[entry.id] for entry in receipt.entries if entry.id in labels]
    return " ".join(filter(None, (exhibit_words(mine), consent_remark(receipt))))


def asked(session: Session, said: Contact) -> Contact:
    """Ask for what is missing: who, their words, and whether a review was tied to it.

    Raises MissingError with everything that is missing where nobody can be asked.
    """
    named = said.who or said.incident or said.on_behalf_of
    nobody = named is None and not said.stranger
    silent = not (said.text or said.quote or said.demand or said.files or said.no_answer)
    given = said.text is not None or said.quote is not None or said.demand is not None
    if not session.interactive:
        missing = ["TEXT"] if silent and not given else []
        missing += ["--who NAME, --stranger or --incident N"] if nobody else []
        if missing:
            raise MissingError(tuple(missing))
        return said
    if said.quote is not None and not said.quote.strip():
        said = said._replace(quote=session.ask(EXACTLY, "--quote TEXT", like=QUOTE))
    if nobody:
        said = said._replace(who=session.ask(WHO, "--who", like="Dana Smith"))
    if silent and not given:
        said = said._replace(
            text=session.ask(WORDS, "TEXT", like="The cake was dry, she wants her money back")
        )
        if said.threat is None and said.direction == "in":
            said = said._replace(threat=asked_threat(session))
    return said

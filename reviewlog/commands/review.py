"""Write down a review, or that it was changed or is gone.

Without N it opens an incident with an unknown reviewer.

reviewlog review 12 --site google --stars 1 --as CakeFan77 --posted 'today' --text 'Dry and rude'

reviewlog review 12 --gone
"""

from functools import partial
from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.texts import edited, future, maybe, past
from reviewlog.commands.asking.vocabulary import ask_site
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.domain import vocabulary
from reviewlog.domain.time.moment import Moment
from reviewlog.domain.usage_errors import BadWordError, ConflictingOptionsError, MissingError
from reviewlog.logbook.receipt import Receipt
from reviewlog.logbook.said import Posted

WAVE = (
    "Several bad reviews in a few days? Put them into one incident: reviewlog review {first} ...;"
    " then the playbook wave fits."
)
ADDRESS = "https://www.google.com/maps/reviews/..."
HOW_MANY = "How many stars of 5? (Enter: not said)"
POSTED = "When was it posted? (Enter: not said)"
STARS = ("0", "1", "2", "3", "4", "5")


def run(
    ctx: typer.Context,
    incident: Annotated[str | None, typer.Argument(metavar="[N]", help="The incident, if it is known.")] = None,
    site: Annotated[str | None, typer.Option(metavar="SITE", help="Where it stands.")] = None,
    stars: Annotated[str | None, typer.Option(metavar="1", help="How many stars of 5.")] = None,
    text: Annotated[str | None, typer.Option(metavar="TEXT", help="The review word for word; - reads standard input.")] = None,
    edit: options.Edit = False,
    nick: Annotated[str | None, typer.Option("--as", metavar="NICK", help="The name it stands under.")] = None,
    posted: Annotated[str | None, typer.Option(metavar="WHEN", help="When it was posted.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Its address.")] = None,
    by: Annotated[str | None, typer.Option(metavar="WHEN", help="Until when the site takes your answer.")] = None,
    changed: Annotated[bool, typer.Option("--changed", help="It was changed.")] = False,
    gone: Annotated[bool, typer.Option("--gone", help="It is gone.")] = False,
) -> None:  # fmt: skip
    """Write down a review, or that it was changed or is gone."""
    session: Session = ctx.obj
    if changed and gone:
        raise ConflictingOptionsError("--changed", "--gone")
    state = "changed" if changed else "gone" if gone else "up"
    number = settle_word(session, incident) if incident is not None else None
    since = past(session, posted)
    words = _text(session, text, edit=edit)
    asks = session.interactive and not (site or words or stars or nick or posted or url)
    if state == "up":
        site, words = _asked(session, site, words, stars)
        if asks:
            stars, nick, url, since = _more(session)
    elif incident is None:
        raise MissingError(("N",))
    said = Posted(
        site=maybe(vocabulary.site, site),
        stars=_stars(stars),
        text=words,
        nick=nick,
        posted=since,
        url=url,
        due=future(session, by, since=since),
        state=state,
    )
    receipt = session.logbook.review(number, said)
    first = session.logbook.wave_of(receipt)
    remark = WAVE.format(first=first) if first else None
    answer(session, "review", _followed(session, receipt), remark)


def _followed(session: Session, receipt: Receipt) -> Receipt:
    """Ask at once whether the playbook that fits better shall lead."""
    offers = [item for item in receipt.agenda if item.step.startswith("use-")]
    if not offers or not session.interactive:
        return receipt
    from reviewlog.render.receipt import receipt_head

    session.kept = str(receipt.main.id.seq)
    session.show(receipt_head(receipt, session.logbook.now(), session.machine.width()))
    if not session.confirm(offers[0].title):
        return receipt
    number = str(receipt.row["number"])
    return session.logbook.use_playbook(number, offers[0].step.removeprefix("use-"))


def _text(session: Session, text: str | None, *, edit: bool) -> str | None:
    if edit:
        return edited(session, text or "")
    return session.machine.read_stdin() if text == "-" else text


def _asked(
    session: Session, site: str | None, text: str | None, stars: str | None
) -> tuple[str, str | None]:
    if site is None and not session.interactive:
        missing = ["--site SITE"] + (["--text TEXT or --stars 1"] if not (text or stars) else [])
        raise MissingError(tuple(missing))
    site = site or ask_site(session, "On which site?", "--site")
    if text is None and stars is None:
        text = session.ask(
            "The review, word for word?",
            "--text TEXT or --stars 1",
            like="Dry and rude. Never again!",
        )
    return site, text


def _more(session: Session) -> tuple[str | None, str | None, str | None, Moment | None]:
    """Ask for what else is known of a review; Enter skips each."""
    return (
        session.ask_maybe_until(HOW_MANY, _readable_stars, like="1"),
        session.ask_maybe("Under which name does it stand? (Enter: not said)", like="CakeFan77"),
        session.ask_maybe("Its address, copied from the browser? (Enter: not said)", like=ADDRESS),
        session.ask_maybe_until(POSTED, partial(past, session), like="yesterday, last tuesday"),
    )


def _readable_stars(answer: str) -> str:
    """Return a number of stars as it was typed. Raises BadWordError."""
    _stars(answer.strip())
    return answer.strip()


def _stars(word: str | None) -> int | None:
    if word is None:
        return None
    if word not in STARS:
        raise BadWordError("number of stars", word, STARS)
    return int(word)

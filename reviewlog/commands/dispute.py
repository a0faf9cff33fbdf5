"""Ask a site to act on a review: choose its ground, see what is missing, keep what it answers.

Nothing is sent by itself: without --sent, --early, --answer or --notice it prepares.

reviewlog dispute 12 --site google

reviewlog dispute 12 --sent --reference 4-1234 --as-shown
"""

from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.asking.trade import settled_trade
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.disputing.grounds import key_of, settle_answered, settle_review, settle_site
from reviewlog.commands.disputing.reporting import Typed, check_mode, mode_of, record
from reviewlog.commands.session import Session
from reviewlog.domain.facts.disputes import ANSWERS


def run(
    ctx: typer.Context,
    incident: options.Incident,
    words: Annotated[list[str] | None, typer.Argument(metavar="[TEXT]", help="With --answer: the site's words; - reads standard input.")] = None,
    site: Annotated[str | None, typer.Option(metavar="SITE", help="The site that is asked.")] = None,
    of: Annotated[str | None, typer.Option(metavar="ENTRY", help="Which review, or all.")] = None,
    ground: Annotated[str | None, typer.Option(metavar="ID", help="The site's ground; see site show.")] = None,
    anew: Annotated[bool, typer.Option("--anew", help="Choose the ground anew.")] = False,
    field: Annotated[list[str] | None, typer.Option("--field", metavar="LABEL=TEXT", help="What goes into a field of the form.")] = None,
    sent: Annotated[bool, typer.Option("--sent", help="You have sent the report.")] = False,
    early: Annotated[bool, typer.Option("--early", help="You have reported a threat before a review.")] = False,
    answered: Annotated[str | None, typer.Option("--answer", metavar="WORD", help="The site's answer: removed, refused or more.")] = None,
    notice: Annotated[str | None, typer.Option(metavar="TEXT", help="A notice came: its number or words; of a site with --site.")] = None,
    reference: Annotated[str | None, typer.Option(metavar="NUMBER", help="The site's own number for it.")] = None,
    deadline: Annotated[str | None, typer.Option(metavar="WHEN", help="The day that the site set.")] = None,
    text: Annotated[str | None, typer.Option(metavar="TEXT", help="What you sent, word for word; - reads standard input.")] = None,
    as_shown: Annotated[bool, typer.Option("--as-shown", help="You sent the form as it was shown.")] = False,
    exhibit: Annotated[list[str] | None, typer.Option("--exhibit", metavar="E3", help="A file that you sent with it.")] = None,
    gone: Annotated[bool, typer.Option("--gone", help="With --answer removed: you saw that it is gone.")] = False,
    at: options.At = None,
) -> None:  # fmt: skip
    """Ask a site to act: choose the ground, see what is missing, keep its answer."""
    session: Session = ctx.obj
    mode = mode_of(sent=sent, early=early, answered=answered, notice=notice)
    said = Typed(
        loose=words,
        site="",
        review=None,
        ground=ground,
        notice=notice,
        reference=reference,
        deadline=deadline,
        text=text,
        fields=field,
        exhibits=exhibit,
        at=at,
        as_shown=as_shown,
        gone=gone,
    )
    number = settle_word(session, incident)
    check_mode(said, mode, number)
    if mode is None or as_shown:
        settled_trade(session)
    view = session.logbook.view(number)
    # A notice may come from an office: only an owner who names the site says it is the site's.
    is_open = mode == "notice" and not (site or of or ground or field)
    where = "" if is_open else settle_site(session, view, site, of)
    if mode in ("early", "notice"):
        review = None
    elif mode in ANSWERS:
        review = settle_answered(session, view, where, of)
    else:
        review = settle_review(session, view, where, of)
    said = said._replace(site=where, review=review)
    if mode is not None:
        record(session, view, mode, said)
        return
    from reviewlog.commands.disputing.preparing import prepare

    prepare(session, view, said, anew=anew, key=key_of(review))

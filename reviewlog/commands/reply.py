"""Draft a reply, let it lie, read it again; check any text; keep what was really posted.

Nothing is posted or sent by itself. A draft is ready after minutes to a night.

reviewlog reply 12

reviewlog reply 12 --check answer.txt

reviewlog reply 12 --print

reviewlog reply 12 --posted --url 'https://maps.google.com/...'

reviewlog reply 12 --private --posted --channel email

reviewlog reply rules
"""

from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.session import Session


def run(
    ctx: typer.Context,
    incident: Annotated[str, typer.Argument(metavar="N", help="Number of the incident, or the name; the word rules lists all rules.")],
    words: Annotated[list[str] | None, typer.Argument(metavar="[TEXT]", help="Your own text in quotation marks; - reads standard input.")] = None,
    public: Annotated[bool, typer.Option("--public", help="Under the review, for all to read (the default).")] = False,
    private: Annotated[bool, typer.Option("--private", help="A message to them alone.")] = False,
    call: Annotated[bool, typer.Option("--call", help="What you will say on the telephone.")] = False,
    site: Annotated[str | None, typer.Option(metavar="SITE", help="Where the review is.")] = None,
    of: Annotated[str | None, typer.Option(metavar="ENTRY", help="Which review.")] = None,
    case: Annotated[str | None, typer.Option(metavar="TEXT", help="A sentence about this very case.")] = None,
    fact: Annotated[str | None, typer.Option(metavar="TEXT", help="The fact that is different.")] = None,
    did: Annotated[str | None, typer.Option(metavar="TEXT", help="What you did to put it right.")] = None,
    offer: Annotated[str | None, typer.Option(metavar="TEXT", help="What you offer, in a message only.")] = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="Whose name stands under it.")] = None,
    door: Annotated[str | None, typer.Option(metavar="TEXT", help="Where they reach you yourself.")] = None,
    day: Annotated[str | None, typer.Option(metavar="DAY", help="By when they hear from you.")] = None,
    new: Annotated[bool, typer.Option("--new", help="Begin again from the parts.")] = False,
    edit: options.Edit = False,
    no_edit: Annotated[bool, typer.Option("--no-edit", help="Keep it as it is put together.")] = False,
    unfold: Annotated[bool, typer.Option("--unfold", help="Show the words of their review.")] = False,
    whole: Annotated[bool, typer.Option("--all", help="Show all that was found in full.")] = False,
    check: Annotated[str | None, typer.Option(metavar="FILE", help="Check a text, write nothing; - reads standard input.")] = None,
    now: Annotated[str | None, typer.Option(metavar="REASON", help="Take the draft for ready at once.")] = None,
    eyes: Annotated[str | None, typer.Option(metavar="NAME", help="Who is to read it first; nobody takes that back.")] = None,
    seen_by: Annotated[str | None, typer.Option("--seen-by", metavar="NAME", help="Who has read it; TEXT is what they said.")] = None,
    bare: Annotated[bool, typer.Option("--print", help="Only the text, once it is ready.")] = False,
    versions: Annotated[bool, typer.Option("--versions", help="All versions, with what changed.")] = False,
    posted: Annotated[bool, typer.Option("--posted", help="You have posted or sent it: the draft, or TEXT.")] = False,
    at: options.At = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="With --posted: its address.")] = None,
    channel: Annotated[str | None, typer.Option(metavar="CHANNEL", help="With --private --posted: email (the default), sms, letter or more.")] = None,
    despite: options.Despite = None,
) -> None:  # fmt: skip
    """Draft a reply, let it lie, check it, keep what was posted."""
    session: Session = ctx.obj
    if incident.casefold() == RULES:
        from reviewlog.commands.replying.rules import show_rules

        show_rules(session, words[0] if words else None, whole=whole)
        return
    from reviewlog.commands.replying.running import run_typed
    from reviewlog.commands.replying.typed import Typed, medium_of, mode_of

    values = {"case": case, "fact": fact, "did": did, "offer": offer, "name": name, "door": door,
              "day": day}  # fmt: skip
    said = {"--check": check, "--now": now, "--seen-by": seen_by, "--print": bare,
            "--versions": versions, "--posted": posted}  # fmt: skip
    typed = Typed(
        medium=medium_of(public=public, private=private, call=call),
        mode=mode_of(said),
        loose=words,
        site=site,
        of=of,
        values={name: text for name, text in values.items() if text is not None},
        new=new,
        edit=edit,
        no_edit=no_edit,
        unfold=unfold,
        whole=whole,
        eyes=eyes,
        despite=despite,
        check=check,
        now=now,
        seen_by=seen_by,
        at=at,
        url=url,
        channel=channel,
    )
    run_typed(session, incident, typed)


RULES = "rules"
"""The word that stands for an incident's number where the rules are asked for."""

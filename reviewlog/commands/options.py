"""Options that several verbs share."""

from pathlib import Path
from typing import Annotated

import typer

Incident = Annotated[str, typer.Argument(metavar="N", help="Number of the incident, or the name.")]
Text = Annotated[
    list[str] | None,
    typer.Argument(metavar="[TEXT]", help="In quotation marks; - reads standard input."),
]
At = Annotated[str | None, typer.Option("--at", metavar="WHEN", help="When it happened.")]
Edit = Annotated[bool, typer.Option("--edit", help="Write the text in your editor.")]
Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="The reason.")]
Despite = Annotated[
    str | None,
    typer.Option("--despite", metavar="REASON", help="Plan it against a rule, and say why."),
]
Amount = Annotated[str | None, typer.Option("--amount", metavar="240.00", help="How much.")]
By = Annotated[str | None, typer.Option("--by", metavar="WHEN", help="Their deadline.")]
Files = Annotated[
    list[Path] | None, typer.Option("--attach", metavar="FILE", help="Keep a copy of a file.")
]
How = Annotated[
    str | None,
    typer.Option(
        "--how",
        metavar="HOW",
        help="screenshot, saved-page, forwarded-mail, recording, photo, document, download or other.",
    ),
]
Shows = Annotated[
    str | None,
    typer.Option(
        "--shows",
        metavar="WHAT",
        help="note (ours), record (ours), message (theirs), review (the public page) or third-party.",
    ),
]
Source = Annotated[
    str | None, typer.Option("--from", metavar="URL", help="The address, or in words, from where.")
]
Taken = Annotated[str | None, typer.Option("--taken", metavar="WHEN", help="When it was taken.")]
Consent = Annotated[
    str | None,
    typer.Option(
        "--consent",
        metavar="BASIS",
        help="Who agreed to a recording: one-party, everybody or unknown.",
    ),
]
Step = Annotated[str | None, typer.Argument(metavar="[STEP]", help="The step; see next N.")]

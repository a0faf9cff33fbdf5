"""The one door: everything an owner can do with a logbook."""

from typing import TYPE_CHECKING

from reviewlog.logbook.acting.away import Away
from reviewlog.logbook.acting.directing import Directing
from reviewlog.logbook.acting.stepping import Acting
from reviewlog.logbook.keeping.checking import Keeping
from reviewlog.logbook.looking import Looking
from reviewlog.logbook.proving.checkpointing import Proving
from reviewlog.logbook.receipt import Receipt
from reviewlog.logbook.said import ReplyDraft, ReplyPosted
from reviewlog.logbook.sharing.gathering import Sharing
from reviewlog.logbook.writing.correcting import Correcting
from reviewlog.logbook.writing.mending import Mending
from reviewlog.logbook.writing.noting import Writing

if TYPE_CHECKING:
    from reviewlog.domain.reply.drafts import Drafting
    from reviewlog.domain.reply.finding import Checked
    from reviewlog.reply.case import Case


class Logbook(
    Writing, Mending, Correcting, Acting, Directing, Away, Looking, Sharing, Proving, Keeping
):
    """A logbook: write down, correct, act, look, share, prove, keep, reply.

    Replies are loaded when one is written: no verb of every day needs them.
    """

    def reply_case(
        self, incident: str, medium: str, site: str | None = None, of: str | None = None
    ) -> "Case":
        """Return what the checks know besides the text."""
        from reviewlog.logbook.replies.checking import reply_case

        return reply_case(self, incident, medium, site, of)

    def check_reply(
        self,
        incident: str,
        text: str,
        medium: str,
        site: str | None = None,
        of: str | None = None,
    ) -> "Checked":
        """Return what the checks say of a text."""
        from reviewlog.logbook.replies.checking import check_reply

        return check_reply(self, incident, text, medium, site, of)

    def drafting(
        self, incident: str, medium: str, site: str | None = None, of: str | None = None
    ) -> "Drafting":
        """Return how far the draft of a reply has come."""
        from reviewlog.logbook.replies.checking import drafting

        return drafting(self, incident, medium, site, of)

    def draft(self, incident: str, text: str, said: ReplyDraft) -> Receipt:
        """Keep a version of a reply."""
        from reviewlog.logbook.replies.replying import draft_reply

        return draft_reply(self, incident, text, said)

    def ready_now(self, incident: str, said: ReplyDraft, why: str) -> Receipt:
        """Write down that the owner will not wait, and why. Raises NoDraftError."""
        from reviewlog.logbook.replies.replying import ready_now

        return ready_now(self, incident, said, why)

    def seen(self, incident: str, said: ReplyDraft, by: str, text: str | None) -> Receipt:
        """Write down that somebody has read the draft. Raises NoDraftError."""
        from reviewlog.logbook.replies.replying import seen

        return seen(self, incident, said, by, text)

    def post(self, incident: str, said: ReplyPosted) -> Receipt:
        """Write down what was posted or sent in the end."""
        from reviewlog.logbook.replies.replying import post_reply

        return post_reply(self, incident, said)

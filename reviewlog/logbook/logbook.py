"""The one door: everything an owner can do with a logbook."""

from reviewlog.logbook.acting import Acting
from reviewlog.logbook.away import Away
from reviewlog.logbook.correcting import Correcting
from reviewlog.logbook.directing import Directing
from reviewlog.logbook.keeping import Keeping
from reviewlog.logbook.looking import Looking
from reviewlog.logbook.mending import Mending
from reviewlog.logbook.proving import Proving
from reviewlog.logbook.sharing import Sharing
from reviewlog.logbook.writing import Writing


class Logbook(
    Writing, Mending, Correcting, Acting, Directing, Away, Looking, Sharing, Proving, Keeping
):
    """A logbook: write down, correct, act, look, share, prove, keep."""

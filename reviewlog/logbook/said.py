"""What the owner says with a verb: the words already read, before anything is decided."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from reviewlog.domain.entry import NOTHING
from reviewlog.domain.time.moment import Moment


class Capture(NamedTuple):
    """How files were come by, as `attach` takes it; all that the owner knows of it."""

    how: str | None = None
    source: str | None = None
    """The address or the words from where."""
    by: str | None = None
    """Who took it."""
    taken: Moment | None = None
    derived_from: str | None = None
    """Entry of the file that it was made of."""
    consent: str | None = None
    """Who agreed to being recorded; a recording needs it."""
    shows: str | None = None
    """What they show, where the way they came does not say it."""
    redacts: str | None = None
    """The exhibit of which it is a copy with parts blacked out."""


class Contact(NamedTuple):
    """One call, message or visit, as `log` takes it."""

    who: str | None = None
    incident: str | None = None
    """Number or name of a known incident; else `who` opens or joins one."""
    channel: str = "phone"
    direction: str = "in"
    no_answer: bool = False
    at: Moment | None = None
    text: str | None = None
    quote: str | None = None
    demand: str | None = None
    amount: str | None = None
    due: Moment | None = None
    """The customer's own deadline."""
    threat: str | None = None
    sites: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    consent: str | None = None
    """Who agreed to the recordings among them."""
    phone: str | None = None
    on_behalf_of: str | None = None
    """The customer, when `who` speaks for them."""
    staff: str | None = None
    pleased: bool = False
    leave_alone: bool = False
    cool_until: Moment | None = None
    promise: str | None = None
    """What we promised them in it, and for when."""
    promised_for: Moment | None = None
    new: bool = False
    """Open a new incident although the person has one."""
    stranger: bool = False
    """Nobody knows who it was: a new incident with an unknown person."""
    currency: str | None = None
    """As typed with the amount; else the configured one."""
    draft: str | None = None
    """The draft that was sent, `log:seq`."""
    against: str | None = None
    """Ids of the rules of replies that stood against it, joined."""

    @property
    def capture(self) -> Capture:
        """How its files were come by."""
        return Capture(consent=self.consent)


class Answer(NamedTuple):
    """What we say to a demand, or the demand itself, as `demand` takes it."""

    state: str = "open"
    text: str | None = None
    amount: str | None = None
    due: Moment | None = None
    at: Moment | None = None
    why: str | None = None
    currency: str | None = None
    """As typed with the amount; else the configured one."""
    of: str | None = None
    """Entry of the demand that is answered; needed only where several are open."""


class Remedy(NamedTuple):
    """One moment in the life of an attempt, as `attempt` takes it."""

    state: str = "offered"
    text: str | None = None
    kind: str | None = None
    cost: str | None = None
    label: str | None = None
    at: Moment | None = None
    currency: str | None = None
    """As typed with the amount; else the configured one."""


class Posted(NamedTuple):
    """A review, or what became of it, as `review` takes it."""

    site: str | None = None
    stars: int | None = None
    text: str | None = None
    nick: str | None = None
    posted: Moment | None = None
    url: str | None = None
    due: Moment | None = None
    """The day that the site set for our answer."""
    state: str = "up"


class Judgement(NamedTuple):
    """The owner's own view, as `assess` takes it."""

    verdict: str
    text: str | None = None
    reasons_for: str | None = None
    reasons_against: str | None = None
    needs: str | None = None
    """Whether their needs were met: yes, partly, no."""
    at: Moment | None = None


class Weighed(NamedTuple):
    """How the owner sees one sentence of a review, as `claim` takes it."""

    place: str
    """The number of the sentence."""
    stand: str
    proofs: tuple[str, ...] = ()
    """Labels of exhibits and numbers of entries, as typed."""
    text: str | None = None


class Search(NamedTuple):
    """A search in one's own records, as `lookup` takes it."""

    where: str
    looked_for: tuple[str, ...]
    found: str
    period: str | None = None
    text: str | None = None
    at: Moment | None = None


class ReplyDraft(NamedTuple):
    """A version of a reply, as `reply` takes it."""

    medium: str
    site: str | None = None
    of: str | None = None
    """Entry of the review that it answers, `log:seq`; else the newest that stands there."""
    eyes: str | None = None
    """Who is to read it before it is posted."""
    parts: Mapping[str, str] = NOTHING
    """What the owner said for it, by the name of the part: the next version begins with that."""


class ReplyPosted(NamedTuple):
    """What was posted or sent in the end, as `reply --posted` takes it."""

    medium: str
    text: str
    at: Moment | None = None
    site: str | None = None
    of: str | None = None
    """Entry of the review that it answers, `log:seq`; else the newest that stands there."""
    url: str | None = None
    channel: str | None = None
    """How it was sent, where it went to them alone."""

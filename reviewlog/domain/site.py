"""What one review site acts on, what it asks for and what it will not hear: told with its source.

`playbooks/sites/` holds the facts. Nothing here is on the way of a daily verb; what advice
depends on every day is the light `SiteRule`.
"""

from typing import NamedTuple

from reviewlog.domain.sites import UNKNOWN, SiteRule

OWN_PAGE = "own-page"
"""What a site says itself, where everybody can read it."""


class Known(NamedTuple):
    """Where a fact comes from, how surely, and when somebody last looked."""

    checked: str = ""
    """A month, `2026-11`."""
    sure: str = ""
    """`own-page`, `second-hand` or `memory`; nothing where nothing is known."""
    source: str = ""


NOT_KNOWN = Known()


class Answer(NamedTuple):
    """One plain answer, such as `forbidden` for asking customers for reviews."""

    value: str = UNKNOWN
    known: Known = NOT_KNOWN
    says: str = ""
    """The answer in a sentence, where the word alone says too little."""


class Limit(NamedTuple):
    """How often something may be done; `most` is None where nobody knows."""

    most: int | None = None
    says: str = ""
    known: Known = NOT_KNOWN


class Window(NamedTuple):
    """A stretch of time that the site names; two offices may name two."""

    id: str
    """A word of `sitewords.WINDOWS`."""
    says: str
    who: str
    """A word of `sitewords.WHO`."""
    days: int | None = None
    since: str = ""
    """A word of `sitewords.SINCE`."""
    known: Known = NOT_KNOWN
    part: str = ""
    """Which kind of review it is for, on a site that has several."""


class Forbidden(NamedTuple):
    """A word of `sitewords.FORBIDDEN` and where the site says so."""

    what: str
    known: Known = NOT_KNOWN


class Reply(NamedTuple):
    """What the site says about public replies."""

    most: int | None = None
    unit: str = "characters"
    known: Known = NOT_KNOWN
    """Of the length."""
    forbids: tuple[Forbidden, ...] = ()
    notes: tuple["Note", ...] = ()


class Note(NamedTuple):
    """Something else worth knowing about a site."""

    says: str
    known: Known = NOT_KNOWN


class FormField(NamedTuple):
    """One field of the site's form, and what goes into it."""

    label: str
    holds: str
    """A word of `sitewords.HOLDS`."""
    most: int | None = None
    """Its length, None where nobody knows."""
    unit: str = "characters"
    text: str = ""
    """What the site wants there word for word, where it `holds` something `fixed`."""


class Ground(NamedTuple):
    """One reason on which a site acts, in its own words."""

    id: str
    name: str
    means: str
    """What the site understands by it."""
    ask: str
    """A question to the owner; yes means that this may be the ground."""
    needs: tuple[str, ...]
    """Words of `sitewords.NEEDS`."""
    known: Known
    route: str = ""
    """Where to go on the site, step by step."""
    fields: tuple[FormField, ...] = ()
    before_review: bool = False
    """Whether it can be reported while there is no review yet."""
    after_review: bool = True
    only_with: tuple[str, ...] = ()
    """The needs without which the site does not act at all."""
    on_threat: bool = False
    """Whether it is meant for a demand that was tied to a review."""
    part: str = ""
    """Which kind of review it is for, on a site that has several."""
    outcome: str = ""
    """What the site does, where it is not to take the review down."""


class NotGround(NamedTuple):
    """A reason that owners give and the site does not hear."""

    id: str
    name: str
    ask: str
    """A question to the owner; yes means that this is all there is."""
    instead: str
    known: Known
    part: str = ""


class Site(NamedTuple):
    """All that is known of one review site."""

    id: str
    title: str
    grounds: tuple[Ground, ...]
    not_grounds: tuple[NotGround, ...]
    asking: Answer
    """May the author be asked to update a review?"""
    inviting: Answer
    """May customers be asked for reviews at all?"""
    early_report: Answer
    """Does it take a report of a threat before the review is there?"""
    one_ground: Answer
    """Does a report name one ground only?"""
    written_only: Answer
    """Does it act on a threat only with written proof?"""
    tries: Limit
    """Reports of the same review."""
    appeals: Limit
    windows: tuple[Window, ...] = ()
    reply: Reply = Reply()
    notes: tuple[Note, ...] = ()

    def find_ground(self, ground: str) -> Ground | None:
        """Return the ground of an id."""
        return next((one for one in self.grounds if one.id == ground), None)

    def windows_of(self, word: str) -> tuple[Window, ...]:
        """Return every window with an id, the shortest first."""
        named = [window for window in self.windows if window.id == word]
        return tuple(sorted(named, key=lambda w: (w.days is None, w.days)))


def all_known(site: Site) -> tuple[Known, ...]:
    """Return where each single fact of a site comes from; unknown ones have no source."""
    answers = (site.asking, site.inviting, site.early_report, site.one_ground, site.written_only)
    return (
        *(one.known for one in answers),
        site.tries.known,
        site.appeals.known,
        *(one.known for one in site.grounds),
        *(one.known for one in site.not_grounds),
        *(one.known for one in site.windows),
        site.reply.known,
        *(one.known for one in site.reply.forbids),
        *(one.known for one in (*site.reply.notes, *site.notes)),
    )


def oldest(site: Site) -> str:
    """Return the month of the fact that nobody looked at for longest; nothing if there is none."""
    return min((known.checked for known in all_known(site) if known.checked), default="")


def rule_of(site: Site) -> SiteRule:
    """Return what the advice of every day depends on."""
    facts = (site.asking, site.inviting, site.early_report)
    limits = (limit for limit in (site.tries, site.appeals) if limit.most is not None)
    known = (*(fact.known for fact in facts), *(limit.known for limit in limits))
    oldest = min(one.checked for one in known)
    asking, inviting, early = (fact.value for fact in facts)
    return SiteRule(asking, inviting, early, oldest, site.tries.most, site.appeals.most)

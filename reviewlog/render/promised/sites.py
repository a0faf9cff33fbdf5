"""Shapes of the facts of review sites: every one with where it is from."""

from typing import TypedDict

from reviewlog.render.promised.disputes import Sure
from reviewlog.render.promised.words import Origin


class SiteLine(TypedDict):
    """A review site in short."""

    site: str
    title: str
    origin: Origin
    grounds: list[str]
    not_grounds: list[str]
    asking: str
    inviting: str
    early_report: str
    checked: str
    old: bool


class Sites(TypedDict):
    """All review sites."""

    sites: list[SiteLine]


class KnownFact(TypedDict):
    """Something known of a site, and how surely."""

    known: Sure


class Answer(KnownFact):
    """One plain answer, such as `forbidden`."""

    value: str
    says: str


class Limit(KnownFact):
    """How often something may be done; null where nobody knows."""

    most: int | None
    says: str


class Window(KnownFact):
    """A stretch of time that the site names."""

    id: str
    says: str
    who: str
    days: int | None
    since: str
    part: str


class Note(KnownFact):
    """Something else worth knowing."""

    says: str


class Forbidden(KnownFact):
    """What a reply may not hold on this site."""

    what: str


class ReplyRules(KnownFact):
    """What the site says about public replies."""

    most: int | None
    unit: str
    forbids: list[Forbidden]
    notes: list[Note]


class FormField(TypedDict):
    """One field of the site's form."""

    label: str
    holds: str
    most: int | None
    unit: str
    text: str


class SiteGround(KnownFact):
    """A reason on which the site acts."""

    id: str
    name: str
    means: str
    ask: str
    needs: list[str]
    route: str
    fields: list[FormField]
    before_review: bool
    after_review: bool
    only_with: list[str]
    on_threat: bool
    part: str
    outcome: str


class SiteNotGround(KnownFact):
    """A reason that owners give and the site does not hear."""

    id: str
    name: str
    ask: str
    instead: str
    part: str


class Site(TypedDict):
    """All that is known of a review site."""

    site: str
    origin: Origin
    title: str
    grounds: list[SiteGround]
    not_grounds: list[SiteNotGround]
    asking: Answer
    inviting: Answer
    early_report: Answer
    one_ground: Answer
    written_only: Answer
    tries: Limit
    appeals: Limit
    windows: list[Window]
    reply: ReplyRules
    notes: list[Note]

"""Review sites as they are kept in a logbook: read out of their files once, then without YAML."""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple, TypeVar

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.site import (
    Answer,
    Forbidden,
    FormField,
    Ground,
    Known,
    Limit,
    Note,
    NotGround,
    Reply,
    Site,
    Window,
    rule_of,
)
from reviewlog.domain.sites import SiteRule
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.domain.vocabulary import SITES

Fault = PlaybookFaultError | UnreadableFileError
Fact = TypeVar("Fact", Answer, Limit, Window, Forbidden, Note, Ground, NotGround, Reply)
SPOILED = (ValueError, LookupError, TypeError, AttributeError)
"""What reading a text raises that `sites_to_json` never wrote."""


class Shelved(NamedTuple):
    """A site, and whose file tells of it."""

    site: Site
    origin: str
    """`shipped` or `own`."""


class SiteShelf(NamedTuple):
    """Every site by its id, and what is wrong with the owner's own files."""

    sites: dict[str, Shelved]
    faults: tuple[Fault, ...]

    def rules(self) -> dict[str, SiteRule]:
        """Return what the advice of every day depends on."""
        return {name: rule_of(found.site) for name, found in self.sites.items()}


def sites_to_json(shelf: SiteShelf) -> str:
    """Return all sites as a text: what has names becomes a list, in the order of the names."""
    return json.dumps(shelf.sites)


def sites_from_json(text: str) -> SiteShelf:
    """Return what `sites_to_json` wrote, without the faults of files. Raises one of SPOILED."""
    kept = json.loads(text)
    if not SITES.keys() <= kept.keys():
        raise ValueError(text)
    return SiteShelf(
        {name: Shelved(_site(said), whose) for name, (said, whose) in kept.items()}, ()
    )


def _site(said: Iterable[Any]) -> Site:
    site = Site(*said)
    return site._replace(
        grounds=tuple(map(_ground, site.grounds)),
        not_grounds=tuple(_traced(NotGround(*one)) for one in site.not_grounds),
        asking=_traced(Answer(*site.asking)),
        inviting=_traced(Answer(*site.inviting)),
        early_report=_traced(Answer(*site.early_report)),
        one_ground=_traced(Answer(*site.one_ground)),
        written_only=_traced(Answer(*site.written_only)),
        tries=_traced(Limit(*site.tries)),
        appeals=_traced(Limit(*site.appeals)),
        windows=tuple(_traced(Window(*one)) for one in site.windows),
        reply=_reply(site.reply),
        notes=tuple(_traced(Note(*one)) for one in site.notes),
    )


def _ground(said: Iterable[Any]) -> Ground:
    ground = _traced(Ground(*said))
    return ground._replace(
        needs=tuple(ground.needs),
        fields=tuple(FormField(*one) for one in ground.fields),
        only_with=tuple(ground.only_with),
    )


def _reply(said: Iterable[Any]) -> Reply:
    reply = _traced(Reply(*said))
    return reply._replace(
        forbids=tuple(_traced(Forbidden(*one)) for one in reply.forbids),
        notes=tuple(_traced(Note(*one)) for one in reply.notes),
    )


def _traced(fact: Fact) -> Fact:
    return fact._replace(known=Known(*fact.known))

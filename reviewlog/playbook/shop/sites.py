"""Reading what is known of review sites: `playbooks/sites/`, one file for each site."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.site import Site, rule_of
from reviewlog.domain.sites import SiteRule
from reviewlog.domain.vocabulary import SITES
from reviewlog.playbook.faults import fault_of, near_hint, path_of, unknown
from reviewlog.playbook.language.words import Form
from reviewlog.playbook.shop.grounds import FieldForm, GroundForm, NotGroundForm
from reviewlog.playbook.shop.siteform import (
    ForbiddenForm,
    LengthForm,
    NoteForm,
    OneGroundForm,
    PermissionForm,
    ReplyForm,
    SiteForm,
    WindowForm,
)
from reviewlog.playbook.shop.tracing import LimitForm, SourceForm
from reviewlog.playbook.strict import Document, Fault, Path, read_strictly, shortened

_INSIDE: Mapping[str, type[Form]] = {
    "sources": SourceForm,
    "asking": PermissionForm,
    "inviting": PermissionForm,
    "early_report": PermissionForm,
    "one_ground": OneGroundForm,
    "written_only": OneGroundForm,
    "tries": LimitForm,
    "appeals": LimitForm,
    "windows": WindowForm,
    "reply": ReplyForm,
    "length": LengthForm,
    "forbids": ForbiddenForm,
    "grounds": GroundForm,
    "not_grounds": NotGroundForm,
    "fields": FieldForm,
    "notes": NoteForm,
}
"""The form behind each key that holds one, or a list of them."""
ANY_SITE = "generic"
"""The site that stands for every one that is not in the list."""


def read_form(site: str, text: str, path: str = "") -> SiteForm:
    """Return what the file of a site says, as it is written.

    Raises PlaybookFaultError with every fault and its place.
    """
    document = read_strictly(text)
    faults = [] if site in SITES else [Fault(1, 1, _strange(site))]
    if document.data is not None:
        try:
            form = SiteForm.model_validate(document.data)
            faults += document.all_faults(_meaning_faults(document))
            if not faults:
                return form
        except ValidationError as error:
            faults += document.all_faults(
                fault_of(d, document, _keys(d["loc"])) for d in error.errors()
            )
    faults += document.faults if document.data is None else []
    raise PlaybookFaultError(path or f"sites/{site}.yaml", tuple(sorted(faults)))


@lru_cache(maxsize=64)
def read_site(site: str, text: str, path: str = "") -> Site:
    """Return all that the file of a site says.

    Raises PlaybookFaultError with every fault and its place.
    """
    return read_form(site, text, path).as_site(site)


def site_rules(texts: Mapping[str, str]) -> dict[str, SiteRule]:
    """Return the rule of each site from the texts of their files. Raises PlaybookFaultError."""
    return {site: rule_of(read_site(site, text)) for site, text in texts.items()}


def _strange(site: str) -> str:
    """Return that a file is named after no site that the program knows, and what to do instead."""
    instead = (
        f"For a site that is not in the list use “{ANY_SITE}”: its file may be {ANY_SITE}.yaml"
    )
    return f"The name of the file: {unknown(site, SITES)} {instead}, with what that site says."


def _keys(loc: tuple[str | int, ...]) -> tuple[str, ...]:
    """Return the keys that may stand on the level of a fault."""
    inside = [_INSIDE[str(part)] for part in path_of(loc)[:-1] if part in _INSIDE]
    fields = (inside[-1] if inside else SiteForm).model_fields
    return tuple(field.alias or name for name, field in fields.items())


def _meaning_faults(document: Document) -> Iterator[Fault]:
    """Find what takes two places to tell: names of sources, and grounds that share an id."""
    data = document.data
    named = [*_named_sources(data, ())]
    sources = data.get("sources") or {}
    for path, name in named:
        if name not in sources:
            said = f"“{shortened(name)}” is none of the “sources”.{near_hint(name, sources)}"
            yield document.place(path).fault(f"from: {said}")
    for name in sources.keys() - {name for _, name in named}:
        yield document.key_place(("sources", name)).fault(f"Nothing is from “{shortened(name)}”.")
    yield from _twice(document)


def _named_sources(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Return every `from` and where it stands."""
    inside: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, dict):
        inside = value.items()
        if isinstance(value.get("from"), str):
            yield (*path, "from"), value["from"]
    elif isinstance(value, list):
        inside = enumerate(value)
    for key, part in inside:
        yield from _named_sources(part, (*path, key))


def _twice(document: Document) -> Iterator[Fault]:
    """Find a ground, or what is none, with the id of another."""
    seen: set[str] = set()
    for part in ("grounds", "not_grounds"):
        for index, one in enumerate(document.data.get(part) or ()):
            if one["id"] in seen:
                place = document.place((part, index, "id"))
                yield place.fault(f"The id “{one['id']}” stands here twice.")
            seen.add(one["id"])

"""Checking what a bag says of itself: only what we write there, and a layout that can be so."""

import re
import zoneinfo
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reviewlog.bundle.checking.contents import Fault
from reviewlog.bundle.packing.bag import INFO
from reviewlog.bundle.pages.baginfo import (
    AGENT,
    ASKED,
    LAYOUT,
    NUMBER,
    READER,
    REPORT_LAYOUT,
    SITE,
    ZONE,
    info_from,
)
from reviewlog.domain.vocabulary import AUDIENCES, SITES
from reviewlog.version import VERSION

LAYOUTS: Mapping[str, int] = {VERSION: LAYOUT}
"""The layout of each version that was released, and of this one."""
_FORMS = {
    NUMBER: r"[0-9A-Za-z-]{1,40}",
    AGENT: r"reviewlog [0-9]{1,4}(\.[0-9]{1,4}){1,2}[0-9A-Za-z.+-]{0,20}",
    READER: "|".join(AUDIENCES),
    SITE: "|".join(map(re.escape, SITES)),
    ASKED: "yes",
    REPORT_LAYOUT: r"[0-9]{1,4}",
    "Bagging-Date": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
}
"""What may stand in a line, where that is no name."""


class About(NamedTuple):
    """What a bag says of itself, read once."""

    info: Mapping[str, str]
    text: str
    zone: ZoneInfo | None
    """The time zone of the pages, None where there is none of this name."""

    @property
    def is_of_our_layout(self) -> bool:
        """Whether the pages are laid out as this version does it."""
        return self.info.get(REPORT_LAYOUT) == str(LAYOUT)

    @property
    def is_of_our_version(self) -> bool:
        """Whether it says that this version made it."""
        return self.info.get(AGENT) == f"reviewlog {VERSION}"


def about(text: str) -> About:
    """Return what bag-info.txt says."""
    info = info_from(text)
    return About(info, text, _zone(info.get(ZONE, "")))


def about_places(said: About) -> Iterator[Fault]:
    """Yield every line that we would not write, and a layout that its version does not have."""
    for name, form in _FORMS.items():
        if name in said.info and not re.fullmatch(form, said.info[name]):
            yield INFO, f"the line {name} holds what no reviewlog writes there"
    names = [line.partition(":")[0].strip() for line in said.text.splitlines()]
    if len(set(names)) < len(names):
        yield INFO, "a line is in it twice"
    version = said.info.get(AGENT, "").removeprefix("reviewlog ")
    layout = LAYOUTS.get(version)
    if layout is not None and said.info.get(REPORT_LAYOUT) != str(layout):
        yield INFO, f"reviewlog {version}, which it names, lays out its pages in another way"


def _zone(name: str) -> ZoneInfo | None:
    """A path to another file with a zone in it is no name of one."""
    try:
        return ZoneInfo(name) if name in zoneinfo.available_timezones() else None
    except (KeyError, ValueError, OSError):
        return None

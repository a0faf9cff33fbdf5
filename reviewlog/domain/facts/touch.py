"""Whether we have been in touch: contacts of ours that reached them, and what shows that we talked."""

from reviewlog.domain.entry import Entry
from reviewlog.domain.playbook import Conditions

ANSWERS = ("granted", "countered", "declined")


def reaches(entry: Entry) -> bool:
    """Whether an entry is a contact of ours that reached them, or shows that there was one."""
    if entry.kind == "interaction":
        return entry.fields.get("direction") == "out" and not entry.fields.get("no_answer")
    return shows_talk(entry)


def shows_talk(entry: Entry) -> bool:
    """Whether it could only be said to them: an offer and what came of it, an answer to a demand."""
    if entry.kind == "attempt":
        return True
    return entry.kind == "demand" and entry.fields.get("state") in ANSWERS


def is_contact_of_ours(wanted: Conditions) -> bool:
    """Whether what a step is done by may be a contact that goes out from us."""
    return wanted.get("entry") == ("interaction",) and "out" in wanted.get("direction", ("out",))

"""What happens in a simulation: a script of the owner's, an example, or what a playbook is for."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.playbook import Playbook
from reviewlog.playbook.faults import fault_of
from reviewlog.playbook.language.given import GivenForm
from reviewlog.playbook.language.keys import keys_beside
from reviewlog.playbook.language.making import to_given
from reviewlog.playbook.language.telling import given_faults
from reviewlog.playbook.rehearsing.examples import Given
from reviewlog.playbook.rehearsing.stage import NOBODY
from reviewlog.playbook.strict import Fault, read_strictly

_ENTRIES = TypeAdapter(list[GivenForm])


def read_script(text: str, path: str, playbook: Playbook) -> tuple[Given, ...]:
    """Return the entries of a script: a YAML list such as stands in `given`.

    Raises PlaybookFaultError with every fault and its place.
    """
    document, forms = read_strictly(text), list[GivenForm]()
    faults: list[Fault] = list(document.faults)
    if not faults:
        try:
            forms = _ENTRIES.validate_python(document.data)
        except ValidationError as error:
            faults = [
                fault_of(details, document, keys_beside(details["loc"]))
                for details in error.errors()
            ]
    ids = [step.id for step in playbook.steps]
    for place, form in enumerate(forms):
        faults += given_faults(form, ids, (place,), document)
    if faults:
        raise PlaybookFaultError(path, tuple(sorted(faults)))
    return tuple(to_given(form) for form in forms)


_CONTACT: dict[tuple[str, str], dict[str, object]] = {
    ("quote", "kept"): {"quote": "their own words"},
    ("pleased", "said"): {"also": ("pleased",)},
    ("talk", "public"): {"channel": "social"},
    ("customer", "unknown"): {"who": NOBODY},
    ("cooling", "set"): {"cool_until": 3},
}
"""What a contact says that makes a fact so."""
_REVIEWS = {"none": 0, "one": 1, "several": 3}


def opening_of(playbook: Playbook) -> tuple[Given, ...]:
    """Return entries of the first day by which a playbook fits: the first word of each fact."""
    wanted = [(name, words[0]) for name, words in playbook.use_when.items()]
    given = [*_contact(wanted), *_reviews(dict(wanted))]
    given += [
        Given(0, "10:00", kind, {field: word})
        for name, kind, field in (
            ("verdict", "assessment", "verdict"),
            ("demand", "demand", "state"),
            ("offer", "attempt", "state"),
        )
        if (word := dict(wanted).get(name, "none")) not in ("none", "unknown")
    ]
    return tuple(given) or (Given(0, "10:00", "interaction", {}),)


def _contact(wanted: list[tuple[str, str]]) -> list[Given]:
    said: dict[str, object] = {}
    for name, word in wanted:
        said |= _CONTACT.get((name, word), {})
        if name == "threat" and word != "unasked":
            said["threat"] = word
    has_customer = ("customer", "known") in wanted
    return [Given(0, "10:00", "interaction", said)] if said or has_customer else []


def _reviews(wanted: dict[str, str]) -> list[Given]:
    state = wanted.get("review", "none")
    several = _REVIEWS[wanted.get("reviews", "none")]
    number = max(several, state != "none" or "reply" in wanted)
    changes = [state] if state in ("changed", "gone") else []
    return [Given(0, "10:00", "review", {"state": s}) for s in ["up"] * number + changes]

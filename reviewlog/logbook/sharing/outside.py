"""What leaves for somebody outside, beyond the words that are left out of single fields.

A sentence that was set against proof is cut out of a text with marks; what was replaced, or has
nothing to show for it in this bundle, stays.
"""

from collections.abc import Collection, Iterable

from reviewlog.domain.audience import Leaving, telling
from reviewlog.domain.claims import PROVED, Said, is_erased, reviews_of
from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.facts.tracks import track_key
from reviewlog.domain.redacting.cutting import cut
from reviewlog.domain.redacting.matching import Secret
from reviewlog.logbook.base import Book
from reviewlog.logbook.receipt import View
from reviewlog.logbook.sharing.redacting import shown
from reviewlog.logbook.sharing.told import told_entries
from reviewlog.logbook.writing.numbering import labels_of

_OWN_FORM = frozenset(("happened_at", "state", "site", "of", "fields"))
"""What is told of a choice that another one replaced: the words for the form go on counting."""


def told_outside(
    book: Book, view: View, told: list[Leaving], reader: str, secrets: tuple[Secret, ...]
) -> list[Leaving]:
    """Return entries as somebody outside gets them."""
    told = standing_only(told) if reader == "site" else told
    told = without_secrets(told, secrets)
    with book.store.reading():
        labels = labels_of(book, view.facts.incident)
    return with_proof_only(told, {labels[t.settled.entry.id] for t in told if t.fields.get("file")})


def without_secrets(told: list[Leaving], secrets: tuple[Secret, ...]) -> list[Leaving]:
    """Return entries as they leave, a sentence of a review as it stands in the text with marks."""
    if not secrets:
        return told
    hidden = [shown(one, secrets) for one in told]
    before = {said.key: said for said in reviews_of(told_entries(told))}
    after = {said.key: said for said in reviews_of(told_entries(hidden))}
    versions = _versions(told)
    result = []
    for one, instead in zip(told, hidden, strict=True):
        key, sentence = one.fields.get("of"), one.fields.get("sentence")
        if key in before and isinstance(sentence, str) and _kind(one) == "claim":
            told_now = _with_sentence(one, instead, _cut_from(sentence, versions[key], secrets))
            result.append(_if_true(one, told_now, before[key], after.get(key)))
        else:
            result.append(instead)
    return result


def standing_only(told: list[Leaving]) -> list[Leaving]:
    """Return entries as a site gets them: no ground and no claim that was replaced, or is void."""
    entries = told_entries(told)
    reviews = {said.key: said for said in reviews_of(entries)}
    newest = _newest(entries)
    return [_standing(one, newest, reviews) for one in told]


def with_proof_only(told: list[Leaving], labels: Collection[str]) -> list[Leaving]:
    """Return entries without what rests on things that stay: claims, and labels of exhibits."""
    there = [t.settled.entry for t in told if not t.stays]
    leaving = {str(entry.id) for entry in there if not is_erased(entry)}
    return [_with_proof(one, leaving, labels) for one in told]


def _with_proof(one: Leaving, leaving: Collection[str], labels: Collection[str]) -> Leaving:
    fields = one.fields
    if _kind(one) == "claim" and fields.get("stand") in PROVED:
        named = fields.get("proofs")
        proofs = named if isinstance(named, list | tuple) else ()
        return one if any(str(proof) in leaving for proof in proofs) else _closed(one)
    named = fields.get("exhibits") if _kind(one) == "dispute" else None
    if isinstance(named, list | tuple) and any(str(label) not in labels for label in named):
        return _only(one, frozenset(fields) - {"exhibits"})
    return one


def _kind(one: Leaving) -> str:
    return one.settled.entry.kind


def _closed(one: Leaving) -> Leaving:
    """Return an entry of which only the header leaves."""
    return _only(one, frozenset())


def _only(one: Leaving, names: frozenset[str]) -> Leaving:
    kept = {name: value for name, value in one.fields.items() if name in names}
    less = one._replace(disclosed=one.disclosed & names, redacted=one.redacted & names)
    return telling(less, kept)


def _versions(told: Iterable[Leaving]) -> dict[str, list[str]]:
    """Return the texts that each review had, the newest first."""
    found: dict[str, list[str]] = {}
    for entry in told_entries(told):
        text = entry.fields.get("text")
        if entry.kind == "review":
            found.setdefault(track_key(entry), [])[:0] = [text] if isinstance(text, str) else []
    return found


def _cut_from(sentence: str, texts: Iterable[str], secrets: tuple[Secret, ...]) -> str:
    """Return a sentence as the newest text that holds it reads with marks."""
    return next((cut(text, sentence, secrets) for text in texts if sentence in text), sentence)


def _with_sentence(one: Leaving, instead: Leaving, sentence: str) -> Leaving:
    if sentence == one.fields["sentence"]:
        return instead
    names = frozenset(("sentence",))
    closed = instead._replace(
        disclosed=instead.disclosed - names, redacted=instead.redacted | names
    )
    return telling(closed, {**instead.fields, "sentence": sentence})


def _if_true(one: Leaving, instead: Leaving, before: Said, after: Said | None) -> Leaving:
    """Return a claim unless it would read otherwise than it is whether the review still says so."""
    was = before.place_of(str(one.fields["sentence"])) is not None
    now = after is not None and after.place_of(str(instead.fields["sentence"])) is not None
    return instead if was == now else _closed(instead)


def _newest(entries: Iterable[Entry]) -> dict[tuple[str, ...], EntryId]:
    """Return which of several claims and of several grounds counts."""
    found: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        key = _matter(entry)
        if key and (key not in found or _rank(found[key]) <= _rank(entry)):
            found[key] = entry
    return {key: entry.id for key, entry in found.items()}


def _rank(entry: Entry) -> tuple[object, ...]:
    return (entry.written_order if entry.kind == "claim" else entry.order,)


def _matter(entry: Entry) -> tuple[str, ...] | None:
    """Return what a claim or a choice is about: a later one of the same replaces it."""
    if entry.kind == "claim":
        return "claim", str(entry.fields.get("of")), str(entry.fields.get("sentence"))
    if entry.kind == "dispute" and entry.fields.get("state") == "chosen":
        return "dispute", str(entry.fields.get("of"))
    return None


def _standing(
    one: Leaving, newest: dict[tuple[str, ...], EntryId], reviews: dict[str, Said]
) -> Leaving:
    entry = one.settled.entry
    key = _matter(entry)
    if key is None:
        return one
    if newest[key] != entry.id:
        return _only(one, _OWN_FORM) if one.fields.get("fields") else _closed(one)
    if entry.kind == "claim":
        said = reviews.get(str(one.fields.get("of")))
        place = said.place_of(str(one.fields.get("sentence"))) if said else None
        return one if place is not None else _closed(one)
    return one

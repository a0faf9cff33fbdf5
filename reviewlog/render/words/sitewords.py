"""Words for what is known of a site: how surely, since when, and what each fact means."""

from collections.abc import Iterable, Iterator
from datetime import date

from reviewlog.domain.site import Answer, Ground, Known, Limit, Site, Window
from reviewlog.domain.sites import RULE_FACTS, UNKNOWN, is_old
from reviewlog.domain.vocabulary import SITES
from reviewlog.render.words.terms import SENTENCES

SURE = {
    "own-page": "read on the site's own page",
    "second-hand": "read elsewhere, not on the site's own page",
    "memory": "remembered, not read; look at the site's page first",
}
MARKS = {"own-page": "", "second-hand": "second-hand", "memory": "from memory"}
"""What stands beside a fact itself; a fact from the site's own page needs no warning."""
ANSWERED = (*RULE_FACTS, "one_ground", "written_only")
_LIMITED = {
    "tries": "The same review may be reported",
    "appeals": "A refusal may be appealed against",
}
UNKNOWN_NAMES = {
    "asking": "whether the author may be asked for an update",
    "inviting": "whether customers may be asked for reviews",
    "early_report": "whether a threat can be reported before there is a review",
    "one_ground": "whether a report may name several grounds",
    "written_only": "whether a threat has to be shown in writing",
    "tries": "how often the same review may be reported",
    "appeals": "how often a refusal may be appealed against",
}
_ANSWERS = {
    ("one_ground", "one"): "a report names one ground",
    ("one_ground", "several"): "a report may name several grounds",
    ("written_only", "needed"): "a threat has to be shown in writing",
    ("written_only", "advised"): "a threat is better shown in writing",
    ("written_only", "unneeded"): "a report takes no proof in writing",
}
NEED_NAMES = {
    "threat": "that a review was tied to it",
    "quote": "their exact words",
    "written": "their demand in writing",
    "messages": "the whole talk, unchanged",
    "demand-picture": "a picture of the demand",
    "sender": "who sent it",
    "when": "day and hour of it",
    "review": "the review",
    "passage": "the words that break the rule",
    "url": "the link to the review",
    "picture": "a picture of the page",
    "reviewer": "the author's public name",
    "order": "the order or booking number",
    "month": "month and year of the visit",
    "lookup": "a search in your records",
    "records": "your own records",
    "photos": "photographs",
    "tie": "what ties the author to it",
    "profile": "the link to your profile",
    "business": "name and address of the business",
    "notice": "the notice and its date",
}
FORBIDDEN_NAMES = {
    "personal-data": "personal data",
    "contact-data": "telephone numbers and mail addresses",
    "fraud-accusation": "the charge that a review is a fraud",
    "identity-guess": "guesses who the author is",
    "quoted-correspondence": "quotes from letters and messages",
    "offers": "offers of gifts or money",
    "advertising": "advertising",
    "messages-to-site": "words to the site's staff",
    "threats": "threats",
    "lists": "lists",
    "html": "HTML",
    "other-topics": "other matters",
    "rating-request": "asking for a better rating",
    "stock-phrases": "the same stock phrases again and again",
}
ORIGINS = {"shipped": "shipped", "own": "yours, instead of the shipped one"}
_TIMES = {0: "not at all", 1: "once", 2: "twice"}
EARLY = "It can be reported before the review is there, and after."
ONLY_EARLY = "It can be reported only before the review is there."


def month_words(month: str) -> str:
    """Return a month as people read it, `Nov 2026`."""
    return f"{date.fromisoformat(f'{month}-01'):%b %Y}"


def source_words(known: Known, today: date) -> str:
    """Return how surely a fact is known, since when, and from where."""
    told = f"{SURE.get(known.sure, 'not known how')}, {month_words(known.checked)}"
    old = " (old: more than a year ago)" if is_old(known.checked, today) else ""
    return f"{told}{old}: {known.source}"


def age_words(old: Iterable[tuple[str, str]]) -> list[str]:
    """Return that the facts behind a step are old, a sentence for each site."""
    return [
        f"What {SITES.get(site, site)} allows was last looked up in {month_words(month)}, more than"
        " a year ago. Look at its own page first."
        for site, month in old
    ]


def answers_of(site: Site) -> Iterator[tuple[str, Known]]:
    """Return what a site allows as far as that is known: a sentence, and where from."""
    for name in ANSWERED:
        answer: Answer = getattr(site, name)
        if answer.value != UNKNOWN:
            words = SENTENCES.get((name, answer.value)) or _ANSWERS[name, answer.value]
            yield f"{words[0].upper()}{words[1:]}. {answer.says}".rstrip(), answer.known
    for name, what in _LIMITED.items():
        limit: Limit = getattr(site, name)
        if limit.most is not None:
            times = _TIMES.get(limit.most, f"{limit.most} times")
            yield f"{what} {times}. {limit.says}".rstrip(), limit.known
        elif limit.says:
            yield limit.says, limit.known


def unknown_of(site: Site) -> dict[str, list[str]]:
    """Return what was not found, by the month in which it was looked for."""
    found: dict[str, list[str]] = {}
    for name, words in UNKNOWN_NAMES.items():
        said: Answer | Limit = getattr(site, name)
        empty = said.value == UNKNOWN if isinstance(said, Answer) else not any(said[:2])
        if empty:
            found.setdefault(said.known.checked, []).append(words)
    return found


def ground_lines(ground: Ground) -> Iterator[str]:
    """Return what there is to say of a ground, its name left out."""
    yield ground.means
    yield f"Ask yourself: {ground.ask}"
    if ground.before_review:
        yield EARLY if ground.after_review else ONLY_EARLY
    if ground.outcome:
        yield f"What comes of it: {ground.outcome}"
    if ground.route:
        yield f"Where: {ground.route}."
    yield f"Proof: {'; '.join(NEED_NAMES[need] for need in ground.needs)}."
    if ground.only_with:
        yield f"Not without: {'; '.join(NEED_NAMES[need] for need in ground.only_with)}."
    if ground.fields:
        yield f"Its form: {'; '.join(_fields(ground))}."


def _fields(ground: Ground) -> Iterator[str]:
    for field in ground.fields:
        fixed = f" “{field.text}”" if field.text else ""
        most = f" (at most {field.most} {field.unit})" if field.most else ""
        yield f"{field.label}{fixed}{most}"


def window_words(window: Window) -> str:
    """Return a stretch of time; whose it is stands first."""
    whose = {"you": "You", "site": "The site", "author": "The author"}[window.who]
    return f"{whose}: {window.says}"

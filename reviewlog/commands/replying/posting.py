"""What was really posted or sent: it is recorded whatever stands against it, and told calmly."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from reviewlog.commands.answer import answer
from reviewlog.commands.asking.texts import maybe, one_text, past, to_come
from reviewlog.commands.replying.place import Place
from reviewlog.commands.replying.typed import POSTED, Typed
from reviewlog.commands.session import Session
from reviewlog.domain import vocabulary
from reviewlog.domain.errors import UsageError
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.reply.drafts import Drafting
from reviewlog.domain.reply.finding import Checked, Promised
from reviewlog.domain.reply.rules import PRIVATE, PUBLIC
from reviewlog.domain.reply.sent import sent
from reviewlog.domain.time.moment import Moment
from reviewlog.domain.usage_errors import MissingError
from reviewlog.logbook.acting.planning import rules_at
from reviewlog.logbook.receipt import Receipt
from reviewlog.logbook.replies.case import answers_to
from reviewlog.logbook.replies.checking import rules_found
from reviewlog.logbook.replies.reading import MOST
from reviewlog.logbook.said import ReplyPosted
from reviewlog.render.replies.changes import LEGEND, changes_lines, is_another
from reviewlog.render.replies.groups import stops_in
from reviewlog.render.replies.shapes import sent_shape
from reviewlog.render.words.days import short_date
from reviewlog.render.words.typed import line_to_type
from reviewlog.reply.changes import KEPT, changes

EARLY = "It went out before it was ready ({hour}). It is on record; next time let it lie."
UNSEEN = "{name} was to read it first and has not."
BEFORE = (
    "That is before this draft was written. It is kept as you say; perhaps look at the day again."
)
NO_REVIEW = (
    "No review on {site} is known here. If one stands there, write it down:"
    " reviewlog review {n} --site {word}"
)
NO_ADDRESS = "“{url}” does not look like an address. It is kept as it is."
OFTEN = "It is your answer number {n} under this review. Readers see a quarrel; let it be the last."
RULE = "A rule above every playbook stands against writing to them: {sentence}"
UNCHECKED = (
    "It is longer than {most:,} characters and was not checked: on no site is a reply as long."
)
CHANGE = (
    "You can still change it on the site; then write that down: reviewlog reply {n} --posted 'the"
    " new text'"
)
BY = "“{text}”: by when? {hint}"
ENTER = "(Enter: {day}; n: it is no promise)"
THIRD = "third-reply"
NO_DAY = "(friday, in 3 days; Enter: it is no promise)"
NO = ("n", "no")
TYPE = "It promises something. Keep it: {line}"


def post(session: Session, place: Place, typed: Typed) -> None:
    """Write down what was posted, show what became of the draft, and offer its promises."""
    logbook, medium = session.logbook, typed.medium
    drafting = place.drafting(medium)
    text = _text(session, drafting, typed)
    at = past(session, typed.at)
    checked = logbook.check_reply(place.number, text, medium, place.site, place.of)
    told = _flags(session, place, drafting, at, typed)
    flags = dict((*told, *_often(place, checked), *_unchecked(text)))
    said = ReplyPosted(
        medium=medium,
        text=text,
        at=at,
        site=place.site,
        of=place.of,
        url=typed.url,
        channel=maybe(vocabulary.channel, typed.channel),
    )
    receipt = logbook.post(place.number, said)
    latest = drafting.latest
    draft = str(latest.fields["text"]) if latest else None
    _show(session, receipt, draft, text, flags, checked)
    if not session.json:
        _offer(session, place.number, checked, receipt)


def _text(session: Session, drafting: Drafting, typed: Typed) -> str:
    """Return what was posted: as given, else the latest draft, else asked for."""
    given = one_text(session, typed.loose)
    if given is not None:
        return given
    if drafting.latest is not None:
        return str(drafting.latest.fields["text"])
    if not session.interactive:
        raise MissingError((f"TEXT (what stands after {POSTED}), there is no draft",))
    return session.ask(
        "What did you post, word for word?", "TEXT", like="Thank you, Fan. I am sorry."
    )


def _flags(
    session: Session, place: Place, drafting: Drafting, at: Moment | None, typed: Typed
) -> Iterator[tuple[str, str]]:
    """Yield what is to be known of it, by a word for scripts."""
    then = at.end if at else session.logbook.now()
    known = sent(drafting, then)
    if known.early is not None and not known.is_before:
        yield "early", EARLY.format(hour=_hour(session, known.early))
    if known.is_before:
        yield "before-draft", BEFORE
    if known.unseen is not None:
        yield "unseen", UNSEEN.format(name=harmless_line(known.unseen))
    if typed.medium == PUBLIC:
        yield from _public_flags(place, typed)
    elif typed.medium == PRIVATE:
        for rule in rules_at(session.logbook, place.view, "write", then):
            yield rule.id, RULE.format(sentence=rule.sentence)


def _often(place: Place, checked: Checked) -> Iterator[tuple[str, str]]:
    """Yield that it is one answer too many, where the rule about that says so."""
    if THIRD in rules_found(checked):
        yield THIRD, OFTEN.format(n=len(answers_to(place.facts, place.review)) + 1)


def _unchecked(text: str) -> Iterator[tuple[str, str]]:
    if len(text) > MOST:
        yield "unchecked", UNCHECKED.format(most=MOST)


def _public_flags(place: Place, typed: Typed) -> Iterator[tuple[str, str]]:
    if place.review is None and place.site is not None:
        name = vocabulary.SITES.get(place.site, harmless_line(place.site))
        word = line_to_type([place.site]) or "SITE"
        yield "no-review", NO_REVIEW.format(site=name, n=place.number, word=word)
    if typed.url is not None and not _is_address(typed.url.strip()):
        yield "no-address", NO_ADDRESS.format(url=harmless_line(typed.url))


def _is_address(word: str) -> bool:
    """Whether a word may be the address of something on the web."""
    scheme, mark, rest = word.partition("://")
    host = (rest if mark else word).partition("/")[0]
    is_web = not mark or scheme.casefold() in ("http", "https")
    return is_web and "." in host.strip(".") and not any(map(str.isspace, word))


def _hour(session: Session, at: datetime) -> str:
    from reviewlog.render.replies.ready import hour_words

    return hour_words(at, session.logbook.now())


def _show(
    session: Session,
    receipt: Receipt,
    draft: str | None,
    text: str,
    flags: dict[str, str],
    checked: Checked,
) -> None:
    found = rules_found(checked)
    remarks = [*flags.values()]
    if found:
        remarks.append(
            f"Rules stood against it: {', '.join(found)}. It is on record; reviewlog reply rules"
            " tells why."
        )
    if stops_in(checked) and receipt.main.kind == "reply":
        remarks.append(CHANGE.format(n=receipt.row["number"]))
    more = sent_shape(draft, text, flags, found, checked)
    answer(session, "reply-posted", receipt, " ".join(remarks) or None, more)
    found_changes = changes(draft, text) if draft is not None else ()
    is_told = not (session.json or session.quiet)
    if is_told and any(change.what != KEPT for change in found_changes):
        lines = changes_lines(found_changes, session.machine.width())
        legend = "" if is_another(found_changes) else LEGEND
        session.show("\n".join(["", f"What became of the draft: {legend}".rstrip(), *lines]))


def _offer(session: Session, number: str, checked: Checked, receipt: Receipt) -> None:
    """Offer each promise to the ledger: asked on a terminal, else the line to type is shown."""
    for promised in checked.promises:
        if session.interactive and not session.yes:
            _ask(session, number, promised, receipt.main.happened)
        else:
            by = promised.due or "WHEN"
            words = ["reviewlog", "promise", number, promised.text, "--by", by]
            line = line_to_type(words) or f"reviewlog promise {number} TEXT --by {by}"
            session.talk(TYPE.format(line=line))


def _ask(session: Session, number: str, promised: Promised, at: Moment) -> None:
    read = partial(to_come, session, since=at)
    proposed = _proposed(session, promised, at)
    text = harmless_line(promised.text)
    if proposed is None:
        hint = NO_DAY
    else:
        today = session.logbook.now().date().isoformat()
        hint = ENTER.format(day=short_date(proposed.local.date().isoformat(), today))
    while True:
        word = (session.ask_maybe(BY.format(text=text, hint=hint)) or "").strip()
        if word.casefold() in NO or (not word and proposed is None):
            return
        try:
            due = read(word) if word else proposed
        except UsageError as error:
            session.explain(error)
            session.take_back()
            continue
        if due is not None:
            _keep(session, number, promised.text, due, at)
        return


def _proposed(session: Session, promised: Promised, at: Moment) -> Moment | None:
    """Return the day that the text gives, where it can be read."""
    if not promised.due:
        return None
    try:
        return session.logbook.dates_at(at).future(promised.due.casefold())
    except UsageError:
        return None


def _keep(session: Session, number: str, text: str, due: Moment, at: Moment) -> None:
    from reviewlog.render.receipt import receipt_head
    from reviewlog.render.words.when import near_moment

    receipt = session.logbook.promise(number, text, due, at)
    session.kept = str(receipt.main.id.seq)
    now = session.logbook.now()
    head = receipt_head(receipt, now, session.machine.width())
    session.show(f"{head}\nPromised for {near_moment(due, now)}.")

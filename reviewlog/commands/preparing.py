"""Preparing a report: the ground is chosen, and everything that belongs to it is shown."""

from zoneinfo import ZoneInfo

from reviewlog.bundle.pages.forms import Filled, form_fields
from reviewlog.bundle.pages.statement import statement_text
from reviewlog.commands.grounds import Chosen, key_of, settle_ground
from reviewlog.commands.reporting import Typed, fields_of, named_ground
from reviewlog.commands.session import Session
from reviewlog.domain.choosing import Situation, Verdict
from reviewlog.domain.facts.disputes import Dispute, dispute_of
from reviewlog.domain.needs import OPEN, InHand, needs_of
from reviewlog.domain.site import Ground, Site
from reviewlog.logbook.disputing import Told, choose_ground, is_gone, reviews_on
from reviewlog.logbook.receipt import Receipt, View
from reviewlog.logbook.sharing import Dossier
from reviewlog.render.dispute import Prepared, gone_text, prepared_text, refusal_text
from reviewlog.render.dispute_shape import prepared_shape, refusal_shape
from reviewlog.render.receipt import receipt_line


def prepare(session: Session, view: View, words: Typed, *, anew: bool, key: str | None) -> None:
    """Choose the ground where none is chosen, and show what belongs to a report on it."""
    logbook, number = session.logbook, str(view.row["number"])
    rules = logbook.site(words.site)
    if is_gone(view.facts, words.site, words.review):
        _tell_gone(session, number, rules)
        return
    standing = dispute_of(view.facts.entries, words.site, key)
    choice = _chosen(session, view, rules, standing, words, anew=anew)
    if choice.ground is None:
        _refuse(session, number, rules, choice.verdict)
        return
    told = Told(
        state="chosen",
        site=words.site,
        review=key,
        ground=choice.ground.id,
        ground_name=choice.ground.name,
        fields=fields_of(words.fields),
        answers=choice.answers,
    )
    receipt = choose_ground(logbook, number, told)
    _show(session, logbook.view(number), rules, choice.ground, words, receipt, key)


def _chosen(
    session: Session, view: View, rules: Site, standing: Dispute, words: Typed, *, anew: bool
) -> Chosen:
    """The ground that was named, else the one chosen before, else what the questions come to."""
    before = rules.find_ground(standing.ground) if standing.ground else None
    if words.ground is None and before is not None and not anew:
        return Chosen(before, {})
    situation = Situation(
        has_review=bool(words.review or reviews_on(view.facts, rules.id)),
        has_threat=view.facts.threat in OPEN,
    )
    return settle_ground(session, rules, situation, words.ground)


def _refuse(session: Session, number: str, rules: Site, found: Verdict) -> None:
    now = session.logbook.now()
    if session.json:
        session.show_json("dispute", refusal_shape(number, rules, found, now))
    else:
        session.show(refusal_text(rules, found, now, session.machine.width()))


def _tell_gone(session: Session, number: str, rules: Site) -> None:
    if session.json:
        nothing = refusal_shape(number, rules, Verdict((), ()), session.logbook.now())
        session.show_json("dispute", nothing)
    else:
        session.show(gone_text(number, rules))


def _show(
    session: Session,
    view: View,
    rules: Site,
    ground: Ground,
    words: Typed,
    receipt: Receipt | None,
    key: str | None,
) -> None:
    logbook = session.logbook
    now = logbook.now()
    prepared = _prepared(session, view, rules, ground, words, key)
    if receipt is not None:
        session.kept = str(receipt.main.id.seq)
    if session.json:
        entry = str(receipt.main.id.seq) if receipt else None
        session.show_json("dispute", prepared_shape(prepared, entry, now))
        return
    if receipt is not None:
        session.show(receipt_line(receipt, now))
    if not session.quiet:
        session.show(prepared_text(prepared, now, session.machine.width()))


def _prepared(
    session: Session, view: View, rules: Site, ground: Ground, words: Typed, key: str | None
) -> Prepared:
    number, facts = str(view.row["number"]), view.facts
    dossier = _dossier(session, number, words.site)
    zone = ZoneInfo(dossier.zone)
    standing = dispute_of(facts.entries, words.site, key)
    given = standing.known_fields
    known = InHand(
        facts=facts,
        review=words.review,
        business=bool(session.logbook.settings.get("business")),
        given={field.holds for field in ground.fields if field.label in given},
    )
    threats = [
        e for e in facts.entries if e.kind == "interaction" and e.fields.get("threat") in OPEN
    ]
    talks = [
        e for e in facts.entries if e.kind == "interaction" and e.fields.get("direction") == "in"
    ]
    return Prepared(
        number=number,
        rules=rules,
        ground=ground,
        dispute=standing,
        review=words.review,
        reviews=reviews_on(facts, rules.id),
        needs=needs_of(ground, known),
        form=form_fields(dossier, ground, zone, standing),
        statement="".join(statement_text(dossier, zone)),
        newest=next(reversed(threats or talks), None),
        threat=threats[-1].happened if threats else None,
        strict=dossier.strict,
        led=any(item.done_by == "dispute" for item in view.agenda),
    )


def filled_form(session: Session, view: View, words: Typed) -> tuple[Filled, ...]:
    """Return the form of the ground that was named or chosen, as it is shown."""
    rules = session.logbook.site(words.site)
    standing = dispute_of(view.facts.entries, words.site, key_of(words.review))
    chosen = rules.find_ground(standing.ground) if standing.ground else None
    ground = named_ground(session, words) or chosen
    if ground is None:
        return ()
    dossier = _dossier(session, str(view.row["number"]), words.site)
    return form_fields(dossier, ground, ZoneInfo(dossier.zone), standing)


def _dossier(session: Session, number: str, site: str) -> Dossier:
    return session.logbook.dossier(number, site)

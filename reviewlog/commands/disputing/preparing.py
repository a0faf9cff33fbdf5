"""Preparing a report: the ground is chosen, and everything that belongs to it is shown."""

from zoneinfo import ZoneInfo

from reviewlog.bundle.pages.forms import Filled, form_fields
from reviewlog.bundle.pages.statement import statement_text
from reviewlog.commands.disputing.grounds import Chosen, key_of, settle_ground
from reviewlog.commands.disputing.reporting import Typed, checked_fields, named_ground
from reviewlog.commands.session import Session
from reviewlog.domain.choosing import Situation, candidates, comes_up, why_none
from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.disputes import Dispute, dispute_of
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.needs import OPEN, InHand, needs_of
from reviewlog.domain.site import Ground, Site
from reviewlog.logbook.receipt import Receipt, View
from reviewlog.logbook.sharing.gathering import Dossier
from reviewlog.logbook.sharing.redacting import Choice, Decided
from reviewlog.logbook.sharing.told import told_entries
from reviewlog.logbook.writing.disputing import Told, choose_ground, is_gone, reviews_on
from reviewlog.render.disputes.preparing import Prepared, prepared_text, result_text
from reviewlog.render.disputes.refusal import Refused, refusal_shape, refusal_text
from reviewlog.render.disputes.shape import prepared_shape
from reviewlog.render.receipt import receipt_head

MARK = "left out]"
"""What every mark of `redacting.marks` ends with."""


def prepare(session: Session, view: View, words: Typed, *, anew: bool, key: str | None) -> None:
    """Choose the ground where none is chosen, and show what belongs to a report on it."""
    logbook, number = session.logbook, str(view.row["number"])
    rules = logbook.site(words.site)
    situation = _situation(view, rules, words)
    if is_gone(view.facts, words.site, words.review):
        _refuse(session, Refused(number, rules, "gone"))
        return
    standing = dispute_of(view.facts.entries, words.site, key)
    choice = _chosen(session, situation, rules, standing, words, anew=anew)
    if choice.ground is None:
        why = why_none(rules, situation, choice.verdict)
        _refuse(session, Refused(number, rules, why, choice.verdict))
        return
    if not comes_up(choice.ground, situation):
        _refuse(session, _untimely(number, rules, situation, choice.ground))
        return
    told = Told(
        state="chosen",
        site=words.site,
        review=key,
        ground=choice.ground.id,
        ground_name=choice.ground.name,
        fields=checked_fields(words, choice.ground),
        answers=choice.answers,
    )
    receipt = choose_ground(logbook, number, told)
    _show(session, logbook.view(number), rules, choice.ground, words, receipt, key)


def _situation(view: View, rules: Site, words: Typed) -> Situation:
    return Situation(
        has_review=bool(words.review or reviews_on(view.facts, rules.id)),
        has_threat=view.facts.threat in OPEN,
    )


def _chosen(
    session: Session,
    situation: Situation,
    rules: Site,
    standing: Dispute,
    words: Typed,
    *,
    anew: bool,
) -> Chosen:
    """The ground that was named, else the one chosen before, else what the questions come to.

    One that was chosen before the review came and is only for that time is no longer meant.
    """
    before = rules.find_ground(standing.ground) if standing.ground else None
    if words.ground is None and before is not None and not anew and comes_up(before, situation):
        return Chosen(before, {})
    return settle_ground(session, rules, situation, words.ground)


def _untimely(number: str, rules: Site, situation: Situation, ground: Ground) -> Refused:
    """Say of a named ground that it is not for now, and what is."""
    why = "too-late" if situation.has_review else "too-early"
    fits = candidates(rules, situation)
    meant = tuple(g for g in fits if g.on_threat == ground.on_threat) or fits
    return Refused(number, rules, why, ground=ground, fits=meant)


def _refuse(session: Session, refused: Refused) -> None:
    now = session.logbook.now()
    if session.json:
        session.show_json("dispute", refusal_shape(refused, now))
    else:
        session.show(refusal_text(refused, now, session.machine.width()))


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
    width = session.machine.width()
    if receipt is not None:
        session.show(receipt_head(receipt, now, width))
    shown = result_text(prepared, width) if session.quiet else prepared_text(prepared, now, width)
    if shown:
        session.show(shown)


def _theirs(facts: Facts) -> tuple[list[Entry], list[Entry]]:
    """Return the contacts in which they threatened, and all in which they got in touch."""
    talks = [e for e in facts.entries if e.kind == "interaction"]
    threats = [e for e in talks if e.fields.get("threat") in OPEN]
    return threats, [e for e in talks if e.fields.get("direction") == "in"]


def _prepared(
    session: Session, view: View, rules: Site, ground: Ground, words: Typed, key: str | None
) -> Prepared:
    number, facts = str(view.row["number"]), view.facts
    dossier, left_out = _dossier(session, number, words.site, key)
    zone = ZoneInfo(dossier.zone)
    standing = dispute_of(facts.entries, words.site, key)
    answers = any(field.holds == "answer" for field in ground.fields)
    given = standing.known_fields
    known = InHand(
        facts=facts,
        review=words.review,
        business=bool(session.logbook.settings.get("business")),
        site=rules.id,
        given={field.holds for field in ground.fields if field.label in given},
    )
    threats, talks = _theirs(facts)
    form = form_fields(dossier, ground, zone, dossier.dispute)
    # What answers a customer is theirs to read: no statement for moderators beside it.
    statement = "" if answers else "".join(statement_text(dossier, zone))
    return Prepared(
        number=number,
        rules=rules,
        ground=ground,
        dispute=standing,
        review=words.review,
        reviews=reviews_on(facts, rules.id),
        needs=needs_of(ground, known),
        form=form,
        statement=statement,
        newest=next(reversed(threats or talks), None),
        threat=threats[-1].happened if threats else None,
        strict=dossier.strict,
        led=any(item.done_by == "dispute" for item in view.agenda),
        left_out=left_out if MARK in "".join((*(f.text for f in form), statement)) else 0,
        own_kept=dossier.strict and bool(standing.own_fields),
    )


def filled_form(session: Session, view: View, words: Typed) -> tuple[Filled, ...]:
    """Return the form of the ground that was named or chosen, as it is shown."""
    rules = session.logbook.site(words.site)
    standing = dispute_of(view.facts.entries, words.site, key_of(words.review))
    chosen = rules.find_ground(standing.ground) if standing.ground else None
    ground = named_ground(session, words) or chosen
    if ground is None:
        return ()
    key = key_of(words.review)
    dossier, _ = _dossier(session, str(view.row["number"]), words.site, key)
    return form_fields(dossier, ground, ZoneInfo(dossier.zone), dossier.dispute)


def _dossier(session: Session, number: str, site: str, key: str | None) -> tuple[Dossier, int]:
    """Return what would leave, without what nobody has decided on yet, and how much that is."""
    whole = session.logbook.dossier(number, site)
    found = session.logbook.proposals(whole)
    if found:
        hidden = Decided(tuple((proposal.text, proposal.what) for proposal in found))
        whole = session.logbook.dossier(number, site, Choice(decided=hidden))
    about = dispute_of(told_entries(whole.timeline), site, key)
    return whole._replace(dispute=about), len(found)

"""The rules for replies: all of them, or one in full."""

from typing import TYPE_CHECKING

from reviewlog.domain.reply_errors import SourceRuleError
from reviewlog.domain.vocabulary import one_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewlog.commands.session import Session
    from reviewlog.domain.reply.rules import Rule


def show_rules(session: "Session", name: str | None, *, whole: bool = False) -> None:
    """Show every rule with its reason, or one with its examples, and with its words if wanted.

    Raises BadWordError for the id of no rule, SourceRuleError for what rules rest on.
    """
    from reviewlog.render.replies.rules import rule_shape, rule_text, rules_shape, rules_text

    rules, width = session.logbook.reply_rules().rules, session.machine.width()
    if name is None:
        shape, text = rules_shape(rules), rules_text(rules, width)
    else:
        _refuse_source(rules, name)
        known = one_of("rule", name, tuple(rule.id for rule in rules))
        rule = next(rule for rule in rules if rule.id == known)
        trials = [one for one in session.logbook.reply_shelf().trials if one.rule == known]
        shape, text = rule_shape(rule, trials), rule_text(rule, trials, width, whole=whole)
    if session.json:
        session.show_json("reply-rules", shape)
    else:
        session.show(text)


def _refuse_source(rules: "Sequence[Rule]", name: str) -> None:
    """Refuse the name of advice where a rule is wanted, with the rules that rest on it."""
    wanted = name.strip().casefold()
    resting = [rule.id for rule in rules if wanted in (one.casefold() for one in rule.source)]
    if resting and wanted not in (rule.id for rule in rules):
        raise SourceRuleError(name.strip(), tuple(resting))

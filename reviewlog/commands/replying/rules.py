"""The rules for replies: all of them, or one in full."""

from typing import TYPE_CHECKING

from reviewlog.domain.vocabulary import one_of

if TYPE_CHECKING:
    from reviewlog.commands.session import Session


def show_rules(session: "Session", name: str | None) -> None:
    """Show every rule with its reason, or one with its words and examples.

    Raises BadWordError for the id of no rule.
    """
    from reviewlog.render.replies.rules import rule_shape, rule_text, rules_shape, rules_text

    rules, width = session.logbook.reply_rules().rules, session.machine.width()
    if name is None:
        shape, text = rules_shape(rules), rules_text(rules, width)
    else:
        known = one_of("rule", name, tuple(rule.id for rule in rules))
        rule = next(rule for rule in rules if rule.id == known)
        trials = [one for one in session.logbook.reply_shelf().trials if one.rule == known]
        shape, text = rule_shape(rule, trials), rule_text(rule, trials, width)
    if session.json:
        session.show_json("reply-rules", shape)
    else:
        session.show(text)

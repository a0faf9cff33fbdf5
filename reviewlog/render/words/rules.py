"""The never-rules as sentences with their source."""

from typing import TYPE_CHECKING

from reviewlog.domain.agenda.never import JOINT, RULES, NeverRule, rule_of
from reviewlog.domain.harmless import harmless_line
from reviewlog.render.layout.wrapping import wrap

if TYPE_CHECKING:
    from reviewlog.render.promised import agenda


def rule_sentence(name: str | None) -> str:
    """Return the sentences of one or more rules; one that is not known here keeps its name."""
    found = [(one, rule_of(one)) for one in (name or "unknown").split(JOINT)]
    return " ".join(rule.sentence if rule else f"{harmless_line(one)}." for one, rule in found)


def rules_text(width: int) -> str:
    """Return every rule with its sentence and its source."""
    lines = ["What no playbook may advise, and no plan may hold without a written reason:", ""]
    for rule in RULES:
        lines.append(rule.id)
        for text in (rule.sentence, f"Source: {source_words(rule)}"):
            lines += wrap(text, width - 4, "    ", "    ")
    return "\n".join(lines)


def source_words(rule: NeverRule) -> str:
    """Return where a rule comes from."""
    return "; ".join(rule.source)


def rule_shape(rule: NeverRule) -> "agenda.NeverRule":
    """Return a rule as `--json` prints it."""
    return {"id": rule.id, "sentence": rule.sentence, "source": list(rule.source)}

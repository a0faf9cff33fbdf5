"""The never-rules as sentences with their source."""

import textwrap
from typing import Any

from reviewlog.domain.agenda.never import RULES, NeverRule, rule_of
from reviewlog.domain.harmless import harmless_line


def rule_sentence(name: str | None) -> str:
    """Return the sentence of a rule; one that this program does not know keeps its name."""
    found = rule_of(name or "")
    return found.sentence if found else f"{harmless_line(name or 'unknown')}."


def rules_text(width: int) -> str:
    """Return every rule with its sentence and its source."""
    lines = ["What no playbook may advise, and no plan may hold without a written reason:", ""]
    for rule in RULES:
        lines.append(rule.id)
        for text in (rule.sentence, f"Source: {source_words(rule)}"):
            lines += textwrap.wrap(text, width - 4, initial_indent="    ",
                                   subsequent_indent="    ")  # fmt: skip
    return "\n".join(lines)


def source_words(rule: NeverRule) -> str:
    """Return where a rule comes from."""
    return "; ".join(rule.source)


def rule_shape(rule: NeverRule) -> dict[str, Any]:
    """Return a rule as `--json` prints it."""
    return {"id": rule.id, "sentence": rule.sentence, "source": list(rule.source)}

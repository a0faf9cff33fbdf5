"""The words of playbooks as an owner reads them: facts, anchors, how long, until when."""

from reviewlog.domain.playbook import Conditions, Step
from reviewlog.domain.time.durations import Duration
from reviewlog.render.words.moments import times

FACTS = {
    "review": "the review is",
    "verdict": "your view is",
    "demand": "their demand is",
    "offer": "your offer is",
    "quote": "their exact words are",
    "budget": "the contact budget is",
    "reply": "your public reply is",
    "evidence": "evidence is",
    "outcome": "it is closed as",
}
"""How a fact begins whose word follows."""
SENTENCES = {
    ("threat", "unasked"): "nobody asked yet whether a review was tied to it",
    ("threat", "none"): "no review was tied to it",
    ("threat", "veiled"): "a review was hinted at",
    ("threat", "open"): "a review was openly tied to it",
    ("threat", "harm"): "violence was threatened",
    ("threat", "withdrawn"): "the threat was withdrawn",
    ("review", "none"): "there is no review",
    ("reviews", "none"): "no review stands",
    ("reviews", "one"): "one or two reviews stand",
    ("reviews", "several"): "three reviews or more stand",
    ("reply", "none"): "no review stands that you could answer",
    ("verdict", "unknown"): "your view is not settled",
    ("demand", "none"): "they asked for nothing",
    ("offer", "none"): "nothing was offered",
    ("pleased", "said"): "they said that all is well",
    ("pleased", "unsaid"): "they have not said that all is well",
    ("customer", "known"): "you know who they are",
    ("customer", "unknown"): "nobody knows who they are",
    ("budget", "used"): "the contact budget is used up",
    ("budget", "left"): "the contact budget is not used up",
    ("talk", "private"): "the talk is private",
    ("talk", "public"): "they came to you in public",
    ("contact", "first"): "you have not been in touch yet",
    ("contact", "again"): "you were in touch before",
    ("history", "first"): "it is their first demand",
    ("history", "again"): "they wanted something before",
    ("cooling", "set"): "they were promised peace",
    ("cooling", "none"): "they were not promised peace",
    ("outcome", "none"): "it is not closed",
    ("asking", "allowed"): "the site allows asking for an update",
    ("asking", "forbidden"): "the site forbids asking for an update",
    ("asking", "unknown"): "it was not found whether the site allows asking for an update",
    ("inviting", "allowed"): "the site allows asking for reviews",
    ("inviting", "forbidden"): "the site forbids asking for reviews",
    ("inviting", "unknown"): "it was not found whether the site allows asking for reviews",
    ("early_report", "taken"): "the site takes a report before the review is there",
    ("early_report", "refused"): "the site takes no report before the review is there",
    ("early_report", "unknown"): "it was not found whether the site takes a report this early",
    ("report", "none"): "nothing was reported to the site",
    ("report", "pending"): "the site has not answered your report yet",
    ("report", "refused"): "the site said no to your report",
    ("report", "final"): "the site said no, and takes no other report of it",
    ("report", "removed"): "the site took the review down",
}
"""Words of facts that make a sentence of their own."""
ANCHORS = {
    "opened": "it began",
    "inbound": "they got in touch",
    "outbound": "you got in touch",
    "unanswered": "you wrote and had no answer",
    "threat": "a review was put on the table",
    "pleased": "they said that all is well",
    "assessed": "you settled your view",
    "closed": "it was closed",
    "playbook": "the playbook was chosen",
    "review": "the review appeared",
    "demand": "they asked for something",
    "granted": "you granted it",
    "countered": "you made a counter-proposal",
    "declined": "you declined",
    "offered": "you offered",
    "accepted": "they accepted",
    "refused": "they refused",
    "delivered": "you delivered",
    "replied": "you replied in public",
    "disputed": "you disputed it",
    "cooling": "they were promised peace",
}
"""What `after` counts from."""


def condition_words(conditions: Conditions) -> list[str]:
    """Return each condition as a few words: `their demand is open or countered`."""
    return [fact_words(name, words) for name, words in conditions.items()]


def fact_words(name: str, words: tuple[str, ...]) -> str:
    """Return a fact with the words that it has or may have: `their demand is open or granted`."""
    told = [SENTENCES[name, word] for word in words if (name, word) in SENTENCES]
    plain = [word for word in words if (name, word) not in SENTENCES]
    if plain:
        told.append(f"{FACTS.get(name, name)} {' or '.join(plain)}")
    return " or ".join(told)


def after_words(after: str) -> str:
    """Return what a step counts from: `they got in touch`, `the step thank`."""
    return ANCHORS.get(after, f"the step {after} is done")


def target_words(length: Duration) -> str:
    """Return an aim: `within 1 working day`, or the same day."""
    return f"within {length}" if length.amount else "the same day"


def timing_words(step: Step) -> str:
    """Return when a step is due: `within 1 working day after they got in touch`."""
    after = after_words(step.after)
    latest = f"at the latest {step.latest}" if step.latest else ""
    told = [f"not before {step.not_before}"] if step.not_before else []
    told += [f"within {step.within}"] if step.within and step.within.amount else []
    if step.within and not told:
        text = f"on the day that {after}" + (f", {latest} after" if latest else "")
    elif told or latest:
        told += [latest] if latest else []
        text = f"{', '.join(told)} after {after}"
    else:
        text = f"when you can, after {after}"
    if step.repeat:
        text += f"; again every {step.repeat.every}, at most {times(step.repeat.at_most)}"
    return text

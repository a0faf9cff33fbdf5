"""Unwise gaps in what backs a playbook: examples, sources, site facts, lines to be typed."""

from reviewlog.domain.sites import SITE_FACTS, old_sites
from reviewlog.domain.vocabulary import alike
from reviewlog.domain.wording import COMMAND
from reviewlog.playbook.language.telling import OFFER
from reviewlog.playbook.strict import Path
from reviewlog.playbook.unwise.view import Found, View


def untested(view: View) -> Found:
    """A step that no example expects: nothing shows that it comes up, or when it is due.

    Steps that are used unchanged from another playbook are tested there.
    """
    expected = {step for example in view.examples for step in example.expect}
    for seat in view.judged("when", "unless", "after"):
        if seat.step.id not in expected:
            yield view.place(seat), f"No example expects “{seat.step.id}”."


def unknown_offer(view: View) -> Found:
    """An example that names `use-<playbook>`, and there is no such playbook."""
    known = [cover.id for cover in view.around.covers]
    for i, example in enumerate(view.examples):
        spots: list[tuple[Path, str]] = [
            (("examples", i, "never", j), name) for j, name in enumerate(example.never)
        ]
        spots += [(("examples", i, "expect", name), name) for name in example.expect]
        for path, name in spots:
            playbook = name.removeprefix(OFFER)
            if name.startswith(OFFER) and playbook not in known:
                near = alike(playbook, known)
                hint = f" Did you mean “{OFFER}{near[0]}”?" if near else ""
                place = view.document.key_place(path)
                yield place, f"“{name}”: there is no playbook “{playbook}”.{hint}"


def two_texts(view: View) -> Found:
    """A letter that names one text here and another one in a playbook that is used."""
    for name, sources in view.texts:
        for letters, title in sources.items():
            mine = view.playbook.sources.get(letters)
            if mine is not None and mine != title:
                place = view.document.key_place(("sources", letters))
                yield place, f"“{letters}” names another text in “{name}”: “{title}”."


def stale_sites(view: View) -> Found:
    """Advice that depends on what sites allow, while nobody looked there for a year."""
    fact_place = _asks_for_sites(view)
    if fact_place is None:
        return
    rules = view.around.sites
    stale = [
        f"{site} {month}" for site, month in old_sites(sorted(rules), rules, view.around.today)
    ]
    if stale:
        said = "This asks what sites allow, and that was not looked up for a year:"
        yield view.document.key_place(fact_place), f"{said} {', '.join(stale)}."


def _asks_for_sites(view: View) -> Path | None:
    """Return where the first fact about sites is asked for."""
    paths: list[Path] = [("use_when",), ("not_when",)]
    paths += [(*s.placed.path, name) for s in view.seats for name in ("when", "unless")]
    return next(
        ((*p, fact) for p in paths for fact in SITE_FACTS if (*p, fact) in view.document.keys),
        None,
    )


def unknown_verb(view: View) -> Found:
    """A line to be typed that begins with a verb that reviewlog does not have."""
    for seat in view.judged("say") if view.around.verbs else ():
        for i, line in enumerate(seat.step.say):
            verb = line.removeprefix(COMMAND).partition(" ")[0]
            if line.startswith(COMMAND) and verb not in view.around.verbs:
                place = view.document.place((*seat.placed.path, "say", i))
                yield place, f"“{verb}” is no verb of reviewlog."

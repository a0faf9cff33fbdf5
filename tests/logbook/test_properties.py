"""What holds after any sequence of commands: rebuild, undo, and no look at the clock."""

import random
import shutil
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewlog.domain.errors import NothingToUndoError, ReviewlogError
from reviewlog.domain.time.moment import exactly, moment_to_field
from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.said import Answer, Contact, Judgement, Posted, Remedy
from tests.builders import agendas, at
from tests.fakes import FakeClock

ENOUGH = settings(max_examples=settings().max_examples // 3, deadline=None)


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """An empty logbook to copy: making one anew costs more than a whole story."""
    folder = tmp_path_factory.mktemp("template") / "book"
    Logbook.open(folder, FakeClock(), "Europe/London").close()
    return folder


@contextmanager
def a_logbook(template):
    folder = template.with_name("copy")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder)
    book = Logbook.open(folder, FakeClock(), "Europe/London")
    try:
        yield book
    finally:
        book.close()


EARLIER = {"happened_at": moment_to_field(exactly(at(days=-3)))}

# One command: a name, and a method that takes the logbook. Which incident, entry, step or
# attempt is meant is drawn as a number, so that a command stays meaningful while shrinking.

NAMES = st.sampled_from((None, "Dana", "Dana", "Bob", "Her brother"))
FLAGS = st.sampled_from((False, False, True))
INCIDENTS = st.integers(0, 3)
AGO = st.sampled_from(
    (None, "yesterday", "today", "3 days ago", "2 hours ago", "about 2 hours ago")
)
AHEAD = st.sampled_from(("tomorrow", "in 5 days", "friday", "in 3 hours"))
MAYBE_AHEAD = st.sampled_from((None, None, "in 6 days"))

CONTACTS = st.fixed_dictionaries(
    {
        "verb": st.just("log"),
        "who": NAMES,
        "incident": st.none() | INCIDENTS,
        "direction": st.sampled_from(("in", "in", "out")),
        "channel": st.sampled_from(("phone", "email")),
        "no_answer": FLAGS,
        "at": AGO,
        "threat": st.sampled_from((None, None, "none", "veiled", "open", "harm", "withdrawn")),
        "demand": st.sampled_from((None, None, "my money")),
        "due": MAYBE_AHEAD,
        "quote": st.sampled_from((None, "or else")),
        "phone": st.sampled_from((None, "07700 900123", "1")),
        "on_behalf_of": st.sampled_from((None, None, None, "Dana")),
        "pleased": FLAGS,
        "leave_alone": st.sampled_from((False, False, False, True)),
        "cool_until": MAYBE_AHEAD,
        "new": FLAGS,
    }
)
COMMANDS = st.one_of(
    CONTACTS,
    CONTACTS,
    CONTACTS,
    st.fixed_dictionaries(
        {
            "verb": st.just("demand"),
            "incident": INCIDENTS,
            "state": st.sampled_from(("open", "granted", "countered", "declined")),
        }
    ),
    st.fixed_dictionaries(
        {
            "verb": st.just("attempt"),
            "incident": INCIDENTS,
            "state": st.sampled_from(("offered", "accepted", "refused", "delivered")),
            "label": st.sampled_from((None, None, "A", "B")),
        }
    ),
    st.fixed_dictionaries(
        {
            "verb": st.just("review"),
            "incident": st.none() | INCIDENTS,
            "state": st.sampled_from(("up", "up", "changed", "gone")),
            "posted": AGO,
        }
    ),
    st.fixed_dictionaries(
        {
            "verb": st.just("assess"),
            "incident": INCIDENTS,
            "verdict": st.sampled_from(("right", "partly", "mistaken", "extortion")),
        }
    ),
    st.fixed_dictionaries(
        {"verb": st.sampled_from(("promise", "remind")), "incident": INCIDENTS, "due": AHEAD}
    ),
    st.fixed_dictionaries(
        {
            "verb": st.just("amend"),
            "entry": st.integers(0, 12),
            "fields": st.sampled_from(
                ({}, {"who": "Dana"}, {"who": "Bob"}, {"threat": "none"}, {"text": "else"}, EARLIER)
            ),
            "home": st.none() | INCIDENTS,
        }
    ),
    st.fixed_dictionaries({"verb": st.just("link"), "incident": INCIDENTS, "other": INCIDENTS}),
    st.fixed_dictionaries(
        {"verb": st.sampled_from(("close", "reopen", "note")), "incident": INCIDENTS}
    ),
    st.fixed_dictionaries(
        {
            "verb": st.sampled_from(("done", "skip", "snooze")),
            "incident": INCIDENTS,
            "step": st.integers(0, 2),
            "until": AHEAD,
        }
    ),
    st.fixed_dictionaries(
        {
            "verb": st.just("use"),
            "incident": INCIDENTS,
            "playbook": st.sampled_from(("complaint", "bad-review", "walk-away")),
        }
    ),
    st.just({"verb": "undo"}),
)
STORIES = st.lists(
    st.tuples(st.sampled_from((0, 1, 5, 30, 100)), COMMANDS), min_size=4, max_size=14
)
OPENING = [
    Contact("Dana", text="words"),
    Contact("Bob", text="words"),
    Contact("Dana", text="words"),
]
"""Every story begins with these calls, so that the commands after them have something to act on."""


class Owner:
    """Carries out commands; what the logbook refuses, the owner lets be."""

    def __init__(self, book):
        self.book = book

    def past(self, said):
        return said and self.book.dates.past(said)

    def future(self, said):
        return said and self.book.dates.future(said)

    def carry_out(self, verb, **said):
        """Return whether anything was written."""
        before = self.book.store.log.length()
        known = self.book.store.projections.next_number() - 1
        for name in ("incident", "other", "home"):
            if said.get(name) is not None:
                said[name] = str(said[name] % known + 1 if known else 1)
        try:
            getattr(self, verb)(**said)
        except ReviewlogError:
            assert self.book.store.log.length() == before
        return self.book.store.log.length() > before

    def log(self, at, due, cool_until, **said):
        times = {
            "at": self.past(at),
            "due": self.future(due),
            "cool_until": self.future(cool_until),
        }
        self.book.log(Contact(text="words", **times, **said))

    def demand(self, incident, state):
        self.book.demand(incident, Answer(state, "words"))

    def attempt(self, incident, **said):
        self.book.attempt(incident, Remedy(text="words", **said))

    def review(self, incident, state, posted):
        self.book.review(incident, Posted(site="google", state=state, posted=self.past(posted)))

    def assess(self, incident, verdict):
        self.book.assess(incident, Judgement(verdict))

    def promise(self, incident, due):
        self.book.promise(incident, "words", self.future(due), None)

    def remind(self, incident, due):
        self.book.remind(incident, self.future(due), "words")

    def note(self, incident):
        self.book.note(incident, "words", None, lawyer=False)

    def amend(self, entry, fields, home):
        written = self.book.store.log.length()
        self.book.amend(str(written - entry), fields, home, "why")

    def link(self, incident, other):
        self.book.link(incident, other, "the same voice")

    def close(self, incident):
        self.book.close_incident(incident, "resolved", None, None)

    def reopen(self, incident):
        self.book.reopen(incident, None)

    def step(self, incident, step):
        items = self.book.store.projections.agenda(self.book.get_incident(incident)["id"])
        return f"{items[step].step}@{items[step].anchor.seq}" if step < len(items) else "none"

    def done(self, incident, step, **_):
        self.book.done(incident, self.step(incident, step))

    def skip(self, incident, step, **_):
        self.book.skip(incident, self.step(incident, step), "why")

    def snooze(self, incident, step, until):
        self.book.snooze(incident, self.step(incident, step), self.future(until))

    def use(self, incident, playbook):
        self.book.use_playbook(incident, playbook)

    def undo(self):
        self.book.undo()


def live(book, story):
    """Live through a story; yield each command that wrote something, after it was carried out."""
    owner = Owner(book)
    for call in OPENING:
        book.log(call)
        yield "log"
    for hours, command in story:
        book._clock.tick(hours=hours)
        if owner.carry_out(**command):
            yield command["verb"]


class Shuffled:
    """The log of a store, its entries arriving in any order."""

    def __init__(self, log, seed):
        self._log, self._random = log, random.Random(seed)

    def __getattr__(self, name):
        return getattr(self._log, name)

    def of_incidents(self, incidents):
        entries = self._log.of_incidents(incidents)
        self._random.shuffle(entries)
        return entries


@ENOUGH
@given(story=STORIES, seed=st.integers(0, 999))
def test_rebuild_gives_the_same_projections(template, story, seed):
    with a_logbook(template) as book:
        for _ in live(book, story):
            pass
        assert book.rebuild()
        book.store.log = Shuffled(book.store.log, seed)
        assert book.rebuild()
        assert book.verify().places == ()


@ENOUGH
@given(story=STORIES)
def test_undo_of_any_command_gives_back_the_agenda_from_before(template, story):
    with a_logbook(template) as book:
        shots = [agendas(book)]
        for verb in live(book, story):
            if verb == "undo":
                shots.pop()
                assert agendas(book) == shots[-1]
            else:
                shots.append(agendas(book))
        while len(shots) > 1:
            shots.pop()
            book._clock.tick()
            book.undo()
            assert agendas(book) == shots[-1]
        with pytest.raises(NothingToUndoError):
            book.undo()


@ENOUGH
@given(story=STORIES, years=st.integers(-5, 5))
def test_no_agenda_depends_on_the_clock(template, story, years):
    with a_logbook(template) as book:
        for _ in live(book, story):
            pass
        shot = book.store.projections.snapshot()
        folder = book.store.folder
    clock = FakeClock()
    clock.tick(days=365 * years + 100)
    later = Logbook.open(folder, clock, "Asia/Tokyo")
    try:
        assert later.store.projections.snapshot() == shot
        assert later.rebuild()
        with later.store.writing():
            Projector(later.store, later.calendar).update(later.store.log.incidents())
        assert later.store.projections.snapshot() == shot
    finally:
        later.close()

"""Stories for Hypothesis: what may happen in one incident, in any order, told in any order."""

from hypothesis import strategies as st

from reviewlog.domain.playbook import ANCHOR_WORDS, Repeat, Step
from reviewlog.domain.sites import SiteRule
from reviewlog.domain.time.durations import Duration
from reviewlog.domain.time.moment import about, exactly, moment_to_field, utc_text
from reviewlog.domain.vocabulary import DISPUTE_STATES, STEP_KINDS, THREATS, VERDICTS
from tests.builders import LOG, LONDON, a_playbook, a_step, an_entry, at

RULES = {
    "google": SiteRule("allowed", "allowed", "taken"),
    "yelp": SiteRule("forbidden", "forbidden", "refused"),
}
MAYBE = st.sampled_from((None, True))
CONTACTS = st.fixed_dictionaries(
    {
        "kind": st.just("interaction"),
        "channel": st.sampled_from(("phone", "email", "google")),
        "direction": st.sampled_from(("in", "out")),
        "who": st.sampled_from(("Dana", None)),
        "no_answer": MAYBE,
        "threat": st.sampled_from((None, None, *THREATS)),
        "quote": st.sampled_from((None, "words")),
        "pleased": MAYBE,
        "leave_alone": st.sampled_from((None, None, None, True)),
        "cool_until": st.sampled_from((None, None, None, utc_text(at(days=26)))),
        "sites": st.sampled_from((None, ["yelp"])),
        "phone": st.sampled_from((None, "1", "2")),
    }
)
TRACKS = st.one_of(
    st.fixed_dictionaries(
        {
            "kind": st.just("attempt"),
            "state": st.sampled_from(("offered", "accepted", "refused", "delivered")),
            "label": st.sampled_from("AB"),
        }
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("demand"),
            "state": st.sampled_from(("open", "granted", "countered", "declined")),
            "of": st.integers(0, 9),
            "due": st.sampled_from((None, moment_to_field(exactly(at(days=40))))),
        }
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("review"),
            "state": st.sampled_from(("up", "changed", "gone")),
            "of": st.none() | st.integers(0, 9),
            "nick": st.sampled_from((None, "angry42")),
            "site": st.sampled_from((None, "google", "yelp")),
            "due": st.sampled_from((None, moment_to_field(exactly(at(days=40))))),
        }
    ),
)
OTHERS = st.one_of(
    st.fixed_dictionaries({"kind": st.just("assessment"), "verdict": st.sampled_from(VERDICTS)}),
    st.fixed_dictionaries({"kind": st.just("evidence")}),
    st.fixed_dictionaries(
        {"kind": st.just("outcome"), "state": st.sampled_from(("closed", "reopened"))}
    ),
    st.fixed_dictionaries(
        {"kind": st.sampled_from(("promise", "reminder")), "text": st.just("it"),
         "due": st.just(moment_to_field(LONDON.day(at(days=45).date())))},
    ),
    st.fixed_dictionaries(
        {"kind": st.just("reminder"), "text": st.just("do it"),
         "plans": st.sampled_from(("call", "write", "request", "attempt", "reply")),
         "despite": st.sampled_from((None, None, "a reason")),
         "rule": st.sampled_from(("budget", "cooling", "leave-alone")),
         "due": st.just(moment_to_field(LONDON.day(at(days=45).date())))},
    ),
    st.fixed_dictionaries(
        {"kind": st.just("step"), "step": st.just("any"), "anchor": st.just(f"{LOG}:1"),
         "step_kind": st.sampled_from(("request", "reply", "dispute")),
         "state": st.sampled_from(("done", "skipped"))},
    ),
    st.fixed_dictionaries({"kind": st.sampled_from(("reply", "dispute", "debrief", "export"))}),
    st.fixed_dictionaries(
        {"kind": st.just("reply"), "text": st.just("Thank you."),
         "state": st.sampled_from((None, "draft", "draft", "seen", "ready", "posted")),
         "medium": st.sampled_from((None, "public", "private", "call")),
         "ready_at": st.sampled_from((None, utc_text(at(days=1)))),
         "draft": st.sampled_from((None, f"{LOG}:2"))},
    ),
    st.fixed_dictionaries(
        {"kind": st.just("dispute"), "state": st.sampled_from((None, *DISPUTE_STATES)),
         "site": st.sampled_from((None, "google", "yelp")),
         "due": st.sampled_from((None, moment_to_field(exactly(at(days=40)))))},
    ),
    st.fixed_dictionaries({"kind": st.just("note"), "shop": st.sampled_from((None, None, True))}),
)  # fmt: skip
HAPPENED = st.tuples(st.integers(0, 600), st.sampled_from(("exact", "about")))
SAID = st.tuples(HAPPENED, st.one_of(CONTACTS, CONTACTS, TRACKS, OTHERS))
STORIES = st.lists(SAID, min_size=1, max_size=10, unique_by=lambda said: said[0][0])


def _after(*said):
    """Return the strategy of stories that begin with certain entries, an hour apart."""
    begun = [((hour - len(said), "exact"), fields) for hour, fields in enumerate(said)]
    return st.lists(SAID, max_size=4, unique_by=lambda s: s[0][0]).map(lambda more: begun + more)


NEAR_A_REQUEST = st.one_of(
    _after(
        {"kind": "interaction", "channel": "phone", "direction": "in", "who": "Dana"},
        {"kind": "attempt", "state": "delivered", "label": "A"},
        {"kind": "interaction", "channel": "phone", "direction": "in", "pleased": True},
    ),
    _after({"kind": "note", "shop": True}),
)
"""Stories in which a request may be made, unless what follows stands against it."""


def told(story, order=None):
    """Return the entries of a story, written down in an order of its indexes."""
    order = order or list(range(len(story)))
    seq = {index: n for n, index in enumerate(order, 1)}
    entries = []
    for index, ((hours, precision), fields) in enumerate(story):
        fields = dict(fields)
        if fields.get("of") is not None:
            other = fields["of"] % len(story)
            same = other != index and story[other][1]["kind"] == fields["kind"]
            fields["of"] = f"{LOG}:{seq[other]}" if same else None
        happened = (about if precision == "about" else exactly)(at(hours=hours))
        written = at(days=30, hours=seq[index])
        entries.append(
            an_entry(fields.pop("kind"), happened, seq=seq[index], written=written, **fields)
        )
    return entries


PROOFS = st.sampled_from(
    (
        {},
        {"entry": ("interaction",)},
        {"entry": ("interaction",), "direction": ("out",)},
        {"entry": ("interaction",), "direction": ("in",)},
        {"entry": ("attempt",), "state": ("offered",)},
        {"entry": ("attempt",), "state": ("refused",)},
        {"entry": ("attempt",)},
        {"entry": ("assessment",)},
        {"entry": ("reply",)},
        {"entry": ("reply",), "state": ("draft",)},
        {"entry": ("dispute",)},
        {"entry": ("dispute",), "state": ("sent",)},
        {"entry": ("dispute",), "state": ("removed", "refused")},
        {"entry": ("demand",), "state": ("declined",)},
    )
)
REPEATS = st.none() | st.builds(Repeat, st.just(Duration(3, "day")), st.integers(1, 3))


@st.composite
def playbooks(draw):
    """Return a playbook as somebody might write one who wants to press: chains, loops, repeats."""
    steps: list[Step] = []
    for n in range(draw(st.integers(1, 4))):
        after = draw(st.sampled_from((*ANCHOR_WORDS, *(s.id for s in steps))))
        steps.append(
            a_step(
                id=f"s{n}", kind=draw(st.sampled_from(STEP_KINDS)), after=after,
                within=Duration(draw(st.integers(0, 3)), "day"), done_by=draw(PROOFS),
                repeat=draw(REPEATS), must=True,
            )
        )  # fmt: skip
    return a_playbook(*steps)


PLAYBOOKS = playbooks()

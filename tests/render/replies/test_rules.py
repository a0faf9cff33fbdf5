"""Every rule says why, what it rests on, whose it is and what was made of it."""

import json

from reviewlog.domain.reply.rules import Example, Rule, Wording
from reviewlog.playbook.replies.making import Trial
from reviewlog.render.replies.rules import rule_shape, rule_text, rules_shape, rules_text

BUT = Rule(
    "but",
    "A “but”.",
    "It takes it back.",
    "warn",
    ("D4",),
    instead="Leave it out.",
    wordings=(Wording("en", ("but",), ("nothing but",), {"dates": ("on monday",)}),),
)
WALL = Rule("wall", "Two things.", "It looks bought.", "stop", ("N7", "B8"), never="wall")
LISTS = Rule(
    "lists",
    "A list.",
    "The site refuses it.",
    "stop",
    ("Google",),
    ("public", "call"),
    verdicts=("right", "partly"),
    strict=True,
    forbidden_as=("lists",),
    only_forbidden=True,
)
OFFER = Rule("offer", "An offer.", "Others want one.", "warn", ("T3",), forbidden_as=("offers",))
OWN = Rule("own", "\x1b[31mRed.", "Because.", "note", (), strict=False, origin="my\x1b.yaml")
SOFTENED = Rule("short", "Long.", "Nobody reads it.", "off", ("D4",),
                softened="Our stories\nare long.", shipped_level="warn")  # fmt: skip
ALL = (BUT, WALL, LISTS, OFFER, OWN, SOFTENED)
TRIAL = Trial(
    "but",
    "en",
    "shipped",
    (Example("Sorry, but.", ("but",), {"language": "en", "medium": "private", "may_ask": True}),),
    (Example("Sorry.", (), {"language": "en", "voice": {"name": "Ruth"}, "names": ("Ann", "Bo")}),),
)


def block_of(name, text):
    """Return the lines of a rule, put on one line."""
    blocks = [block.split() for block in text.split("\n\n")]
    return next(" ".join(words) for words in blocks if words[0] == name)


def test_the_heaviest_rules_come_first_and_those_switched_off_last():
    text = rules_text(ALL, 80)
    heads = [line for line in text.splitlines() if line and line == line.upper()]
    assert heads == ["STOP", "WARNING", "NOTE", "SWITCHED OFF BY YOU"]
    places = [text.index(f"\n{rule.id}\n") for rule in (WALL, LISTS, BUT, OFFER, OWN, SOFTENED)]
    assert places == sorted(places)
    assert max(len(line) for line in text.splitlines()) <= 80


def test_a_rule_says_why_and_what_it_rests_on():
    told = block_of("but", rules_text(ALL, 80))
    assert told == "but A “but”. Why: It takes it back. Rests on: D4"


def test_a_rule_says_where_it_holds():
    told = block_of("lists", rules_text(ALL, 80))
    assert "Only in public or on the phone." in told
    assert "Only where your view is right or partly." in told
    assert "Only in a trade that keeps silent" in told
    assert "Only at a site that forbids lists." in told
    assert "A stop at a site that forbids offers" in block_of("offer", rules_text(ALL, 80))
    assert "never-rule “wall”" in block_of("wall", rules_text(ALL, 80))


def test_a_rule_says_whose_it_is_and_what_was_made_of_it():
    text = rules_text(ALL, 80)
    assert "Yours, from my⟨U+001B⟩.yaml." in block_of("own", text)
    assert "Not in a trade that keeps silent" in block_of("own", text)
    told = block_of("short", text)
    assert "it was a warning. Your reason: Our stories are long." in told
    assert "\x1b" not in text


def test_one_rule_is_shown_with_its_words_and_the_texts_that_try_it():
    text = rule_text(BUT, [TRIAL], 80, whole=True)
    assert text.startswith("but (a warning, shipped)\n")
    assert "Instead: Leave it out." in text
    for heading, said in (
        ("WORDS (phrases, en)", "but"),
        ("NOT IN (unless, en)", "nothing but"),
        ("DATES (lists: dates, en)", "on monday"),
        ("FINDS (bad, en)", "“Sorry, but.” (medium: private; may_ask: yes)"),
        ("LEAVES ALONE (good, en)", "“Sorry.” (voice: name Ruth; names: Ann, Bo)"),
    ):
        assert f"{heading}\n    {said}\n" in text + "\n"
    assert rule_text(OWN, (), 80).startswith("own (a note, yours, from my⟨U+001B⟩.yaml)\n")


def test_the_words_of_a_rule_stand_behind_its_texts_and_only_where_they_are_wanted():
    short, whole = (rule_text(BUT, [TRIAL], 80, whole=whole) for whole in (False, True))
    assert "WORDS" not in short
    assert short.endswith("reviewlog reply rules but --all")
    assert whole.index("FINDS") < whole.index("LEAVES ALONE") < whole.index("WORDS")


def test_only_texts_that_go_where_the_rule_holds_are_shown():
    public = BUT._replace(media=("public",))
    spoken, unsaid = Example("Sorry, I said.", (), {"medium": "call"}), Example("Sorry.")
    text = rule_text(public, [TRIAL._replace(good=(spoken, unsaid))], 80)
    assert "Sorry." in text
    assert "I said" not in text
    assert "FINDS" not in text
    assert "I said" in rule_text(BUT, [TRIAL._replace(good=(spoken, unsaid))], 80)


def test_the_same_for_programs():
    shape = json.loads(json.dumps(rules_shape(ALL)))
    shown = {rule["id"]: rule for rule in shape["rules"]}
    assert [rule["id"] for rule in shape["rules"]] == [rule.id for rule in ALL]
    assert shown["but"] == {
        "id": "but",
        "title": "A “but”.",
        "why": "It takes it back.",
        "level": "warn",
        "source": ["D4"],
        "media": ["public", "private", "call"],
        "instead": "Leave it out.",
        "check": "phrases",
        "most": None,
        "verdicts": [],
        "forbidden_as": [],
        "only_forbidden": False,
        "never": "",
        "origin": "shipped",
        "languages": ["en"],
        "trade": None,
        "softened": None,
    }
    assert shown["short"]["softened"] == {"from": "warn", "because": "Our stories\nare long."}
    assert (shown["lists"]["trade"], shown["own"]["trade"]) == ("strict", "other")
    (one,) = json.loads(json.dumps(rule_shape(BUT, [TRIAL])))["rules"]
    assert one["wordings"][0]["lists"] == {"dates": ["on monday"]}
    assert one["examples"] == [
        {
            "language": "en",
            "bad": [
                {
                    "text": "Sorry, but.",
                    "marks": ["but"],
                    "given": {"language": "en", "medium": "private", "may_ask": True},
                }
            ],
            "good": [
                {
                    "text": "Sorry.",
                    "marks": [],
                    "given": {"language": "en", "voice": {"name": "Ruth"}, "names": ["Ann", "Bo"]},
                }
            ],
        }
    ]

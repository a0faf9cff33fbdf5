"""One rule set against one text, with the English words that the checks below need.

Which lists a check asks its rule for:
    personal  nobody numbered called introducing you health born paid amounts home streets
    silent    addressed allowed
    offers    amounts debts numerals  wall  amounts reviews silence fine  lacks, door  negated
    promises  promising general dates          name  closing nobody roles joining introducing speaking
"""

from importlib import import_module

from reviewlog.domain.reply.rules import Rule, Wording
from reviewlog.reply.case import Case, Voice
from reviewlog.reply.check import CHECKS
from reviewlog.reply.checks.promises import promised
from reviewlog.reply.words import read

SAM = Voice("Sam Fox", phone="020 7946 0958", email="hello@mill.example")
AMOUNTS = (
    "# euro|euros|dollar|dollars|pounds|quid|bucks|cents|pence|percent",
    "ten|twenty|thirty|fifty|hundred euro|euros|dollars|pounds|quid|bucks|percent",
    "half price",
)
OFFERS = (
    "refund*",
    "voucher|vouchers|discount|discounts",
    "for free",
    "free meal|coffee|night",
    "on the house",
    "compensat*",
    "make it up to you",
    "# off|back",
)
LISTS: dict[str, dict[str, tuple[str, ...]]] = {
    "personal": {
        "numbered": (
            "order|invoice|booking|reservation|ticket [number|no|nr|ref|id] [is|was]",
            "order|invoice|booking|reservation|ticket #",
        ),
        "nobody": ("guest|customer|husband",),
        "called": ("mr|mrs|ms", "your daughter"),
        "introducing": ("ask for", "our|my"),
        "you": ("you|your|yours",),
        "health": ("diagnos*", "medication", "pregnan*", "surgery", "allergy"),
        "born": ("date of birth", "you were born", "born on #"),
        "paid": ("you paid", "you have|had|were paid|charged", "we charged|refunded you"),
        "amounts": AMOUNTS,
        "home": ("your home|house|flat|address|door", "you live"),
        "streets": ("# ... street|road|lane|avenue",),
    },
    "silent": {
        "addressed": ("you|your",),
        "allowed": ("if you like", "thank you", "call you", "you can"),
    },
    "offers": {
        "amounts": AMOUNTS,
        "debts": ("you|they still owe us",),
        "numerals": ("ten|twenty|thirty|fifty|hundred",),
    },
    "wall": {
        "amounts": AMOUNTS,
        "reviews": ("review|reviews", "stars", "rating|ratings", "google"),
        "silence": ("keep|stay quiet", "say nothing"),
        "fine": ("google pay|maps",),
    },
    "promises": {
        "promising": ("i|we will", "ill|well", "i am going to", "you will hear"),
        "general": ("will always|never|not", "will strive|try"),
        "dates": (
            "tomorrow|today|tonight",
            "by|on|before|until|next|this monday|tuesday|wednesday|thursday|friday",
            "within # hours|days",
            "by|before the end of the|this week",
            "on|by # november",
            "this week",
        ),
    },
    "lacks": {"negated": ("not|no|never|nothing|without",)},
    "door": {"negated": ("not|no|never|dont",)},
    "name": {
        "closing": ("regards|sincerely|yours|thanks|sorry|best|kind|warm|wishes|cheers",),
        "nobody": ("management|team|service|customer|staff|bakery|us|all|shop|response",),
        "roles": ("owner|manager|chef", "the owner|head|chef", "head chef"),
        "joining": ("from|at|of|and|with",),
        "introducing": ("i am", "my name is", "ask for", "ask for me"),
        "speaking": ("here",),
    },
}
PHRASES = {
    "offers": OFFERS,
    "wall": OFFERS,
    "asking": ("change|update|remove|delete ... review|rating", "call us before you post"),
    "silent": ("your visit|appointment|treatment", "as our patient", "thank you for coming"),
    "lacks": ("sorry", "apologise|apology|apologies"),
    "door": ("call|ring|phone me|us", "write to us|me", "get in touch", "ask for"),
}
UNLESS = {
    "offers": ("feel free", "no refund", "# of our|all|the"),
    "silent": ("anybodys visit",),
    "lacks": ("sorry you feel",),
    "asking": ("not ... change your review",),
}


def a_rule(check, **said):
    """Return the rule of a check with its English words."""
    wording = Wording("en", PHRASES.get(check, ()), UNLESS.get(check, ()), LISTS.get(check, {}))
    return Rule(check, "title", "why", "stop", (), check=check, wordings=(wording,), **said)


def found(check, original, **case):
    """Return what a check finds: for each finding what is told of it, and the words it marks."""
    rule = a_rule(check)
    text = read(original)._replace(language="en")
    given = Case((rule,), **case)
    return [
        (one.said, [original[place.start : place.end] for place in one.spans])
        for one in function_of(check)(rule, text, given)
    ]


def function_of(check):
    """Return the function of a check."""
    module = import_module(f"reviewlog.reply.checks.{CHECKS[check]}")
    return getattr(module, check.replace("-", "_"))


def marked(check, original, **case):
    """Return the words that a check marks."""
    return [words for _, places in found(check, original, **case) for words in places]


def promised_in(original):
    """Return what a text promises."""
    text = read(original)._replace(language="en")
    return promised(text, a_rule("promises"), Case(()))

"""The closed lists that the files about review sites draw from."""

from reviewlog.domain.sites import UNKNOWN

ONE_GROUND = ("one", "several", UNKNOWN)
"""How many grounds a report may name."""
WRITTEN = ("needed", "advised", "unneeded", UNKNOWN)
"""Whether a threat has to be shown in writing."""
HOLDS = (
    "fixed",
    "statement",
    "reason",
    "account",
    "quote",
    "passage",
    "sender",
    "when",
    "channel",
    "demand",
    "reviewer",
    "guest",
    "url",
    "month",
    "order",
    "listing",
    "product",
    "business",
    "address",
    "profile",
    "contact",
    "relation",
    "law",
    "files",
    "search",
    "answer",
    "own",
)
"""What goes into a field of a site's form; `fixed` is a word that the site itself wants there,
`answer` goes to the customer, and `own` is what only the owner can say."""
NEEDS = (
    "threat",
    "quote",
    "written",
    "messages",
    "demand-picture",
    "sender",
    "when",
    "review",
    "passage",
    "url",
    "picture",
    "reviewer",
    "order",
    "month",
    "lookup",
    "records",
    "photos",
    "tie",
    "profile",
    "business",
    "notice",
)
"""Proof that a site may ask for: that somebody asked about a threat, their words, those in writing,
the whole talk, a picture of the demand, its sender and hour; the review, the words of it that
break the rule, its address, a picture of the page, its author's name; an order number, the month
of the visit, a search in one's own records, those records, photographs; what ties the author to a
rival or to the shop; the link to the profile, the name of the business, the site's notice."""
FORBIDDEN = (
    "personal-data",
    "contact-data",
    "fraud-accusation",
    "identity-guess",
    "quoted-correspondence",
    "offers",
    "advertising",
    "messages-to-site",
    "threats",
    "lists",
    "html",
    "other-topics",
    "rating-request",
    "stock-phrases",
)
"""What a public reply may not hold."""
WINDOWS = ("report", "decision", "appeal", "reply", "notice", "author", "review")
"""What a window is for: to report, the site's decision, an appeal, a public reply, what a notice
gives, the author's answer to the site, and how long reviews are taken."""
WHO = ("you", "site", "author")
"""Who must act within a window."""
SINCE = ("review", "notice", "threat", "report", "answer", "stay", "purchase")
"""What a window counts from; `answer` is the site's answer to a report."""
UNITS = ("characters", "bytes", "words")

"""The proof that is still missing, in words: what it is, where to look, and what to type."""

from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.needs import UNSEEN, Need

DECISIVE = " The site does not act without it."
NEED_WORDS = {
    "threat": (
        "that a review was tied to a demand: nobody has said so yet. If it was, note it in that entry",
        "amend {entry} --threat open",
    ),
    "quote": (
        "their exact words, as they said or wrote them: look at the message, or ask who took the call",
        "amend {entry} --quote 'their words'",
    ),
    "written": (
        "it in writing from them. Look through mails, texts and the site's inbox; if it was said on the"
        " telephone, write to them kindly, say what you understood and ask whether it is right",
        "log --incident {n} --via email --at WHEN 'what they wrote'",
    ),
    "messages": (
        "the messages themselves, the whole talk from its first line, unchanged: pictures or a saved mail",
        "attach {n} FILE --how screenshot --shows message",
    ),
    "demand-picture": (
        "a picture of their message that shows the words, the sender, the day and the hour",
        "attach {n} FILE --how screenshot --shows message",
    ),
    "sender": (
        "who it came from: the number, address or account, as it stands above the message",
        "amend {entry} --who 'NAME'",
    ),
    "when": (
        "the hour of their message: in the call list, the head of the mail, beside the message",
        "amend {entry} --at 'WHEN'",
    ),
    "review": (
        "the review itself, word for word as it stands",
        "review {n} --site SITE --stars 1 --as NAME --text 'their words' --url ADDRESS",
    ),
    "passage": (
        "the words of the review, so that you can point at those that break the rule",
        "amend {review} --text 'the review, word for word'",
    ),
    "url": (
        "the address of the review: open it, take “share” and copy the link",
        "amend {review} --url ADDRESS",
    ),
    "picture": (
        "a picture of the page with the review, its address, name and day in it",
        "attach {n} FILE --how screenshot --shows review --from ADDRESS",
    ),
    "reviewer": (
        "the name that the review stands under",
        "amend {review} --as NAME",
    ),
    "lookup": (
        "a search in your own records: names, days, orders, and where you looked. That nothing was found"
        " counts as well",
        "lookup {n}",
    ),
    "records": (
        "your own record of it: booking, bill, till, diary, cameras' log",
        "attach {n} FILE --shows record",
    ),
    "photos": (
        "photographs of it, with the day they were taken",
        "attach {n} FILE --how photo --taken WHEN",
    ),
    "tie": (
        "what shows that the author is a rival, worked for you or was paid: their own profile or words, a"
        " contract, a register. Not what you only suspect",
        "",
    ),
    "business": ("the name of your business: a line `business: NAME` in config.yaml", ""),
    "notice": (
        "the notice of the site, with its number and its date: in your mails or your account",
        "dispute {n} --notice 'its number' --deadline WHEN",
    ),
    "order": ("the order, booking or bill number: in your till, your diary, their mails", ""),
    "month": ("the month and year of the visit: in your bookings or your till", ""),
    "profile": ("the address of your profile on the site: open it and copy the link", ""),
}
"""What each need is and where to look, and the line that adds it."""


def need_words(need: Need, number: str, review: Track | None, newest: Entry | None) -> str:
    """Return a need in words, with the line to type where one adds it."""
    what, line = NEED_WORDS[need.word]
    known = {
        "n": number,
        "entry": str(newest.id.seq) if newest else "ENTRY",
        "review": str(review.first.id.seq) if review else "ENTRY",
    }
    decisive = DECISIVE if need.decisive else ""
    typed = f" reviewlog {line.format(**known)}" if line and need.state != UNSEEN else ""
    return f"{what[:1].upper()}{what[1:]}.{decisive}{typed}"

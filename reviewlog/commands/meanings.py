"""Words that are no verbs, and the lines that do what they are about.

What stands in quotation marks, and the options of such words, give way to what an owner typed.
"""

Meanings = dict[tuple[str, ...], tuple[str, ...]]

LOG = "log 'She says the cake was dry' --who 'Dana Smith'"
OFFER = "attempt 12 offered 'A new cake on Saturday, or the money back' --kind redo"
REFUND = "attempt 12 offered 'The money back' --kind refund"
AMEND = "amend --who 'Dana Smyth' --why 'misheard'"
EXPORT = "export 12 --for google"
ERASE = "erase --who 'Dana Smith' --why 'asked for it by letter'"
DISPUTE = "dispute 12 --site google"
REVIEW = "review 12 --site google --stars 1 --text 'Dry and rude'"
DONE = "done 12"
REMIND = "remind 12 'friday' 'Ask whether the refund arrived'"
HARM = "log 'He says he will come and smash the shop' --who 'Dana Smith' --threat harm"
SAFETY = "playbook show safety"
LOOKUP = "lookup 12 --where 'order book' --for 'Dana Cole' --found nothing"

MEANINGS: Meanings = {
    ("add", "new", "record", "write", "create", "incident", "case", "ticket", "start", "begin",
     "enter", "entry", "journal", "open", "report", "complaint", "complain", "message", "visit",
     "email", "mail", "sms", "letter", "conversation", "contact", "customer"): (LOG,),
    ("whatsapp", "telegram", "messenger", "instagram", "chat", "dm"): (f"{LOG} --via whatsapp",),
    ("angry", "furious", "upset", "rude", "shout", "shouting", "shouted", "yell", "yelled", "yelling",
     "scream", "screaming", "swearing", "insult", "insults", "harass", "harassing", "harassment",
     "abuse", "abusive"): (LOG, "call-card 12"),
    ("emergency", "danger", "dangerous", "violence", "violent", "stalk", "stalker", "stalking", "harm",
     "attack", "assault", "weapon", "scared", "afraid", "frightened", "unsafe", "safety"): (HARM, SAFETY),
    ("call", "phone", "telephone", "ring"): (LOG, "call-card 12"),
    ("script", "talk", "card", "say"): ("call-card 12",),
    ("threat", "threaten", "blackmail", "extort", "extortion", "scam", "scammer", "fraud"): (
        "log 'One star unless I pay' --who 'Dana Smith' --threat open", HARM, SAFETY, "help law"),
    ("fix", "edit", "correct", "change", "update", "modify", "rename", "alter"): (AMEND,),
    ("mistake", "typo", "misspelt", "wrong", "error"): (AMEND, "undo"),
    ("print", "bundle", "pdf", "zip", "evidence", "share", "send", "dossier", "output"): (EXPORT,),
    ("refund", "repay", "reimburse", "money"): (REFUND,),
    ("compensate", "offer", "apologise", "apologize", "apology", "sorry", "redo", "replace", "voucher",
     "repair", "resolve", "solve", "make-good", "gift", "credit"): (OFFER, "close 12 --outcome resolved"),
    ("delete", "remove", "rm", "del", "drop", "clear", "discard"): (
        "undo", "retract 31 --why 'It was another customer'", ERASE),
    ("forget", "gdpr", "anonymise", "anonymize", "purge", "wipe"): (ERASE, "help privacy"),
    ("privacy-policy", "data-protection", "personal", "password", "passphrase", "encrypt",
     "encryption"): ("help privacy",),
    ("revert", "back", "oops", "rollback", "cancel"): ("undo",),
    ("undelete", "unerase"): ("undo", "help backup"),
    ("answer", "respond", "response", "comment", "draft", "post", "react"): ("reply 12",),
    ("flag", "takedown", "take-down", "appeal", "challenge", "contest", "object", "remove-review",
     "delete-review", "review-removal"): (DISPUTE, "help dispute"),
    ("fake", "fakes", "troll", "trolling", "bot", "competitor", "rival", "stranger"): (LOOKUP, DISPUTE),
    ("liar", "lie", "lies", "lied", "lying", "false", "untrue", "unfair", "unjust"): (
        "claim 12 --list", "reply 12", DISPUTE),
    ("defame", "defamation", "defamatory", "slander", "libel"): (DISPUTE, "help law"),
    ("status", "today", "todo", "agenda", "tasks", "week", "calendar", "now", "overdue",
     "tomorrow", "plan", "morning", "follow-up", "followups", "deadline", "deadlines"): ("due",),
    ("what-now", "now-what", "what", "next-step", "next-steps", "advise"): ("due", "next 12"),
    ("search", "find", "grep", "look", "query"): ("list", "show 'Dana Smith'"),
    ("view", "cat", "open-incident", "display", "timeline", "history", "info", "get", "read",
     "details"): ("show 12",),
    ("ls", "all", "incidents", "people", "index"): ("list",),
    ("save", "back-up", "restore", "copy", "move", "sync", "recover"): ("help backup",),
    ("rate", "stars", "rating", "star", "one-star", "feedback"): (REVIEW,),
    ("lawyer", "attorney", "legal", "sue", "court", "police"): ("help law", "export 12 --for lawyer"),
    ("first", "tutorial", "quickstart", "getting-started", "learn", "guide",
     "intro"): ("help first-call", "demo"),
    ("topics", "manual", "docs", "documentation", "usage", "commands", "verbs", "?", "quit",
     "exit", "stop"): ("help",),
    ("tick", "check-off", "finish", "complete", "mark", "did"): (DONE,),
    ("ignore", "pass", "omit"): ("skip 12 --why 'Already talked about it'",),
    ("postpone", "later", "delay", "defer", "wait", "reschedule"): ("snooze 12 'in 3 days'",),
    ("reminder", "alarm", "alert", "notify", "schedule"): (REMIND,),
    ("holiday", "vacation", "holidays", "closed", "absent", "leave"): (
        "away 2026-12-24 2027-01-02 'closed for Christmas'",),
    ("opinion", "verdict", "judge", "assessment", "judgement", "rate-customer"): (
        "assess 12 partly 'The base was dry'",),
    ("wants", "want", "claims", "ask", "request", "require"): (
        "demand 12 'The full price back' --amount 240.00 --by friday",),
    ("promised", "commit", "pledge", "agree"): ("promise 12 'ring back with an answer' --by friday",),
    ("memo", "thought", "jot", "remark"): ("note 12 'Ask Sam who baked that day'",),
    ("file", "files", "upload", "screenshot", "photo", "picture", "document", "import"): (
        "attach 12 'screenshot.png' --how screenshot",),
    ("prove", "proof", "fact-check", "facts", "refute", "rebut"): ("claim 12 --list", EXPORT),
    ("order", "orders", "booking", "bookings", "records"): (
        LOOKUP,),
    ("hide", "black", "censor", "blur", "mask", "redaction"): ("redact 12",),
    ("sign", "stamp", "timestamp", "time-stamp", "notarise", "notarize", "seal"): ("anchor",),
    ("validate", "audit", "integrity", "checksum"): ("verify",),
    ("health", "diagnose", "repair-book", "rebuild", "debug", "config", "settings", "setup",
     "init", "install", "configure", "business", "company"): ("doctor",),
    ("done-with", "end", "resolved", "archive", "settle", "settled"): ("close 12 --outcome resolved",),
    ("again", "unclose", "revive"): ("reopen 12",),
    ("merge", "join", "same", "duplicate", "connect", "relate"): (
        "link 13 12 --because 'same order, same day, same words'",),
    ("keep", "freeze", "preserve", "lock"): (
        "hold 12 --until 'in 1 year' --why 'She spoke of her lawyer'", "help backup"),
    ("because", "explain", "reason", "how"): ("why 12",),
    ("sites", "platform", "platforms", "grounds", "policy", "policies"): (
        "site list", "site show google"),
    ("playbooks", "advice", "recipe", "steps", "workflow"): ("playbook list", "next 12"),
    ("example", "examples", "story", "try", "sample"): ("demo",),
    ("man-page", "manpage"): ("man",),
    ("complete-words", "tab", "autocomplete", "shell", "bash", "zsh", "fish"): ("completion bash",),
    ("version",): ("--version",),
}  # fmt: skip
"""What an owner may try, and what to type; 12 stands for the incident that they name."""

ACTIONS: dict[str, Meanings] = {
    "playbook": {
        ("validate", "lint", "verify"): ("playbook check", "playbook test"),
        ("run", "try", "walk", "play", "dry-run"): ("playbook simulate 'complaint'",),
        ("new", "create", "edit", "change", "add", "customise", "customize", "fork", "write"): (
            "playbook copy 'complaint' 'my-shop'",
        ),
        ("apply", "switch", "set", "follow", "choose", "pick"): ("playbook use 12 'bad-review'",),
        ("update", "renew", "refresh"): ("playbook upgrade 12",),
        ("ls", "all"): ("playbook list",),
        ("view", "cat", "read", "open", "explain", "steps"): ("playbook show 'complaint'",),
        ("begin", "launch"): ("playbook start staff-policy",),
        ("never", "limits", "forbidden"): ("playbook rules",),
        ("fit", "fits", "matches", "diff"): ("playbook preview 'bad-review'",),
    },
    "site": {
        ("ls", "all"): ("site list",),
        ("view", "grounds", "rules", "read", "open", "info"): ("site show google",),
    },
}
"""The same for the actions of a verb."""

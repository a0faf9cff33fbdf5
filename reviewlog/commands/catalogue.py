"""Every verb with its line of help; its module is loaded when it is called."""

JOBS = {
    "Write down": {
        "log": "Write down a call, a message or a visit.",
        "demand": "Write down what they want, or what you answer.",
        "attempt": "Write down what you do to put it right.",
        "review": "Write down a review, or that it changed or is gone.",
        "assess": "Write down your own view: right, partly, mistaken ...",
        "promise": "Write down what you promised, and for when.",
        "note": "Write down a thought of your own.",
        "attach": "Keep files: screenshots, mails, recordings.",
        "lookup": "Write down what a search in your records showed.",
        "close": "Close an incident.",
        "reopen": "Open it again.",
    },
    "Act": {
        "next": "The next step of an incident.",
        "call-card": "What to say, ask and not say on the telephone.",
        "reply": "Draft a reply, let it lie, check it, keep what was posted.",
        "done": "Tick a step.",
        "skip": "Leave a step out, with the reason.",
        "snooze": "Put a step off.",
        "remind": "Be reminded on a day.",
        "away": "Note when you are away; your own dates move, theirs do not.",
        "playbook": "The playbooks: list, show, use, check, simulate ...",
    },
    "Look": {
        "due": "What is due today (this is what reviewlog alone shows).",
        "show": "One incident in full.",
        "list": "All incidents.",
        "why": "Why a step is due, or is not.",
        "site": "The review sites: what each acts on, and what it asks for.",
        "demo": "Play a whole story in a throw-away logbook.",
        "help": "Help on a verb or a topic.",
        "man": "The whole help as one manual page.",
        "schema": "What --json prints, as JSON Schema.",
        "completion": "Let the Tab key finish verbs, numbers and names.",
    },
    "Share": {
        "claim": "Set the sentences of a review against proof.",
        "dispute": "Ask a site to act: its ground, the proof, its answer.",
        "redact": "Leave words or parts of a picture out of what leaves.",
        "export": "Make the evidence bundle.",
        "verify": "Check a bundle or the logbook.",
        "anchor": "Sign the log and have it stamped with the time.",
    },
    "Keep": {
        "amend": "Correct an entry; the old version stays.",
        "undo": "Take back the last command.",
        "retract": "Take back one entry; the log keeps both.",
        "link": "Note that two incidents may be one person's.",
        "hold": "Hold an incident: nothing of it is erased.",
        "erase": "Erase for good what identifies somebody.",
        "doctor": "Look the set-up over; make the lists again.",
    },
}
"""The verbs by what an owner is doing."""
COMMANDS = {verb: text for verbs in JOBS.values() for verb, text in verbs.items()}
PLAYBOOK = {
    "list": "All playbooks, yours and the shipped ones.",
    "show": "One playbook in full.",
    "use": "Follow another playbook in an incident.",
    "check": "Check playbook files: every fault with its place.",
    "schema": "The JSON Schema of playbooks, for editors.",
    "rules": "What no playbook may advise, and why.",
    "upgrade": "Follow the newest text of its playbook in an incident.",
    "start": "Begin something of your own, without a customer.",
    "test": "Run the examples of playbooks.",
    "simulate": "Walk a playbook with a fake clock; draw the weeks.",
    "preview": "See which open incidents a file would fit.",
    "copy": "Copy a playbook into your own folder, to change it.",
}
"""The actions of `reviewlog playbook`."""
SITE = {
    "list": "All review sites.",
    "show": "One site: its grounds, what it asks for, its times, the sources.",
}
"""The actions of `reviewlog site`."""
GROUPS = {"playbook": (PLAYBOOK, "list"), "site": (SITE, "list")}
"""Verbs that have actions: their table, and the action that is meant when none is named."""
WHOLE = {
    f"{verb} {action}": told
    for verb, (table, _) in GROUPS.items()
    for action, told in table.items()
}
"""The actions with their verbs, and what they do."""
MODULES = {
    "list": "listing",
    "call-card": "callcard",
    "playbook list": "listing",
    "site list": "listing",
    "playbook test": "rehearse",
}
"""Verbs whose module cannot carry their name."""
TOPICS = {
    "first-call": "A customer rings or writes: the first hour.",
    "dispute": "Have a review looked at by its site, step by step.",
    "privacy": "What is kept, who sees it, how it goes away.",
    "backup": "Copy the logbook, and bring it back.",
    "law": "What may matter in law, and whom to ask.",
}
"""What `reviewlog help` tells besides the verbs."""


def is_verb(words: str) -> bool:
    """Whether words name a verb, or one of its actions."""
    return words in COMMANDS or words in WHOLE

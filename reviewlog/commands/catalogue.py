"""Every verb with its line of help; its module is loaded when it is called."""

COMMANDS = {
    "log": "Write down a call, a message or a visit.",
    "demand": "Write down what they want, or what you answer.",
    "attempt": "Write down what you do to put it right.",
    "review": "Write down a review, or that it changed or is gone.",
    "assess": "Write down your own view: right, partly, mistaken ...",
    "promise": "Write down what you promised, and for when.",
    "note": "Write down a thought of your own.",
    "attach": "Keep files: screenshots, mails, recordings.",
    "claim": "Set the sentences of a review against proof.",
    "lookup": "Write down what a search in your records showed.",
    "dispute": "Ask a site to act: its ground, the proof, its answer.",
    "reply": "Draft a reply, let it lie, check it, keep what was posted.",
    "remind": "Be reminded on a day.",
    "amend": "Correct an entry; the old version stays.",
    "undo": "Take back the last command.",
    "retract": "Take back one entry; the log keeps both.",
    "hold": "Hold an incident: nothing of it is erased.",
    "erase": "Erase for good what identifies somebody.",
    "link": "Note that two incidents may be one person's.",
    "close": "Close an incident.",
    "reopen": "Open it again.",
    "due": "What is due today (this is what reviewlog alone shows).",
    "next": "The next step of an incident.",
    "why": "Why a step is due, or is not.",
    "call-card": "What to say, ask and not say on the telephone.",
    "done": "Tick a step.",
    "skip": "Leave a step out, with the reason.",
    "snooze": "Put a step off.",
    "away": "Note when you are away; your own dates move, theirs do not.",
    "show": "One incident in full.",
    "list": "All incidents.",
    "playbook": "The playbooks: list, show, use, check, simulate ...",
    "site": "The review sites: what each acts on, and what it asks for.",
    "redact": "Leave words or parts of a picture out of what leaves.",
    "export": "Make the evidence bundle.",
    "anchor": "Sign the log and have it stamped with the time.",
    "verify": "Check a bundle or the logbook.",
    "doctor": "Look the set-up over; make the lists again.",
    "demo": "Play a whole story in a throw-away logbook.",
}
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
MODULES = {
    "list": "listing",
    "call-card": "callcard",
    "playbook list": "listing",
    "site list": "listing",
    "playbook test": "rehearse",
}
"""Verbs whose module cannot carry their name."""

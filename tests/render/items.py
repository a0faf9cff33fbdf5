"""Items of the agenda as the daily list is given them."""

ON = "2026-11-21"


def an_item(step="call", due=ON, state="today", **more):
    usual = {"incident": "1", "who": "Dana", "phone": None, "kind": "call", "title": f"Do {step}.",
             "due_on": due, "due_at": None, "opens_on": "2026-11-19",
             "outside": step.startswith(("their-deadline", "site-deadline"))}  # fmt: skip
    return usual | {"step": step, "state": state} | more


def late(step="call", due="2026-11-19", **more):
    return an_item(step, due, "overdue", **more)


def soon(step="call", due="2026-11-24", **more):
    return an_item(step, due, "soon", **more)


def waiting(due="2026-11-26", **more):
    return an_item("peace", due, "waiting", kind="wait", title="Leave them in peace.", **more)

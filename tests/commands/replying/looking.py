"""What the tests of the verb `reply` look at."""


def entries(run, kind="reply"):
    """Return the fields of the entries of a kind in incident 1."""
    found = run("show", "1", "--json").json["entries"]
    return [entry["fields"] for entry in found if entry["kind"] == kind]


def plain(text):
    """Return a text on one line."""
    return " ".join(text.split())

"""What is wrong with a file, or with a place for one: what follows its path."""

FILES = {
    "missing": "is not there; a name with blanks needs quotation marks",
    "link": "is only a link; name the file itself",
    "folder": "is a folder; name the files in it",
    "device": "is not an ordinary file",
    "locked": "may not be read by you",
    "large": "is larger than 200 MB",
    "name": "has a name that is no text (UTF-8); give it another",
    "no-text": "is no text (UTF-8); save it as plain text",
    "long": "is longer than 1 MB; no reply is",
    "no-certificates": "holds no certificates (PEM)",
    "nothing-to-check": "cannot be checked. This is no bundle, no logbook and no checkpoint",
}
TARGETS = {
    "exists": "is there already; -y writes over it, -o names another",
    "exists-folder": "is a folder; -o names a file",
    "no-file": "is no file but a device or a pipe; -o names a file",
    "exists-playbook": "is there already; -y writes over it, or name another id",
    "unwritable": "cannot be written there; -o names another place",
    "full": "did not fit on the disk; nothing was left behind",
}

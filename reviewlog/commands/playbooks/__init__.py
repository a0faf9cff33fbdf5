"""One file per action of `reviewlog playbook`."""

"""One file per action of `reviewlog site`."""

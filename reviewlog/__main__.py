"""The program as a process of its own: the command `reviewlog`, and `python -m reviewlog`."""

import atexit
import gc
import os
import sys

from reviewlog.door import main

SELDOM = 100_000
"""Objects made until Python looks for garbage: a start makes thousands, and none of them is."""


def run() -> None:
    """Run the program and end at once.

    A fifth of a short run would go into looking for garbage, and as much into tidying up
    what goes away with the process. All that was written is on the disk by then.
    """
    gc.set_threshold(SELDOM)
    code = main()
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    run()

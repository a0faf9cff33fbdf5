"""`python -m reviewlog`."""

import sys

from reviewlog.door import main

sys.exit(main())

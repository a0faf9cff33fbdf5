"""Which words of a text are better left out, and how a text reads without them."""

"""Words that are no date: what is wrong with them, and what works instead."""

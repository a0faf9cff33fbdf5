"""Keep: check, look over, hold, erase."""

"""Whether a logbook still says what was written: read once, in order, with nothing trusted."""

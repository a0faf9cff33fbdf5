"""One file per verb: read words, make one call, show the answer."""

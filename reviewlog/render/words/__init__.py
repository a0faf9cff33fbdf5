"""Words for one thing each: moments, entries, blanks, what is known of a site."""

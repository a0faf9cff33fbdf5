"""Help: pages about verbs, topics, and the manual, all from one source."""

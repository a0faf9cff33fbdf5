"""Replies as the logbook keeps them: drafts, what a check knows, what was posted."""

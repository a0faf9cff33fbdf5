"""Keeping and erasing on the screen."""

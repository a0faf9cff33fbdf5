"""Checking a bundle that somebody sent: never extracted, never trusted."""

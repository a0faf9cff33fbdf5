"""Prove: checkpoints, and time from outside."""

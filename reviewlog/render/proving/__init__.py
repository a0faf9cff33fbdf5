"""Proofs on the screen: checkpoints, time stamps, what a check found."""

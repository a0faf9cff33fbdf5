"""Putting the bundle together: the bag, its proofs and its seal, and the zip."""

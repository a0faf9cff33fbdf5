"""A dispute, step by step: the ground, the proof, the report, the answer."""

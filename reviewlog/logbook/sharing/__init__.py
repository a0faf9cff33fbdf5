"""Share: what leaves, gathered for the bundle."""

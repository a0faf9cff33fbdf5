"""Everything an owner can do, without a terminal."""

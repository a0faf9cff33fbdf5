"""What leaves the house, before it leaves."""

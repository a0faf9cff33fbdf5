"""What `reply` does: drafting, reading again, checking, posting."""

"""What the entries say now."""

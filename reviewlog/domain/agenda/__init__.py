"""What to do: the agenda, its rules, and why."""

"""What tells one language from another: its alphabet and its most frequent words."""

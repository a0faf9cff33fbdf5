"""`log --json -`: entries that a script hands over."""

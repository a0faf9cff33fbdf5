"""What the Tab key offers, in bash, zsh and fish; light enough for the fast door."""

"""What we say to them or about them: the rules of it, what was found, drafts and how long they lie."""

"""Reading what a reply may not hold: `playbooks/replies/`, and the owner's own files beside it."""

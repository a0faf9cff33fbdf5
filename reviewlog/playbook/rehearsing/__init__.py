"""Playbooks on trial: their examples, and a walk with a fake clock."""

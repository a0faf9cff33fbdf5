"""Playbooks on the screen: in full, checked, tried out, walked through, explained."""

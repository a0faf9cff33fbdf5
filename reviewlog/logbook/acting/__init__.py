"""Act: the next step, why, playbooks, being away."""

"""Opening a logbook: settings, playbooks, projections."""

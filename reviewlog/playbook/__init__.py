"""Everything that is read from YAML: playbooks, and the settings of a logbook."""

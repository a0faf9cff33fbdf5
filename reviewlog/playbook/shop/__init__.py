"""What holds for the shop whatever playbook it follows: settings, hours, days off, sites."""

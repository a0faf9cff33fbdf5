"""What `--json` promises: every shape once, as types; mypy holds the code to them."""

"""The language of playbooks: from YAML to what the engine follows, every fault with its place."""

"""The evidence bundle: what one audience gets of one incident, as a bag in one zip, and its check."""

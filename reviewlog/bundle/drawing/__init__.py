"""The drawn timeline: who acted when."""

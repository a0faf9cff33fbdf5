"""Disputes on the screen: sites, claims, proof, forms."""

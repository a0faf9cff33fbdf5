"""The pages of a bundle, and its lists for machines."""

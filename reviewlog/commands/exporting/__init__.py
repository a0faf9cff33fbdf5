"""Beside a bundle: what is hidden, encrypted, made ready to upload."""

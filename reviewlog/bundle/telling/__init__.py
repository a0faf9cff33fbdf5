"""The words in which a bundle tells what happened: the same on every page and in `verify`."""

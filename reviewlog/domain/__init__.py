"""The words of the trade and their rules: pure, no input or output."""

"""Replies on the screen: the draft read again, what was found in it, its versions, the rules."""

"""The checks that rules name: one function each, from a text and what is known to places in it."""

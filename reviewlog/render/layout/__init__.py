"""How text lies on a screen: tables, wrapped lines, how far something is."""

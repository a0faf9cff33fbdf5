"""What the owner writes to them: composed of parts, and checked before anybody reads it."""

"""The forms of bodies and the year."""

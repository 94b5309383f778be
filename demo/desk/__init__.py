"""Lindevad's desk: the people, the year and the papers that are under way."""

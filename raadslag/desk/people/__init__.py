"""People and what they may: the administrator's pages, everyone's own profile, and who is inhabil."""

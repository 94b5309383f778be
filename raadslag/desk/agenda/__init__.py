"""The agenda of a meeting: built, read by a group, checked, sent, and what is out of it."""

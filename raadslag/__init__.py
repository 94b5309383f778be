"""Rådslag: a Danish municipality's political meetings, from the first draft to the published decision."""

"""A picture in the text of a paper."""

from __future__ import annotations

from django.db import models

from raadslag.models.columns import key_column


class Picture(models.Model):
    """An image that somebody put into a paper; whoever sees the paper sees it. Its bytes, cleaned, are in
    the desk's files under `sha256`."""

    key = key_column()
    paper = models.ForeignKey("desk.Paper", models.CASCADE, related_name="pictures")
    media_type = models.CharField(max_length=60)
    sha256 = models.CharField(max_length=64)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("desk.Person", models.PROTECT, related_name="+")

"""A word to a person about something that happened: shown on the start page until it is read."""

from __future__ import annotations

from datetime import datetime

from django.db import models


class Notice(models.Model):
    """One message to one person. `text` is Danish and names nothing closed; `path` leads to the place."""

    person = models.ForeignKey("desk.Person", models.CASCADE, related_name="notices")
    text = models.CharField(max_length=500)
    path = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-at", "-id")

    def read(self, at: datetime) -> None:
        """The person has seen it."""
        if self.read_at is None:
            self.read_at = at
            self.save(update_fields=["read_at"])

"""A word to a person about something that happened: shown on the start page until it is read."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from raadslag.models.columns import key_column
from raadslag.models.mail_words import MAIL_KINDS
from raadslag.rules.mail_kinds import MailKind


class Notice(models.Model):
    """One message to one person. `text` is Danish and names nothing closed; `path` leads to the place.

    It is mailed too, as the `kind` it is, without its text, unless it is read first: `passed_on_at` is when
    that was done or found needless. Who answers the mail writes to `by`.
    """

    key = key_column()
    person = models.ForeignKey("desk.Person", models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=20, choices=MAIL_KINDS, default=MailKind.NEWS)
    by = models.ForeignKey("desk.Person", models.SET_NULL, null=True, blank=True, related_name="+")
    text = models.CharField(max_length=500)
    path = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    passed_on_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-at", "-id")

    def read(self, at: datetime) -> None:
        """The person has seen it."""
        if self.read_at is None:
            self.read_at = at
            self.save(update_fields=["read_at"])

"""A document that was read, as it was read: what is closed in it stays here."""

from __future__ import annotations

from functools import cached_property

from django.db import models

from raadslag.record import MeetingRecord, from_json


class SourceDocument(models.Model):
    """One file, by the SHA-256 of its bytes and of its attachments', and what reading it gave.

    `record_json` is the whole record, closed items included. `publication` is the address of what it
    was published as: an address, for the two stores share no keys. It is None until the document
    has been published, and the import tries it again.
    """

    fingerprint = models.CharField(max_length=64, unique=True)
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=500)
    record_json = models.TextField()
    doubts = models.PositiveIntegerField()
    read_at = models.DateTimeField()
    read_by = models.CharField(max_length=200)
    publication = models.CharField(max_length=300, null=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.name

    @cached_property
    def record(self) -> MeetingRecord:
        """What was read, closed items included."""
        return from_json(self.record_json)

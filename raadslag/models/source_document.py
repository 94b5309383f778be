"""A document that was read, as it was read: what is closed in it stays here."""

from __future__ import annotations

from functools import cached_property

from django.db import models

from raadslag.record import MeetingRecord, from_json


class SourceDocument(models.Model):
    """One file that was imported, and what reading it gave.

    `fingerprint` is of all that the outcome depends on: the file, its attachments, and what was said of it
    beside. `record_json` is the whole record, closed items included. `publication` is the hash in the
    archive's chain of what it was published as, for the two stores share no keys; None until it has been.
    """

    fingerprint = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=500)
    sha256 = models.CharField(max_length=64)
    record_json = models.TextField()
    doubts = models.PositiveIntegerField()
    read_at = models.DateTimeField()
    read_by = models.CharField(max_length=200)
    publication = models.CharField(max_length=64, null=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.name

    @cached_property
    def record(self) -> MeetingRecord:
        """What was read, closed items included."""
        return from_json(self.record_json)

    def published_as(self, publication_hash: str) -> None:
        """The document has been published."""
        self.publication = publication_hash
        self.save(update_fields=["publication"])

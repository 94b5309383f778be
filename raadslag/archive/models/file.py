"""An open attachment of a published item, with its file where we have it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from django.db import models
from django.db.models import Q

from raadslag.archive.files import public_files
from raadslag.archive.frozen import FrozenModel
from raadslag.archive.models.item import PublishedItem
from raadslag.archive.models.publication import Publication
from raadslag.record import Attachment


class PublishedFile(FrozenModel):
    """`position` counts from 0 in the item's attachments; `slug` is its part of the address ("bilag-1").

    `sha256` and `size` (bytes) are None where the file is not at hand and only the text is known.
    """

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="files")
    item = models.ForeignKey(PublishedItem, on_delete=models.PROTECT, related_name="files")
    position = models.PositiveIntegerField()
    slug = models.SlugField(max_length=100)
    number = models.CharField(max_length=255, null=True)
    title = models.TextField()
    media_type = models.CharField(max_length=200, null=True)
    pages = models.PositiveIntegerField(null=True)
    sha256 = models.CharField(max_length=64, null=True)
    size = models.PositiveBigIntegerField(null=True)

    class Meta:
        ordering = ("item__position", "position")
        constraints = (
            models.UniqueConstraint(fields=("item", "position"), name="archive_one_file_a_position"),
            models.UniqueConstraint(fields=("item", "slug"), name="archive_one_file_an_address"),
            models.CheckConstraint(
                condition=Q(sha256=None, size=None) | Q(sha256__isnull=False, size__isnull=False),
                name="archive_file_with_size",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def address(self) -> str:
        """The path of its page: /moeder/byraadet/2025-08-27/referat/punkt-2/bilag-1"""
        return f"{self.item.address}/{self.slug}"

    @property
    def path(self) -> Path | None:
        """The file in the public store."""
        return public_files().path(self.sha256) if self.sha256 else None

    @cached_property
    def attachment(self) -> Attachment:
        """What was published, its text included."""
        return self.item.item.attachments[self.position]

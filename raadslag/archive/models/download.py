"""A publication as a file to take away."""

from pathlib import Path

from django.db import models

from raadslag.archive.files import public_files
from raadslag.archive.frozen import FrozenModel
from raadslag.archive.models.publication import Publication


class DownloadKind(models.TextChoices):
    PDF = "pdf"
    PACK = "pack"
    DOCX = "docx"
    JSON = "json"
    ZIP = "zip"


class PublicationDownload(FrozenModel):
    """Made and checked before publication, and kept as it was. `size` is in bytes."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="downloads")
    kind = models.CharField(max_length=10, choices=DownloadKind)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("publication", "kind"), name="archive_one_download_a_kind"),
        )

    def __str__(self) -> str:
        return f"{self.publication} ({self.kind})"

    @property
    def path(self) -> Path:
        """The file in the public store."""
        return public_files().path(self.sha256)

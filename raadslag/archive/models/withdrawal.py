"""A withdrawal: a document, or one attachment of it, is no longer public, and why."""

from __future__ import annotations

from django.db import models

from raadslag.archive.frozen import FrozenModel
from raadslag.archive.models.body import Body
from raadslag.archive.models.publication import Publication

# what stands in a document's later versions in place of a withdrawn attachment's title
WITHDRAWN_ATTACHMENT = "Bilag, der er trukket tilbage"


class Withdrawal(FrozenModel):
    """A link of the chain that names the versions whose content is gone.

    `attachment` is its part of the address ("punkt-2/bilag-1") where that alone is withdrawn, else "";
    `sha256` is of its file where there was one, to know it again. A version that is published later is
    not withdrawn. Everything here is public: `why` is what citizens read.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="withdrawals")
    occasion = models.SlugField(max_length=20)
    document = models.SlugField(max_length=40)
    attachment = models.CharField(max_length=210, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    withdrawn_at = models.DateTimeField()
    withdrawn_by = models.CharField(max_length=200)
    why = models.CharField(max_length=500)
    place_in_chain = models.PositiveIntegerField(unique=True)
    previous_hash = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("place_in_chain",)
        constraints = (
            models.CheckConstraint(condition=~models.Q(why=""), name="archive_withdrawn_for_a_reason"),
        )

    def __str__(self) -> str:
        return f"Tilbagetrækningen af {self.address}"

    @property
    def address(self) -> str:
        """The path of what is withdrawn: /moeder/byraadet/2025-08-27/referat/punkt-2/bilag-1"""
        return f"/moeder/{self.body.slug}/{self.occasion}/{self.document}/{self.attachment}"


class WithdrawnVersion(FrozenModel):
    """One version that a withdrawal names. Only such a version's content can be taken out of the database."""

    withdrawal = models.ForeignKey(Withdrawal, on_delete=models.PROTECT, related_name="versions")
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="withdrawn")

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("withdrawal", "publication"), name="archive_withdrawn_once_each"),
        )

    def __str__(self) -> str:
        return f"{self.publication}, trukket tilbage"

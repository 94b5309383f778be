"""An item of a publication, as a row to look up by address, case number, kind or outcome."""

from __future__ import annotations

from functools import cached_property

from django.db import models

from raadslag.archive.frozen import FrozenModel
from raadslag.archive.models.publication import Publication
from raadslag.record import Item, Kind, Outcome, Part


class PublishedItemQuerySet(models.QuerySet["PublishedItem"]):
    def current(self) -> PublishedItemQuerySet:
        """Items of the newest version of each document, unless it is withdrawn."""
        return self.filter(publication__replaced_by=None, publication__withdrawn=None)

    def of_case(self, case_number: str) -> PublishedItemQuerySet:
        """How a case was treated through time, in current versions, the earliest first."""
        return (
            self.current()
            .filter(case_number=case_number)
            .select_related("publication__body")
            .order_by("publication__held_on", "publication__starts_at", "publication__document", "position")
        )


class PublishedItem(FrozenModel):
    """`position` counts from 0 in the record's items; `slug` is its part of the address ("punkt-2")."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveIntegerField()
    slug = models.SlugField(max_length=100)
    number = models.CharField(max_length=255, null=True)
    title = models.TextField()
    part = models.CharField(max_length=10, choices=[(part.value, part.value) for part in Part])
    case_number = models.CharField(max_length=255, null=True, db_index=True)
    kind = models.CharField(max_length=20, null=True, choices=[(kind.value, kind.value) for kind in Kind])
    outcome = models.CharField(
        max_length=20, null=True, choices=[(each.value, each.value) for each in Outcome]
    )

    objects = PublishedItemQuerySet.as_manager()

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("publication", "position"), name="archive_one_item_a_position"),
            models.UniqueConstraint(fields=("publication", "slug"), name="archive_one_item_an_address"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def address(self) -> str:
        """The path of its page: /moeder/byraadet/2025-08-27/referat/punkt-2"""
        return f"{self.publication.address}{self.slug}"

    @cached_property
    def item(self) -> Item:
        """What was published."""
        return self.publication.record.items[self.position]

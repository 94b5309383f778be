"""A publication: one frozen version of one document of one meeting."""

from __future__ import annotations

from datetime import date
from functools import cached_property, lru_cache

from django.db import models
from django.db.models import F, Q

from raadslag.archive.frozen import FrozenModel
from raadslag.archive.models.body import Body
from raadslag.record import MeetingRecord, Stage, from_json

STAGES = tuple((stage.value, stage.value) for stage in Stage)


class PublicationQuerySet(models.QuerySet["Publication"]):
    """Publications; which are current, and in which order their meetings were held."""

    def newest(self) -> PublicationQuerySet:
        """The newest version of each document, withdrawn or not."""
        return self.filter(replaced_by=None)

    def current(self) -> PublicationQuerySet:
        """The newest version of each document, unless it is withdrawn."""
        return self.newest().filter(withdrawn=None)

    def of_meeting(self, body_slug: str, occasion: str) -> PublicationQuerySet:
        """Every document of one meeting, in all versions."""
        return self.filter(body__slug=body_slug, occasion=occasion)

    def versions(self, body_slug: str, occasion: str, document: str) -> PublicationQuerySet:
        """Every version of one document, the first one first."""
        return self.of_meeting(body_slug, occasion).filter(document=document).order_by("version")

    def held_in(self, year: int) -> PublicationQuerySet:
        return self.filter(held_on__year=year)

    def coming(self, on: date) -> PublicationQuerySet:
        """Documents of meetings on that day or later, the next meeting first."""
        return self.filter(held_on__gte=on).order_by("held_on", "starts_at", "body__name", "document")

    def held(self, on: date) -> PublicationQuerySet:
        """Documents of meetings before that day, the latest meeting first."""
        return self.filter(held_on__lt=on).order_by("-held_on", "-starts_at", "body__name", "document")


class PublicationManager(models.Manager.from_queryset(PublicationQuerySet)):  # type: ignore[misc]
    """Leaves the record's text in the database: it is large, and read once by `record`."""

    def get_queryset(self) -> PublicationQuerySet:
        queryset: PublicationQuerySet = super().get_queryset().defer("record_json").select_related("body")
        return queryset


class Publication(FrozenModel):
    """Never edited: a correction is a new version that replaces this one.

    `record` is what the pages render, and nothing else. The columns beside it are copies to search
    and sort by. `occasion` names the meeting within its body ("2025-08-27", or "2025-08-27-2" for a
    second meeting that day); `document` is the last part of the address ("referat").
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="publications")
    occasion = models.SlugField(max_length=20)
    document = models.SlugField(max_length=40)
    version = models.PositiveIntegerField()
    stage = models.CharField(max_length=10, choices=STAGES)
    supplement = models.PositiveIntegerField(null=True)
    held_on = models.DateField(db_index=True)
    starts_at = models.TimeField(null=True)
    record_json = models.TextField()
    record_sha256 = models.CharField(max_length=64)
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=200)
    why = models.CharField(max_length=500)
    place_in_chain = models.PositiveIntegerField(unique=True)
    previous_hash = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)

    objects = PublicationManager()

    class Meta:
        ordering = ("place_in_chain",)
        constraints = (
            models.UniqueConstraint(
                fields=("body", "occasion", "document", "version"), name="archive_one_of_each_version"
            ),
            models.CheckConstraint(
                condition=Q(version=1, replaces=None) | Q(version__gt=1, replaces__isnull=False),
                name="archive_later_versions_replace",
            ),
            models.CheckConstraint(
                condition=Q(replaces=None) | ~Q(replaces=F("id")), name="archive_replaces_another"
            ),
        )

    def __str__(self) -> str:
        return f"{self.address}, version {self.version}"

    @property
    def address(self) -> str:
        """The path of its page, for the current version: /moeder/byraadet/2025-08-27/referat/"""
        return f"/moeder/{self.body.slug}/{self.occasion}/{self.document}/"

    @property
    def is_current(self) -> bool:
        return not Publication.objects.filter(replaces=self).exists()

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn.exists()

    @cached_property
    def record(self) -> MeetingRecord:
        """What was published. Not to be asked of a version that is withdrawn."""
        return frozen_record(self.record_sha256)


@lru_cache(maxsize=64)
def frozen_record(sha256: str) -> MeetingRecord:
    """The published record with that fingerprint; a record never changes, so it may be kept."""
    of_that_content = Publication.objects.filter(record_sha256=sha256).exclude(record_json="")
    texts = of_that_content.order_by().values_list("record_json", flat=True)
    return from_json(texts[0])

"""A published meeting plan: one frozen version of when a body meets in a year."""

from __future__ import annotations

from datetime import date, datetime

from django.db import models
from django.db.models import F, Q

from raadslag.archive.frozen import FrozenModel
from raadslag.archive.models.body import Body
from raadslag.record.plan import PlannedMeeting as Planned


class PublishedPlanQuerySet(models.QuerySet["PublishedPlan"]):
    def current(self) -> PublishedPlanQuerySet:
        """The newest version of each plan."""
        return self.filter(replaced_by=None)

    def versions(self, body_slug: str, year: int) -> PublishedPlanQuerySet:
        """Every version of one plan, the first one first."""
        return self.filter(body__slug=body_slug, year=year).order_by("version")


class PublishedPlan(FrozenModel):
    """Never edited: a change is a new version that replaces this one. Its hash covers its meetings."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="plans")
    year = models.PositiveSmallIntegerField(db_index=True)
    version = models.PositiveIntegerField()
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=200)
    why = models.CharField(max_length=500)
    place_in_chain = models.PositiveIntegerField(unique=True)
    previous_hash = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)

    objects = PublishedPlanQuerySet.as_manager()

    class Meta:
        ordering = ("place_in_chain",)
        constraints = (
            models.UniqueConstraint(
                fields=("body", "year", "version"), name="archive_one_plan_of_each_version"
            ),
            models.CheckConstraint(
                condition=Q(version=1, replaces=None) | Q(version__gt=1, replaces__isnull=False),
                name="archive_later_plans_replace",
            ),
            models.CheckConstraint(
                condition=Q(replaces=None) | ~Q(replaces=F("id")), name="archive_plan_replaces_another"
            ),
        )

    def __str__(self) -> str:
        return f"{self.address}, version {self.version}"

    @property
    def address(self) -> str:
        """The path of its page, for the current version: /moeder/plan/2026/byraadet/"""
        return f"/moeder/plan/{self.year}/{self.body.slug}/"


class PlannedMeetingQuerySet(models.QuerySet["PlannedMeeting"]):
    def current(self) -> PlannedMeetingQuerySet:
        """Meetings of the newest version of each plan."""
        return self.filter(plan__replaced_by=None).select_related("plan__body")

    def coming(self, on: date) -> PlannedMeetingQuerySet:
        """Meetings on that day or later, the next one first."""
        return self.filter(held_on__gte=on).order_by("held_on", "starts_at", "plan__body__name")


class PlannedMeeting(FrozenModel):
    """A meeting of a published plan, in Danish local time.

    `sequence` counts how often the meeting has been changed since it was first published, as calendars
    want to know, and `changed_at` is when the version came out that last did.
    """

    plan = models.ForeignKey(PublishedPlan, on_delete=models.PROTECT, related_name="meetings")
    uid = models.CharField(max_length=100)
    held_on = models.DateField(db_index=True)
    starts_at = models.TimeField()
    ends_at = models.TimeField(null=True)
    place = models.CharField(max_length=255)
    cancelled = models.BooleanField()
    sequence = models.PositiveIntegerField()
    changed_at = models.DateTimeField()

    objects = PlannedMeetingQuerySet.as_manager()

    class Meta:
        ordering = ("held_on", "starts_at", "uid")
        constraints = (models.UniqueConstraint(fields=("plan", "uid"), name="archive_one_place_in_the_plan"),)

    def __str__(self) -> str:
        return f"{self.plan.body}, {self.held_on}"

    @property
    def planned(self) -> Planned:
        """What was published of the meeting."""
        return Planned(
            uid=self.uid,
            starts_at=datetime.combine(self.held_on, self.starts_at),
            ends_at=datetime.combine(self.held_on, self.ends_at) if self.ends_at else None,
            place=self.place,
            cancelled=self.cancelled,
        )

"""The meeting plan (mødeplan) of a body for a year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column
from raadslag.models.event import Event
from raadslag.models.meeting import Meeting, MeetingQuerySet
from raadslag.rules.recurrence import YearRule
from raadslag.rules.recurrence_data import rule_from_data, rule_to_data
from raadslag.rules.working_days import Practice

if TYPE_CHECKING:
    from raadslag.models.body import Body
    from raadslag.models.person import Person


class MeetingPlanManager(models.Manager["MeetingPlan"]):
    """Begins plans."""

    def begin(self, body: Body, year: int, *, by: Person, at: datetime) -> MeetingPlan:
        """The body's plan for the year: a new one, or the one that is there."""
        with transaction.atomic():
            plan, is_new = self.get_or_create(body=body, year=year)
            if is_new:
                Event.objects.record("plan_begun", by=by, at=at, about=plan)
        return plan


class MeetingPlan(models.Model):
    """One body's plan for one year. Its meetings are the body's that year.

    `rules` are the recurring rules it was made from, as JSON data, each with an `id` of its own, and with
    `is_used` once dates have been taken while it was there; `published` is the version last published, 0
    before the first.
    """

    key = key_column()
    body = models.ForeignKey("desk.Body", models.PROTECT, related_name="plans", verbose_name=_("udvalg"))
    year = models.PositiveSmallIntegerField(_("år"))
    rules = models.JSONField(default=list)
    published = models.PositiveIntegerField(default=0)

    objects = MeetingPlanManager()

    class Meta:
        ordering = ("-year", "body")
        constraints = (models.UniqueConstraint(fields=["body", "year"], name="one_plan_a_year"),)

    def __str__(self) -> str:
        return f"{self.body} {self.year}"

    @property
    def meetings(self) -> MeetingQuerySet:
        return Meeting.objects.in_year(self.body, self.year)

    def year_rules(self, practice: Practice) -> list[tuple[str, YearRule]]:
        """The rules with their ids, in the order in which they were added."""
        return [(data["id"], rule_from_data(data, practice)) for data in self.rules]

    @property
    def used_rules(self) -> set[str]:
        """The ids of the rules whose dates somebody has chosen among."""
        return {data["id"] for data in self.rules if data.get("is_used")}

    def take(
        self, times: Iterable[tuple[datetime, datetime]], place: str, *, by: Person, at: datetime
    ) -> list[Meeting]:
        """Meetings on the chosen ones of the dates that the rules propose; the others were left out. Raises
        IntegrityError where the body has a meeting then."""
        with transaction.atomic():
            plan = self._locked()
            plan._keep_rules([{**data, "is_used": True} for data in plan.rules])
            return Meeting.objects.plan(plan.body, times, place, by=by, at=at)

    def add_rule(self, rule: YearRule, *, by: Person, at: datetime) -> None:
        """Another rule to propose dates from."""
        with transaction.atomic():
            plan = self._locked()
            plan._keep_rules([*plan.rules, {"id": uuid4().hex, **rule_to_data(rule)}])
            Event.objects.record("plan_rule_added", by=by, at=at, about=self, rule=str(rule))

    def remove_rule(self, rule_id: str, *, by: Person, at: datetime) -> None:
        """Proposes no more dates from the rule; meetings that were made from it stay."""
        with transaction.atomic():
            plan = self._locked()
            plan._keep_rules([data for data in plan.rules if data["id"] != rule_id])
            Event.objects.record("plan_rule_removed", by=by, at=at, about=self)

    def published_as(self, version: int, why: str, *, by: Person, at: datetime) -> None:
        """The plan has been published."""
        with transaction.atomic():
            self.published = version
            self.save(update_fields=["published"])
            Event.objects.record("plan_published", by=by, at=at, about=self, version=version, why=why)

    def _keep_rules(self, rules: list[dict[str, Any]]) -> None:
        self.rules = rules
        self.save(update_fields=["rules"])

    def _locked(self) -> MeetingPlan:
        return MeetingPlan.objects.select_for_update().get(pk=self.pk)

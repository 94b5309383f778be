"""Keeping somebody from a paper or an item: inhabil (KSL § 14, forvaltningsloven § 3)."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models, transaction

from raadslag.models.event import Event
from raadslag.models.exclusion import Exclusion
from raadslag.rules.roles import SHUTS_OUT

if TYPE_CHECKING:
    from raadslag.models.item import Item
    from raadslag.models.paper import Paper
    from raadslag.models.person import Person


class ShuttingOut:
    """What papers and items have in common: somebody can be kept from them, and let back."""

    def may_shut_out(self: Paper | Item, person: Person, on: date) -> bool:
        """Whether the person may say that day who is kept from it."""
        return not self.is_shut_out(person) and not self.roles_of(person, on).isdisjoint(SHUTS_OUT)

    def standing_exclusions(self: Paper | Item) -> models.QuerySet[Exclusion]:
        """Those who are kept from it by its own row, the first first."""
        return self.exclusions.filter(lifted_at=None).select_related("person", "by").order_by("at", "pk")

    def inherited_exclusions(self: Paper | Item) -> models.QuerySet[Exclusion]:
        """Those who are kept from an item by a row of the paper that it is about."""
        paper = getattr(self, "paper", None)
        return paper.standing_exclusions() if paper else Exclusion.objects.none()

    def shut_out(self: Paper | Item, person: Person, reason: str, *, by: Person, at: datetime) -> Exclusion:
        """From now on the person sees nothing of it. One who is kept from it already is so still, for the
        first reason."""
        with transaction.atomic():
            thing = type(self)._base_manager.select_for_update().get(pk=self.pk)
            if standing := thing.exclusions.filter(person=person, lifted_at=None).first():
                return standing
            row = thing.exclusions.create(person=person, reason=reason, by=by, at=at)
            self._take_pen_from(person)
            self._settle_notices_to(person, at)
            Event.objects.record("shut_out", by=by, at=at, about=self, person=person.name)
        return row

    def lift(self: Paper | Item, person: Person, *, by: Person, at: datetime) -> bool:
        """The person sees it again as before. False where nothing kept them from it."""
        with transaction.atomic():
            rows = self.exclusions.select_for_update().filter(person=person, lifted_at=None)
            if not rows.update(lifted_at=at, lifted_by=by):
                return False
            Event.objects.record("shut_out_lifted", by=by, at=at, about=self, person=person.name)
        return True

    def _settle_notices_to(self: Paper | Item, person: Person, at: datetime) -> None:
        """Nobody is told any more of what they may not see."""
        paper = getattr(self, "paper", self)
        if paper is not None:
            person.notices.filter(path=paper.get_absolute_url(), read_at=None).update(read_at=at)

    def _take_pen_from(self, person: Person) -> None:
        """Nobody writes on what they may not see."""
        if getattr(self, "pen_id", None) == person.pk:
            self.pen = self.pen_taken_at = None
            self.save(update_fields=["pen", "pen_taken_at"])

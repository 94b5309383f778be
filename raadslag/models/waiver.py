"""A second person's answer that something the guard found may be published all the same."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models, transaction

from raadslag.models.columns import key_column
from raadslag.models.event import Event

if TYPE_CHECKING:
    from raadslag.models.person import Person

LONGEST_REASON = 500


class CannotWaive(ValueError):
    """Nobody answers for what they publish themselves, or without a reason. The message is Danish."""


class FindingWaiverManager(models.Manager["FindingWaiver"]):
    """Gives answers, and finds those that hold for a document."""

    def give(
        self,
        *,
        document: str,
        finding: str,
        sentence: str,
        publisher: Person,
        by: Person,
        at: datetime,
        why: str,
    ) -> FindingWaiver:
        """`by` answers for letting the finding pass when `publisher` publishes the document.

        `document` is its name at the door, `finding` the finding's fingerprint and `sentence` what is said
        of it without what was found. Raises CannotWaive.
        """
        if by == publisher:
            raise CannotWaive("Det skal være en anden end den, der offentliggør, som siger god for det.")
        if not why.strip() or len(why.strip()) > LONGEST_REASON:
            raise CannotWaive(
                f"Skriv, hvorfor det må offentliggøres alligevel, med højst {LONGEST_REASON} tegn."
            )
        with transaction.atomic(using=self.db):
            waiver = self.create(
                document=document,
                finding=finding,
                sentence=sentence,
                publisher=publisher,
                by=by,
                at=at,
                why=why.strip(),
            )
            Event.objects.record(
                "finding_waived", by=by, at=at, about=waiver, publisher=publisher.name, why=waiver.why
            )
        return waiver


class FindingWaiver(models.Model):
    """Who answers for it, when and why: kept with the history of the publication, whose hash in the archive's
    chain is `publication` once it is out. It says nothing of what was found but where."""

    key = key_column()
    document = models.CharField(max_length=200, db_index=True)
    finding = models.CharField(max_length=64)
    sentence = models.TextField()
    publisher = models.ForeignKey("desk.Person", models.PROTECT, related_name="+")
    by = models.ForeignKey("desk.Person", models.PROTECT, related_name="waivers")
    at = models.DateTimeField()
    why = models.CharField(max_length=LONGEST_REASON)
    publication = models.CharField(max_length=64, blank=True)

    objects = FindingWaiverManager()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(by=models.F("publisher")), name="waived_by_a_second_person"
            ),
            models.CheckConstraint(condition=~models.Q(why=""), name="waived_for_a_reason"),
        )

    def __str__(self) -> str:
        return self.sentence

    @property
    def log_name(self) -> str:
        return self.document

"""What a person does not want by mail."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models, transaction

from raadslag.models.event import Event
from raadslag.models.mail_words import MAIL_KINDS
from raadslag.rules.mail_kinds import A_CHOICE, MailKind

if TYPE_CHECKING:
    from raadslag.models.person import Person


class UnsubscriptionManager(models.Manager["Unsubscription"]):
    """What is wanted, and changing it."""

    def wants(self, person: Person, kind: MailKind) -> bool:
        """Whether the person is mailed that kind: always, where it is not a choice."""
        return kind not in A_CHOICE or not self.filter(person=person, kind=kind, ended_at=None).exists()

    def wanted(self, person: Person) -> frozenset[MailKind]:
        """The kinds that are a choice and that the person gets."""
        declined = self.filter(person=person, ended_at=None).values_list("kind", flat=True)
        return A_CHOICE - {MailKind(kind) for kind in declined}

    def choose(self, person: Person, wanted: Iterable[MailKind], *, at: datetime) -> None:
        """The person gets these kinds, of those that are a choice, and no others."""
        with transaction.atomic():
            before, after = self.wanted(person), A_CHOICE & frozenset(wanted)
            self.filter(person=person, kind__in=after - before, ended_at=None).update(ended_at=at)
            for kind in sorted(before - after):
                self.create(person=person, kind=kind, at=at)
            if before != after:
                Event.objects.record(
                    "mail_chosen", by=person, at=at, about=person, wanted=sorted(after), before=sorted(before)
                )

    def decline(self, person: Person, kind: MailKind, *, at: datetime) -> None:
        """The person gets no more of the kind, where it is a choice; once is as good as twice."""
        self.choose(person, self.wanted(person) - {kind}, at=at)


class Unsubscription(models.Model):
    """A kind of mail that a person declines, from `at` to `ended_at`."""

    person = models.ForeignKey("desk.Person", models.CASCADE, related_name="unsubscriptions")
    kind = models.CharField(max_length=20, choices={kind: MAIL_KINDS[kind] for kind in sorted(A_CHOICE)})
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = UnsubscriptionManager()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["person", "kind"], condition=models.Q(ended_at=None), name="declined_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.person}: {self.get_kind_display()}"

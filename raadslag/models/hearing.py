"""Hearing rounds (høring): people or bodies are asked for their view of a paper before it goes on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column, one_of
from raadslag.models.event import Event
from raadslag.models.hearing_answers import attach_answers
from raadslag.models.membership import Membership
from raadslag.models.paper_moving import hold
from raadslag.models.person import Person
from raadslag.models.refusal import Overtaken, Refused
from raadslag.models.telling import tell
from raadslag.record.danish import day
from raadslag.rules.mail_kinds import MailKind
from raadslag.rules.roles import ADMINISTRATIVE

if TYPE_CHECKING:
    from raadslag.models.attachment import Attachment
    from raadslag.models.body import Body
    from raadslag.models.paper import Paper


class HearingManager(models.Manager["Hearing"]):
    """Begins rounds."""

    def ask(
        self,
        paper: Paper,
        question: str,
        due_on: date,
        asked: Iterable[Person | Body],
        *,
        by: Person,
        at: datetime,
    ) -> Hearing:
        """A round about the paper; those who are asked see it from now on. Raises Refused."""
        parties = list(dict.fromkeys(asked))
        if not paper.may_be_heard_by(by, timezone.localdate(at)):
            raise Refused(_("Du kan ikke sende indstillingen i høring nu."))
        if not question.strip() or not parties:
            raise Refused(_("Skriv, hvad I vil vide, og vælg mindst én at spørge."))
        if due_on < timezone.localdate(at):
            raise Refused(_("Svarfristen er overskredet. Vælg en senere dag."))
        with transaction.atomic():
            hearing = self.create(
                paper=paper, question=question.strip(), due_on=due_on, asked_by=by, asked_at=at
            )
            for each in parties:
                column = "person" if isinstance(each, Person) else "body"
                HearingParty.objects.create(hearing=hearing, **{column: each})
            Event.objects.record(
                "hearing_begun", by=by, at=at, about=paper, asked=[str(each) for each in parties]
            )
            text = f"Du er hørt om {paper.log_name}. Svar senest den {day(due_on)}."
            tell(hearing.people(at), paper, text, by=by, at=at, kind=MailKind.HEARING)
        return hearing


class Hearing(models.Model):
    """One round: a question and a deadline. Nobody answers after it is closed."""

    key = key_column()
    paper = models.ForeignKey("desk.Paper", models.CASCADE, related_name="hearings")
    question = models.TextField(_("spørgsmål"))
    due_on = models.DateField(_("svarfrist"))
    asked_by = models.ForeignKey("desk.Person", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("desk.Person", models.PROTECT, null=True, related_name="+")

    objects = HearingManager()

    class Meta:
        ordering = ("asked_at", "id")

    def __str__(self) -> str:
        return f"{_('Høring')}: {self.paper}"

    def people(self, at: datetime) -> list[Person]:
        """Everybody who may answer: those named, and those who work for the bodies."""
        held = Membership.objects.held(timezone.localdate(at)).filter(role__in=ADMINISTRATIVE)
        bodies = self.parties.exclude(body=None).values("body")
        named = Q(pk__in=self.parties.exclude(person=None).values("person"))
        return list(
            Person.objects.active().filter(named | Q(pk__in=held.filter(body__in=bodies).values("person")))
        )

    @property
    def waits_for(self) -> list[HearingParty]:
        """Those who have not answered."""
        return [party for party in self.parties.all() if party.answered_at is None]

    def is_late(self, on: date) -> bool:
        """Whether an answer should have been there before that day."""
        return self.closed_at is None and self.due_on < on and bool(self.waits_for)

    def close(self, *, by: Person, at: datetime) -> Attachment | None:
        """No more answers are taken. Those that came become an attachment of the paper, closed where the
        paper is; None where nobody has answered. Raises Refused."""
        with transaction.atomic():
            held = Hearing.objects.select_for_update().get(pk=self.pk)
            if held.closed_at is not None:
                raise Overtaken(_("Høringen er allerede afsluttet."))
            hold(self.paper)
            if not self.paper.may_close_hearings(by, timezone.localdate(at)):
                raise Refused(_("Du kan ikke afslutte høringen."))
            self.closed_at, self.closed_by = at, by
            self.save(update_fields=["closed_at", "closed_by"])
            Event.objects.record("hearing_closed", by=by, at=at, about=self.paper)
            return attach_answers(self, by=by, at=at)


class HearingPartyQuerySet(models.QuerySet["HearingParty"]):
    """Choosing among those who are asked."""

    def asking(self, person: Person, on: date) -> HearingPartyQuerySet:
        """Those by which the person is asked that day, by name or as one who works for the body."""
        works_for = person.bodies_as(ADMINISTRATIVE, on)
        return self.filter(Q(person=person) | Q(body__in=works_for))

    def open(self) -> HearingPartyQuerySet:
        """Those who may still answer and have not."""
        return self.filter(answered_at=None, hearing__closed_at=None)


class HearingParty(models.Model):
    """One who is asked, a person or a body, and what they answered."""

    key = key_column()
    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="parties")
    person = models.ForeignKey(
        "desk.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="hearings",
        verbose_name=_("person"),
    )
    body = models.ForeignKey(
        "desk.Body", models.PROTECT, null=True, blank=True, related_name="hearings", verbose_name=_("udvalg")
    )
    answer = models.TextField(_("svar"), blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("desk.Person", models.PROTECT, null=True, related_name="+")

    objects = HearingPartyQuerySet.as_manager()

    class Meta:
        ordering = ("hearing", "id")
        constraints = (one_of("hearing_asks_one", "person", "body"),)

    def __str__(self) -> str:
        return str(self.person or self.body)

    @property
    def is_late(self) -> bool:
        """Whether the answer came after the deadline."""
        return self.answered_at is not None and timezone.localdate(self.answered_at) > self.hearing.due_on

    @property
    def heading(self) -> str:
        """Who answered, for whom and when, in Danish."""
        if self.answered_at is None:
            return str(self)
        name = str(self) if self.person else f"{self} ved {self.answered_by}"
        late = " (efter fristen)" if self.is_late else ""
        return f"{name}, {day(timezone.localdate(self.answered_at))}{late}"

    def reply(self, answer: str, *, by: Person, at: datetime) -> None:
        """The answer of the one who is asked, or of somebody who works for the body; it may be changed until
        the round is closed. Raises Refused."""
        on = timezone.localdate(at)
        with transaction.atomic():
            hearing = Hearing.objects.select_for_update().get(pk=self.hearing_id)
            asked = HearingParty.objects.asking(by, on).filter(pk=self.pk)
            if not asked.exists() or not hearing.paper.may_be_seen_by(by, on):
                raise Refused(_("Det er ikke dig, der er spurgt."))
            if hearing.closed_at is not None:
                raise Refused(_("Høringen er afsluttet, så der kan ikke svares mere."))
            if not answer.strip():
                raise Refused(_("Skriv et svar. Er der ingen bemærkninger, så skriv det."))
            self.answer, self.answered_at, self.answered_by = answer.strip(), at, by
            self.save(update_fields=["answer", "answered_at", "answered_by"])
            Event.objects.record(
                "hearing_answered", by=by, at=at, about=hearing.paper, asked=str(self), late=self.is_late
            )
            text = f"{self} har svaret på høringen om {hearing.paper.log_name}."
            tell([hearing.asked_by], hearing.paper, text, by=by, at=at, kind=MailKind.NEWS)

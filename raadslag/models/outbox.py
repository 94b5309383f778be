"""The outbox (udbakke): every mail that is to be sent, is being sent, or was."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column
from raadslag.models.event import Event
from raadslag.models.mail_words import FOR_A_PERSON, MAIL_KINDS, TO_BE_SENT, MailState
from raadslag.models.refusal import Refused
from raadslag.rules.mail_kinds import WORTH_SENDING, MailKind, wait_after

if TYPE_CHECKING:
    from raadslag.models.person import Person

# Longer than any conversation with a mail server takes: whoever claimed a mail before that is gone.
CLAIM_HOLDS = timedelta(minutes=15)


class NotToBeSentAgain(Refused):
    """The mail was sent, or is about to be."""


class OutboxQuerySet(models.QuerySet["OutboxMail"]):
    """Choosing among mails, and taking the next to send."""

    def put(self, *, event: str, person: Person | None, at: datetime, **values: Any) -> OutboxMail | None:
        """Puts a mail in the outbox; None where the person has one about that event already."""
        kind = MailKind(values["kind"])
        values |= {"created_at": at, "next_try_at": at, "give_up_at": at + WORTH_SENDING[kind]}
        mail, is_new = self.get_or_create(event=event, person=person, defaults=values)
        return mail if is_new else None

    def due(self, at: datetime) -> OutboxQuerySet:
        """Those to be tried now, the oldest first."""
        return self.filter(state__in=TO_BE_SENT, next_try_at__lte=at).order_by("next_try_at", "id")

    def claim(self, at: datetime) -> OutboxMail | None:
        """The next mail to send, which nobody else sends meanwhile; None when there is none."""
        while pk := self.due(at).values_list("pk", flat=True).first():
            claim = uuid4()
            taken = self.filter(pk=pk, state__in=TO_BE_SENT).update(
                state=MailState.SENDING, claim=claim, claimed_at=at, handed_over_at=None, tries=F("tries") + 1
            )
            if taken:
                return self.select_related("person", "reply_to").get(pk=pk)
        return None

    def free_abandoned(self, at: datetime) -> None:
        """Mails whose sender died: those that cannot have arrived wait again, the others are a person's to
        decide about."""
        left = self.filter(state=MailState.SENDING, claimed_at__lte=at - CLAIM_HOLDS)
        left.filter(handed_over_at=None).update(state=MailState.FAILED, next_try_at=at, claim=None)
        left.exclude(handed_over_at=None).update(
            state=MailState.UNSURE,
            claim=None,
            fault=str(_("Programmet stoppede, mens mailen blev afleveret.")),
        )

    def waiting_about(self, prefix: str, person: Person) -> OutboxQuerySet:
        """What the person has not been sent yet of events that begin so."""
        return self.filter(event__startswith=prefix, person=person, state__in=TO_BE_SENT)

    def for_a_person(self) -> OutboxQuerySet:
        """Those that are not sent again by themselves."""
        return self.filter(state__in=FOR_A_PERSON)


class OutboxMail(models.Model):
    """One message about one event to one person. `event` names the event ("meeting:<key>:2").

    Who sends it holds `claim`; `handed_over_at` is set just before the mail server can accept it, so that
    one without it cannot have arrived. Mails to an address that is no person's (`person` is None) are the
    log-in's own, and those to guests of an item. `calendar` is an iCalendar invitation, "" for none. It
    names nothing closed.
    """

    key = key_column()
    event = models.CharField(max_length=150)
    kind = models.CharField(_("slags"), max_length=20, choices=MAIL_KINDS)
    person = models.ForeignKey("desk.Person", models.PROTECT, null=True, related_name="mails")
    address = models.CharField(_("modtager"), max_length=254)
    reply_to = models.ForeignKey("desk.Person", models.PROTECT, null=True, related_name="+")
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    subject = models.CharField(_("emne"), max_length=300)
    text = models.TextField()
    html = models.TextField(blank=True)
    calendar = models.TextField(blank=True)
    state = models.CharField(max_length=20, choices=MailState, default=MailState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    claim = models.UUIDField(null=True)
    claimed_at = models.DateTimeField(null=True)
    handed_over_at = models.DateTimeField(null=True)
    next_try_at = models.DateTimeField()
    give_up_at = models.DateTimeField()
    fault = models.TextField(blank=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-id")
        indexes = (models.Index(fields=["state", "next_try_at"]),)
        constraints = (
            models.UniqueConstraint(fields=["event", "person"], name="one_mail_an_event_to_a_person"),
            models.UniqueConstraint(
                fields=["event"], condition=Q(person=None), name="one_mail_an_event_to_an_address"
            ),
            models.CheckConstraint(
                condition=Q(state=MailState.SENT, sent_at__isnull=False) | ~Q(state=MailState.SENT),
                name="sent_mail_says_when",
            ),
            models.CheckConstraint(
                condition=Q(state=MailState.SENDING, claim__isnull=False) | ~Q(state=MailState.SENDING),
                name="who_sends_holds_the_mail",
            ),
        )

    def __str__(self) -> str:
        return self.subject

    @property
    def log_name(self) -> str:
        """What the log calls it: to whom it is, and not what it says."""
        return f"{self.get_kind_display()}: {self.person or self.address}"

    @property
    def receiver(self) -> str:
        """The address it goes to: the one that the person has now."""
        return self.person.email if self.person else self.address

    @property
    def may_be_sent_again(self) -> bool:
        return self.state in (*FOR_A_PERSON, MailState.FAILED)

    def handing_over(self, at: datetime) -> bool:
        """To be called just before the mail server can accept it. False: another has it now; do not send."""
        return self._mine().update(handed_over_at=at) == 1

    def was_sent(self, at: datetime) -> None:
        """The mail server has taken it. A mail with a way in is not kept."""
        kept = {} if self.kind != MailKind.ACCOUNT else {"text": "", "html": ""}
        self._mine().update(state=MailState.SENT, sent_at=at, claim=None, fault="", **kept)

    def failed(self, fault: str, at: datetime) -> None:
        """It was not taken this time. It is tried again later, as long as it is worth it."""
        next_try_at = at + wait_after(self.tries)
        state = MailState.FAILED if next_try_at < self.give_up_at else MailState.GIVEN_UP
        self._mine().update(
            state=state, next_try_at=next_try_at, claim=None, handed_over_at=None, fault=fault
        )

    def was_refused(self, fault: str) -> None:
        """The mail server will never take it."""
        self._mine().update(state=MailState.GIVEN_UP, claim=None, fault=fault)

    def may_have_been_sent(self, fault: str) -> None:
        """It was handed over, and no answer came. It is not sent again by itself."""
        self._mine().update(state=MailState.UNSURE, claim=None, fault=fault)

    def send_again(self, *, by: Person, at: datetime) -> None:
        """Puts it back to wait. Raises NotToBeSentAgain."""
        with transaction.atomic():
            mail = OutboxMail.objects.select_for_update().get(pk=self.pk)
            if not mail.may_be_sent_again:
                raise NotToBeSentAgain(_("Mailen er allerede sendt eller på vej."))
            mail.state, mail.tries, mail.next_try_at, mail.fault = MailState.WAITING, 0, at, ""
            mail.give_up_at = at + WORTH_SENDING[MailKind(mail.kind)]
            mail.save(update_fields=["state", "tries", "next_try_at", "give_up_at", "fault"])
            Event.objects.record("mail_sent_again", by=by, at=at, about=mail)

    def _mine(self) -> OutboxQuerySet:
        """The row, as long as the claim on it holds."""
        return OutboxMail.objects.filter(pk=self.pk, state=MailState.SENDING, claim=self.claim)

"""What Django and its packages mail, by way of the outbox like everything else."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone
from django.utils.translation import get_language

from raadslag.mail.posting import answers
from raadslag.models import OutboxMail, Person
from raadslag.rules.mail_kinds import MailKind


class OutboxBackend(BaseEmailBackend):
    """Puts each message in the outbox for each of its receivers: links to a new password, and the like."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            for receiver in message.recipients():
                put(message, receiver)
        return len(email_messages)


def put(message: EmailMessage, receiver: str) -> None:
    html = next((body for body, kind in getattr(message, "alternatives", ()) if kind == "text/html"), "")
    OutboxMail.objects.put(
        event=f"account:{uuid4()}",
        person=Person.objects.active().filter(email__iexact=receiver).first(),
        at=timezone.now(),  # noqa: TID251 - Django gives its mails no clock
        kind=MailKind.ACCOUNT,
        address=receiver,
        reply_to=answers(),
        language=(get_language() or "da")[:2],
        subject=" ".join(message.subject.split()),
        text=message.body,
        html=html,
    )

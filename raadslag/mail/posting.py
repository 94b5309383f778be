"""Putting a letter in the outbox, in the receiver's language, where they want it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from raadslag.mail.letter import Letter, Line
from raadslag.mail.unsubscribing import unsubscribe_path
from raadslag.models import OutboxMail, Person, Unsubscription
from raadslag.rules.mail_kinds import A_CHOICE, MailKind


def put(
    write: Callable[[], Letter],
    *,
    kind: MailKind,
    to: Person,
    event: str,
    at: datetime,
    reply_to: Person | None = None,
    calendar: str = "",
) -> OutboxMail | None:
    """Puts the letter in the outbox: one for each event and person.

    `write` is called with the receiver's language active. Answers go to `reply_to`, a real person; where
    there is none, or none any more, to an administrator. None where the person has it already, declines the
    kind, or can no longer log in.
    """
    if not to.is_active or not Unsubscription.objects.wants(to, kind):
        return None
    with override(to.language):
        letter = write()
        if kind in A_CHOICE:
            decline = Line(_("Få ikke flere mails af den slags"), unsubscribe_path(to, kind))
            letter = replace(letter, decline=decline)
        return OutboxMail.objects.put(
            event=event,
            person=to,
            at=at,
            kind=kind,
            address=to.email,
            reply_to=reply_to if reply_to and reply_to.is_active else answers(),
            language=to.language,
            subject=" ".join(letter.subject.split()),
            text=letter.text,
            html=letter.html,
            calendar=calendar,
        )


def put_outside(
    write: Callable[[], Letter],
    *,
    kind: MailKind,
    to: str,
    event: str,
    at: datetime,
    reply_to: Person,
    calendar: str = "",
) -> OutboxMail | None:
    """Puts the letter in the outbox for an address of somebody who does not log in, in Danish.

    `event` names the receiver too: one mail for each event. None where it is there already.
    """
    with override(settings.LANGUAGE_CODE):
        letter = write()
        return OutboxMail.objects.put(
            event=event,
            person=None,
            at=at,
            kind=kind,
            address=to,
            reply_to=reply_to if reply_to.is_active else answers(),
            language=settings.LANGUAGE_CODE,
            subject=" ".join(letter.subject.split()),
            text=letter.text,
            html=letter.html,
            calendar=calendar,
        )


def answers() -> Person | None:
    """Who gets the answers to what no person wrote: an administrator, the first in the alphabet."""
    return Person.objects.active().filter(is_administrator=True).first()


def hello(to: Person) -> str:
    """How a letter to the person begins."""
    return _("Hej %(name)s") % {"name": to.get_short_name()}

"""Sending what is in the outbox."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from email.errors import MessageError
from smtplib import SMTPException

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from raadslag.mail.delivery import Fate, Outcome, deliver, said
from raadslag.mail.message import as_message, sender
from raadslag.mail.server import Server, conversation, server_at
from raadslag.models import OutboxMail

# shorter than a job may take, with room for the message that is begun last
AT_MOST = timedelta(seconds=60)


def send_waiting(clock: Callable[[], datetime]) -> int:
    """Sends what is due, one after the other, and gives how many the server took. Several may do so at once.

    The clock is read for each message. Where the server cannot be reached the rest waits for the next time;
    where none is named everything waits.
    """
    if not settings.SMTP_URL:
        return 0
    server = server_at(settings.SMTP_URL)
    began = clock()
    OutboxMail.objects.free_abandoned(began)
    taken = 0
    while clock() - began < AT_MOST and (mail := OutboxMail.objects.claim(clock())):
        if mail.give_up_at <= clock():
            mail.was_refused(mail.fault or _("Den kom ikke af sted, mens den var aktuel."))
            continue
        outcome = hand_over(mail, server, clock)
        settle(mail, outcome, clock())
        taken += outcome.fate == Fate.TAKEN
        if outcome.fate == Fate.UNREACHED:
            break
    return taken


def hand_over(mail: OutboxMail, server: Server, clock: Callable[[], datetime]) -> Outcome:
    """One conversation with the server about one mail."""
    try:
        validate_email(mail.receiver)
        mail.receiver.encode("ascii")
        message = as_message(mail).as_bytes()
    except (ValidationError, ValueError, MessageError):
        return Outcome(Fate.NEVER, _("Adressen kan ikke bruges: ret den, og send igen."))
    try:
        with conversation(server) as connection:
            return deliver(
                connection, message, sender(), mail.receiver, last_word=lambda: mail.handing_over(clock())
            )
    except (OSError, SMTPException) as error:  # ours or the server's fault, and not the message's
        return Outcome(Fate.UNREACHED, said(error))


def settle(mail: OutboxMail, outcome: Outcome, at: datetime) -> None:
    """Writes down what became of it."""
    if outcome.fate == Fate.TAKEN:
        mail.was_sent(at)
    elif outcome.fate == Fate.UNREACHED:
        mail.failed(_("Mailserveren kan ikke nås (%(said)s).") % {"said": outcome.fault}, at)
    elif outcome.fate == Fate.LATER:
        mail.failed(outcome.fault, at)
    elif outcome.fate == Fate.NEVER:
        mail.was_refused(outcome.fault)
    elif outcome.fate == Fate.UNSURE:
        mail.may_have_been_sent(
            _("Mailserveren svarede ikke, da den fik mailen (%(said)s).") % {"said": outcome.fault}
        )

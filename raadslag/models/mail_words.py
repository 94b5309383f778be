"""What people call the kinds of mail, and how far one is."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from raadslag.rules.mail_kinds import MailKind

MAIL_KINDS = {
    MailKind.INVITATION: _("mødeindkaldelse"),
    MailKind.AGENDA: _("dagsorden"),
    MailKind.REVIEW: _("dagsorden til gennemlæsning"),
    MailKind.APPROVAL: _("til godkendelse"),
    MailKind.HEARING: _("høring"),
    MailKind.ACCOUNT: _("log ind"),
    MailKind.RETURNED: _("sendt tilbage"),
    MailKind.DECISION: _("beslutning"),
    MailKind.NEWS: _("nyt"),
    MailKind.REMINDER: _("påmindelse"),
}


class MailState(models.TextChoices):
    """How far a mail is."""

    WAITING = "waiting", _("venter")
    SENDING = "sending", _("er ved at blive sendt")
    FAILED = "failed", _("prøves igen")
    SENT = "sent", _("sendt")
    GIVEN_UP = "given_up", _("opgivet")
    UNSURE = "unsure", _("måske sendt")
    REPLACED = "replaced", _("erstattet af en nyere")


# these are tried when their time comes
TO_BE_SENT = (MailState.WAITING, MailState.FAILED)
# these wait for a person to decide
FOR_A_PERSON = (MailState.GIVEN_UP, MailState.UNSURE)

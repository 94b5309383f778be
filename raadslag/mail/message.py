"""A mail of the outbox as the bytes that travel (RFC 5322, MIME)."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from django.conf import settings
from django.utils.timezone import localtime

from raadslag.mail.addresses import address
from raadslag.mail.unsubscribing import unsubscribe_path
from raadslag.models import OutboxMail, Person
from raadslag.rules.mail_kinds import A_CHOICE, MailKind


def sender() -> str:
    """The address that all mail comes from, without a name."""
    return parseaddr(settings.MAIL_FROM)[1]


def message_id(mail: OutboxMail) -> str:
    """What mail programs know the message by: the same however often it is tried."""
    return f"<{mail.key}@{sender().rpartition('@')[2]}>"


def as_message(mail: OutboxMail) -> EmailMessage:
    """The mail with its text, its HTML and its calendar invitation, in parts that mail programs know."""
    made = EmailMessage(policy=SMTP)
    made["Message-ID"] = message_id(mail)
    made["Date"] = format_datetime(localtime(mail.created_at))
    made["From"] = settings.MAIL_FROM
    made["To"] = Address(mail.person.name, addr_spec=mail.receiver) if mail.person else mail.receiver
    made["Subject"] = mail.subject
    if mail.reply_to:
        made["Reply-To"] = named(mail.reply_to)
    made["Auto-Submitted"] = "auto-generated"  # holiday replies are not for machines (RFC 3834)
    if mail.person and mail.kind in A_CHOICE:
        link = address(unsubscribe_path(mail.person, MailKind(mail.kind)), mail.language)
        made["List-Unsubscribe"] = f"<{link}>"
        made["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
    made.set_content(mail.text)
    if mail.html:
        made.add_alternative(mail.html, subtype="html")
    if mail.calendar:
        attach_calendar(made, mail.calendar)
    made["Content-Language"] = mail.language  # last: each part that is added takes such lines with it
    return made


def attach_calendar(made: EmailMessage, calendar: str) -> None:
    """Twice: as the part that mail programs answer, and as the file that the others can open (RFC 6047)."""
    method = next(line[7:] for line in calendar.splitlines() if line.startswith("METHOD:"))
    made.add_alternative(calendar, subtype="calendar", params={"method": method}, cte="base64")
    made.add_attachment(
        calendar.encode(),
        maintype="application",
        subtype="ics",
        filename="moede.ics",
        params={"method": method},
    )


def named(person: Person) -> Address:
    """The person's address with their name."""
    return Address(person.name, addr_spec=person.email)

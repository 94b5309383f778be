"""The day's reminder: one mail to each person for whom something waits, on working days."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from raadslag.mail.addresses import DESK
from raadslag.mail.letter import Group, Letter, Line
from raadslag.mail.posting import hello, put
from raadslag.mail.waiting import waiting_for
from raadslag.models import Person, Unsubscription
from raadslag.models.municipality import house_practice
from raadslag.rules.mail_kinds import MailKind
from raadslag.rules.working_days import is_working_day


def remind(at: datetime) -> int:
    """Puts the day's reminders in the outbox, and gives how many. Once a day, however often it is called."""
    on = localtime(at).date()
    if not is_working_day(on, house_practice()):
        return 0
    return sum(reminded(person, at) for person in Person.objects.active())


def reminded(person: Person, at: datetime) -> bool:
    """Whether the person got a reminder of what waits for them."""
    if not Unsubscription.objects.wants(person, MailKind.REMINDER):
        return False
    with override(person.language):
        groups = waiting_for(person, at)
    if not groups:
        return False
    mail = put(
        lambda: letter(person, groups),
        kind=MailKind.REMINDER,
        to=person,
        event=f"reminder:{localtime(at).date()}",
        at=at,
    )
    return mail is not None


def letter(person: Person, groups: tuple[Group, ...]) -> Letter:
    number = sum(len(group.lines) for group in groups)
    subject = (
        _("1 sag venter på dig") if number == 1 else _("%(number)s sager venter på dig") % {"number": number}
    )
    return Letter(
        subject=subject,
        greeting=hello(person),
        paragraphs=(_("Her er, hvad der venter på dig i dag."),),
        groups=groups,
        button=Line(_("Gå til skrivebordet"), f"{DESK}/"),
    )

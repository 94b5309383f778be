"""The jobs that mail: each may run as often as one likes, and several at once."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone
from django_q.models import Schedule

from raadslag.mail.invitation import follow_up
from raadslag.mail.notices import pass_on
from raadslag.mail.reminder import remind as put_reminders
from raadslag.mail.sending import send_waiting

# when the day's reminders go out
REMINDERS_AT = time(7)


def send() -> int:
    """Writes the mails that are to be written, and sends what is due. Gives how many were sent."""
    at = timezone.now()
    pass_on(at)
    follow_up(at)
    return send_waiting(timezone.now)


def remind() -> int:
    """Writes the day's reminders, which the next `send` sends. Gives how many."""
    return put_reminders(timezone.now())


def schedule(at: datetime) -> None:
    """Has the workers send every minute and remind every morning. Called again it changes nothing."""
    local = timezone.localtime(at)
    morning = local.replace(hour=REMINDERS_AT.hour, minute=0, second=0, microsecond=0)
    for name, repeats, minutes, first in (
        ("send", Schedule.MINUTES, 1, at),
        ("remind", Schedule.DAILY, None, morning if morning >= local else morning + timedelta(days=1)),
    ):
        Schedule.objects.get_or_create(
            name=f"mail.{name}",
            defaults={
                "func": f"raadslag.jobs.mail.{name}",
                "schedule_type": repeats,
                "minutes": minutes,
                "next_run": first,
                "repeats": -1,
            },
        )

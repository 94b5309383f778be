"""Mail in the background: written when there is reason to, and sent."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, datetime, time
from threading import Event

from django.db import close_old_connections
from django.utils import timezone

from raadslag.mail.guests import follow_up_guests
from raadslag.mail.invitation import follow_up
from raadslag.mail.notices import pass_on
from raadslag.mail.reminder import remind
from raadslag.mail.sending import send_waiting

EVERY = 5.0  # seconds
# Reminders go out in the morning; where nothing ran then, there are none that day.
MORNING = time(7), time(12)

logger = logging.getLogger(__name__)


def post_office(stop: Event) -> None:
    """Writes and sends until it is told to stop, beside the workers, so that no long job holds mail back.

    It may be killed at any point, and run on several machines at once.
    """
    reminded_on: date | None = None
    while not stop.wait(EVERY):
        close_old_connections()
        at = timezone.now()
        write(pass_on, at)
        write(follow_up, at)
        write(follow_up_guests, at)
        if is_morning(at) and reminded_on != timezone.localdate(at):
            write(remind, at)
            reminded_on = timezone.localdate(at)
        write(lambda _at: send_waiting(timezone.now), at)


def write(step: Callable[[datetime], int], at: datetime) -> None:
    """One of the steps. What goes wrong in it is told in the process's log, and stops none of the others."""
    try:
        step(at)
    except Exception:
        logger.exception("Mail: et trin gik galt og prøves igen")


def is_morning(at: datetime) -> bool:
    """Whether it is the time of day for reminders, in Denmark."""
    first, last = MORNING
    return first <= timezone.localtime(at).time() < last

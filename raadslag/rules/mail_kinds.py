"""What is mailed, which of it a person may decline, and how long it is worth trying to send it."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum


class MailKind(StrEnum):
    """What a mail is about."""

    INVITATION = "invitation"  # to a meeting, and that it is moved or cancelled
    AGENDA = "agenda"  # is there to be read
    REVIEW = "review"  # an agenda is to be read before it is sent
    APPROVAL = "approval"  # is waited for
    HEARING = "hearing"  # is to be answered
    ACCOUNT = "account"  # the way in: a new password
    RETURNED = "returned"  # a paper was sent back
    DECISION = "decision"  # was made in a case
    NEWS = "news"  # whatever else the start page tells
    REMINDER = "reminder"  # the day's list of what waits


# Whoever owes an answer, or is called by law, cannot decline to be asked.
A_CHOICE = frozenset({MailKind.RETURNED, MailKind.DECISION, MailKind.NEWS, MailKind.REMINDER})

_USUAL = timedelta(days=3)
WORTH_SENDING: Mapping[MailKind, timedelta] = {
    **dict.fromkeys(MailKind, _USUAL),
    MailKind.ACCOUNT: timedelta(hours=24),
    MailKind.REMINDER: timedelta(hours=12),
}

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=4)


def wait_after(tries: int) -> timedelta:
    """How long to wait after so many tries, from 1: four times longer each time, up to four hours."""
    wait: timedelta = FIRST_WAIT * 4 ** min(tries - 1, 8)
    return min(wait, LONGEST_WAIT)

"""That an agenda is to be read before it is sent."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from raadslag.mail.addresses import reading_path
from raadslag.mail.dates import period, weekday
from raadslag.mail.letter import Letter, Line
from raadslag.mail.posting import hello, put
from raadslag.models import AgendaReview, Person
from raadslag.rules.mail_kinds import MailKind


def ask(review: AgendaReview, *, at: datetime) -> int:
    """Mails those who are to read, once each, and gives how many mails that makes."""
    made = 0
    with transaction.atomic():
        for person in review.people.order_by("name", "pk"):
            mail = put(
                lambda person=person: letter(review, person),
                kind=MailKind.REVIEW,
                to=person,
                event=f"review:{review.key}",
                at=at,
                reply_to=review.by,
            )
            made += mail is not None
    return made


def letter(review: AgendaReview, to: Person) -> Letter:
    """What the mail says. The greeting is not in it: mails name nothing that is on an agenda."""
    meeting = review.meeting
    starts, ends = localtime(meeting.starts_at), localtime(meeting.ends_at)
    names = {"body": meeting.body.name, "day": weekday(starts.date()), "name": review.by.name}
    return Letter(
        subject=_("Læs dagsordenen: %(body)s, %(day)s") % names,
        greeting=hello(to),
        paragraphs=(
            _(
                "%(name)s beder dig læse dagsordenen, før den sendes."
                " Du kan skrive bemærkninger til hvert punkt."
            )
            % names,
        ),
        facts=(
            (_("Møde"), meeting.body.name),
            (_("Tid"), period(starts, ends)),
            (_("Læs senest"), weekday(review.due_on)),
        ),
        button=Line(_("Læs dagsordenen"), reading_path(review.key)),
    )

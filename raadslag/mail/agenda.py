"""That an agenda, or a supplement to it, is there to be read."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from raadslag.mail.addresses import meeting_path
from raadslag.mail.dates import period, weekday
from raadslag.mail.invitation import invite, people_of
from raadslag.mail.letter import Letter, Line
from raadslag.mail.posting import hello, put
from raadslag.models import Meeting, Person
from raadslag.rules.mail_kinds import MailKind


def announce(meeting: Meeting, version: str, *, by: Person, at: datetime) -> int:
    """Tells the meeting's people that a version of its agenda is sent ("A" is the first), and calls those
    who were not called to the meeting yet. Gives how many mails that makes; none for a version that was
    announced before."""
    with transaction.atomic():
        made = invite(meeting, by=by, at=at)
        for person in people_of(meeting):
            mail = put(
                lambda person=person: letter(meeting, version, person),
                kind=MailKind.AGENDA,
                to=person,
                event=f"agenda:{meeting.key}:{version}",
                at=at,
                reply_to=by,
            )
            made += mail is not None
    return made


def letter(meeting: Meeting, version: str, to: Person) -> Letter:
    starts, ends = localtime(meeting.starts_at), localtime(meeting.ends_at)
    names = {"body": meeting.body.name, "day": weekday(starts.date()), "version": version}
    is_first = version == "A"
    return Letter(
        subject=_("Dagsorden: %(body)s, %(day)s") % names
        if is_first
        else _("Ny udgave af dagsordenen: %(body)s, %(day)s") % names,
        greeting=hello(to),
        paragraphs=(
            _("Dagsordenen til mødet er klar.")
            if is_first
            else _("Dagsordenen er kommet i udgave %(version)s. Du kan se, hvad der er nyt.") % names,
        ),
        facts=(
            (_("Møde"), meeting.body.name),
            (_("Tid"), period(starts, ends)),
            *([(_("Sted"), meeting.place)] if meeting.place else []),
        ),
        button=Line(_("Læs dagsordenen"), meeting_path(meeting.key)),
    )

"""Meetings in people's calendars: called to, moved, and called off, by mail."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from raadslag.mail.addresses import address, meeting_path
from raadslag.mail.dates import period, weekday
from raadslag.mail.letter import Letter, Line
from raadslag.mail.posting import hello, put
from raadslag.models import Invitation, MailState, Meeting, OutboxMail, Person
from raadslag.rules.mail_kinds import MailKind
from raadslag.rules.roles import POLITICAL
from raadslag.rules.secrecy import MeetingState
from raadslag.writing.calendar import CalendarEvent
from raadslag.writing.calendar_invitation import Party, invitation


def invite(meeting: Meeting, *, by: Person, at: datetime) -> int:
    """Calls the meeting's people, or tells those who were called what has changed, and gives how many mails
    that makes. Called again when nothing has changed, it does nothing. Answers go to `by`, the first time.
    """
    with transaction.atomic():
        meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
        belong = set(people_of(meeting))
        told = {each.person: each for each in meeting.invitations.select_related("person", "organizer")}
        for each in told.values():
            each.meeting = meeting
        organizer = next((each.organizer for each in told.values()), by)
        leaving = [each for each in told.values() if each.stands and each.person not in belong]
        coming = [
            told.get(person) or Invitation(meeting=meeting, person=person, organizer=organizer)
            for person in sorted(belong, key=lambda each: (each.name, each.pk))
        ]
        coming = [each for each in coming if is_news(each)]
        for each in (*leaving, *coming):
            note(each, called_off_at=at if each in leaving else None, at=at)
        everybody = [party(each) for each in sorted(belong, key=lambda each: (each.name, each.pk))]
        return sum(tell(each, everybody, at) for each in (*leaving, *coming))


def follow_up(at: datetime) -> int:
    """Tells everybody who was called to a coming meeting what has changed since, and calls those who have
    joined its body. Gives how many mails that makes."""
    called = Meeting.objects.filter(ends_at__gt=at, invitations__isnull=False).distinct()
    return sum(invite(meeting, by=meeting.invitations.first().organizer, at=at) for meeting in called)


def people_of(meeting: Meeting) -> Iterable[Person]:
    """Those who sit in the body on the day of the meeting, nobody when it is cancelled."""
    if meeting.state == MeetingState.CANCELLED:
        return ()
    held = meeting.body.memberships.held(localtime(meeting.starts_at).date()).filter(role__in=POLITICAL)
    return Person.objects.active().filter(pk__in=held.values("person"))


def is_news(each: Invitation) -> bool:
    """Whether the person's calendar does not have the meeting as it stands."""
    return each.pk is None or not each.stands or each.meeting_sequence < each.meeting.sequence


def note(each: Invitation, *, called_off_at: datetime | None, at: datetime) -> None:
    """Writes down what the person is told now."""
    is_new = each.pk is None
    if is_new or not each.stands:
        each.invited_at = at
    each.sequence = max(each.meeting.sequence, 0 if is_new else each.sequence + 1)
    each.meeting_sequence, each.told_at, each.called_off_at = each.meeting.sequence, at, called_off_at
    each.save()


def tell(each: Invitation, everybody: list[Party], at: datetime) -> int:
    """One mail to one person, in place of those about the meeting that have not been sent yet."""
    prefix = f"meeting:{each.meeting.key}:"
    OutboxMail.objects.waiting_about(prefix, each.person).update(state=MailState.REPLACED)
    mail = put(
        lambda: letter(each),
        kind=MailKind.INVITATION,
        to=each.person,
        event=f"{prefix}{each.sequence}",
        at=at,
        reply_to=each.organizer,
        calendar=invitation(
            event(each, at), party(each.organizer), everybody if each.stands else [party(each.person)]
        ),
    )
    return int(mail is not None)


def letter(each: Invitation) -> Letter:
    """What the mail says, for those whose mail program knows no calendars."""
    meeting = each.meeting
    starts, ends = localtime(meeting.starts_at), localtime(meeting.ends_at)
    names = {"body": meeting.body.name, "day": weekday(starts.date())}
    if not each.stands:
        subject = _("Aflyst: %(body)s, %(day)s") % names
        paragraph = _("Mødet er aflyst for dig og tages ud af din kalender.")
    elif each.invited_at < each.told_at:
        subject = _("Ændret: %(body)s, %(day)s") % names
        paragraph = _("Mødet er ændret. Din kalender følger med, når du siger ja.")
    else:
        subject = _("Indkaldelse: %(body)s, %(day)s") % names
        paragraph = _("Du indkaldes til møde. Sig ja eller nej i din kalender, eller svar på mailen.")
    place = [(_("Sted"), meeting.place)] if meeting.place else []
    return Letter(
        subject=subject,
        greeting=hello(each.person),
        paragraphs=(paragraph,),
        facts=((_("Møde"), meeting.body.name), (_("Tid"), period(starts, ends)), *place),
        button=Line(_("Se mødet på skrivebordet"), meeting_path(meeting.key)),
    )


def event(each: Invitation, at: datetime) -> CalendarEvent:
    """The meeting as the person's calendar is told of it."""
    meeting = each.meeting
    return CalendarEvent(
        uid=meeting.uid,
        sequence=each.sequence,
        changed_at=at,
        title=meeting.body.name,
        starts_at=localtime(meeting.starts_at).replace(tzinfo=None),
        ends_at=localtime(meeting.ends_at).replace(tzinfo=None),
        place=meeting.place,
        address=address(meeting_path(meeting.key), each.person.language),
        cancelled=not each.stands,
    )


def party(person: Person) -> Party:
    return Party(person.name, person.email)

"""Those who are invited for one item: its time in their calendars, moved and called off, by mail.

A guest does not log in. What each was last told stands in the outbox, so that one whose row is gone can
still be told that the time is off.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from raadslag.mail.dates import period, weekday
from raadslag.mail.letter import Letter
from raadslag.mail.posting import put_outside
from raadslag.models import ItemGuest, MailState, Meeting, OutboxMail, Person
from raadslag.models.agenda.building import AgendaLine, agenda_of
from raadslag.models.mail_words import TO_BE_SENT
from raadslag.rules.mail_kinds import MailKind
from raadslag.rules.secrecy import MeetingState
from raadslag.writing.calendar import CalendarEvent
from raadslag.writing.calendar_invitation import Party, Told, invitation, told

PREFIX = "guest"  # of the mails' events: "guest:<meeting>:<guest>:<sequence>:<the meeting's sequence>"


@dataclass(frozen=True)
class Known:
    """What a guest was last told, by whom, and how the meeting stood then."""

    told: Told
    organizer: Person | None
    meeting_sequence: int

    @property
    def stands(self) -> bool:
        """Whether the guest's calendar holds the item."""
        return not self.told.event.cancelled


@dataclass(frozen=True)
class Visit:
    """One guest's time as it is to stand in their calendar. The sequence is given when it is told."""

    meeting: Meeting
    guest: str  # the key
    party: Party
    event: CalendarEvent


@override(settings.LANGUAGE_CODE)
def invite_guests(meeting: Meeting, *, by: Person, at: datetime) -> int:
    """Tells the guests of the items that are sent when their items are on, and those who were told before
    what has changed. Gives how many mails that makes: none when called again and nothing is new.

    To be called once the numbers of what is sent are given. Answers go to `by`, the first time.
    """
    with transaction.atomic():
        meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
        if meeting.state == MeetingState.HELD:
            return 0
        known = last_told(meeting)
        visits = {each.guest: each for each in visits_of(meeting, at)}
        made = sum(call_off(meeting, key, known[key], at) for key in known.keys() - visits.keys())
        return made + sum(tell(visit, known.get(key), by, at) for key, visit in visits.items())


@override(settings.LANGUAGE_CODE)
def follow_up_guests(at: datetime) -> int:
    """Calls off guests who were taken away since they were told, and tells the others where the meeting was
    moved or cancelled. What else is new on the agenda waits until it is sent. Gives how many mails.
    """
    made = 0
    for meeting in told_of_and_coming(at):
        with transaction.atomic():
            meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
            known = last_told(meeting)
            there = ItemGuest.objects.filter(item__meeting=meeting).values_list("key", flat=True)
            for key in known.keys() - set(map(str, there)):
                made += call_off(meeting, key, known.pop(key), at)
            behind = [each for each in known.values() if each.meeting_sequence < meeting.sequence]
            organizer = next((each.organizer for each in behind if each.stands), None)
            made += invite_guests(meeting, by=organizer, at=at) if organizer else 0
    return made


def told_of_and_coming(at: datetime) -> list[Meeting]:
    """The meetings still to be held of which guests were told."""
    mails = OutboxMail.objects.filter(
        kind=MailKind.INVITATION, person=None, event__startswith=f"{PREFIX}:"
    ).order_by()
    keys = {event.split(":")[1] for event in mails.values_list("event", flat=True)}
    return list(Meeting.objects.filter(key__in=keys, ends_at__gt=at))


def last_told(meeting: Meeting) -> dict[str, Known]:
    """What each guest of the meeting was last told, by the guest's key."""
    mails = OutboxMail.objects.filter(person=None, event__startswith=f"{PREFIX}:{meeting.key}:")
    known = {}
    for mail in mails.select_related("reply_to").order_by("id"):
        _prefix, _meeting, guest, _sequence, meeting_sequence = mail.event.split(":")
        known[guest] = Known(told(mail.calendar), mail.reply_to, int(meeting_sequence))
    return known


def visits_of(meeting: Meeting, at: datetime) -> list[Visit]:
    """The guests with an address of the items that are sent and stand; none of a meeting that is off."""
    if meeting.is_cancelled:
        return []
    lines = {line.item.pk: line for line in agenda_of(meeting).lines if line.item.is_sent and line.slot}
    guests = ItemGuest.objects.filter(item__in=lines).exclude(email="").order_by("pk")
    return [
        Visit(
            meeting=meeting,
            guest=str(guest.key),
            party=Party(guest.name, guest.email),
            event=event_of(meeting, lines[guest.item_id], guest, at),
        )
        for guest in guests
    ]


def event_of(meeting: Meeting, line: AgendaLine, guest: ItemGuest, at: datetime) -> CalendarEvent:
    """The item's time, to the end of the meeting where it has no minutes. It is named by its number alone:
    what it is about may be closed."""
    assert line.slot is not None
    ends_at = line.slot.ends_at if line.slot.takes_time else max(meeting.ends, line.slot.starts_at)
    return CalendarEvent(
        uid=f"{guest.key}@raadslag",
        sequence=0,
        changed_at=at,
        title=_("%(body)s, punkt %(number)s") % {"body": meeting.body.name, "number": line.number},
        starts_at=line.slot.starts_at.replace(tzinfo=None),
        ends_at=ends_at.replace(tzinfo=None),
        place=meeting.place,
    )


def tell(visit: Visit, known: Known | None, by: Person, at: datetime) -> int:
    """What is new to the guest, by mail. One who has another address now is called off at the old one."""
    if known is None:
        return send(visit, by, _("Invitation"), _("Du inviteres til et punkt på mødet."), at)
    before, organizer = known.told, known.organizer or by
    moved_house = known.stands and before.attendee.address != visit.party.address
    if known.stands and not moved_house and shows_the_same(before.event, visit.event):
        return 0
    made = call_off(visit.meeting, visit.guest, known, at) if moved_house else 0
    sequence = before.event.sequence + 1 + made
    following = replace(visit, event=replace(visit.event, sequence=sequence))
    if known.stands and not moved_house:
        return send(following, organizer, _("Ændret"), _("Tiden for dit punkt på mødet er ændret."), at)
    return made + send(following, organizer, _("Invitation"), _("Du inviteres til et punkt på mødet."), at)


def call_off(meeting: Meeting, guest: str, known: Known, at: datetime) -> int:
    """That the guest's time is off; nothing to one who knows."""
    if not known.stands or known.organizer is None:
        return 0
    before = known.told.event
    off = replace(before, sequence=before.sequence + 1, changed_at=at, cancelled=True)
    visit = Visit(meeting, guest, known.told.attendee, off)
    return send(visit, known.organizer, _("Aflyst"), _("Dit punkt på mødet er aflyst for dig."), at)


def shows_the_same(before: CalendarEvent, now: CalendarEvent) -> bool:
    """Whether a calendar shows nothing new."""
    return replace(now, sequence=before.sequence, changed_at=before.changed_at) == before


def send(visit: Visit, organizer: Person, news: str, sentence: str, at: datetime) -> int:
    """One mail, in place of those to that address that are not sent yet."""
    event, prefix = visit.event, f"{PREFIX}:{visit.meeting.key}:{visit.guest}:"
    waiting = OutboxMail.objects.filter(person=None, event__startswith=prefix, state__in=TO_BE_SENT)
    waiting.filter(address=visit.party.address).update(state=MailState.REPLACED)
    ItemGuest.objects.filter(key=visit.guest).update(sequence=event.sequence)
    letter = Letter(
        subject=f"{news}: {event.title}, {weekday(event.starts_at.date())}",
        greeting=_("Hej %(name)s") % {"name": visit.party.name},
        paragraphs=(sentence, _("Svar på mailen, hvis du er i tvivl om noget.")),
        facts=(
            (_("Møde"), event.title),
            (_("Tid"), period(event.starts_at, event.ends_at or event.starts_at)),
            *([(_("Sted"), event.place)] if event.place else []),
        ),
    )
    mail = put_outside(
        lambda: letter,
        kind=MailKind.INVITATION,
        to=visit.party.address,
        event=f"{prefix}{event.sequence}:{visit.meeting.sequence}",
        at=at,
        reply_to=organizer,
        calendar=invitation(event, Party(organizer.name, organizer.email), [visit.party]),
    )
    return int(mail is not None)

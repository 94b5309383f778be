"""The agenda as a record, composed of what the desk has now."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.utils.translation import override

from raadslag.models import AgendaRule, Meeting, Municipality, Term
from raadslag.models.agenda.building import Agenda, AgendaLine, agenda_of
from raadslag.models.agenda.conditions import sentence_of
from raadslag.models.agenda.version import ItemPlace
from raadslag.models.desk_files import desk_files
from raadslag.models.printing import reason_lines
from raadslag.publishing.agenda.address import occasion_of
from raadslag.publishing.agenda.attached import Attached, DeskFiles, attached
from raadslag.publishing.agenda.composed import Composed, Place
from raadslag.publishing.agenda.door import door_record
from raadslag.publishing.agenda.items import is_over, public_title_of, record_item
from raadslag.record import MeetingRecord, Part, Stage
from raadslag.rules.secrecy import MeetingState


def compose(meeting: Meeting, *, at: datetime) -> Composed:
    """The whole agenda as it would be sent at that moment, whoever asks: show of it only what they may see.

    The attachments of the meeting itself hang on its first open item that stands. Papers are set in print,
    and what standing items bring is fetched from the archive; both are kept among the desk's files. An agenda
    is in Danish, whatever language the secretary reads.
    """
    with override("da"):
        return composed_in_danish(meeting)


def composed_in_danish(meeting: Meeting) -> Composed:
    agenda, files = agenda_of(meeting), DeskFiles.of(meeting)
    takes_the_meetings = takes_attachments_of_meeting(agenda)
    items, places = [], []
    all_files: dict[Place, Path] = {}
    for position, line in enumerate(agenda.lines):
        text = line.item.paper.text() if line.item.paper else None
        own = attached(line.item, text, files, takes_the_meetings=line.item.pk == takes_the_meetings)
        here: list[Attached] = [] if is_over(line.item) else own
        items.append(record_item(line, text, tuple(each.attachment for each in here)))
        places.append(
            ItemPlace(
                key=str(line.item.key),
                attachments=tuple(each.key for each in here),
                public_title=public_title_of(line.item),
                supplement=supplement_of(line, meeting, agenda),
            )
        )
        for beside, each in enumerate(here):
            place: Place = (position, beside)
            if each.attachment.sha256:
                all_files[place] = desk_files().path(each.attachment.sha256)
    record = MeetingRecord(
        authority=authority(),
        body=meeting.body.name,
        term=term_of(meeting),
        stage=Stage.AGENDA,
        starts_at=to_the_minute(meeting.starts),
        ends_at=to_the_minute(meeting.ends),
        place=meeting.place or None,
        notes=(*reason_lines(meeting), *rule_lines(meeting, agenda)),
        items=tuple(items),
    )
    shown, occasion = door_record(record, places), occasion_of(meeting)
    return Composed(record, shown, all_files, tuple(places), occasion=occasion)


def takes_attachments_of_meeting(agenda: Agenda) -> int | None:
    """The row number of the item that the meeting's own attachments hang on; None where there is none."""
    standing = (line.item for line in agenda.lines if not is_over(line.item))
    return next((item.pk for item in standing if item.effective_part == Part.OPEN), None)


def supplement_of(line: AgendaLine, meeting: Meeting, agenda: Agenda) -> int | None:
    """The supplementary agenda that the item came with, or comes with: one that is new on an agenda that was
    sent comes with the next."""
    if line.item.is_sent or meeting.state != MeetingState.SENT:
        return line.item.supplement
    return 1 + max((each.item.supplement or 0 for each in agenda.lines), default=0)


def rule_lines(meeting: Meeting, agenda: Agenda) -> tuple[str, ...]:
    """What the agenda's rules say, until they have been used."""
    rules = AgendaRule.objects.filter(meeting=meeting, accepted_at=None)
    chosen = rules.select_related("referred_by", "to_meeting").prefetch_related("items")
    return tuple(sentence_of(rule, agenda.numbers) for rule in chosen)


def to_the_minute(moment: datetime) -> datetime:
    """As records have it: local, to the minute."""
    return moment.replace(tzinfo=None, second=0, microsecond=0)


def authority() -> str | None:
    municipality = Municipality.objects.first()
    return municipality.name if municipality else None


def term_of(meeting: Meeting) -> str | None:
    """The council's years that the meeting falls in."""
    term = Term.objects.filter(starts_on__lte=meeting.held_on, ends_on__gte=meeting.held_on).first()
    return str(term) if term else None

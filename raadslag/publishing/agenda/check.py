"""The agenda check (dagsordenstjek): what a secretary should know before the agenda is sent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cached_property

from django.utils.text import capfirst

from raadslag.models import Attachment, Item, Meeting, Person
from raadslag.models.agenda.building import Agenda, agenda_of
from raadslag.publishing.agenda import desk_checks
from raadslag.publishing.agenda.composed import Composed
from raadslag.publishing.agenda.composing import compose
from raadslag.publishing.agenda.examining import examined
from raadslag.publishing.agenda.remark import Remark
from raadslag.publishing.finding import Kind
from raadslag.publishing.meetings import Document
from raadslag.publishing.places import name_of
from raadslag.record.checks import check

PATH = re.compile(r"items\[(\d+)\](?:\.attachments\[(\d+)\])?(?P<inside>\.record\b)?")
# what the desk asks better itself, what only a document that was read can be wrong in, and what is the
# guard's to find in what is open
ELSEWHERE = frozenset(
    {"attachment-not-present", "closed-text-shown", "personal-number", "reader-in-doubt", "template-text"}
)
STOPPING = frozenset({"empty-title", "number-twice", "closed-without-ground"})


class Checked:
    """The agenda that is checked: as it is on the desk, and as it would be sent."""

    def __init__(self, meeting: Meeting, composed: Composed, at: datetime) -> None:
        self.meeting, self.composed, self.at = meeting, composed, at

    @cached_property
    def agenda(self) -> Agenda:
        return agenda_of(self.meeting)

    @cached_property
    def items(self) -> list[Item]:
        """The desk's items in the record's order."""
        return [line.item for line in self.agenda.lines]

    @cached_property
    def attachments(self) -> dict[str, Attachment]:
        """The desk's attachments of the agenda by their keys."""
        keys = {key for each in self.composed.places for key in each.attachments if key}
        return {str(each.key): each for each in Attachment.objects.filter(key__in=keys)}

    def at_place(self, item: int, attachment: int | None) -> tuple[Item, Attachment | None]:
        """What stands at a place of the record."""
        key = self.composed.places[item].attachments[attachment] if attachment is not None else ""
        return self.items[item], self.attachments.get(key)


def check_agenda(meeting: Meeting, *, at: datetime, by: Person | None = None) -> tuple[Remark, ...]:
    """Everything there is to say of the agenda at that moment, what stops it first. `by` is who would publish
    it: what another has answered for does not stop them.

    It is for whoever sees all of the agenda: show others no remark on what they may not see.
    """
    return check_composed(meeting, compose(meeting, at=at), at=at, by=by)


def check_composed(
    meeting: Meeting, composed: Composed, *, at: datetime, by: Person | None = None
) -> tuple[Remark, ...]:
    """The same of an agenda that is composed already."""
    checked = Checked(meeting, composed, at)
    found = [remark for checks in CHECKS for remark in checks(checked)]
    found += guarded(checked, by)
    return tuple(sorted(found, key=lambda remark: not remark.is_stopping))


def record_checks(checked: Checked) -> Iterator[Remark]:
    """What the record itself shows. What is brought was checked when it was published."""
    for finding in check(checked.composed.record):
        place = PATH.match(finding.path)
        if finding.name in ELSEWHERE or (place and place["inside"]):
            continue
        item, attachment = None, None
        if place:
            item, attachment = checked.at_place(int(place[1]), int(place[2]) if place[2] else None)
        yield Remark(finding.sentence, item, attachment, finding.name in STOPPING)


def guarded(checked: Checked, by: Person | None) -> Iterator[Remark]:
    """What the door's guard finds in what would be published."""
    for each in examined(checked.composed, by):
        document = Document.of(each.document.record).name
        places = {
            name_of(each.document.record, (at, beside)): checked.at_place(each.document.items[at], beside)
            for at, item in enumerate(each.document.record.items)
            for beside in range(len(item.attachments))
        }
        told: set[str] = set()  # one thing is told of where it was found first: attachments come first
        for finding in each.findings:
            if finding.fingerprint in told:
                continue
            if finding.secret:
                told.add(finding.fingerprint)
            item, attachment = places.get(finding.place.file, (None, None))
            if finding.kind is Kind.MISSING_ATTACHMENT and attachment is not None:
                continue  # the desk has said more of it
            yield Remark(
                capfirst(finding.sentence),
                item,
                attachment,
                is_stopping=finding in each.stopping,
                finding=finding,
                document=document,
            )


CHECKS: tuple[Callable[[Checked], Iterator[Remark]], ...] = (
    desk_checks.attachments_not_ready,
    desk_checks.attachments_of_the_meeting_alone,
    desk_checks.closed_without_public_title,
    desk_checks.deadlines_missed,
    desk_checks.minutes_and_agendas_to_bring,
    record_checks,
    desk_checks.paper_twice,
    desk_checks.guests_of_what_does_not_stand,
    desk_checks.conditions_undecided,
    desk_checks.rules_that_fire,
    desk_checks.open_comments,
    desk_checks.cases_waiting,
)

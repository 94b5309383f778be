"""The meetings of the source as meeting records, one after the other: later ones tell what went before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any

from demo.papers import agenda_of_another_body, paper_of
from demo.source import Appendix, Case, Meeting, Municipality, Treatment, paragraphs
from raadslag.record import (
    Attachment,
    Attendance,
    Choice,
    Decision,
    Dissent,
    FollowUp,
    Item,
    Kind,
    MeetingRecord,
    Outcome,
    Part,
    Presence,
    Section,
    Stage,
    Vote,
    danish,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A record and the meeting it tells of; `attachments` are its own by (item, attachment), from 0."""

    meeting: Meeting
    record: MeetingRecord
    attachments: Mapping[tuple[int, int], tuple[Case, Appendix]]


class Chronicle:
    """Tells the meetings in the order they were held."""

    def __init__(self, municipality: Municipality) -> None:
        self.municipality = municipality
        self.treated: dict[str, list[str]] = {}
        self.last_minutes: dict[str, MeetingRecord] = {}

    def tell(self) -> Iterator[Told]:
        """Every document of every meeting: an agenda before the minutes, a misprint before its correction."""
        for meeting in sorted(self.municipality.meetings, key=lambda each: (each.on, each.supplement or 0)):
            told = self._told(meeting)
            if meeting.also_agenda:
                yield replace(told, meeting=replace(meeting, stage="agenda"), record=as_agenda(told.record))
            if meeting.misprints:
                yield replace(told, record=misprinted(told.record, meeting.misprints))
            yield told
            self._remember(told)

    def _told(self, meeting: Meeting) -> Told:
        body = self.municipality.bodies[meeting.body]
        starts_at, ends_at = self.municipality.hours(meeting)
        cases = [
            each
            for each in self.municipality.on_the_agenda[meeting.key]
            if each[0].supplement == (meeting.supplement is not None)
        ]
        first, last = ((), ()) if meeting.supplement else (body.first, body.last)
        minutes = meeting.stage == "minutes"
        items = [
            *(self._standing(each, meeting) for each in first),
            *(self._item(case, treatment) for case, treatment in cases if not case.closed),
            *(self._standing(each, meeting) for each in last),
            *(self._item(case, treatment) for case, treatment in cases if case.closed),
        ]
        before = self._items_before(meeting)
        record = MeetingRecord(
            authority=self.municipality.authority,
            body=body.name,
            term=term_of(starts_at),
            stage=Stage(meeting.stage),
            supplement=meeting.supplement,
            starts_at=starts_at,
            ends_at=ends_at,
            place=meeting.place or body.place,
            chair=body.chair,
            minute_taker=body.minute_taker if minutes else None,
            notes=meeting.notes,
            attendance=tuple(self._attendance(meeting)) if minutes else (),
            items=tuple(replace(item, number=str(before + at)) for at, item in enumerate(items, 1)),
        )
        appendices = {case.number: (case, treatment) for case, treatment in cases}
        return Told(
            meeting,
            record if minutes else as_agenda(record),
            {
                (at, inner): (appendices[item.case_number][0], appendix)
                for at, item in enumerate(items)
                if item.case_number
                for inner, appendix in enumerate(
                    own_appendices(*appendices[item.case_number]),
                )
            },
        )

    def _items_before(self, meeting: Meeting) -> int:
        """A supplementary agenda goes on where the agenda ended, so that no item is renumbered."""
        if not meeting.supplement:
            return 0
        body = self.municipality.bodies[meeting.body]
        cases = [case for case, _ in self.municipality.on_the_agenda[meeting.key] if not case.supplement]
        return len(body.first) + len(cases) + len(body.last)

    def _standing(self, data: Mapping[str, Any], meeting: Meeting) -> Item:
        previous = self.last_minutes.get(meeting.body) if data.get("previous_minutes") else None
        decision = data.get("decision")
        return Item(
            title=data["title"],
            kind=Kind(data["kind"]),
            decision=Decision(text=decision, outcome=STANDING_OUTCOMES[decision]) if decision else None,
            attachments=(previous_minutes(previous),) if previous else (),
        )

    def _item(self, case: Case, treatment: Treatment) -> Item:
        way = self.treated.get(case.number, ())
        sections = (
            (Section(heading="Resumé", text=paragraphs(treatment.text)),)
            if treatment.text
            else tuple(Section(heading=heading, text=text) for heading, text in case.sections)
        )
        if way:
            sections += (Section(heading="Sagens gang", text="\n".join(way)),)
        recommendation = treatment.recommendation
        if recommendation is None:
            recommendation = () if treatment.text else case.recommendation
        return Item(
            title=treatment.title or case.title,
            part=Part.CLOSED if case.closed else Part.OPEN,
            closed_ground=case.closed,
            kind=Kind(treatment.kind or case.kind),
            case_number=case.number,
            sections=sections,
            recommendation=recommendation,
            decision=decision_of(treatment),
            attachments=tuple(
                self._attachment(str(at), case, appendix)
                for at, appendix in enumerate(own_appendices(case, treatment), 1)
            ),
        )

    def _attachment(self, number: str, case: Case, appendix: Appendix) -> Attachment:
        attachment = Attachment(
            number=number,
            title=appendix.title,
            part=Part.CLOSED if appendix.closed else Part.OPEN,
        )
        if appendix.sort == "paper":
            return replace(attachment, paper=paper_of(case, appendix))
        if appendix.sort == "agenda":
            return replace(attachment, record=agenda_of_another_body(self.municipality, appendix))
        return attachment

    def _attendance(self, meeting: Meeting) -> Iterator[Attendance]:
        away = dict(meeting.apologies)
        replaced = {missing: substitute for substitute, missing in meeting.substitutes}
        body = self.municipality.bodies[meeting.body]
        for member in body.members:
            name, party = member.removesuffix(")").split(" (")
            role = f"{body.chair_role if name == body.chair else 'medlem'} ({party})"
            if member in replaced:
                substitute = replaced[member].split(" (")[0]
                yield Attendance(
                    person=substitute, role=role, status=Presence.SUBSTITUTE, substitute_for=name
                )
            elif member in away:
                yield Attendance(person=name, role=role, status=Presence.APOLOGY, reason=away[member])
            else:
                yield Attendance(person=name, role=role)
        for person, starts, ends, topic in meeting.prose:
            yield Attendance(
                person=person,
                from_=time.fromisoformat(starts),
                to=time.fromisoformat(ends),
                topic=topic or None,
            )

    def _remember(self, told: Told) -> None:
        if told.record.stage is Stage.MINUTES:
            self.last_minutes[told.meeting.body] = told.record
        for item in told.record.items:
            if item.case_number and item.decision and item.part is Part.OPEN:
                place = f"{told.record.body}, {danish.day(told.meeting.on)}, punkt {item.number}"
                self.treated.setdefault(item.case_number, []).append(f"{place}: {item.decision.text}")


STANDING_OUTCOMES = {
    "Godkendt.": Outcome.APPROVED,
    "Referatet blev godkendt.": Outcome.APPROVED,
    "Taget til efterretning.": Outcome.NOTED,
    "Orientering givet.": Outcome.NOTED,
    "Intet til punktet.": Outcome.OTHER,
    "Ingen bemærkninger.": Outcome.OTHER,
    "Blev ikke drøftet.": Outcome.NOT_DISCUSSED,
}


def term_of(starts_at: datetime) -> str:
    """The council's term: elections are in November, the new council begins in January."""
    return "2022-2025" if starts_at.year < 2026 else "2026-2029"


def own_appendices(case: Case, treatment: Treatment) -> tuple[Appendix, ...]:
    """The attachments that lie on this treatment of the case."""
    return () if treatment.text else case.attachments


def decision_of(treatment: Treatment) -> Decision | None:
    """What the minutes say of a treatment; nothing where it has not been held."""
    if treatment.decision is None:
        return None
    return Decision(
        text=treatment.decision,
        outcome=Outcome(treatment.outcome),
        votes=tuple(
            Vote(
                choice=Choice(choice),
                count=count,
                groups=tuple(groups.split()),
                persons=tuple(persons[0].split(", ")) if persons else (),
            )
            for choice, count, groups, *persons in treatment.votes
        ),
        dissents=tuple(Dissent(who=who, text=text) for who, text in treatment.dissents),
        follow_ups=tuple(
            FollowUp(text=text, who=rest[0] if rest else None, due=rest[1] if len(rest) > 1 else None)
            for text, *rest in treatment.follow_ups
        ),
    )


def as_agenda(record: MeetingRecord) -> MeetingRecord:
    """The record as it was sent out before the meeting."""
    return replace(
        record,
        stage=Stage.AGENDA,
        minute_taker=None,
        attendance=(),
        items=tuple(replace(item, decision=None) for item in record.items),
    )


def misprinted(record: MeetingRecord, misprints: Mapping[str, str]) -> MeetingRecord:
    """The record with the wrong decisions that its first version had."""
    items = tuple(
        replace(item, decision=Decision(text=misprints[item.case_number], outcome=item.decision.outcome))
        if item.case_number in misprints and item.decision
        else item
        for item in record.items
    )
    return replace(record, items=items)


def previous_minutes(record: MeetingRecord) -> Attachment:
    """Last meeting's open minutes as they lie under "Referat": the items and decisions, no papers."""
    items = tuple(
        replace(item, sections=(), recommendation=(), attachments=())
        for item in record.items
        if item.part is Part.OPEN
    )
    return Attachment(
        number="1",
        title="Referat af forrige møde",
        record=replace(record, attendance=(), notes=(), items=items),
    )

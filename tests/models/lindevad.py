"""Papers, items and attachments of Lindevad's desk, each as plain as a test of who sees it can do with."""

from datetime import timedelta
from itertools import count

from raadslag.models import (
    Attachment,
    Exclusion,
    Hearing,
    HearingParty,
    Item,
    Meeting,
    Membership,
    Paper,
    PaperTemplate,
    RouteStep,
    Task,
)
from raadslag.record import Part
from raadslag.rules.paper_states import PaperState
from raadslag.rules.roles import Role
from raadslag.rules.secrecy import MeetingState
from tests.cast import NOW, TODAY, make_cast

GROUND = "Forhandling om køb af jord"


class Lindevad:
    """The cast, and what can be made for it."""

    today, now = TODAY, NOW

    def __init__(self):
        self.cast = make_cast()
        self.template = PaperTemplate.objects.create(name="Indstilling")
        self.stine = Membership.objects.get(person=self.cast.stine, role=Role.SUBSTITUTE)
        self.number = count(1)

    def paper(self, state=PaperState.DRAFT, part=Part.OPEN):
        """Karen's paper to the committee; its route has reached the committee where it has been sent in."""
        cast = self.cast
        paper = Paper.objects.create(
            title="Højvandsmur ved havnen",
            template=self.template,
            sender=cast.department,
            receiver=cast.committee,
            dated_on=TODAY,
            caseworker=cast.karen,
            state=state,
            part=part,
            closed_ground=GROUND if part == Part.CLOSED else "",
            created_at=NOW,
            created_by=cast.karen,
            changed_at=NOW,
        )
        paper.writers.add(cast.karen)
        self.step(paper, cast.department, reached_at=NOW)
        self.step(paper, cast.committee, reached_at=None if state == PaperState.DRAFT else NOW)
        return paper

    def step(self, paper, body, reached_at=None):
        return RouteStep.objects.create(
            paper=paper, body=body, order=next(self.number), task=Task.ENDORSES, reached_at=reached_at
        )

    def meeting(self, state=MeetingState.PLANNED):
        """A meeting of the committee."""
        starts_at = NOW + timedelta(days=next(self.number))
        return Meeting.objects.create(
            body=self.cast.committee, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2), state=state
        )

    def item(self, paper=None, state=MeetingState.PLANNED):
        """An item; on an agenda that is sent it is sent too."""
        sent = state in (MeetingState.SENT, MeetingState.HELD)
        return Item.objects.create(
            meeting=self.meeting(state), title="Højvandsmur", paper=paper, number=1 if sent else None
        )

    def attachment(self, part=Part.OPEN, **of):
        ground = GROUND if part == Part.CLOSED else ""
        return Attachment.objects.create(title="Notat", part=part, closed_ground=ground, **of)

    def shut_out(self, name, **of):
        person = self.cast.people[name]
        return Exclusion.objects.create(person=person, reason="ejer naboen", by=self.cast.anna, at=NOW, **of)

    def hearing(self, paper, *, person, body):
        hearing = Hearing.objects.create(
            paper=paper, question="Er der plads?", due_on=TODAY, asked_by=self.cast.karen, asked_at=NOW
        )
        for asked in ({"person": person}, {"body": body}):
            HearingParty.objects.create(hearing=hearing, **asked)

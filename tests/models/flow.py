"""A case of Lindevad's that goes the whole way: written, endorsed, recommended, decided."""

from datetime import timedelta

from raadslag.models import (
    DeadlineRule,
    Meeting,
    Paper,
    PaperSection,
    RouteTemplate,
    RouteTemplateStep,
    SectionKind,
    TemplateSection,
)
from raadslag.record import Part
from raadslag.rules.deadlines import DeadlineKind
from tests.models.lindevad import GROUND, Lindevad

HOUR = timedelta(hours=1)


class Flow(Lindevad):
    """The cast with a template that demands something, a usual route and the deadlines of the bodies."""

    def __init__(self):
        super().__init__()
        cast = self.cast
        for order, (heading, kind) in enumerate(
            [("Resumé", SectionKind.PROSE), ("Beslutningspunkter", SectionKind.CLAUSES)], 1
        ):
            TemplateSection.objects.create(
                template=self.template, order=order, heading=heading, kind=kind, limit=900
            )
        self.usual = RouteTemplate.objects.create(name="Byrådssag")
        for order, (body, task) in enumerate(
            [
                (None, "writes"),
                (cast.mayors_department, "endorses"),
                (cast.magistrate, "recommends"),
                (cast.council, "decides"),
            ],
            1,
        ):
            RouteTemplateStep.objects.create(template=self.usual, order=order, body=body, task=task)
        for body in (cast.magistrate, cast.committee):
            for kind, days in ((DeadlineKind.PAPERS_DUE, 8), (DeadlineKind.APPROVAL, 6)):
                DeadlineRule.objects.create(body=body, kind=kind, working_days=days)

    def begun(self, *, filled=True, part=Part.OPEN, **values):
        """Karen's draft for the council, filled in."""
        cast = self.cast
        paper = Paper.begin(
            self.template,
            **{
                "sender": cast.department,
                "receiver": cast.council,
                "by": cast.karen,
                "at": self.now,
                "title": "Højvandsmur ved havnen",
                "case_number": "25/26257",
                "route_template": self.usual,
                "part": part,
                "closed_ground": GROUND if part == Part.CLOSED else "",
                "public_title": "En sag om havnen" if part == Part.CLOSED else "",
                **values,
            },
        )
        if filled:
            PaperSection.objects.filter(paper=paper).update(content="Muren skal hæves.")
        return paper

    def to_committee(self, **values):
        """Karen's draft for the committee alone: written, and decided."""
        return self.begun(receiver=self.cast.committee, route_template=None, **values)

    def submitted(self, **values):
        paper = self.begun(**values)
        paper.submit(by=self.cast.karen, at=self.now)
        return paper

    def approved(self, **values):
        paper = self.submitted(**values)
        paper.approve(by=self.cast.leif, at=self.now)
        return paper

    def endorsed(self, **values):
        """In the magistrate's pool."""
        paper = self.approved(**values)
        paper.endorse(text="Ingen bemærkninger.", by=self.cast.mette, at=self.now)
        return paper

    def meeting_of(self, body, days=30):
        starts_at = self.now + timedelta(days=days, minutes=next(self.number))
        return Meeting.objects.create(body=body, starts_at=starts_at, ends_at=starts_at + 2 * HOUR)

    def placed(self, **values):
        paper = self.endorsed(**values)
        paper.place(self.meeting_of(self.cast.magistrate), by=self.cast.anna, at=self.now)
        return paper

    def at_each_state(self):
        """A paper in each state that the usual way has."""
        return {
            "draft": self.begun(),
            "submitted": self.submitted(),
            "approved": self.approved(),
            "endorsed": self.endorsed(),
            "placed": self.placed(),
        }

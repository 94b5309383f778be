"""A committee's agenda to build, and those who open its pages."""

from raadslag.models import AgendaRule, Item, StandingItem, Topic
from raadslag.models.agenda.building import add
from raadslag.record import Part
from tests.desk.year.visitor import Visitor

GROUND = "Forhandling om køb af jord"


class Building:
    """A meeting of the committee that Anna serves, in a month, with three items: A, B and a closed one."""

    def __init__(self, flow, client_of):
        self.flow, self.client_of = flow, client_of
        self.cast = flow.cast
        self.act = {"by": flow.cast.anna, "at": flow.now}
        self.meeting = flow.meeting_of(flow.cast.committee)
        self.a, self.b = (add(self.meeting, title=f"Sag {name}", minutes=30, **self.act) for name in "AB")
        self.closed = self.add("Køb af Kaj 4", part=Part.CLOSED, closed_ground=GROUND)

    @property
    def at(self):
        return f"moeder/{self.meeting.key}/dagsorden/"

    def add(self, title, **columns):
        return add(self.meeting, title=title, **columns, **self.act)

    def visit(self, name="anna") -> Visitor:
        return Visitor(self.client_of(name))

    def standing(self, title, **columns):
        return StandingItem.objects.create(body=self.meeting.body, title=title, **columns)

    def topic(self):
        return Topic.objects.create(body=self.meeting.body, month=1, title="Badevand")

    def rule(self, items):
        """If the council refers one case or more in ten days, the items move a month."""
        council = self.flow.meeting_of(self.cast.council, days=10)
        rule = AgendaRule.objects.create(
            meeting=self.meeting,
            at_least=1,
            referred_by=council.body,
            referred_on=council.held_on,
            to_meeting=self.flow.meeting_of(self.meeting.body, days=60),
        )
        rule.items.set(items)
        return rule

    def waiting(self, rule):
        """An item that waits for the case that the rule counts."""
        return self.add("Cykelstier", depends_on=rule.referred_by, depends_on_day=rule.referred_on)

    def titles(self):
        """What is on the agenda, in its order in the database."""
        return [item.title for item in Item.objects.filter(meeting=self.meeting).on_agendas()]

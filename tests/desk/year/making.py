"""What the committee's year is made of in the tests."""

from datetime import date, datetime, timedelta

from raadslag.models import DeadlineRule, Meeting, MeetingPlan, Topic
from raadslag.rules.deadlines import USUAL
from raadslag.rules.recurrence import LAST, EveryMonth, OnDayOff, YearRule
from tests.cast import COPENHAGEN, NOW

WEDNESDAY = 2


class Year:
    """Makes things in the year of the committee that Anna serves."""

    def __init__(self, lindevad):
        self.lindevad = lindevad
        self.cast = lindevad.cast
        self.body = lindevad.cast.committee

    def meeting(self, on=date(2026, 3, 25), body=None, hour=16):
        starts_at = datetime(on.year, on.month, on.day, hour, tzinfo=COPENHAGEN)
        times = [(starts_at, starts_at + timedelta(hours=2))]
        (made,) = Meeting.objects.plan(body or self.body, times, "Rådhuset", by=self.cast.anna, at=NOW)
        return made

    def plan(self, body=None, year=2026):
        return MeetingPlan.objects.create(body=body or self.body, year=year)

    def last_wednesdays(self, plan, **changes):
        """The rule: the last Wednesday of the month, not in July; a meeting on a day off is skipped."""
        values = {"months_off": frozenset({7}), "weeks_off": {7: "vinterferien"}, **changes}
        rule = YearRule(EveryMonth(WEDNESDAY, LAST), OnDayOff.SKIP, **values)
        plan.add_rule(rule, by=self.cast.anna, at=NOW)
        return plan

    def topic(self, month=3, title="Badevandets kvalitet", **values):
        return Topic.objects.create(body=self.body, month=month, title=title, **values)

    def usual_deadlines(self, **changes):
        """The deadlines of the rules; `changes` go to all of them."""
        for rule in USUAL:
            values = {"working_days": rule.working_days, "clock": rule.at, "paragraph": rule.paragraph}
            DeadlineRule.objects.create(body=self.body, kind=rule.kind, **{**values, **changes})

"""The page of a meeting plan: the rules with what they propose, the meetings, and what is published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property

from django import forms
from django.db.models import Q

from raadslag.archive.models import PublishedPlan
from raadslag.desk.year.forms.meeting import DatesForm, MeetingForm, PublishForm
from raadslag.desk.year.forms.rule import RuleForm
from raadslag.models import Meeting, MeetingPlan
from raadslag.models.municipality import house_practice
from raadslag.publishing.desk_plan import current_publication, has_news, published_uids
from raadslag.rules.recurrence import Occasion, YearRule, occasions
from raadslag.rules.secrecy import MeetingState
from raadslag.rules.working_days import day_off

# where the body's own page does not say when it meets
STARTS, ENDS = time(16), time(18)


@dataclass(frozen=True)
class Proposal:
    """One date of a rule; `is_taken` where the body has a meeting that day, `is_chosen` where its box is
    ticked."""

    occasion: Occasion
    is_taken: bool
    is_chosen: bool


@dataclass(frozen=True)
class ShownRule:
    """A rule with every date it gives, those that fall away with the reason."""

    id: str
    rule: YearRule
    proposals: Sequence[Proposal]


@dataclass(frozen=True)
class PlannedRow:
    """A meeting of the plan. It may be taken out while nobody outside has heard of it and nothing hangs on
    it. `day_off` is what its day is called where that is no working day."""

    meeting: Meeting
    may_be_removed: bool
    day_off: str | None


@dataclass
class PlanPage:
    """The page, with the forms that are to be filled in, or filled in again. The controls of each have ids of
    their own, since two ask for the same things."""

    plan: MeetingPlan
    may_plan: bool = True
    rule_form: RuleForm | None = None
    dates_form: DatesForm | None = None
    meeting_form: MeetingForm | None = None
    publish_form: PublishForm | None = None

    def __post_init__(self) -> None:
        hours = {
            "starts": self.plan.body.starts or STARTS,
            "ends": self.plan.body.ends or ENDS,
            "place": self.plan.body.place,
        }
        body, year = self.plan.body, self.plan.year
        self.rule_form = self.rule_form or RuleForm(initial={"starting_on": date(year, 1, 1)})
        self.dates_form = self.dates_form or DatesForm(proposed=self.free_dates, initial=hours)
        self.meeting_form = self.meeting_form or MeetingForm(body=body, year=year, initial=hours)
        self.publish_form = self.publish_form or PublishForm()
        self.dates_form.auto_id = "forslag_%s"

    @property
    def forms(self) -> list[forms.BaseForm]:
        every = (self.rule_form, self.dates_form, self.meeting_form, self.publish_form)
        return [form for form in every if form is not None]

    @cached_property
    def meetings(self) -> list[PlannedRow]:
        """The year's meetings, the cancelled ones too."""
        known, practice = published_uids(self.plan), house_practice()
        used = Q(items__isnull=False) | Q(papers_expected__isnull=False) | ~Q(state=MeetingState.PLANNED)
        in_use = set(self.plan.meetings.filter(used).values_list("pk", flat=True))
        return [
            PlannedRow(
                meeting,
                may_be_removed=meeting.uid not in known and meeting.pk not in in_use,
                day_off=day_off(meeting.held_on, practice),
            )
            for meeting in self.plan.meetings.select_related("body").order_by("starts_at", "id")
        ]

    @cached_property
    def taken_days(self) -> set[date]:
        """The days on which there is a meeting."""
        return {row.meeting.held_on for row in self.meetings if not row.meeting.is_cancelled}

    @cached_property
    def rules(self) -> list[ShownRule]:
        return [
            ShownRule(
                rule_id,
                rule,
                [
                    Proposal(each, each.on in self.taken_days, self.is_chosen(each.on, rule_id))
                    for each in occasions(rule, self.plan.year)
                ],
            )
            for rule_id, rule in self.plan.year_rules(house_practice())
        ]

    @cached_property
    def cancelled_days(self) -> set[date]:
        """The days on which a meeting was called off."""
        return {row.meeting.held_on for row in self.meetings if row.meeting.is_cancelled}

    def is_chosen(self, on: date | None, rule_id: str) -> bool:
        """Whether a date that the rule proposes is ticked. Until somebody has sent the form that is every
        date of a new rule; what was left out, moved or called off before is not brought back."""
        if self.dates_form is None or not self.dates_form.is_bound:
            return rule_id not in self.plan.used_rules and on not in self.cancelled_days
        return on is not None and on.isoformat() in self.dates_form.data.getlist("dates")

    @cached_property
    def free_dates(self) -> list[date]:
        """The proposed dates on which there is no meeting yet."""
        given = {each.occasion.on for rule in self.rules for each in rule.proposals}
        return sorted(on for on in given - self.taken_days if on is not None)

    @cached_property
    def publication(self) -> PublishedPlan | None:
        """The version that citizens see."""
        return current_publication(self.plan)

    @cached_property
    def has_news(self) -> bool:
        return has_news(self.plan)

"""Items that need a referral, and rules that move items when enough come."""

from datetime import timedelta

import pytest

from raadslag.rules.agenda.item_states import ItemState
from raadslag.rules.agenda.referral_rule import Verdict


@pytest.fixture
def council(flow):
    """The council's meeting in ten days."""
    return flow.meeting_of(flow.cast.council, days=10)


@pytest.fixture
def meetings(flow):
    """The committee's two meetings after that."""
    return [flow.meeting_of(flow.cast.committee, days=days) for days in (20, 50)]


@pytest.fixture
def conditional(building, council, meetings, act):
    """Three items that need a referral."""
    condition = {"depends_on": council.body, "depends_on_day": council.held_on}
    return [building.add(meetings[0], title=f"Sag {name}", **condition, **act) for name in "ABC"]


@pytest.fixture
def rule(building, council, meetings, conditional, models, act):
    """Three or more cases, and the two items after the conditional ones move."""
    rule = models.AgendaRule.objects.create(
        meeting=meetings[0],
        at_least=3,
        referred_by=council.body,
        referred_on=council.held_on,
        to_meeting=meetings[1],
    )
    rule.items.set([building.add(meetings[0], title=title, minutes=30, **act) for title in ("Tur", "Plan")])
    return rule


def test_an_item_whose_case_did_not_come_lapses_and_it_can_be_corrected(conditions, conditional, act):
    item = conditional[0]
    assert conditions.condition_of(item) == (
        "Behandles, hvis Byrådet henviser sagen på mødet den 12. marts 2026."
    )
    conditions.decide_condition(item, False, **act)
    assert (item.state, conditions.condition_of(item)) == (ItemState.LAPSED, "")
    conditions.decide_condition(item, True, **act)
    assert (item.state, item.is_referred) == (ItemState.STANDS, True)


def test_only_what_waits_for_a_referral_is_asked_about(flow, conditions, refusal, act):
    with pytest.raises(refusal.Overtaken):
        conditions.decide_condition(flow.item(), True, **act)


def test_a_paper_whose_referral_did_not_come_waits_for_another_meeting(flow, changing, conditions, act):
    paper = flow.placed()
    item = paper.items.get()
    changing.edit(item, {"depends_on": flow.cast.council, "depends_on_day": flow.today}, **act)
    conditions.decide_condition(item, False, **act)
    paper.refresh_from_db()
    assert paper.state == "approved"
    conditions.decide_condition(item, True, **act)
    paper.refresh_from_db()
    assert paper.state == "on_agenda"


def test_a_rule_waits_until_it_is_known_whether_enough_cases_come(conditions, conditional, rule, act):
    assert conditions.verdict_of(rule) == Verdict.OPEN
    for item in conditional[:2]:
        conditions.decide_condition(item, True, **act)
    assert (conditions.counted(rule).referred, conditions.counted(rule).undecided) == (2, 1)
    conditions.decide_condition(conditional[2], False, **act)
    assert conditions.verdict_of(rule) == Verdict.RESTS


def test_a_referral_from_that_meeting_counts_once(
    flow, building, carrying_on, conditions, council, conditional, rule, act
):
    later = {"by": flow.cast.anna, "at": council.ends_at}
    for title in ("Sag A", "En ny sag"):
        carrying_on.refer(building.add(council, title=title, **act), flow.cast.committee, **later)
    assert conditions.counted(rule).referred == 2
    assert rule.meeting.items.filter(title="En ny sag").exists()


def test_the_rule_is_a_sentence_with_the_numbers_of_its_items(building, conditions, rule):
    numbers = building.agenda_of(rule.meeting).numbers
    assert conditions.sentence_of(rule, numbers) == (
        "Hvis Byrådet henviser tre eller flere sager den 12. marts 2026, flyttes punkt 4 og 5 "
        "til mødet den 21. april 2026."
    )


def test_accepting_a_rule_moves_its_items_once(building, conditions, conditional, rule, refusal, act):
    with pytest.raises(refusal.Refused, match="ikke henvist"):
        conditions.accept(rule, **act)
    for item in conditional:
        conditions.decide_condition(item, True, **act)
    rule.items.filter(title="Plan").update(number=9)  # one is sent, and keeps its number
    conditions.accept(rule, **act)
    agenda = building.agenda_of(rule.meeting)
    assert [(line.number, line.item.title, line.item.state) for line in agenda.lines][-1] == (
        (12, "Sag C", ItemState.STANDS)
    )
    assert (9, "Plan", ItemState.MOVED) in [
        (each.number, each.item.title, each.item.state) for each in agenda.lines
    ]
    assert [(item.title, item.minutes) for item in rule.to_meeting.items.all()] == [("Tur", 30), ("Plan", 30)]
    assert [item.title for item in agenda.off] == ["Tur"]
    rule.refresh_from_db()
    assert rule.accepted_by == act["by"]
    with pytest.raises(refusal.Overtaken):
        conditions.accept(rule, **act)


def test_a_rule_that_another_followed_or_removed_meanwhile_is_not_changed(
    conditions, rule, models, refusal, act
):
    models.AgendaRule.objects.filter(pk=rule.pk).update(accepted_at=act["at"], accepted_by=act["by"])
    for change in (lambda: conditions.keep_rule(rule, [], "agenda_rule_changed", **act),
                   lambda: conditions.remove_rule(rule, **act)):  # fmt: skip
        with pytest.raises(refusal.Refused, match="Punkterne er flyttet"):
            change()
    models.AgendaRule.objects.filter(pk=rule.pk).delete()
    with pytest.raises(refusal.Overtaken, match="fjernet reglen"):
        conditions.keep_rule(rule, [], "agenda_rule_changed", **act)


def test_a_rule_that_cannot_move_all_moves_none(flow, conditions, conditional, rule, models, refusal, act):
    for item in conditional:
        conditions.decide_condition(item, True, **act)
    models.Meeting.objects.filter(pk=rule.to_meeting.pk).update(state="cancelled")
    with pytest.raises(refusal.Refused):
        conditions.accept(rule, **act)
    assert not rule.items.exclude(state=ItemState.STANDS).exists()
    rule.refresh_from_db()
    assert rule.accepted_at is None


def test_a_case_the_magistrate_waits_for_moves_with_its_condition(
    building, carrying_on, conditional, meetings, act
):
    carrying_on.postpone(conditional[0], meetings[1], **act)
    moved = meetings[1].items.get()
    assert moved.is_conditional
    assert moved.meeting.starts_at - meetings[0].starts_at > timedelta(days=20)

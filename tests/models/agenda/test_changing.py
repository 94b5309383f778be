"""One item is changed, by one and by two at once."""

import pytest

from raadslag.record import Part

GROUND = "Forhandling om køb af jord"


@pytest.fixture
def item(flow, building, act):
    return building.add(flow.meeting_of(flow.cast.committee), title="Havneplan", minutes=10, **act)


def test_what_two_change_in_different_fields_is_both_kept(item, changing, act):
    seen = changing.values_of(item)
    changing.edit(item, {**seen, "minutes": 20}, seen, **act)
    changing.edit(
        item, {**seen, "presenter": "Bo", "guests": (("Per Bæk", "per@firma.example"),)}, seen, **act
    )
    item.refresh_from_db()
    assert (item.minutes, item.presenter) == (20, "Bo")
    assert changing.guests_of(item) == (("Per Bæk", "per@firma.example"),)


def test_what_two_change_in_the_same_field_is_asked_about(item, changing, act):
    seen = changing.values_of(item)
    changing.edit(item, {**seen, "title": "Plan for havnen"}, seen, **act)
    with pytest.raises(changing.ItemCollided) as collided:
        changing.edit(item, {**seen, "title": "Havnens plan", "minutes": 30}, seen, **act)
    assert collided.value.theirs == {"title": "Plan for havnen"}
    item.refresh_from_db()
    assert (item.title, item.minutes) == ("Plan for havnen", 10)


def test_what_others_changed_beside_it_is_not_written_back(item, changing, models, act):
    models.Item.objects.filter(pk=item.pk).update(order=7)
    changing.edit(item, {"title": "Plan for havnen"}, **act)
    assert models.Item.objects.filter(pk=item.pk, order=7, title="Plan for havnen").exists()


def test_what_is_closed_says_why_and_the_log_does_not_name_it(item, changing, models, refusal, act):
    with pytest.raises(refusal.Refused, match="lukket"):
        changing.edit(item, {"part": Part.CLOSED}, **act)
    changing.edit(item, {"part": Part.CLOSED, "closed_ground": GROUND, "title": "Køb af Kaj 4"}, **act)
    event = models.Event.objects.get(verb="item_closed")
    assert event.label == "Lukket punkt"
    assert "Kaj 4" not in str(event.detail)
    changing.edit(item, {"part": Part.OPEN}, **act)
    item.refresh_from_db()
    assert (item.part, item.closed_ground) == (Part.OPEN, "")


def test_another_condition_is_a_new_question(item, flow, changing, conditions, act):
    changing.edit(item, {"depends_on": flow.cast.council, "depends_on_day": flow.today}, **act)
    conditions.decide_condition(item, True, **act)
    changing.edit(item, {"depends_on_day": flow.today.replace(day=9)}, **act)
    item.refresh_from_db()
    assert item.is_conditional


def test_a_topic_taken_off_waits_on_the_wheel_again(flow, changing, models, act):
    meeting = flow.meeting_of(flow.cast.magistrate)
    topic = models.Topic.objects.create(body=meeting.body, month=1, title="Årsplan")
    item = topic.put_on(meeting, **act)
    assert topic not in models.Topic.objects.due(meeting)
    changing.take_off(item, **act)
    assert topic in models.Topic.objects.due(meeting)

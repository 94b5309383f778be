"""An agenda is laid out, added to and put in order, and its numbers and times follow."""

import pytest

from raadslag.record import Part
from raadslag.rules.agenda.item_states import ItemState

GROUND = "Forhandling om køb af jord"


@pytest.fixture
def meeting(flow, models):
    """A meeting of the magistrate: two standing items before the cases and two after, one closed."""
    body = flow.cast.magistrate
    for order, (title, values) in enumerate(
        [
            ("Godkendelse af dagsorden", {"minutes": 5, "responsible": "Borgmesteren"}),
            ("Orientering", {"minutes": 25, "method": "Bordet rundt"}),
            ("Eventuelt", {"is_last": True}),
            ("Lukket orientering", {"is_last": True, "part": Part.CLOSED, "closed_ground": GROUND}),
        ]
    ):
        models.StandingItem.objects.create(body=body, order=order, title=title, **values)
    models.StandingItem.objects.create(body=body, title="Gammelt punkt", is_active=False)
    return flow.meeting_of(body)


@pytest.fixture
def laid_out(building, meeting, act):
    building.lay_out(meeting, **act)
    return meeting


def titles(agenda):
    return [(line.number, line.item.title) for line in agenda.lines]


def test_the_standing_items_frame_the_cases(building, meeting, act):
    building.add(meeting, title="Havneplan", **act)
    made = building.lay_out(meeting, **act)
    agenda = building.agenda_of(meeting)
    assert titles(agenda) == [
        (1, "Godkendelse af dagsorden"),
        (2, "Orientering"),
        (3, "Havneplan"),
        (4, "Eventuelt"),
        (5, "Lukket orientering"),
    ]
    assert {item.title for item in made} == {title for _number, title in titles(agenda)} - {"Havneplan"}
    first = agenda.lines[0].item
    assert (first.minutes, first.responsible) == (5, "Borgmesteren")
    assert agenda.lines[-1].item.closed_ground == GROUND


def test_laid_out_again_only_what_is_new_is_added(building, laid_out, models, act):
    models.StandingItem.objects.create(body=laid_out.body, order=9, title="Siden sidst")
    building.add(laid_out, title="Havneplan", **act)
    assert [item.title for item in building.lay_out(laid_out, **act)] == ["Siden sidst"]
    assert [title for _number, title in titles(building.agenda_of(laid_out))][:4] == [
        "Godkendelse af dagsorden", "Orientering", "Siden sidst", "Havneplan",
    ]  # fmt: skip


def test_cases_topics_and_papers_come_before_the_last_standing_items(flow, building, laid_out, models, act):
    topic = models.Topic.objects.create(body=laid_out.body, month=1, title="Årsplan")
    topic.put_on(laid_out, **act)
    flow.endorsed().place(laid_out, **act)
    building.add(laid_out, title="Køb af jord", part=Part.CLOSED, closed_ground=GROUND, **act)
    flow.endorsed(part=Part.CLOSED).place(laid_out, **act)
    assert [title for _number, title in titles(building.agenda_of(laid_out))][2:] == [
        "Årsplan", "Højvandsmur ved havnen", "Eventuelt",
        "Køb af jord", "Højvandsmur ved havnen", "Lukket orientering",
    ]  # fmt: skip


def test_the_times_follow_the_minutes_and_the_overrun_is_known(building, laid_out, act):
    building.add(laid_out, title="Budget", minutes=135, **act)
    agenda = building.agenda_of(laid_out)
    begins = laid_out.starts
    assert [(line.slot.starts_at - begins).seconds // 60 for line in agenda.lines] == [0, 5, 30, 165, 165]
    assert (agenda.over, agenda.spare) == (45, 0)


def test_an_item_that_lapses_after_it_was_sent_keeps_its_number_and_takes_no_time(
    building, changing, laid_out, models, act
):
    for number, line in enumerate(building.agenda_of(laid_out).lines, 1):
        models.Item.objects.filter(pk=line.item.pk).update(number=number)
    models.Meeting.objects.filter(pk=laid_out.pk).update(state="sent")
    laid_out.refresh_from_db()
    new = building.add(laid_out, title="Tillæg", **act)
    changing.take_off(laid_out.items.get(number=2), **act)
    agenda = building.agenda_of(laid_out)
    assert [line.number for line in agenda.lines] == [1, 2, 3, 4, 5]
    assert agenda.lines[1].slot is None
    assert agenda.lines[-1].item == new
    assert agenda.spare == 115


def test_what_is_taken_off_before_it_is_sent_is_on_no_agenda_until_it_is_put_back(
    building, changing, laid_out, act
):
    item = laid_out.items.get(title="Orientering")
    changing.take_off(item, **act)
    agenda = building.agenda_of(laid_out)
    assert (item not in [line.item for line in agenda.lines], agenda.off) == (True, (item,))
    assert agenda.spare == 115
    building.lay_out(laid_out, **act)  # it is not fetched anew
    assert laid_out.items.filter(title="Orientering").count() == 1
    changing.put_back(item, **act)
    assert titles(building.agenda_of(laid_out))[1] == (2, "Orientering")


def test_the_order_is_the_one_that_was_asked_for(building, laid_out, act):
    keys = [line.item.key for line in building.agenda_of(laid_out).lines]
    building.reorder(laid_out, [keys[2], keys[0], keys[1], *keys[3:]], **act)
    assert [line.item.key for line in building.agenda_of(laid_out).lines][:3] == [keys[2], keys[0], keys[1]]


def test_one_who_looked_before_another_moved_things_does_not_undo_it(building, laid_out, refusal, act):
    seen = [line.item.key for line in building.agenda_of(laid_out).lines]
    building.reorder(laid_out, [seen[1], seen[0], *seen[2:]], **act)
    added = building.add(laid_out, title="Nyt", **act)
    with pytest.raises(refusal.Overtaken, match="rækkefølge"):
        building.reorder(laid_out, [seen[0], seen[2], seen[1], *seen[3:]], seen=seen, **act)
    now = [line.item.key for line in building.agenda_of(laid_out).lines]
    assert now == [seen[1], seen[0], added.key, *seen[2:]]


def test_what_was_sent_is_not_moved_and_a_meeting_that_is_over_takes_nothing(
    building, laid_out, models, refusal, act
):
    keys = [line.item.key for line in building.agenda_of(laid_out).lines]
    laid_out.items.filter(key=keys[0]).update(number=1)
    with pytest.raises(refusal.Refused, match="fået deres nummer"):
        building.reorder(laid_out, keys, **act)
    models.Meeting.objects.filter(pk=laid_out.pk).update(state="held")
    for refused in (
        lambda: building.add(laid_out, title="Nyt", **act),
        lambda: building.reorder(laid_out, keys[1:], **act),
        lambda: building.lay_out(laid_out, **act),
    ):
        with pytest.raises(refusal.Refused):
            refused()


def test_a_paper_comes_onto_an_agenda_that_is_sent_as_its_last_item(flow, building, laid_out, models, act):
    models.Meeting.objects.filter(pk=laid_out.pk).update(state="sent")
    for number, line in enumerate(building.agenda_of(laid_out).lines, 1):
        models.Item.objects.filter(pk=line.item.pk).update(number=number)
    paper = flow.endorsed()
    paper.place(laid_out, **act)
    assert titles(building.agenda_of(laid_out))[-1] == (5, "Højvandsmur ved havnen")


def test_a_paper_taken_off_and_placed_again_is_the_same_item(flow, changing, models, act):
    paper = flow.placed()
    item = paper.items.get()
    changing.edit(item, {"minutes": 20, "presenter": "Karen Friis"}, **act)
    changing.take_off(item, "Bilag mangler.", **act)
    paper.refresh_from_db()
    assert (paper.state, item.state) == ("approved", ItemState.LAPSED)
    paper.place(item.meeting, **act)
    item.refresh_from_db()
    assert (paper.items.get(), item.state, item.minutes) == (item, ItemState.STANDS, 20)


def test_one_who_reads_an_agenda_through_does_not_see_what_was_taken_off(flow, models, changing, act):
    item = flow.item()
    review = models.AgendaReview.objects.create(meeting=item.meeting, due_on=flow.today, **act)
    review.people.add(flow.cast.dan)
    assert item.may_be_seen_by(flow.cast.dan, flow.today)
    changing.take_off(item, **act)
    assert not item.may_be_seen_by(flow.cast.dan, flow.today)
    assert item not in models.Item.objects.visible_to(flow.cast.dan, flow.today)
    assert item.may_be_seen_by(flow.cast.anna, flow.today)

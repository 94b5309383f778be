"""Cases that go on to another body or another meeting, with all that belongs to them."""

from datetime import timedelta

import pytest

from raadslag.record import Part
from raadslag.rules.agenda.item_states import ItemState
from raadslag.rules.paper_states import PaperState

GROUND = "Forhandling om køb af jord"


@pytest.fixture
def later(flow):
    """When the meetings of the first month are over."""
    return {"by": flow.cast.anna, "at": flow.now + timedelta(days=31)}


@pytest.fixture
def treated(flow, building, act):
    """An item of the council's own words, on a meeting in a month."""
    meeting = flow.meeting_of(flow.cast.council)
    return building.add(meeting, title="Cykelstier", text="Forslag fra L.", minutes=15, **act)


def test_a_referral_makes_the_next_bodys_item_with_its_history(flow, treated, carrying_on, later):
    committee = flow.meeting_of(flow.cast.committee, days=40)
    transfer = carrying_on.refer(treated, flow.cast.committee, "Til nærmere drøftelse.", **later)
    item = committee.items.get()
    assert (transfer.placed, item.title, item.text, item.minutes) == (
        item,
        "Cykelstier",
        "Forslag fra L.",
        None,
    )
    [before] = carrying_on.history_of(item)
    assert (before.body, before.day, before.what, before.note) == (
        flow.cast.council,
        treated.meeting.held_on,
        "henvist til Havne- og Klimaudvalget",
        "Til nærmere drøftelse.",
    )
    treated.refresh_from_db()
    assert treated.state == ItemState.STANDS


def test_a_history_goes_all_the_way_back(flow, treated, carrying_on, later):
    first = flow.meeting_of(flow.cast.committee, days=40)
    second = flow.meeting_of(flow.cast.committee, days=70)
    carrying_on.refer(treated, flow.cast.committee, **later)
    carrying_on.postpone(first.items.get(), second, "Høring mangler.", **later)
    history = carrying_on.history_of(second.items.get())
    assert [(str(each.body), each.what) for each in history] == [
        ("Byrådet", "henvist til Havne- og Klimaudvalget"),
        ("Havne- og Klimaudvalget", f"udsat til mødet den {second.held_on.day}. maj 2026"),
    ]


def test_an_open_items_history_does_not_tell_of_when_it_was_closed(
    flow, treated, changing, carrying_on, act, later
):
    changing.edit(treated, {"part": Part.CLOSED, "closed_ground": GROUND}, **act)
    first, second = (flow.meeting_of(flow.cast.committee, days=days) for days in (40, 70))
    carrying_on.refer(treated, flow.cast.committee, "Kaj 4 skal ses efter.", **later)
    item = first.items.get()
    assert [each.note for each in carrying_on.history_of(item)] == ["Kaj 4 skal ses efter."]
    changing.edit(item, {"part": Part.OPEN}, **later)
    carrying_on.postpone(item, second, "Høring mangler.", **later)
    assert [each.note for each in carrying_on.history_of(second.items.get())] == ["Høring mangler."]


def test_without_a_meeting_to_have_it_the_case_waits_until_it_is_placed(
    flow, treated, carrying_on, models, refusal, later
):
    sent = flow.meeting_of(flow.cast.committee, days=40)
    models.Meeting.objects.filter(pk=sent.pk).update(state="sent")
    transfer = carrying_on.refer(treated, flow.cast.committee, **later)
    assert list(models.Transfer.objects.waiting()) == [transfer]
    with pytest.raises(refusal.Refused, match="Havne- og Klimaudvalget"):
        carrying_on.place(transfer, flow.meeting_of(flow.cast.magistrate, days=50), **later)
    sent.refresh_from_db()
    item = carrying_on.place(transfer, sent, **later)
    assert (item.continues, list(models.Transfer.objects.waiting())) == (treated, [])
    with pytest.raises(refusal.Overtaken):
        carrying_on.place(transfer, sent, **later)


def test_a_conditional_item_that_waits_for_the_case_is_what_it_becomes(
    flow, treated, building, carrying_on, models, act, later
):
    first, waiting = (flow.meeting_of(flow.cast.committee, days=days) for days in (40, 60))
    condition = {"depends_on": flow.cast.council, "depends_on_day": treated.meeting.held_on}
    other = building.add(waiting, title="Gadelys", **condition, **act)
    item = building.add(waiting, title="cykelstier", purpose="At drøfte.", minutes=20, **condition, **act)
    models.Meeting.objects.filter(pk=waiting.pk).update(state="sent")
    carrying_on.refer(treated, flow.cast.committee, **later)
    item.refresh_from_db()
    other.refresh_from_db()
    assert (item.is_referred, item.continues, item.purpose, item.minutes) == (True, treated, "At drøfte.", 20)
    assert other.is_conditional
    assert not first.items.exists()


def test_a_referred_paper_can_be_decided_by_the_body_it_comes_to(flow, carrying_on, later):
    paper = flow.placed()
    item = paper.items.get()
    committee = flow.meeting_of(flow.cast.committee, days=60)
    carrying_on.refer(item, flow.cast.committee, "Udvalget skal se på ruten.", **later)
    paper.refresh_from_db()
    assert (paper.state, paper.turn.body) == (PaperState.ON_AGENDA, flow.cast.committee)
    assert [str(step.body) for step in paper.route][-3:] == [
        "Magistraten", "Havne- og Klimaudvalget", "Byrådet",
    ]  # fmt: skip
    assert paper.spoken[-1].text == ("Henvist til Havne- og Klimaudvalget. Udvalget skal se på ruten.")
    new = committee.items.get()
    assert (new.paper, new.continues) == (paper, item)
    paper.decide(text="Anbefales.", by=flow.cast.anna, at=committee.ends_at)
    paper.pass_on(by=flow.cast.anna, at=committee.ends_at)
    assert paper.turn.body == flow.cast.council


def test_a_case_whose_next_step_is_that_body_needs_no_step_more(flow, carrying_on, later):
    paper = flow.placed()
    steps = len(paper.route)
    carrying_on.refer(paper.items.get(), flow.cast.council, **later)
    assert (len(paper.route), paper.turn.body) == (steps, flow.cast.council)


def test_a_paper_that_comes_too_late_for_the_next_meeting_waits(flow, carrying_on, models, refusal, later):
    paper = flow.placed()
    soon = flow.meeting_of(flow.cast.committee, days=33)  # papers were due a week before
    transfer = carrying_on.refer(paper.items.get(), flow.cast.committee, **later)
    assert (transfer.placed, list(models.Transfer.objects.waiting())) == (None, [transfer])
    with pytest.raises(refusal.ReasonNeeded):
        carrying_on.place(transfer, soon, **later)
    paper.place(soon, late_reason="Byrådet ventede.", **later)  # from the pool it is the same
    transfer.refresh_from_db()
    assert (transfer.placed, transfer.placed.continues) == (soon.items.get(), transfer.item)


def test_a_paper_already_sent_on_is_not_referred_from_where_it_was(flow, carrying_on, refusal, later):
    paper = flow.placed()
    item = paper.items.get()
    carrying_on.refer(item, flow.cast.committee, **later)
    with pytest.raises(refusal.Refused, match="ligger nu hos Havne- og Klimaudvalget"):
        carrying_on.refer(item, flow.cast.council, **later)


def test_before_the_meeting_a_postponed_item_moves_with_all_that_was_settled(
    flow, treated, building, carrying_on, models, act
):
    models.ItemGuest.objects.create(item=treated, name="Per Bæk")
    flow.attachment(item=treated)
    flow.shut_out("bo", item=treated)
    other = flow.meeting_of(flow.cast.council, days=60)
    carrying_on.postpone(treated, other, "Der mangler et svar.", **act)
    item = other.items.get()
    treated.refresh_from_db()
    assert (treated.state, building.agenda_of(treated.meeting).off) == (ItemState.MOVED, (treated,))
    assert (item.minutes, [str(guest) for guest in item.guests.all()]) == (15, ["Per Bæk"])
    assert [attachment.title for attachment in item.attachments.all()] == ["Notat"]
    assert item.is_shut_out(flow.cast.bo)
    followed = models.Event.objects.get(verb="shut_out_followed")
    assert (followed.by, followed.noun_key, followed.detail) == (
        act["by"],
        str(item.key),
        {"person": "Bo Vang"},
    )


def test_a_postponed_paper_follows_its_item_and_its_secrecy(flow, carrying_on, models, act):
    paper = flow.placed(part=Part.CLOSED)
    item = paper.items.get()
    flow.shut_out("mette", item=item)
    other = flow.meeting_of(flow.cast.magistrate, days=60)
    carrying_on.postpone(item, other, **act)
    new = other.items.get()
    paper.refresh_from_db()
    assert (paper.state, paper.aimed_at, new.effective_part) == (PaperState.ON_AGENDA, other, Part.CLOSED)
    assert new.is_shut_out(flow.cast.mette)
    assert models.Event.objects.get(verb="shut_out_followed").noun_key == str(paper.key)
    paper.decide(text="Anbefales.", by=flow.cast.anna, at=other.ends_at)


def test_a_paper_postponed_after_its_decision_comes_to_the_same_body_again(flow, carrying_on, later):
    paper = flow.placed()
    paper.decide(text="Udsat.", **later)
    other = flow.meeting_of(flow.cast.magistrate, days=60)
    carrying_on.postpone(paper.items.get(), other, **later)
    assert (paper.items.count(), paper.turn.body) == (2, flow.cast.magistrate)
    paper.decide(text="Anbefales.", by=flow.cast.anna, at=other.ends_at)
    paper.pass_on(by=flow.cast.anna, at=other.ends_at)
    assert paper.turn.body == flow.cast.council


def test_what_was_closed_is_closed_at_the_next_body_and_the_log_does_not_name_it(
    flow, treated, building, changing, carrying_on, models, act, later
):
    changing.edit(treated, {"part": Part.CLOSED, "closed_ground": GROUND, "title": "Køb af Kaj 4"}, **act)
    committee = flow.meeting_of(flow.cast.committee, days=40)
    condition = {"depends_on": flow.cast.council, "depends_on_day": treated.meeting.held_on}
    waiting = building.add(committee, title="Køb af Kaj 4", **condition, **act)
    before = models.Event.objects.count()
    carrying_on.refer(treated, flow.cast.committee, "Kaj 4 skal ses efter.", **later)
    waiting.refresh_from_db()
    assert (waiting.part, waiting.closed_ground) == (Part.CLOSED, GROUND)
    told = models.Event.objects.all()[: models.Event.objects.count() - before]
    assert "Kaj 4" not in "".join(f"{event.label} {event.detail}" for event in told)
    assert not models.Notice.objects.filter(text__contains="Kaj 4").exists()


def test_a_closed_case_placed_as_a_paper_that_waits_is_as_closed_and_has_all_that_belongs_to_it(
    flow, changing, carrying_on, models, act
):
    paper = flow.placed()
    item = paper.items.get()
    changing.edit(item, {"part": Part.CLOSED, "closed_ground": GROUND}, **act)
    changing.edit(item, {"public_title": "En sag", "guests": (("Per Bæk", "per@lindevad.example"),)}, **act)
    flow.attachment(item=item)
    flow.shut_out("mette", item=item)
    transfer = carrying_on.postpone(item, None, **act)
    other = flow.meeting_of(flow.cast.magistrate, days=60)
    paper.refresh_from_db()
    paper.place(other, **act)
    transfer.refresh_from_db()
    new = other.items.get()
    assert (transfer.placed, new.continues, new.part, new.closed_ground, new.public_title) == (
        new,
        item,
        Part.CLOSED,
        GROUND,
        "En sag",
    )
    assert ([str(guest) for guest in new.guests.all()], new.attachments.count()) == (["Per Bæk"], 1)
    assert new.is_shut_out(flow.cast.mette)
    paper.take_off(comment="Ikke klar.", **act)
    paper.place(other, **act)
    assert (other.items.get().part, new.attachments.count()) == (Part.CLOSED, 1)
    paper.take_off(comment="Ikke klar.", **act)
    third = flow.meeting_of(flow.cast.magistrate, days=70)
    paper.place(third, **act)
    assert third.items.get().part == Part.CLOSED


def test_a_case_that_came_by_a_transfer_and_is_postponed_waits_nowhere(
    flow, treated, carrying_on, models, later
):
    first, second = (flow.meeting_of(flow.cast.committee, days=days) for days in (40, 70))
    transfer = carrying_on.refer(treated, flow.cast.committee, **later)
    carrying_on.postpone(first.items.get(), second, **later)
    transfer.refresh_from_db()
    assert (transfer.placed, second.items.get().came_by.item) == (first.items.get(), first.items.get())
    assert not models.Transfer.objects.waiting()


def test_a_case_that_did_not_come_after_all_waits_in_the_queue_and_comes_again(
    flow, treated, building, carrying_on, conditions, models, act, later
):
    meeting = flow.meeting_of(flow.cast.committee, days=60)
    condition = {"depends_on": flow.cast.council, "depends_on_day": treated.meeting.held_on}
    item = building.add(meeting, title=treated.title, **condition, **act)
    transfer = carrying_on.refer(treated, flow.cast.committee, **later)
    item.refresh_from_db()
    conditions.decide_condition(item, False, **later)
    assert list(models.Transfer.objects.waiting()) == [transfer]
    conditions.decide_condition(item, True, **later)
    transfer.refresh_from_db()
    assert (transfer.placed, item.state) == (item, ItemState.STANDS)


def test_a_case_is_given_up_for_a_reason_and_its_item_can_be_put_back(
    flow, treated, carrying_on, changing, models, refusal, act
):
    transfer = carrying_on.postpone(treated, None, **act)
    with pytest.raises(refusal.Refused, match="gået videre"):
        changing.put_back(treated, **act)
    with pytest.raises(refusal.Refused, match="hvorfor"):
        carrying_on.give_up(transfer, " ", **act)
    carrying_on.give_up(transfer, "Forslaget er trukket.", **act)
    assert not models.Transfer.objects.waiting().exists()
    changing.put_back(treated, **act)
    treated.refresh_from_db()
    assert treated.state == ItemState.STANDS


def test_taken_off_the_next_meeting_the_case_waits_in_the_queue_again(
    flow, treated, carrying_on, changing, models, later
):
    committee = flow.meeting_of(flow.cast.committee, days=40)
    transfer = carrying_on.refer(treated, flow.cast.committee, **later)
    changing.take_off(committee.items.get(), **later)
    assert list(models.Transfer.objects.waiting()) == [transfer]
    changing.put_back(committee.items.get(), **later)
    assert not models.Transfer.objects.waiting().exists()


def test_a_case_whose_next_meeting_is_called_off_waits_again(flow, treated, carrying_on, models, later):
    committee = flow.meeting_of(flow.cast.committee, days=40)
    transfer = carrying_on.refer(treated, flow.cast.committee, **later)
    committee.cancel("For få sager.", **later)
    assert list(models.Transfer.objects.waiting()) == [transfer]
    other = flow.meeting_of(flow.cast.committee, days=60)
    transfer.refresh_from_db()
    assert carrying_on.place(transfer, other, **later).continues == treated


def test_a_paper_taken_off_the_next_meeting_waits_in_the_queue_again(flow, carrying_on, models, later):
    paper = flow.placed()
    flow.meeting_of(flow.cast.committee, days=60)
    transfer = carrying_on.refer(paper.items.get(), flow.cast.committee, **later)
    paper.refresh_from_db()
    paper.take_off(comment="Bilag mangler.", **later)
    assert list(models.Transfer.objects.waiting()) == [transfer]


def test_a_case_is_referred_after_its_meeting_began_and_once(flow, treated, carrying_on, refusal, act, later):
    with pytest.raises(refusal.Refused, match="ikke begyndt"):
        carrying_on.refer(treated, flow.cast.committee, **act)
    with pytest.raises(refusal.Refused, match="Udsæt"):
        carrying_on.refer(treated, flow.cast.council, **later)
    carrying_on.refer(treated, flow.cast.committee, **later)
    with pytest.raises(refusal.Overtaken, match="allerede sendt videre"):
        carrying_on.refer(treated, flow.cast.committee, **later)
    carrying_on.refer(treated, flow.cast.other_committee, **later)  # two committees may have it

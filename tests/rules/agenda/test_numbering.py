"""The numbers of an agenda's items."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from raadslag.record import Part
from raadslag.rules.agenda.numbering import Numbered, in_agenda_order, numbers

OPEN, CLOSED = Numbered(Part.OPEN), Numbered(Part.CLOSED)
items = st.lists(st.builds(Numbered, st.sampled_from(Part), st.booleans()), max_size=12)


def test_the_closed_part_comes_last():
    assert numbers([OPEN, CLOSED, OPEN, CLOSED]) == [1, 3, 2, 4]


def test_what_does_not_stand_has_no_number_before_it_is_sent():
    assert numbers([OPEN, Numbered(Part.OPEN, stands=False), OPEN]) == [1, None, 2]


def test_what_was_sent_keeps_its_number_when_it_no_longer_stands():
    assert numbers([Numbered(Part.OPEN, stands=False, frozen=1), OPEN]) == [1, 2]


def test_a_new_open_item_comes_after_the_closed_ones_that_were_sent():
    sent = [Numbered(Part.OPEN, frozen=1), Numbered(Part.CLOSED, frozen=2)]
    assert numbers([*sent, CLOSED, OPEN]) == [1, 2, 4, 3]


@given(items)
def test_the_items_that_stand_are_numbered_without_a_gap(listed):
    assert sorted(filter(None, numbers(listed))) == list(range(1, 1 + sum(each.stands for each in listed)))


@given(items, items)
def test_sending_freezes_every_number(sent, new):
    first = numbers(sent)
    frozen = [replace(each, frozen=number) for each, number in zip(sent, first, strict=True)]
    again = numbers([*frozen, *new])
    assert all(after == before for before, after in zip(first, again, strict=False) if before is not None)
    given_out = [number for number in again if number is not None]
    assert len(given_out) == len(set(given_out))


@given(items)
def test_the_order_is_that_of_the_numbers(listed):
    given_out = numbers(listed)
    in_order = [given_out[place] for place in in_agenda_order(listed)]
    assert [each for each in in_order if each] == sorted(filter(None, given_out))

"""Two who put one agenda in order: neither undoes the other's work unseen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadslag.rules.agenda.ordering import reordered

orders = st.lists(st.integers(0, 20), unique=True, max_size=8)


@given(seen=orders, draw=st.data())
def test_alone_one_gets_the_order_that_one_wants(seen, draw):
    wanted = draw.draw(st.permutations(seen))
    assert reordered(seen, wanted, seen) == wanted


@given(seen=orders, current=orders, draw=st.data())
def test_nothing_is_lost_and_nothing_comes_back(seen, current, draw):
    order = reordered(seen, draw.draw(st.permutations(seen)), current)
    assert order is None or sorted(order) == sorted(current)


@given(seen=orders, new=st.lists(st.integers(50, 60), unique=True), draw=st.data())
def test_what_came_meanwhile_does_not_stand_in_the_way(seen, new, draw):
    wanted = draw.draw(st.permutations(seen))
    order = reordered(seen, wanted, [*seen, *new])
    assert order is not None
    assert [each for each in order if each in seen] == wanted


def test_what_is_new_stays_after_what_it_came_after():
    assert reordered("abc", "cab", "aNbcM") == list("cMaNb")


def test_the_others_new_order_is_not_undone_unseen():
    assert reordered("abc", "bac", "acb") is None
    assert reordered("abc", "acb", "acb") == list("acb")


def test_what_was_not_seen_cannot_be_wanted():
    with pytest.raises(ValueError, match="not the items"):
        reordered("abc", "abd", "abc")
    with pytest.raises(ValueError, match="not the items"):
        reordered("abc", "abb", "abc")

"""Whose turn it is."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from raadslag.rules.route import following, turn


@dataclass(eq=False)
class Step:
    is_reached: bool = False
    is_done: bool = False


def steps(letters):
    """d done, r reached, . to come"""
    return [Step(is_reached=letter != ".", is_done=letter == "d") for letter in letters]


def place(letters):
    route = steps(letters)
    step = turn(route)
    return None if step is None else route.index(step)


def test_the_turn_is_at_the_first_step_that_is_reached_and_not_done():
    assert place("r...") == 0
    assert place("dr..") == 1
    assert place("ddr.") == 2


def test_a_paper_sent_back_is_at_its_writers_though_others_have_seen_it():
    assert place("rrr.") == 0
    assert place("rrdr") == 0


def test_when_all_that_is_reached_is_done_the_last_body_still_has_it():
    assert place("dd..") == 1
    assert place("dddd") == 3


def test_a_route_that_has_not_begun_is_nobodys_turn():
    assert place("...") is None
    assert place("") is None


def test_the_next_step_is_the_first_after_it_that_is_not_done():
    route = steps("rrd.")
    assert following(route, route[0]) is route[1]
    assert following(route, route[1]) is route[3]
    assert following(route, route[3]) is None


@given(st.text("dr.", max_size=8))
def test_the_turn_is_never_at_a_step_that_nobody_has_reached(letters):
    found = turn(steps(letters))
    assert (found is None) == (set(letters) <= {"."})
    assert found is None or found.is_reached

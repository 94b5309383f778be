"""What is still to come on a route can be changed; what was said stays."""

from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.fixture
def models(stores):
    return import_module("raadslag.models")


@pytest.fixture
def refusal(stores):
    return import_module("raadslag.models.refusal")


@pytest.fixture
def flow(stores):
    return import_module("tests.models.flow").Flow()


def names(paper):
    return [str(step.body) for step in paper.route]


def test_a_step_is_put_in_before_one_that_is_still_to_come(flow, models):
    paper, cast = flow.begun(), flow.cast
    magistrate = paper.steps.get(body=cast.magistrate)
    paper.add_step(cast.committee, models.Task.ADVISES, before=magistrate, by=cast.karen, at=flow.now)
    assert names(paper) == [
        "Klima og Miljø", "Borgmesterens Afdeling", "Havne- og Klimaudvalget", "Magistraten", "Byrådet",
    ]  # fmt: skip
    assert [step.order for step in paper.route] == [1, 2, 3, 4, 5]


def test_a_step_is_taken_out(flow):
    paper, cast = flow.begun(), flow.cast
    paper.remove_step(paper.steps.get(body=cast.mayors_department), by=cast.leif, at=flow.now)
    assert names(paper) == ["Klima og Miljø", "Magistraten", "Byrådet"]
    paper.submit(by=cast.karen, at=flow.now)
    paper.approve(by=cast.leif, at=flow.now)
    assert paper.turn.body == cast.magistrate


def test_steps_change_places(flow):
    paper, cast = flow.begun(), flow.cast
    paper.move_step(paper.steps.get(body=cast.magistrate), by=cast.karen, at=flow.now)
    assert names(paper)[1:3] == ["Magistraten", "Borgmesterens Afdeling"]


def test_what_has_been_reached_stays(flow, refusal):
    paper, cast = flow.approved(), flow.cast
    endorsing, magistrate = (
        paper.steps.get(body=cast.mayors_department),
        paper.steps.get(body=cast.magistrate),
    )
    for act in (
        lambda: paper.remove_step(endorsing, by=cast.mette, at=flow.now),
        lambda: paper.move_step(endorsing, by=cast.mette, at=flow.now),
        lambda: paper.move_step(magistrate, by=cast.mette, at=flow.now),
    ):
        with pytest.raises(refusal.Refused):
            act()
    assert len(paper.route) == 4


def test_a_route_ends_at_a_body_that_meets(flow, refusal, models):
    paper, cast = flow.begun(), flow.cast
    with pytest.raises(refusal.Refused, match="slutte hos"):
        paper.add_step(cast.mayors_department, models.Task.NOTES, by=cast.karen, at=flow.now)
    assert len(names(paper)) == 4


@pytest.mark.parametrize("name", ["jens", "mette", "anna", "bo", "dan", "ada"])
def test_who_neither_writes_nor_has_the_paper_does_not_change_its_route(flow, refusal, name):
    paper, cast = flow.begun(), flow.cast
    with pytest.raises(refusal.Refused):
        paper.remove_step(paper.steps.get(body=cast.magistrate), by=cast.people[name], at=flow.now)


def test_the_one_whose_turn_it_is_changes_what_comes_after(flow):
    paper, cast = flow.approved(), flow.cast
    assert paper.may_change_route(cast.mette, flow.today)
    assert paper.may_change_route(cast.leif, flow.today)  # it is his department's paper
    assert not paper.may_change_route(cast.karen, flow.today)  # she has let it go


def test_a_step_gets_a_day_and_a_person(flow):
    paper, cast = flow.begun(), flow.cast
    step = paper.steps.get(body=cast.mayors_department)
    paper.plan_step(step, due_on=flow.today, owner=cast.mette, by=cast.karen, at=flow.now)
    paper.submit(by=cast.karen, at=flow.now)
    paper.approve(by=cast.leif, at=flow.now)
    assert (paper.due_on(), paper.owed_by(flow.now)) == (flow.today, [cast.mette])


def test_however_the_steps_are_moved_each_has_a_place_of_its_own(flow, refusal):
    paper, cast = flow.begun(), flow.cast

    @settings(max_examples=10, deadline=None)
    @given(st.lists(st.tuples(st.sampled_from(["move", "add", "remove"]), st.integers(0, 9)), max_size=5))
    def changed(acts):
        for act, which in acts:
            steps = paper.route
            step = steps[which % len(steps)]
            try:
                if act == "add":
                    paper.add_step(cast.committee, "advises", before=step, by=cast.karen, at=flow.now)
                else:
                    getattr(paper, f"{act}_step")(step, by=cast.karen, at=flow.now)
            except refusal.Refused:
                continue
        steps = paper.route
        assert [step.order for step in steps] == list(range(1, len(steps) + 1))
        assert [step.is_reached for step in steps] == [True] + [False] * (len(steps) - 1)
        assert steps[-1].turn == "meeting"

    changed()

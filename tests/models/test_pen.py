"""One person at a time has the pen."""

from importlib import import_module

import pytest

from raadslag.record import Part


@pytest.fixture
def refusal(stores):
    return import_module("raadslag.models.refusal")


@pytest.fixture
def flow(stores):
    return import_module("tests.models.flow").Flow()


def test_the_pen_is_handed_over_and_makes_one_a_writer(flow):
    paper, cast = flow.begun(), flow.cast
    paper.hand_over_pen(cast.jens, by=cast.karen, at=flow.now)
    assert paper.pen == cast.jens
    assert cast.jens in paper.writers.all()
    assert [notice.text for notice in cast.jens.notices.all()] == [
        "Karen Friis har givet dig pennen til Højvandsmur ved havnen."
    ]


def test_a_pen_that_somebody_has_is_not_just_taken(flow, refusal):
    paper = flow.begun()
    with pytest.raises(refusal.Overtaken, match="Karen Friis har pennen"):
        paper.take_pen(by=flow.cast.jens, at=flow.now)
    assert paper.pen == flow.cast.karen


def test_taking_the_pen_from_somebody_tells_them(flow):
    paper, cast = flow.begun(), flow.cast
    paper.take_pen_back(by=cast.jens, at=flow.now, seen=cast.karen)
    assert paper.pen == cast.jens
    assert "Jens Holt har taget pennen" in cast.karen.notices.get().text


def test_the_pen_is_not_taken_from_somebody_one_did_not_see_with_it(flow, refusal):
    paper, cast = flow.begun(), flow.cast
    paper.hand_over_pen(cast.jens, by=cast.karen, at=flow.now)
    with pytest.raises(refusal.Overtaken, match="Jens Holt har pennen"):
        paper.take_pen_back(by=cast.karen, at=flow.now, seen=cast.karen)


def test_a_pen_that_was_put_down_is_anybodys_in_the_department(flow):
    paper, cast = flow.begun(), flow.cast
    paper.put_down_pen(by=cast.karen, at=flow.now)
    paper.take_pen(by=cast.jens, at=flow.now)
    assert paper.pen == cast.jens


@pytest.mark.parametrize("name", ["anna", "leif", "mette", "bo", "dan", "ada", "olga", "stine"])
def test_nobody_else_gets_the_pen(flow, refusal, name):
    paper, person = flow.begun(), flow.cast.people[name]
    for act in (
        lambda: paper.take_pen(by=person, at=flow.now),
        lambda: paper.take_pen_back(by=person, at=flow.now),
        lambda: paper.hand_over_pen(person, by=flow.cast.karen, at=flow.now),
        lambda: paper.put_down_pen(by=person, at=flow.now),
    ):
        with pytest.raises(refusal.Refused):
            act()
    assert paper.pen == flow.cast.karen


def test_a_closed_paper_is_written_by_those_whom_a_writer_gives_the_pen(flow, refusal):
    paper, cast = flow.begun(part=Part.CLOSED), flow.cast
    with pytest.raises(refusal.Refused):
        paper.take_pen_back(by=cast.jens, at=flow.now)
    paper.hand_over_pen(cast.jens, by=cast.karen, at=flow.now)
    assert paper.may_be_seen_by(cast.jens, flow.today)


def test_one_who_is_shut_out_is_not_given_the_pen(flow, refusal):
    paper, cast = flow.begun(), flow.cast
    flow.shut_out("jens", paper=paper)
    with pytest.raises(refusal.Refused):
        paper.hand_over_pen(cast.jens, by=cast.karen, at=flow.now)


def test_nobody_writes_in_what_was_sent_in(flow, refusal):
    paper = flow.submitted()
    with pytest.raises(refusal.Refused, match="sendt til godkendelse"):
        paper.take_pen(by=flow.cast.karen, at=flow.now)

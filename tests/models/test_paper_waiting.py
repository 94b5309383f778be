"""What is on whose list: deputies have their approver's, and nothing is nobody's when somebody leaves."""

from datetime import timedelta
from importlib import import_module

import pytest

DAY = timedelta(days=1)


@pytest.fixture
def flow(stores):
    return import_module("tests.models.flow").Flow()


@pytest.fixture
def waiting(stores):
    return import_module("raadslag.models.paper_waiting")


def notices(person):
    return [notice.text for notice in person.notices.order_by("pk")]


def test_an_owners_deputy_is_told_and_has_it_on_their_list(flow, waiting):
    cast, paper = flow.cast, flow.begun()
    paper.plan_step(paper.route[0], due_on=None, owner=cast.leif, by=cast.karen, at=flow.now)
    paper.submit(by=cast.karen, at=flow.now)
    assert notices(cast.tove) == notices(cast.leif) == ["Højvandsmur ved havnen venter på din godkendelse."]
    assert [each.paper for each in waiting.to_do(cast.tove, flow.now)] == [paper]
    cast.tove.memberships.update(ends_on=flow.today - DAY)
    cast.jens.memberships.create(
        body=cast.department, role="approver", starts_on=flow.today - DAY, stands_in_for=cast.mette
    )
    assert paper.owed_by(flow.now) == [cast.leif]
    assert waiting.to_do(cast.jens, flow.now) == []


def test_what_one_who_left_was_to_do_is_on_the_lists_of_the_others_there(flow, waiting):
    cast, draft, sent_in = flow.cast, flow.begun(), flow.begun()
    sent_in.plan_step(sent_in.route[0], due_on=None, owner=cast.tove, by=cast.karen, at=flow.now)
    sent_in.submit(by=cast.karen, at=flow.now)
    assert waiting.to_do(cast.leif, flow.now) == []
    for name in ("karen", "tove"):
        cast.people[name].deactivate(by=cast.ada, at=flow.now)
    assert [each.paper for each in waiting.to_do(cast.leif, flow.now)] == [sent_in]
    assert [each.paper for each in waiting.to_do(cast.jens, flow.now)] == [draft]
    draft.refresh_from_db()
    assert draft.pen is None

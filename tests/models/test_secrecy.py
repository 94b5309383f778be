"""Who may see what, in the desk's tables: the yes/no and the queryset agree, cell by cell."""

from datetime import timedelta
from importlib import import_module

import pytest

from raadslag.record import Part
from raadslag.rules.paper_states import PaperState
from raadslag.rules.secrecy import MeetingState

OPEN, CLOSED = Part.OPEN, Part.CLOSED
GROUND = "Forhandling om køb af jord"

# who sees an open paper, and who a closed one, while it is on the desk and on no agenda
DESK = {"karen": "oc", "jens": "o", "leif": "oc", "tove": "oc", "ada": "o"}
SECRETARY_TOO = {**DESK, "anna": "oc"}
DRAFT = {"karen": "oc", "jens": "o", "ada": "o"}
PAPERS = {
    PaperState.DRAFT: DRAFT,
    PaperState.SUBMITTED: SECRETARY_TOO,
    PaperState.RETURNED: SECRETARY_TOO,
    PaperState.APPROVED: SECRETARY_TOO,
    PaperState.ON_AGENDA: SECRETARY_TOO,
    PaperState.DECIDED: SECRETARY_TOO,
    PaperState.WITHDRAWN: SECRETARY_TOO,
}
PLANNED = {"anna": "oc", "karen": "oc", "ada": "o"}
SENT = {**PLANNED, "bo": "oc", "stine": "oc", "olga": "o"}
ITEMS = {
    MeetingState.PLANNED: PLANNED,
    MeetingState.SENT: SENT,
    MeetingState.HELD: SENT,
    MeetingState.CANCELLED: PLANNED,
}


@pytest.fixture
def lindevad(stores):
    """The desk's tables with the cast, and what makes papers and items in it."""
    return import_module("tests.models.lindevad").Lindevad()


def promised(table, part):
    return {name for name, letters in table.items() if part[0] in letters}


def seers(lindevad, thing, on=None):
    """The names of those who see the thing, by the yes/no; and it holds that the queryset says the same."""
    on = on or lindevad.today
    by_rule, by_queryset = set(), set()
    for name, person in lindevad.cast.people.items():
        if thing.may_be_seen_by(person, on):
            by_rule.add(name)
        if type(thing).objects.visible_to(person, on).filter(pk=thing.pk).exists():
            by_queryset.add(name)
    assert by_rule == by_queryset
    return by_rule


@pytest.mark.parametrize("attached", [OPEN, CLOSED])
@pytest.mark.parametrize("part", [OPEN, CLOSED])
@pytest.mark.parametrize("state", PaperState)
def test_a_paper_and_its_attachment_on_the_desk(lindevad, state, part, attached):
    paper = lindevad.paper(state=state, part=part)
    attachment = lindevad.attachment(paper=paper, part=attached)
    assert seers(lindevad, paper) == promised(PAPERS[state], part)
    both = CLOSED if CLOSED in (part, attached) else OPEN
    assert seers(lindevad, attachment) == promised(PAPERS[state], both)


@pytest.mark.parametrize("attached", [OPEN, CLOSED])
@pytest.mark.parametrize("part", [OPEN, CLOSED])
@pytest.mark.parametrize("state", MeetingState)
def test_an_item_with_its_paper_and_attachments_at_a_meeting(lindevad, state, part, attached):
    paper = lindevad.paper(state=PaperState.ON_AGENDA, part=part)
    item = lindevad.item(paper=paper, state=state)
    own, the_papers = (
        lindevad.attachment(part=attached, **{at: of}) for at, of in (("item", item), ("paper", paper))
    )
    both = CLOSED if CLOSED in (part, attached) else OPEN
    assert seers(lindevad, item) == promised(ITEMS[state], part)
    assert seers(lindevad, own) == promised(ITEMS[state], both)
    at_the_desk = promised(PAPERS[PaperState.ON_AGENDA], part)
    assert seers(lindevad, paper) == at_the_desk | promised(ITEMS[state], part)
    assert seers(lindevad, the_papers) == promised(PAPERS[PaperState.ON_AGENDA], both) | promised(
        ITEMS[state], both
    )


@pytest.mark.parametrize("part", [OPEN, CLOSED])
@pytest.mark.parametrize("state", MeetingState)
def test_an_attachment_of_the_meeting_itself(lindevad, state, part):
    attachment = lindevad.attachment(meeting=lindevad.meeting(state=state), part=part)
    table = {name: letters for name, letters in ITEMS[state].items() if name != "karen"}
    assert seers(lindevad, attachment) == promised(table, part)


@pytest.mark.parametrize("part", [OPEN, CLOSED])
@pytest.mark.parametrize("shut_out_of", ["paper", "item"])
@pytest.mark.parametrize("name", ["bo", "anna", "karen", "leif"])
def test_one_who_is_shut_out_sees_neither_paper_item_nor_files_before_the_meeting_and_after(
    lindevad, name, shut_out_of, part
):
    paper = lindevad.paper(state=PaperState.ON_AGENDA, part=part)
    item = lindevad.item(paper=paper, state=MeetingState.SENT)
    things = [paper, item, lindevad.attachment(paper=paper), lindevad.attachment(item=item)]
    seen_before = [name in seers(lindevad, thing) for thing in things]
    exclusion = lindevad.shut_out(name, **{shut_out_of: paper if shut_out_of == "paper" else item})
    assert any(seen_before)
    assert [name in seers(lindevad, thing) for thing in things] == [False] * 4
    others = [seers(lindevad, thing) for thing in things]
    exclusion.lifted_at, exclusion.lifted_by = lindevad.now, lindevad.cast.anna
    exclusion.save()
    assert [name in seers(lindevad, thing) for thing in things] == seen_before
    assert [seers(lindevad, thing) - {name} for thing in things] == others


def test_a_substitute_sees_from_the_first_day_to_the_last_and_no_longer(lindevad):
    item = lindevad.item(paper=lindevad.paper(state=PaperState.ON_AGENDA), state=MeetingState.SENT)
    first, last = lindevad.stine.starts_on, lindevad.stine.ends_on
    days = [first - timedelta(1), first, last, last + timedelta(1)]
    assert ["stine" in seers(lindevad, item, day) for day in days] == [False, True, True, False]


def test_a_body_that_the_route_has_not_reached_sees_nothing_yet(lindevad):
    paper = lindevad.paper(state=PaperState.SUBMITTED, part=CLOSED)
    step = lindevad.step(paper, lindevad.cast.mayors_department)
    assert "mette" not in seers(lindevad, paper)
    step.reached_at = lindevad.now
    step.save()
    assert "mette" in seers(lindevad, paper)


def test_those_asked_in_a_hearing_see_the_paper_by_name_or_by_the_body_they_work_for(lindevad):
    paper = lindevad.paper(state=PaperState.DRAFT)
    assert seers(lindevad, paper) == promised(DRAFT, OPEN)
    lindevad.hearing(paper, person=lindevad.cast.dan, body=lindevad.cast.mayors_department)
    assert seers(lindevad, paper) == promised(DRAFT, OPEN) | {"dan", "mette"}

"""Who may see what, in the desk's tables: the yes/no and the queryset agree, cell by cell."""

from datetime import timedelta
from importlib import import_module
from itertools import product

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


def seers(lindevad, things, on=None, names=None):
    """Cell by cell the names of those who see the thing there, by the yes/no; and it holds that the
    querysets, which are asked for everything at once, say the same."""
    on = on or lindevad.today
    by_rule, by_queryset = ({cell: set() for cell in things} for _each in range(2))
    for name in names or lindevad.cast.people:
        person = lindevad.cast.people[name]
        visible = {
            kind: set(kind.objects.visible_to(person, on).values_list("pk", flat=True))
            for kind in {type(thing) for thing in things.values()}
        }
        for cell, thing in things.items():
            if thing.may_be_seen_by(person, on):
                by_rule[cell].add(name)
            if thing.pk in visible[type(thing)]:
                by_queryset[cell].add(name)
    assert by_rule == by_queryset
    return by_rule


def the_seers(lindevad, thing, on=None):
    """The names of those who see the thing."""
    return seers(lindevad, {"": thing}, on)[""]


def strictest(*parts):
    return CLOSED if CLOSED in parts else OPEN


def test_papers_and_their_attachments_on_the_desk(lindevad):
    things, names = {}, {}
    for state, part in product(PaperState, Part):
        paper = things["paper", state, part] = lindevad.paper(state=state, part=part)
        names["paper", state, part] = promised(PAPERS[state], part)
        for attached in Part:
            cell = "attachment", attached, state, part
            things[cell] = lindevad.attachment(paper=paper, part=attached)
            names[cell] = promised(PAPERS[state], strictest(part, attached))
    assert seers(lindevad, things) == names


def test_items_with_their_papers_and_attachments_at_a_meeting(lindevad):
    things, names = {}, {}
    for state, part in product(MeetingState, Part):
        paper = lindevad.paper(state=PaperState.ON_AGENDA, part=part)
        item = lindevad.item(paper=paper, state=state)
        at_the_desk, there = PAPERS[PaperState.ON_AGENDA], ITEMS[state]
        things |= {("item", state, part): item, ("paper", state, part): paper}
        names["item", state, part] = promised(there, part)
        names["paper", state, part] = promised(at_the_desk, part) | promised(there, part)
        for attached in Part:
            own, the_papers = ((of, attached, state, part) for of in ("the item's", "the paper's"))
            things[own] = lindevad.attachment(part=attached, item=item)
            things[the_papers] = lindevad.attachment(part=attached, paper=paper)
            both = strictest(part, attached)
            names[own] = promised(there, both)
            names[the_papers] = promised(at_the_desk, both) | promised(there, both)
    assert seers(lindevad, things) == names


def test_an_item_that_is_closed_closes_its_open_paper_and_the_papers_files_wherever_it_went(lindevad):
    things, names = {}, {}
    for state in MeetingState:
        paper = lindevad.paper(state=PaperState.ON_AGENDA)
        item = lindevad.item(paper=paper, state=state)
        both = promised(PAPERS[PaperState.ON_AGENDA], CLOSED) | promised(ITEMS[state], CLOSED)
        own, the_papers = lindevad.attachment(item=item), lindevad.attachment(paper=paper)
        things |= {("item", state): item, ("paper", state): paper}
        things |= {("own", state): own, ("the paper's", state): the_papers}
        names |= dict.fromkeys([("item", state), ("own", state)], promised(ITEMS[state], CLOSED))
        names |= dict.fromkeys([("paper", state), ("the paper's", state)], both)
        item.part, item.closed_ground = CLOSED, GROUND
        item.save()
    gone = lindevad.paper(state=PaperState.APPROVED)
    lapsed = lindevad.item(paper=gone)
    lapsed.part, lapsed.closed_ground, lapsed.state = CLOSED, GROUND, "lapsed"
    lapsed.save()
    things["gone", ""] = gone
    names["gone", ""] = promised(PAPERS[PaperState.APPROVED], CLOSED)
    things["next", ""] = lindevad.item(paper=gone, state=MeetingState.SENT)
    names["next", ""] = promised(ITEMS[MeetingState.SENT], CLOSED)
    names["gone", ""] |= names["next", ""]
    assert seers(lindevad, things) == names
    assert {thing.effective_part for thing in things.values()} == {CLOSED}
    assert not [thing.log_name for thing in things.values() if "Højvandsmur" in thing.log_name]
    assert {gone.effective_ground, things["next", ""].effective_ground} == {GROUND}


def test_attachments_of_the_meeting_itself(lindevad):
    things, names = {}, {}
    for state, part in product(MeetingState, Part):
        things[state, part] = lindevad.attachment(meeting=lindevad.meeting(state=state), part=part)
        names[state, part] = promised(ITEMS[state], part) - {"karen"}
    assert seers(lindevad, things) == names


def test_those_who_are_shut_out_see_neither_paper_item_nor_files_before_the_meeting_and_after(lindevad):
    shut_out = {"bo", "anna", "karen", "leif"}
    things = {}
    for at, part in (*product(["paper", "item"], Part), ("another case", OPEN)):
        paper = lindevad.paper(state=PaperState.ON_AGENDA, part=part)
        item = lindevad.item(paper=paper, state=MeetingState.SENT)
        things |= {
            (at, part, "paper"): paper,
            (at, part, "item"): item,
            (at, part, "paper's file"): lindevad.attachment(paper=paper),
            (at, part, "item's file"): lindevad.attachment(item=item),
        }
    before = seers(lindevad, things)
    for at, part, _what in things:  # each of them has something to lose in each case
        of_the_case = [names for cell, names in before.items() if cell[:2] == (at, part)]
        assert shut_out <= set.union(*of_the_case)
    exclusions = [
        lindevad.shut_out(name, **{at: thing})
        for (at, _part, what), thing in things.items()
        for name in shut_out
        if at == what
    ]
    assert seers(lindevad, things) == {
        cell: names if cell[0] == "another case" else names - shut_out for cell, names in before.items()
    }
    for exclusion in exclusions:
        exclusion.lifted_at, exclusion.lifted_by = lindevad.now, lindevad.cast.anna
        exclusion.save()
    after = seers(lindevad, things, names=shut_out)
    assert after == {cell: names & shut_out for cell, names in before.items()}


def test_whoever_is_shut_out_of_a_case_keeps_it_from_nobody_else(lindevad):
    paper = lindevad.paper(state=PaperState.ON_AGENDA)
    before = the_seers(lindevad, paper)
    lindevad.shut_out("leif", paper=paper)
    assert the_seers(lindevad, paper) == before - {"leif"}


def test_a_substitute_sees_from_the_first_day_to_the_last_and_no_longer(lindevad):
    item = lindevad.item(paper=lindevad.paper(state=PaperState.ON_AGENDA), state=MeetingState.SENT)
    first, last = lindevad.stine.starts_on, lindevad.stine.ends_on
    days = [first - timedelta(1), first, last, last + timedelta(1)]
    assert ["stine" in the_seers(lindevad, item, day) for day in days] == [False, True, True, False]


def test_a_body_that_the_route_has_not_reached_sees_nothing_yet(lindevad):
    paper = lindevad.paper(state=PaperState.SUBMITTED, part=CLOSED)
    step = lindevad.step(paper, lindevad.cast.mayors_department)
    assert "mette" not in the_seers(lindevad, paper)
    step.reached_at = lindevad.now
    step.save()
    assert "mette" in the_seers(lindevad, paper)


def test_those_asked_in_a_hearing_see_the_paper_by_name_or_by_the_body_they_work_for(lindevad):
    paper = lindevad.paper(state=PaperState.DRAFT)
    assert the_seers(lindevad, paper) == promised(DRAFT, OPEN)
    lindevad.hearing(paper, person=lindevad.cast.dan, body=lindevad.cast.mayors_department)
    assert the_seers(lindevad, paper) == promised(DRAFT, OPEN) | {"dan", "mette"}

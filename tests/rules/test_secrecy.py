"""The secrecy table, cell by cell: what is written here is what the project promises."""

import pytest

from raadslag.record import Part
from raadslag.rules.paper_states import PaperState
from raadslag.rules.roles import Role
from raadslag.rules.secrecy import ITEMS, PAPERS, MeetingState, may_see, strictest

OPEN, CLOSED = Part.OPEN, Part.CLOSED
# S secretary, C case officer, A approver, M member, V substitute (vikar), O observer, W writer, H heard
# (consulted), X administrator
LETTERS = dict(zip("SCAMVOWHX", Role, strict=True))

PROMISED_PAPERS = {
    "draft": ("WHCX", "WH"),
    "submitted": ("WHASCX", "WHAS"),
    "returned": ("WHASCX", "WHAS"),
    "approved": ("WHASCX", "WHAS"),
    "on_agenda": ("WHASCX", "WHAS"),
    "decided": ("WHASCX", "WHAS"),
    "withdrawn": ("WASCX", "WAS"),
}
PROMISED_ITEMS = {
    "planned": ("SAWHX", "SAW"),
    "sent": ("SAWMVOCX", "SAWMV"),
    "held": ("SAWMVOCX", "SAWMV"),
    "cancelled": ("SAWX", "SAW"),
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("state", PaperState)
def test_a_paper_is_seen_by_those_who_were_promised_it(state, part, role):
    promised = PROMISED_PAPERS[state][part == CLOSED]
    assert may_see(PAPERS[state], part, [role]) == (role in {LETTERS[letter] for letter in promised})


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("state", MeetingState)
def test_an_item_is_seen_by_those_who_were_promised_it(state, part, role):
    promised = PROMISED_ITEMS[state][part == CLOSED]
    assert may_see(ITEMS[state], part, [role]) == (role in {LETTERS[letter] for letter in promised})


@pytest.mark.parametrize("cell", [*PAPERS.values(), *ITEMS.values()])
def test_what_is_closed_is_never_seen_by_more_than_what_is_open(cell):
    assert cell[CLOSED] <= cell[OPEN]


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("cell", [*PAPERS.values(), *ITEMS.values()])
def test_one_who_is_shut_out_sees_nothing_whatever_the_roles(cell, part):
    assert not may_see(cell, part, Role, excluded=True)


@pytest.mark.parametrize("cell", [*PAPERS.values(), *ITEMS.values()])
def test_without_a_role_nothing_is_seen(cell):
    assert not may_see(cell, OPEN, [])


def test_one_closed_part_closes_the_whole():
    assert strictest(OPEN, CLOSED) == strictest(CLOSED, OPEN) == CLOSED
    assert strictest(OPEN, OPEN) == OPEN

"""What may follow what, and who may do it."""

from itertools import pairwise

import pytest

from raadslag.rules.paper_states import (
    RULES,
    USUAL_WAY,
    WRITABLE,
    Move,
    PaperState,
    Standing,
    Turn,
    Whose,
    moves,
    rule_for,
)
from raadslag.rules.roles import Role

WRITER = Standing(turn=frozenset({Role.WRITER}), sender=frozenset({Role.WRITER}))
APPROVER = Standing(turn=frozenset({Role.APPROVER}))
SECRETARY = Standing(turn=frozenset({Role.SECRETARY}))


def offered(state, standing, turn=Turn.OFFICE):
    return {rule.move for rule in moves(state, standing, turn)}


def test_a_move_from_a_state_leads_to_one_place_only():
    pairs = [(rule.from_, rule.move) for rule in RULES]
    assert len(set(pairs)) == len(pairs)


def test_every_state_is_reached_from_a_draft():
    reached = {PaperState.DRAFT}
    while new := {rule.to for rule in RULES if rule.from_ in reached} - reached:
        reached |= new
    assert reached == set(PaperState)


def test_from_every_state_there_is_a_way_on():
    assert {rule.from_ for rule in RULES} == set(PaperState)


def test_the_usual_way_is_one_that_the_table_has():
    for before, after in pairwise(USUAL_WAY):
        assert any((rule.from_, rule.to) == (before, after) for rule in RULES)


def test_nobody_who_only_reads_moves_anything():
    readers = {Role.MEMBER, Role.SUBSTITUTE, Role.OBSERVER, Role.CONSULTED, Role.ADMINISTRATOR}
    assert [rule for rule in RULES if rule.by & readers] == []


def test_a_writer_cannot_approve_what_she_wrote_by_having_written_it():
    assert Move.APPROVE not in offered(PaperState.SUBMITTED, WRITER)
    assert Move.APPROVE in offered(PaperState.SUBMITTED, APPROVER)


def test_sending_back_and_withdrawing_must_be_explained():
    explained = {rule.move for rule in RULES if rule.comment}
    assert explained == {Move.RETURN, Move.WITHDRAW, Move.TAKE_OFF}


@pytest.mark.parametrize("state", [PaperState.ON_AGENDA, PaperState.DECIDED])
def test_what_a_meeting_has_is_not_written_or_withdrawn(state):
    assert state not in WRITABLE
    assert rule_for(state, Move.WITHDRAW) is None


def test_an_approved_paper_is_endorsed_by_a_department_and_placed_by_a_body_that_meets():
    assert Move.ENDORSE in offered(PaperState.APPROVED, APPROVER, Turn.OFFICE)
    assert Move.ENDORSE not in offered(PaperState.APPROVED, APPROVER, Turn.MEETING)
    assert Move.PLACE in offered(PaperState.APPROVED, SECRETARY, Turn.MEETING)
    assert Move.PLACE not in offered(PaperState.APPROVED, SECRETARY, Turn.OFFICE)


def test_an_approver_of_the_writing_department_alone_withdraws_what_is_on_its_way():
    leif, mette = Standing(sender=frozenset({Role.APPROVER})), APPROVER
    assert Move.WITHDRAW in offered(PaperState.APPROVED, leif)
    assert Move.WITHDRAW not in offered(PaperState.APPROVED, mette)
    assert offered(PaperState.APPROVED, leif) == {Move.WITHDRAW}


@pytest.mark.parametrize("turn", Turn)
@pytest.mark.parametrize("state", PaperState)
def test_the_moves_on_offer_are_those_whose_rule_names_a_role_that_is_held_in_the_right_body(state, turn):
    for role in Role:
        for whose in Whose:
            standing = Standing(**{whose: frozenset({role})})
            assert offered(state, standing, turn) == {
                rule.move
                for rule in RULES
                if (rule.from_, rule.whose) == (state, whose) and role in rule.by and rule.at in (None, turn)
            }


def test_one_who_is_nothing_to_the_paper_is_offered_nothing():
    for state in PaperState:
        assert offered(state, Standing()) == set()

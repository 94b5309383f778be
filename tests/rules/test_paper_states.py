"""What may follow what, and who may do it."""

import pytest

from raadslag.rules.paper_states import RULES, WRITABLE, Move, PaperState, may_move, moves, rule_for
from raadslag.rules.roles import Role


def test_a_move_from_a_state_leads_to_one_place_only():
    pairs = [(rule.from_, rule.move) for rule in RULES]
    assert len(set(pairs)) == len(pairs)


def test_every_state_is_reached_from_a_draft():
    reached = {PaperState.DRAFT}
    while new := {rule.to for rule in RULES if rule.from_ in reached} - reached:
        reached |= new
    assert reached == set(PaperState)


def test_nobody_who_only_reads_moves_anything():
    readers = {Role.MEMBER, Role.SUBSTITUTE, Role.OBSERVER, Role.CONSULTED, Role.ADMINISTRATOR}
    assert [rule for rule in RULES if rule.by & readers] == []


def test_a_writer_cannot_approve_what_she_wrote_by_having_written_it():
    assert not may_move(PaperState.SUBMITTED, Move.APPROVE, {Role.WRITER})
    assert may_move(PaperState.SUBMITTED, Move.APPROVE, {Role.APPROVER})


def test_sending_back_and_withdrawing_must_be_explained():
    explained = {rule.move for rule in RULES if rule.comment}
    assert explained == {Move.RETURN, Move.WITHDRAW, Move.TAKE_OFF}


@pytest.mark.parametrize("state", [PaperState.ON_AGENDA, PaperState.DECIDED])
def test_what_a_meeting_has_is_not_written_or_withdrawn(state):
    assert state not in WRITABLE
    assert rule_for(state, Move.WITHDRAW) is None


def test_the_moves_on_offer_are_the_ones_that_may_be_made():
    for state in PaperState:
        for role in Role:
            offered = {rule.move for rule in moves(state, [role])}
            assert offered == {move for move in Move if may_move(state, move, [role])}

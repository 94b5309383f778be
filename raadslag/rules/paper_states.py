"""A paper's states and the moves between them: the one table that says what may follow what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from raadslag.rules.roles import Role


class PaperState(StrEnum):
    """Where a paper is on its way."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    ON_AGENDA = "on_agenda"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


class Move(StrEnum):
    """What is done to a paper."""

    SUBMIT = "submit"
    RETURN = "return"
    APPROVE = "approve"
    PLACE = "place"  # on a meeting's agenda
    TAKE_OFF = "take_off"  # the agenda again
    DECIDE = "decide"
    PASS_ON = "pass_on"  # to the next body on its route
    WITHDRAW = "withdraw"
    RESUME = "resume"


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may make the move from one state, where it leads, and whether it must be explained."""

    from_: PaperState
    move: Move
    to: PaperState
    by: frozenset[Role]
    comment: bool = False


_WRITERS = frozenset({Role.WRITER})
_SECRETARIES = frozenset({Role.SECRETARY})
_APPROVERS = frozenset({Role.APPROVER})
_RETURNERS = _APPROVERS | _SECRETARIES
_WITHDRAWERS = _WRITERS | _APPROVERS

RULES: tuple[Rule, ...] = (
    Rule(PaperState.DRAFT, Move.SUBMIT, PaperState.SUBMITTED, _WRITERS),
    Rule(PaperState.RETURNED, Move.SUBMIT, PaperState.SUBMITTED, _WRITERS),
    Rule(PaperState.SUBMITTED, Move.RETURN, PaperState.RETURNED, _RETURNERS, comment=True),
    Rule(PaperState.SUBMITTED, Move.APPROVE, PaperState.APPROVED, _APPROVERS),
    Rule(PaperState.APPROVED, Move.RETURN, PaperState.RETURNED, _RETURNERS, comment=True),
    Rule(PaperState.APPROVED, Move.PLACE, PaperState.ON_AGENDA, _SECRETARIES),
    Rule(PaperState.ON_AGENDA, Move.TAKE_OFF, PaperState.APPROVED, _SECRETARIES, comment=True),
    Rule(PaperState.ON_AGENDA, Move.DECIDE, PaperState.DECIDED, _SECRETARIES),
    Rule(PaperState.DECIDED, Move.PASS_ON, PaperState.APPROVED, _SECRETARIES),
    Rule(PaperState.DRAFT, Move.WITHDRAW, PaperState.WITHDRAWN, _WITHDRAWERS, comment=True),
    Rule(PaperState.SUBMITTED, Move.WITHDRAW, PaperState.WITHDRAWN, _WITHDRAWERS, comment=True),
    Rule(PaperState.RETURNED, Move.WITHDRAW, PaperState.WITHDRAWN, _WITHDRAWERS, comment=True),
    Rule(PaperState.APPROVED, Move.WITHDRAW, PaperState.WITHDRAWN, _WITHDRAWERS, comment=True),
    Rule(PaperState.WITHDRAWN, Move.RESUME, PaperState.DRAFT, _WRITERS),
)

# in these a paper's text is still the case officers' to change
WRITABLE = frozenset({PaperState.DRAFT, PaperState.RETURNED})


def rule_for(state: PaperState, move: Move) -> Rule | None:
    """The rule for the move from that state; None where nobody may make it."""
    return next((rule for rule in RULES if rule.from_ == state and rule.move == move), None)


def may_move(state: PaperState, move: Move, roles: Iterable[Role]) -> bool:
    """Whether somebody with these roles may make the move from that state."""
    rule = rule_for(state, move)
    return rule is not None and not rule.by.isdisjoint(roles)


def moves(state: PaperState, roles: Iterable[Role]) -> Iterator[Rule]:
    """The moves that somebody with these roles may make from that state, in the table's order."""
    held = frozenset(roles)
    return (rule for rule in RULES if rule.from_ == state and not rule.by.isdisjoint(held))

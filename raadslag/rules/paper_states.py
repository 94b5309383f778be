"""A paper's states and the moves between them: the one table that says what may follow what."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from raadslag.rules.roles import Role


class PaperState(StrEnum):
    """Where a paper is on its way. An approved one waits for the body whose turn it is on its route: for an
    endorsement where that is a department, for a meeting where it meets."""

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
    ENDORSE = "endorse"
    PLACE = "place"  # on a meeting's agenda
    TAKE_OFF = "take_off"  # the agenda again
    DECIDE = "decide"
    PASS_ON = "pass_on"  # to the next body on its route
    WITHDRAW = "withdraw"
    RESUME = "resume"


class Turn(StrEnum):
    """What the body whose turn it is does with papers."""

    OFFICE = "office"  # a department: writes and endorses
    MEETING = "meeting"


class Whose(StrEnum):
    """The body in which a role must be held for a move; a writer's is held on the paper alone."""

    TURN = "turn"  # whose turn it is on the route
    SENDER = "sender"  # that wrote the paper


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is to a paper: the roles in the body whose turn it is, and in the one that sends it."""

    turn: frozenset[Role] = frozenset()
    sender: frozenset[Role] = frozenset()

    def of(self, whose: Whose) -> frozenset[Role]:
        return self.turn if whose == Whose.TURN else self.sender


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may make the move from one state, where it leads, and whether it must be explained.

    `at` is what the body whose turn it is must be; None where that does not matter.
    """

    from_: PaperState
    move: Move
    to: PaperState
    by: frozenset[Role]
    whose: Whose = Whose.TURN
    at: Turn | None = None
    comment: bool = False

    def allows(self, standing: Standing) -> bool:
        """Whether somebody who is that to the paper may make the move."""
        return not self.by.isdisjoint(standing.of(self.whose))


_WRITERS = frozenset({Role.WRITER})
_SECRETARIES = frozenset({Role.SECRETARY})
_APPROVERS = frozenset({Role.APPROVER})
_RETURNERS = _APPROVERS | _SECRETARIES
_WITHDRAWERS = _WRITERS | _APPROVERS
_DRAFT, _SUBMITTED, _RETURNED, _APPROVED = (
    PaperState.DRAFT,
    PaperState.SUBMITTED,
    PaperState.RETURNED,
    PaperState.APPROVED,
)
_ON_AGENDA, _DECIDED, _WITHDRAWN = PaperState.ON_AGENDA, PaperState.DECIDED, PaperState.WITHDRAWN

RULES: tuple[Rule, ...] = (
    Rule(_DRAFT, Move.SUBMIT, _SUBMITTED, _WRITERS),
    Rule(_RETURNED, Move.SUBMIT, _SUBMITTED, _WRITERS),
    Rule(_SUBMITTED, Move.APPROVE, _APPROVED, _APPROVERS),
    Rule(_SUBMITTED, Move.RETURN, _RETURNED, _APPROVERS, comment=True),
    Rule(_APPROVED, Move.ENDORSE, _APPROVED, _APPROVERS, at=Turn.OFFICE),
    Rule(_APPROVED, Move.PLACE, _ON_AGENDA, _SECRETARIES, at=Turn.MEETING),
    Rule(_APPROVED, Move.RETURN, _RETURNED, _RETURNERS, comment=True),
    Rule(_ON_AGENDA, Move.DECIDE, _DECIDED, _SECRETARIES),
    Rule(_ON_AGENDA, Move.TAKE_OFF, _APPROVED, _SECRETARIES, comment=True),
    Rule(_DECIDED, Move.PASS_ON, _APPROVED, _SECRETARIES),
    *(
        Rule(state, Move.WITHDRAW, _WITHDRAWN, _WITHDRAWERS, Whose.SENDER, comment=True)
        for state in (_DRAFT, _SUBMITTED, _RETURNED, _APPROVED)
    ),
    Rule(_WITHDRAWN, Move.RESUME, _DRAFT, _WRITERS),
)

# in these a paper's text is still the case officers' to change
WRITABLE = frozenset({PaperState.DRAFT, PaperState.RETURNED})
# the way of a paper that nothing holds up, as a page shows it
USUAL_WAY = (
    PaperState.DRAFT,
    PaperState.SUBMITTED,
    PaperState.APPROVED,
    PaperState.ON_AGENDA,
    PaperState.DECIDED,
)


def rule_for(state: PaperState, move: Move) -> Rule | None:
    """The rule for the move from that state; None where nobody may make it."""
    return next((rule for rule in RULES if rule.from_ == state and rule.move == move), None)


def moves(state: PaperState, standing: Standing, turn: Turn | None = None) -> Iterator[Rule]:
    """The moves that somebody who is that to the paper may make from that state, in the table's order."""
    return (
        rule
        for rule in RULES
        if rule.from_ == state and rule.allows(standing) and rule.at in (None, turn or rule.at)
    )

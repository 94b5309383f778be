"""Who may see what: two tables, read by a yes/no here and turned into querysets by the desk's tables.

Closed by default: a role that is not named in a cell sees nothing of what is in that state. A closed
attachment on an open item is closed; everything on a closed item is closed.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from raadslag.record import Part
from raadslag.rules.paper_states import PaperState
from raadslag.rules.roles import Role


class MeetingState(StrEnum):
    """How far a meeting is, which decides who sees what is on its agenda."""

    PLANNED = "planned"
    SENT = "sent"  # the agenda is with the members
    HELD = "held"
    CANCELLED = "cancelled"


Cell = Mapping[Part, frozenset[Role]]


def _cell(both: Iterable[Role], open_alone: Iterable[Role] = ()) -> Cell:
    closed = frozenset(both)
    return {Part.CLOSED: closed, Part.OPEN: closed | frozenset(open_alone)}


_WRITING = (Role.WRITER, Role.CONSULTED)
_APPROVING = (*_WRITING, Role.APPROVER, Role.SECRETARY)
# colleagues and administrators help with what is open, and no more
_HELPING = (Role.CASE_OFFICER, Role.ADMINISTRATOR)

# A paper on the desk. Roles in a body are those in the bodies that its route has reached.
PAPERS: Mapping[PaperState, Cell] = {
    PaperState.DRAFT: _cell(_WRITING, _HELPING),
    PaperState.SUBMITTED: _cell(_APPROVING, _HELPING),
    PaperState.RETURNED: _cell(_APPROVING, _HELPING),
    PaperState.APPROVED: _cell(_APPROVING, _HELPING),
    PaperState.ON_AGENDA: _cell(_APPROVING, _HELPING),
    PaperState.DECIDED: _cell(_APPROVING, _HELPING),
    PaperState.WITHDRAWN: _cell((Role.WRITER, Role.APPROVER, Role.SECRETARY), _HELPING),
}

_PLANNING = (Role.SECRETARY, Role.APPROVER, Role.WRITER)
_MEETING = (*_PLANNING, Role.MEMBER, Role.SUBSTITUTE)

# An item on an agenda, with its paper. Roles in a body are those in the body that meets; consulted are
# those who read an agenda before it is sent.
ITEMS: Mapping[MeetingState, Cell] = {
    MeetingState.PLANNED: _cell(_PLANNING, (Role.ADMINISTRATOR, Role.CONSULTED)),
    MeetingState.SENT: _cell(_MEETING, (Role.OBSERVER, *_HELPING)),
    MeetingState.HELD: _cell(_MEETING, (Role.OBSERVER, *_HELPING)),
    MeetingState.CANCELLED: _cell(_PLANNING, (Role.ADMINISTRATOR,)),
}

# these see an item only once it is sent: on an agenda that is out, a new one waits for the next version
SEE_WHAT_IS_SENT = frozenset(Role) - ITEMS[MeetingState.PLANNED][Part.OPEN]


def unsent(state: MeetingState) -> MeetingState:
    """The state that says who sees an item that was never sent, on a meeting in that state."""
    return MeetingState.PLANNED if state in (MeetingState.SENT, MeetingState.HELD) else state


def strictest(*parts: Part) -> Part:
    """Closed where any of them is."""
    return Part.CLOSED if Part.CLOSED in parts else Part.OPEN


def may_see(cell: Cell, part: Part, roles: Iterable[Role], *, excluded: bool = False) -> bool:
    """Whether somebody with these roles sees what is in that cell; one who is shut out sees nothing."""
    return not excluded and not cell[part].isdisjoint(roles)

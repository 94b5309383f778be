"""Who may change the attachments of a paper or at a meeting, and see what they were before."""

from collections.abc import Mapping

from raadslag.rules.paper_states import PaperState
from raadslag.rules.roles import Role
from raadslag.rules.secrecy import MeetingState

_NOBODY: frozenset[Role] = frozenset()
_WRITERS = frozenset({Role.WRITER})
_SECRETARIES = frozenset({Role.SECRETARY})

# Roles in a body are those in the bodies that the paper's route has reached.
PAPER_CHANGERS: Mapping[PaperState, frozenset[Role]] = {
    PaperState.DRAFT: _WRITERS,
    PaperState.SUBMITTED: _NOBODY,
    PaperState.RETURNED: _WRITERS,
    PaperState.APPROVED: _SECRETARIES,
    PaperState.ON_AGENDA: _SECRETARIES,
    PaperState.DECIDED: _NOBODY,
    PaperState.WITHDRAWN: _NOBODY,
}
# Roles in a body are those in the body that meets.
MEETING_CHANGERS: Mapping[MeetingState, frozenset[Role]] = {
    MeetingState.PLANNED: _SECRETARIES,
    MeetingState.SENT: _SECRETARIES,
    MeetingState.HELD: _SECRETARIES,
    MeetingState.CANCELLED: _NOBODY,
}

# See the files as they came, those that were replaced, and those that are left out.
KEEPERS = frozenset({Role.WRITER, Role.SECRETARY})
# May have a conversion tried again: it changes nothing of what was decided.
HELPERS = KEEPERS | {Role.APPROVER, Role.CASE_OFFICER, Role.ADMINISTRATOR}

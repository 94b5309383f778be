"""What people call the values that the desk's tables hold."""

from django.utils.translation import gettext_lazy as _

from raadslag.record import Part
from raadslag.rules.agenda.item_states import ItemState
from raadslag.rules.deadlines import DeadlineKind
from raadslag.rules.paper_states import Move, PaperState
from raadslag.rules.roles import Role
from raadslag.rules.secrecy import MeetingState

ROLES = {
    Role.SECRETARY: _("sekretær"),
    Role.CASE_OFFICER: _("sagsbehandler"),
    Role.APPROVER: _("godkender"),
    Role.MEMBER: _("medlem"),
    Role.SUBSTITUTE: _("stedfortræder"),
    Role.OBSERVER: _("observatør"),
    Role.WRITER: _("skribent"),
    Role.CONSULTED: _("hørt"),
    Role.ADMINISTRATOR: _("administrator"),
}
PARTS = {Part.OPEN: _("åben"), Part.CLOSED: _("lukket")}
PAPER_STATES = {
    PaperState.DRAFT: _("kladde"),
    PaperState.SUBMITTED: _("sendt til godkendelse"),
    PaperState.RETURNED: _("sendt tilbage"),
    PaperState.APPROVED: _("godkendt"),
    PaperState.ON_AGENDA: _("på dagsorden"),
    PaperState.DECIDED: _("besluttet"),
    PaperState.WITHDRAWN: _("trukket tilbage"),
}
MOVES = {
    Move.SUBMIT: _("Send til godkendelse"),
    Move.RETURN: _("Send tilbage"),
    Move.APPROVE: _("Godkend"),
    Move.ENDORSE: _("Giv påtegning"),
    Move.PLACE: _("Sæt på dagsorden"),
    Move.TAKE_OFF: _("Tag af dagsorden"),
    Move.DECIDE: _("Marker som besluttet"),
    Move.PASS_ON: _("Send videre til næste udvalg"),
    Move.WITHDRAW: _("Træk tilbage"),
    Move.RESUME: _("Genoptag"),
}
MEETING_STATES = {
    MeetingState.PLANNED: _("planlagt"),
    MeetingState.SENT: _("dagsorden sendt"),
    MeetingState.HELD: _("afholdt"),
    MeetingState.CANCELLED: _("aflyst"),
}
ITEM_STATES = {
    ItemState.STANDS: _("på dagsordenen"),
    ItemState.LAPSED: _("udgår"),
    ItemState.MOVED: _("flyttet"),
}
DEADLINES = {
    DeadlineKind.PAPERS_DUE: _("indstillinger afleveret"),
    DeadlineKind.APPROVAL: _("indstillinger godkendt"),
    DeadlineKind.AGENDA_SENT: _("dagsorden udsendt"),
    DeadlineKind.MATERIAL_AVAILABLE: _("materiale tilgængeligt"),
}

"""Whether a paper comes too late for a meeting; then it says why, or is refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from raadslag.models.municipality import house_practice
from raadslag.models.refusal import ReasonNeeded, Refused
from raadslag.models.words import DEADLINES
from raadslag.rules.deadlines import DANISH_TIME, DeadlineKind, Force, Late, late, paper_reason_line
from raadslag.rules.paper_states import Move

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from raadslag.models.item import Item
    from raadslag.models.meeting import Meeting
    from raadslag.models.paper import Paper
    from raadslag.models.paper_move import PaperMove

OURS = (DeadlineKind.PAPERS_DUE, DeadlineKind.APPROVAL)
# what must have happened for a move to be in time, besides the move itself
DUE_AT: Mapping[Move, tuple[DeadlineKind, ...]] = {
    Move.SUBMIT: (DeadlineKind.PAPERS_DUE,),
    Move.APPROVE: (DeadlineKind.APPROVAL,),
    Move.ENDORSE: (DeadlineKind.APPROVAL,),
    Move.PLACE: OURS,
}
MEETS: Mapping[DeadlineKind, tuple[Move, ...]] = {
    DeadlineKind.PAPERS_DUE: (Move.SUBMIT,),
    DeadlineKind.APPROVAL: (Move.APPROVE, Move.ENDORSE, Move.PASS_ON),
}


def missed(paper: Paper, move: Move, meeting: Meeting | None, at: datetime) -> tuple[Late, ...]:
    """The deadlines of the meeting that the move would miss at that moment; one that is cancelled
    or has begun has none."""
    if meeting is None or move not in DUE_AT or meeting.is_cancelled or meeting.starts_at <= at:
        return ()
    ours = [each for each in meeting.deadlines(house_practice()) if each.rule.kind in DUE_AT[move]]
    return late(ours, done_before(paper) if move == Move.PLACE else {}, at)


def done_before(paper: Paper) -> dict[DeadlineKind, datetime]:
    """When what the deadlines ask for was done to the paper, the last time."""
    return done_in(paper.moves.all())


def done_in(moves: QuerySet[PaperMove]) -> dict[DeadlineKind, datetime]:
    """When those moves did what the deadlines ask for, the last time."""
    found = {}
    for kind, meeting_it in MEETS.items():
        last = moves.filter(move__in=meeting_it).last()
        if last is not None:
            found[kind] = last.at
    return found


def late_line(item: Item) -> str:
    """What the agenda says of the item's paper where it came late for that meeting, with the reason last
    given; "" where it did not. What was done to the paper after the meeting is of no matter."""
    if item.paper is None:
        return ""
    meeting = item.meeting
    before = item.paper.moves.filter(at__lte=meeting.starts_at)
    ours = [each for each in meeting.deadlines(house_practice()) if each.rule.kind in OURS]
    missed = late(ours, done_in(before), meeting.starts_at)
    given = before.exclude(late_reason="").last()
    return paper_reason_line((each for each in missed if each.done_at), given.late_reason if given else "")


def reason_kept(paper: Paper) -> str:
    """Why the paper is late, as it was last said; "" where nobody has had to say so."""
    last = paper.moves.exclude(late_reason="").last()
    return last.late_reason if last else ""


def refuse_if_late(paper: Paper, move: Move, meeting: Meeting | None, reason: str, at: datetime) -> None:
    """Raises ReasonNeeded where a soft deadline is missed and nobody says why, Refused for a hard one."""
    for each in missed(paper, move, meeting, at):
        said = {
            "what": DEADLINES[each.deadline.rule.kind],
            "when": f"{each.deadline.due_at.astimezone(DANISH_TIME):%d.%m.%Y kl. %H.%M}",
            "meeting": meeting,
        }
        if each.deadline.rule.force == Force.HARD:
            raise Refused(
                _("Fristen »%(what)s« var %(when)s og kan ikke overskrides. Vælg et senere møde.") % said
            )
        if not reason.strip():
            raise ReasonNeeded(
                _("Fristen »%(what)s« var %(when)s. Skriv, hvorfor sagen ikke kan vente.") % said
            )

"""A paper comes onto agendas and off them, by a move of its own or along with its item."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from raadslag.models.agenda.taking_over import keep_shut_out, take_over
from raadslag.models.agenda.transfer import Transfer
from raadslag.models.paper_lateness import reason_kept, refuse_if_late
from raadslag.models.paper_moving import Act, Moving, finish, hold
from raadslag.models.refusal import Refused
from raadslag.models.route import Task
from raadslag.record.danish import day
from raadslag.rules.agenda.item_states import ItemState
from raadslag.rules.mail_kinds import MailKind
from raadslag.rules.paper_states import Move, PaperState, rule_for

if TYPE_CHECKING:
    from raadslag.models.body import Body
    from raadslag.models.item import Item
    from raadslag.models.meeting import Meeting
    from raadslag.models.paper import Paper
    from raadslag.models.person import Person


def name_of(meeting: Meeting) -> str:
    """ "Byrådet den 25. marts 2026" """
    return f"{meeting.body} den {day(meeting.held_on)}"


def current_item(paper: Paper) -> Item | None:
    """The item that the paper stands on an agenda as, the last one where it has been on several."""
    standing = paper.items.filter(state=ItemState.STANDS)
    return standing.select_related("meeting__body").order_by("pk").last()


def item_taken_off(paper: Paper, meeting: Meeting) -> Item | None:
    """The item that the paper was on the meeting's agenda, until it was taken off."""
    return paper.items.filter(meeting=meeting, state=ItemState.LAPSED).order_by("pk").last()


def stand(now: Moving, item: Item) -> None:
    """The paper is on the agenda as that item, at the end of a move to there. A case that waited for that
    does not wait any more, and the item carries it on."""
    paper, meeting = now.paper, item.meeting
    if item.state != ItemState.STANDS:
        item.state, item.is_referred = ItemState.STANDS, item.is_referred or None
        item.save(update_fields=["state", "is_referred"])
    paper.aimed_at = meeting
    now.step.due_on = meeting.held_on
    now.step.save(update_fields=["due_on"])
    if (old := Transfer.objects.settle(item)) is not None:
        take_over(item, old, by=now.act.by, at=now.act.at)
    now.detail = {"meeting": str(meeting.key), "item": str(item.key)}
    text = f"{{}} er sat på dagsordenen for {name_of(meeting)}."
    now.news.append(([*paper.writers.all()], text, MailKind.NEWS))


def come_on(item: Item, *, by: Person, at: datetime, late_reason: str = "") -> None:
    """The item's paper is on its agenda with it. Raises Refused where it waits for no meeting of that body,
    or comes too late for this one."""
    paper = item.paper
    with transaction.atomic():
        hold(paper)
        rule, step = rule_for(PaperState(paper.state), Move.PLACE), paper.turn
        if rule is None or step is None or step.body_id != item.meeting.body_id:
            raise Refused(_("Indstillingen venter ikke på et møde i %(body)s.") % {"body": item.meeting.body})
        reason = late_reason or reason_kept(paper)
        refuse_if_late(paper, Move.PLACE, item.meeting, reason, at)
        now = Moving(paper=paper, rule=rule, act=Act(by=by, at=at, late_reason=late_reason), step=step)
        stand(now, item)
        finish(now)


def come_off(item: Item, comment: str, text: str, *, by: Person, at: datetime) -> None:
    """The item's paper leaves its agenda and waits for another, where it is there now. `text` is what the
    writers are told."""
    paper = item.paper
    with transaction.atomic():
        hold(paper)
        rule, step = rule_for(PaperState(paper.state), Move.TAKE_OFF), paper.turn
        if rule is None or step is None or current_item(paper) != item:
            return
        keep_shut_out(paper, item, by=by, at=at)
        now = Moving(paper=paper, rule=rule, act=Act(by=by, at=at, comment=comment), step=step)
        now.detail = {"meeting": str(item.meeting.key)}
        now.news.append(([*paper.writers.all()], text, MailKind.NEWS))
        finish(now)


def send_on(item: Item, body: Body, text: str, *, by: Person, at: datetime) -> None:
    """The item's paper is treated, with that text, and it is the body's turn: the next step of its route, or
    one put in there. Raises Refused where the paper is somewhere else."""
    paper = item.paper
    with transaction.atomic():
        hold(paper)
        step = paper.turn
        if paper.state == PaperState.ON_AGENDA and current_item(paper) == item:
            keep_shut_out(paper, item, by=by, at=at)
            paper.decide(text=text, by=by, at=at)
        if step is not None and step.body_id == body.pk and paper.state == PaperState.APPROVED:
            return
        if step is None or step.body_id != item.meeting.body_id or paper.state != PaperState.DECIDED:
            raise Refused(
                _("Indstillingen ligger nu hos %(body)s og kan ikke sendes videre herfra.")
                % {"body": step.body if step else paper.sender}
            )
        following = paper.next_step
        if following is None or following.body_id != body.pk:
            task = step.task if body.pk == step.body_id else Task.RECOMMENDS
            paper.add_step(body, task, before=following, by=by, at=at)
        paper.pass_on(by=by, at=at)

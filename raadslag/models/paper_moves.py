"""A paper's moves from one state to another: each is a named method, and one transaction."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from raadslag.models.agenda.building import BUILT, add
from raadslag.models.agenda.taking_over import keep_shut_out
from raadslag.models.agenda.transfer import Transfer
from raadslag.models.municipality import house_practice
from raadslag.models.paper_agenda import (
    come_off,
    current_item,
    item_taken_off,
    name_of,
    stand,
)
from raadslag.models.paper_facts import missing_from
from raadslag.models.paper_lateness import reason_kept, refuse_if_late
from raadslag.models.paper_moving import Act, Moving, moving
from raadslag.models.refusal import Overtaken, Refused, Unfinished
from raadslag.models.telling import those_who_owe
from raadslag.record import Part
from raadslag.rules.agenda.item_states import ItemState
from raadslag.rules.mail_kinds import MailKind
from raadslag.rules.paper_states import Move, Turn
from raadslag.rules.route_dates import working_days_after

if TYPE_CHECKING:
    from raadslag.models.item import Item
    from raadslag.models.meeting import Meeting
    from raadslag.models.paper import Paper
    from raadslag.models.paper_move import PaperMove
    from raadslag.models.person import Person
    from raadslag.models.route import RouteStep

DAYS_TO_PUT_RIGHT = 5  # working days, where who returns a paper sets no day


class PaperMoves(models.Model):
    """The part of a paper that moves. `act` is `by`, `at`, `comment`, `late_reason` and `seen` of
    `paper_moving.Act`. Each raises Refused, or one of its kinds, and has then done nothing."""

    class Meta:
        abstract = True

    def submit(self, **act: Any) -> PaperMove:
        """To the department's approver. The pen is put down."""
        with moving(self, Move.SUBMIT, Act(**act)) as now:
            if self.pen not in (None, now.act.by):
                raise Refused(
                    _("%(name)s har pennen. Tag den, eller bed om at få den, før du sender.")
                    % {"name": self.pen}
                )
            self._complete()
            refuse_if_late(self, Move.SUBMIT, self.aimed_at, now.act.late_reason, now.act.at)
            self._put_pen_down()
            self._tell_the_next(now, now.step, "{} venter på din godkendelse.")
        return now.done

    def return_to_writers(self, *, due_on: date | None = None, **act: Any) -> PaperMove:
        """Back to those who write, with a comment. The departments before must approve and endorse anew;
        without a day they have five working days."""
        with moving(self, Move.RETURN, Act(**act)) as now:
            self._reopen(now.act.at, due_on)
            self._tell_writers(now, "{} er sendt tilbage med en bemærkning.", MailKind.RETURNED)
        return now.done

    def approve(self, **act: Any) -> PaperMove:
        """By the department's approver, or the deputy; the next on the route has it then. The comment is for
        the writers, and no part of what the paper carries on."""
        with moving(self, Move.APPROVE, Act(**act)) as now:
            self._complete()
            refuse_if_late(self, Move.APPROVE, self.aimed_at, now.act.late_reason, now.act.at)
            now.for_whom = self.deputy_for(now.act.by, now.step, now.act.at)
            self._step_on(now, "")
            self._tell_writers(now, "{} er godkendt.", MailKind.NEWS)
        return now.done

    def endorse(self, *, text: str, reservations: str = "", **act: Any) -> PaperMove:
        """The words of another department (påtegning); the next on the route has it then."""
        with moving(self, Move.ENDORSE, Act(comment=text, **act)) as now:
            if not text.strip():
                raise Refused(_("Skriv påtegningen. Er der ingen bemærkninger, så skriv det."))
            refuse_if_late(self, Move.ENDORSE, self.aimed_at, now.act.late_reason, now.act.at)
            now.for_whom = self.deputy_for(now.act.by, now.step, now.act.at)
            self._step_on(now, text.strip(), reservations.strip())
            self._tell_writers(now, "{} har fået en påtegning.", MailKind.NEWS)
        return now.done

    def place(self, meeting: Meeting, **act: Any) -> PaperMove:
        """On the agenda of a meeting of the body whose turn it is, after its cases. Where it was taken off
        that agenda before, its item stands again; a case that was closed where it was last is so here."""
        with moving(self, Move.PLACE, Act(**act), meeting) as now:
            refuse_meeting(meeting, now)
            self._complete()
            refuse_if_late(self, Move.PLACE, meeting, now.act.late_reason or reason_kept(self), now.act.at)
            item = item_taken_off(self, meeting) or add(
                meeting,
                title=self.title,
                public_title=self.public_title,
                paper=self,
                topic=self.topic,
                **closed_as_before(self),
                by=now.act.by,
                at=now.act.at,
            )
            stand(now, item)
        return now.done

    def take_off(self, **act: Any) -> PaperMove:
        """Off the agenda, to wait for another meeting. One who was shut out of its item stays shut out."""
        item = self._item()
        with moving(self, Move.TAKE_OFF, Act(**act), item.meeting) as now:
            keep_shut_out(self, item, by=now.act.by, at=now.act.at)
            item.state = ItemState.LAPSED
            item.save(update_fields=["state"])
            Transfer.objects.unsettle(item)
            now.detail = {"meeting": str(item.meeting.key)}
            self._tell_writers(
                now, f"{{}} er taget af dagsordenen for {name_of(item.meeting)}.", MailKind.NEWS
            )
        return now.done

    def leave_cancelled(self, item: Item, *, by: Person, at: datetime, comment: str) -> None:
        """The meeting is called off, by whoever may do that: the paper waits for another one. The item stays
        on the agenda that came to nothing."""
        come_off(item, comment, f"{name_of(item.meeting)} er aflyst. {{}} venter igen.", by=by, at=at)

    def decide(self, *, text: str, reservations: str = "", **act: Any) -> PaperMove:
        """What the meeting came to, which the paper carries on with it."""
        item = self._item()
        with moving(self, Move.DECIDE, Act(comment=text, **act), item.meeting) as now:
            if item.meeting.starts_at > now.act.at:
                raise Refused(_("Mødet er ikke begyndt endnu."))
            if not text.strip():
                raise Refused(_("Skriv, hvad %(body)s kom frem til.") % {"body": now.step.body})
            now.step.finish(
                by=now.act.by, at=now.act.at, text=text.strip(), reservations=reservations.strip()
            )
            self._tell_writers(now, f"{{}} er behandlet af {now.step.body}.", MailKind.DECISION)
        return now.done

    def pass_on(self, **act: Any) -> PaperMove:
        """To the next body on the route."""
        with moving(self, Move.PASS_ON, Act(**act)) as now:
            step = self.next_step
            if step is None:
                raise Refused(_("Sagsgangen er slut. Tilføj først det udvalg, som sagen skal videre til."))
            self.aimed_at = None
            self._reach(now, step)
        return now.done

    def withdraw(self, **act: Any) -> PaperMove:
        """The paper is given up, until somebody resumes it. The pen is put down."""
        with moving(self, Move.WITHDRAW, Act(**act)) as now:
            self._put_pen_down()
            if now.step.body != self.sender:
                self._tell_the_next(now, now.step, "{} er trukket tilbage.", MailKind.NEWS)
            self._tell_writers(now, "{} er trukket tilbage.", MailKind.NEWS)
        return now.done

    def resume(self, **act: Any) -> PaperMove:
        """A draft again."""
        with moving(self, Move.RESUME, Act(**act)) as now:
            self._reopen(now.act.at, None)
            self._tell_writers(now, "{} er genoptaget.", MailKind.NEWS)
        return now.done

    def _complete(self) -> None:
        if missing := missing_from(self):
            raise Unfinished(missing)

    def _put_pen_down(self) -> None:
        self.pen = self.pen_taken_at = None

    def _reopen(self, at: datetime, due_on: date | None) -> None:
        """The departments that had done their part owe it again: what they approved is to be changed."""
        due_on = due_on or working_days_after(timezone.localdate(at), DAYS_TO_PUT_RIGHT, house_practice())
        for step in self.route:
            if step.is_reached and step.turn == Turn.OFFICE:
                step.reopen(due_on)

    def _step_on(self, now: Moving, text: str, reservations: str = "") -> None:
        """The step is done with its words, and the next one has it."""
        following = self.next_step
        now.step.finish(by=now.act.by, at=now.act.at, text=text, reservations=reservations)
        if following is None:
            raise Refused(_("Sagsgangen er slut her. Tilføj først det udvalg, som sagen skal til."))
        self._reach(now, following)

    def _reach(self, now: Moving, step: RouteStep) -> None:
        step.reach(now.act.at)
        waits = "din påtegning" if step.turn == Turn.OFFICE else f"et møde i {step.body}"
        self._tell_the_next(now, step, f"{{}} venter på {waits}.")

    def _tell_the_next(
        self, now: Moving, step: RouteStep, text: str, kind: MailKind = MailKind.APPROVAL
    ) -> None:
        now.news.append((those_who_owe(step, now.act.at), text, kind))

    def _tell_writers(self, now: Moving, text: str, kind: MailKind) -> None:
        now.news.append(([*self.writers.all()], text, kind))

    def _item(self) -> Item:
        """The item that the paper is on the agenda as. Raises Overtaken where it is on none."""
        item = current_item(self)
        if item is None:
            raise Overtaken(_("Indstillingen er ikke på nogen dagsorden."))
        return item


def closed_as_before(paper: Paper) -> dict[str, Any]:
    """The columns that close an item of the paper, where its last one was closed."""
    last = paper.items.order_by("pk").last()
    if last is None or last.part != Part.CLOSED:
        return {}
    return {"part": Part.CLOSED, "closed_ground": last.closed_ground}


def refuse_meeting(meeting: Meeting, now: Moving) -> None:
    """Only a coming meeting of the body whose turn it is takes papers; one whose agenda is sent has them in
    a supplement."""
    if meeting.body_id != now.step.body_id:
        raise Refused(_("Sagen skal på et møde i %(body)s.") % {"body": now.step.body})
    if meeting.state not in BUILT or meeting.starts_at <= now.act.at:
        raise Refused(_("Mødet er begyndt, holdt eller aflyst. Vælg et andet møde."))

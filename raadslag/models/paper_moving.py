"""What every move of a paper begins and ends with: the lock, the rule, the row, the log and the word to those
whom it concerns."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from raadslag.models.event import Event
from raadslag.models.paper_move import PaperMove
from raadslag.models.refusal import Overtaken, Refused
from raadslag.models.route import RouteStep
from raadslag.models.telling import tell
from raadslag.models.words import PAPER_STATES
from raadslag.rules.mail_kinds import MailKind
from raadslag.rules.paper_states import Move, PaperState, Rule, Turn, rule_for

if TYPE_CHECKING:
    from raadslag.models.meeting import Meeting
    from raadslag.models.paper import Paper
    from raadslag.models.person import Person


@dataclass(frozen=True, kw_only=True)
class Act:
    """Who moves a paper, when, with what words. `seen` is how many moves the paper had made when they looked
    at it, None where they look now."""

    by: Person
    at: datetime
    comment: str = ""
    late_reason: str = ""
    seen: int | None = None


@dataclass(kw_only=True)
class Moving:
    """A move under way: the rule that allows it and the step whose turn it is. What the move comes to
    learn is set on it before it ends. `news` are words to people, told when all is done; "{}" in one is
    what the log calls the paper."""

    paper: Paper
    rule: Rule
    act: Act
    step: RouteStep
    for_whom: Person | None = None
    detail: dict[str, str] = field(default_factory=dict)
    news: list[tuple[list[Person], str, MailKind]] = field(default_factory=list)
    done: PaperMove | None = None


VERBS = {
    Move.SUBMIT: "paper_submitted",
    Move.RETURN: "paper_returned",
    Move.APPROVE: "paper_approved",
    Move.ENDORSE: "paper_endorsed",
    Move.PLACE: "paper_placed",
    Move.TAKE_OFF: "paper_taken_off",
    Move.DECIDE: "paper_decided",
    Move.PASS_ON: "paper_passed_on",
    Move.WITHDRAW: "paper_withdrawn",
    Move.RESUME: "paper_resumed",
}


@contextmanager
def moving(paper: Paper, move: Move, act: Act, meeting: Meeting | None = None) -> Iterator[Moving]:
    """The move, in one transaction that holds the meeting and then the paper. Raises Refused and Overtaken
    before anything is done; whatever the block raises undoes it."""
    with transaction.atomic():
        if meeting is not None:
            hold(meeting)
        hold(paper)
        refuse_if_overtaken(paper, act)
        step = paper.turn
        if step is None:
            raise Refused(_("Indstillingen har ingen sagsgang. Tilføj et trin først."))
        rule = allowed(paper, move, act, step)
        under_way = Moving(paper=paper, rule=rule, act=act, step=step)
        yield under_way
        finish(under_way)


def hold(row: Paper | Meeting, *related: str) -> None:
    """The row as it is now, held until the transaction ends; the rows that the columns lead to are fetched
    with it."""
    rows = type(row)._default_manager.select_for_update(of=("self",))
    row.refresh_from_db(from_queryset=rows.select_related(*related) if related else rows)


def refuse_if_overtaken(paper: Paper, act: Act) -> None:
    """Nobody acts on what has changed since they looked."""
    last = paper.moves.select_related("by").last()
    if act.seen is not None and last is not None and paper.moves.count() != act.seen:
        raise Overtaken(
            _("%(name)s nåede det først: indstillingen er nu »%(state)s«. Se på den, og prøv så igen.")
            % {"name": last.by.name, "state": paper.get_state_display()}
        )


def allowed(paper: Paper, move: Move, act: Act, step: RouteStep) -> Rule:
    """The rule by which the person may make the move now. Raises Refused, with what to do instead."""
    rule = rule_for(PaperState(paper.state), move)
    if rule is None:
        raise Refused(
            _("Det kan ikke lade sig gøre nu: indstillingen er »%(state)s«.")
            % {"state": PAPER_STATES[PaperState(paper.state)]}
        )
    if rule.at not in (None, step.turn):
        waits_for = (
            _("Indstillingen venter på påtegning fra %(body)s.")
            if rule.at == Turn.MEETING
            else _("Indstillingen venter på et møde i %(body)s.")
        )
        raise Refused(waits_for % {"body": step.body})
    if paper.is_shut_out(act.by) or not rule.allows(paper.standing_of(act.by, timezone.localdate(act.at))):
        raise Refused(_("Det kan du ikke gøre. Sagen ligger hos %(body)s.") % {"body": step.body})
    if rule.comment and not act.comment.strip():
        raise Refused(_("Skriv en bemærkning, så de andre ved hvorfor."))
    return rule


def finish(under_way: Moving) -> None:
    """The paper's new state, and the rows that tell of it."""
    paper, act, rule = under_way.paper, under_way.act, under_way.rule
    paper.state = rule.to
    paper.changed_at = act.at
    paper.save()
    under_way.done = PaperMove.objects.create(
        paper=paper,
        move=rule.move,
        from_state=rule.from_,
        to_state=rule.to,
        by=act.by,
        for_whom=under_way.for_whom,
        at=act.at,
        comment=act.comment.strip(),
        late_reason=act.late_reason.strip(),
        revision=paper.revision,
    )
    Event.objects.record(
        VERBS[rule.move],
        by=act.by,
        at=act.at,
        about=paper,
        body=under_way.step.body.name,
        revision=paper.revision,
        **under_way.detail,
    )
    for people, text, kind in under_way.news:
        tell(people, paper, text, by=act.by, at=act.at, kind=kind)

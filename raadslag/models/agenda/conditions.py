"""What stands on a condition: items that need a referral, and rules that move items when enough come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from raadslag.models.agenda.building import agenda_of, refuse_unless_built
from raadslag.models.agenda.carrying_on import hold_meetings, postpone
from raadslag.models.agenda.changing import come_again, held
from raadslag.models.agenda.transfer import Transfer, TransferKind
from raadslag.models.event import Event
from raadslag.models.paper_agenda import come_off, come_on, name_of
from raadslag.models.paper_moving import hold
from raadslag.models.refusal import Overtaken, Refused
from raadslag.rules.agenda.item_states import ItemState
from raadslag.rules.agenda.referral_rule import Verdict, verdict
from raadslag.rules.agenda.rule_words import condition_sentence, rule_sentence

if TYPE_CHECKING:
    from raadslag.models.agenda.rule import AgendaRule
    from raadslag.models.item import Item
    from raadslag.models.person import Person


@dataclass(frozen=True, slots=True)
class Counted:
    """How many cases are referred to a meeting from another, and of how many it is not known yet."""

    referred: int
    undecided: int


def decide_condition(item: Item, referred: bool, *, by: Person, at: datetime) -> None:
    """Whether the case that the item waited for has come; where it has not, the item lapses, and
    what came to it by a transfer waits in the queue. What was said before can be corrected. Raises
    Refused."""
    with transaction.atomic():
        held(item)
        if item.depends_on_id is None:
            raise Overtaken(_("Punktet venter ikke længere på nogen henvisning."))
        if item.state == ItemState.MOVED:
            raise Overtaken(_("Punktet er flyttet til et andet møde."))
        if item.is_referred == referred:
            return
        after = ItemState.STANDS if referred else ItemState.LAPSED
        if referred:
            come_again(item)
        else:
            Transfer.objects.unsettle(item)
        if item.paper is not None and item.state != after:
            _move_paper(item, after, by=by, at=at)
        item.is_referred, item.state = referred, after
        item.save(update_fields=["is_referred", "state"])
        verb = "condition_met" if referred else "condition_failed"
        Event.objects.record(verb, by=by, at=at, about=item, meeting=str(item.meeting.key))


def condition_of(item: Item) -> str:
    """What the agenda says of an item that it is not known of yet whether it stands; "" of others."""
    if item.depends_on is None or item.depends_on_day is None or item.is_referred is not None:
        return ""
    return condition_sentence(str(item.depends_on), item.depends_on_day)


def counted(rule: AgendaRule) -> Counted:
    """The cases that the rule asks about: items on the meeting that wait for that referral or had it, and
    items that came by one."""
    here = rule.meeting.items.exclude(state=ItemState.MOVED, number=None)
    asked = here.filter(depends_on=rule.referred_by, depends_on_day=rule.referred_on)
    undecided = asked.filter(is_referred=None, state=ItemState.STANDS).count()
    arrived = here.filter(
        came_by__kind=TransferKind.REFERRAL, came_by__item__meeting__body=rule.referred_by
    ).select_related("came_by__item__meeting")
    came = {item.pk for item in arrived if item.came_by.item.meeting.held_on == rule.referred_on}
    met = set(asked.filter(is_referred=True).values_list("pk", flat=True))
    return Counted(len(came | met), undecided)


def verdict_of(rule: AgendaRule) -> Verdict:
    """What the rule comes to, as far as it is known now."""
    known = counted(rule)
    return verdict(rule.at_least, known.referred, known.undecided)


def sentence_of(rule: AgendaRule, numbers: Mapping[int, int | None]) -> str:
    """The rule in Danish, as it is printed. `numbers` are the agenda's, by the items' row numbers
    (`Agenda.numbers`)."""
    moved = [number for item in rule.items.all() if (number := numbers.get(item.pk)) is not None]
    return rule_sentence(
        str(rule.referred_by), rule.at_least, rule.referred_on, moved, rule.to_meeting.held_on
    )


def keep_rule(rule: AgendaRule, items: Iterable[Item], verb: str, *, by: Person, at: datetime) -> None:
    """The rule as it has been filled in, for these items. `verb` tells what was done. Raises Refused where
    it has been followed already."""
    with transaction.atomic():
        refuse_if_followed(rule)
        rule.save()
        rule.items.set(items)
        Event.objects.record(verb, by=by, at=at, about=rule.meeting)


def remove_rule(rule: AgendaRule, *, by: Person, at: datetime) -> None:
    """The rule holds no more. Raises Refused where it has been followed already."""
    with transaction.atomic():
        refuse_if_followed(rule)
        rule.delete()
        Event.objects.record("agenda_rule_removed", by=by, at=at, about=rule.meeting)


def refuse_if_followed(rule: AgendaRule) -> None:
    """Raises Refused for a rule that was followed or removed, and on a meeting that is over."""
    hold(rule.meeting)
    refuse_unless_built(rule.meeting)
    known = type(rule).objects.filter(pk=rule.pk).values_list("accepted_at", flat=True)
    if rule.pk is not None and not known:
        raise Overtaken(_("En anden har fjernet reglen imens."))
    if any(known):
        raise Refused(_("Punkterne er flyttet, så reglen bliver, som den er."))


def accept(rule: AgendaRule, *, by: Person, at: datetime) -> None:
    """Does what the rule says: its items are postponed to its other meeting, all or none. Raises Refused
    where its condition is not met, or somebody did it before."""
    with transaction.atomic():
        hold_meetings([rule.meeting, rule.to_meeting])
        held_to = rule.to_meeting_id
        rule.refresh_from_db(fields=["accepted_at", "at_least", "referred_by", "referred_on", "to_meeting"])
        if rule.accepted_at is not None:
            raise Overtaken(_("Punkterne er allerede flyttet."))
        if rule.to_meeting_id != held_to:
            raise Overtaken(_("En anden har ændret reglen imens. Se på den, og prøv så igen."))
        if verdict_of(rule) != Verdict.FIRES:
            raise Refused(_("Der er ikke henvist så mange sager, som reglen kræver."))
        why = sentence_of(rule, agenda_of(rule.meeting).numbers)
        for item in rule.items.filter(state=ItemState.STANDS).order_by("order", "pk"):
            postpone(item, rule.to_meeting, why, late_reason=why, by=by, at=at)
        rule.accepted_at, rule.accepted_by = at, by
        rule.save(update_fields=["accepted_at", "accepted_by"])
        Event.objects.record(
            "rule_accepted", by=by, at=at, about=rule.meeting, to=str(rule.to_meeting.held_on)
        )


def _move_paper(item: Item, after: ItemState, *, by: Person, at: datetime) -> None:
    if after == ItemState.STANDS:
        come_on(item, by=by, at=at)
    else:
        text = f"{{}} er taget af dagsordenen for {name_of(item.meeting)}."
        come_off(item, "Sagen kom ikke.", text, by=by, at=at)

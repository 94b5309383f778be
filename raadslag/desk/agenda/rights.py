"""Who builds an agenda: the body's secretaries, each of whom sees of it what is theirs to see."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from raadslag.desk.access import person_of, seen, today
from raadslag.models import AgendaRule, Body, Item, Meeting, Person, Transfer
from raadslag.rules.roles import Role


def builds(person: Person, body: Body) -> bool:
    """Whether the body's agendas are the person's to build today."""
    return Role.SECRETARY in person.roles_in([body], today())


def built_meeting(request: HttpRequest, key: UUID) -> Meeting:
    """The meeting with that key, if its agenda is the person's to build. Raises Http404."""
    meeting = get_object_or_404(Meeting.objects.select_related("body"), key=key)
    if not builds(person_of(request), meeting.body):
        raise Http404
    return meeting


def built_item(request: HttpRequest, key: UUID) -> Item:
    """The item with that key, if the person sees it and builds its agenda. Raises Http404."""
    rows = Item.objects.select_related("meeting__body", "paper", "topic", "standing", "depends_on")
    item = seen(request, Item, key, rows)
    if not builds(person_of(request), item.meeting.body):
        raise Http404
    return item


def built_rule(request: HttpRequest, key: UUID) -> AgendaRule:
    """The rule with that key, if its agenda is the person's to build. Raises Http404."""
    rules = AgendaRule.objects.select_related("meeting__body", "referred_by", "to_meeting")
    rule = get_object_or_404(rules, key=key)
    if not builds(person_of(request), rule.meeting.body):
        raise Http404
    return rule


def waiting_transfer(request: HttpRequest, meeting: Meeting, key: UUID) -> Transfer:
    """The case with that key that goes on to the meeting's body, if the person may see it. Raises Http404."""
    for transfer in transfers_to(meeting.body, person_of(request)):
        if transfer.key == key:
            return transfer
    raise Http404


def transfers_to(body: Body, person: Person) -> list[Transfer]:
    """The cases that wait for a meeting of the body, the oldest first, without those that the person is kept
    from. Whoever sees to the body's agendas sees what it is sent, whatever the body it comes from."""
    rows = Transfer.objects.filter(body=body).select_related("item__meeting__body", "item__paper", "by")
    return [each for each in rows if not each.item.is_shut_out(person)]

"""Who plans a body's year: its secretaries, and administrators."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from raadslag.desk.access import person_of, today
from raadslag.models import Body, Meeting, MeetingPlan, Person
from raadslag.rules.roles import Role

PLANNERS = frozenset({Role.SECRETARY, Role.ADMINISTRATOR})


def may_plan(person: Person, body: Body) -> bool:
    """Whether the body's year is the person's to plan today."""
    return not PLANNERS.isdisjoint(person.roles_in([body], today()))


def meeting_body(key: UUID) -> Body:
    """The body with that key, if it is one that meets. Raises Http404."""
    return get_object_or_404(Body.objects.meeting(), key=key)


def planned_body(request: HttpRequest, key: UUID) -> Body:
    """The body with that key, if its year is the person's to plan. Raises Http404."""
    return theirs(request, meeting_body(key))


def planned_meeting(request: HttpRequest, key: UUID) -> Meeting:
    """The meeting with that key, if its body's year is the person's to plan. Raises Http404."""
    meeting = get_object_or_404(Meeting.objects.select_related("body"), key=key)
    theirs(request, meeting.body)
    return meeting


def planned_plan(request: HttpRequest, key: UUID) -> MeetingPlan:
    """The plan with that key, if it is the person's to make. Raises Http404."""
    plan = get_object_or_404(MeetingPlan.objects.select_related("body"), key=key)
    theirs(request, plan.body)
    return plan


def theirs(request: HttpRequest, body: Body) -> Body:
    if not may_plan(person_of(request), body):
        raise Http404
    return body

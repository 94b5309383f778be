"""The meetings that a paper can be meant for: the next ones, body by body, the likely bodies' first."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.timezone import localtime

from raadslag.models import Body, BodyKind, Meeting
from raadslag.models.route import RouteTemplate
from raadslag.public.words import moment

# a group's name, and the key and the time of each of its meetings
Group = tuple[str, list[tuple[str, str]]]
# how many meetings a body shows, so that the list stays short
OF_LIKELY, OF_OTHERS = 12, 6


def bodies_on_the_way(route: RouteTemplate | None, receiver: Body | None) -> list[Body]:
    """The bodies that meet and that a paper comes to: those of its route, in order, and its receiver."""
    steps = route.steps.exclude(body=None).select_related("body") if route else ()
    ends = [receiver] if receiver else []
    return [body for body in (*(step.body for step in steps), *ends) if body.kind != BodyKind.DEPARTMENT]


def groups(meetings: Iterable[Meeting], likely: Iterable[Body], kept: Meeting | None = None) -> list[Group]:
    """The meetings, given with the next one first, under the names of their bodies; `kept` stays."""
    held_by: dict[Body, list[Meeting]] = {}
    for meeting in meetings:
        held_by.setdefault(meeting.body, []).append(meeting)
    first = [body for body in dict.fromkeys(likely) if body in held_by]
    others = sorted(held_by.keys() - set(first), key=lambda body: (body.order, body.name))
    return [
        *(group(body, shortened(held_by[body], OF_LIKELY, kept)) for body in first),
        *(group(body, shortened(held_by[body], OF_OTHERS, kept)) for body in others),
    ]


def shortened(meetings: list[Meeting], most: int, kept: Meeting | None) -> list[Meeting]:
    return meetings[:most] + [each for each in meetings[most:] if each == kept]


def group(body: Body, meetings: Iterable[Meeting]) -> Group:
    return body.name, [(str(each.key), moment(localtime(each.starts_at))) for each in meetings]

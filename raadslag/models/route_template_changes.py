"""Making and changing the usual routes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from raadslag.models.body import Body, BodyKind
from raadslag.models.event import Event
from raadslag.models.refusal import Refused
from raadslag.models.route import RouteTemplate, RouteTemplateStep, Task

if TYPE_CHECKING:
    from raadslag.models.person import Person


@dataclass(frozen=True, kw_only=True)
class PlannedStep:
    """One step as an administrator sees it; no body means the department that writes."""

    body: Body | None
    task: Task
    working_days: int


def keep_route_template(
    template: RouteTemplate, steps: Sequence[PlannedStep], *, by: Person, at: datetime
) -> None:
    """Saves the template with these steps. Papers that are on their way keep the routes they have."""
    refuse_route(steps)
    verb = "route_template_changed" if template.pk else "route_template_added"
    with transaction.atomic():
        template.save()
        template.steps.all().delete()
        RouteTemplateStep.objects.bulk_create(
            RouteTemplateStep(
                template=template,
                order=order,
                body=step.body,
                task=step.task,
                working_days=step.working_days,
            )
            for order, step in enumerate(steps, 1)
        )
        Event.objects.record(verb, by=by, at=at, about=template, steps=len(steps))


def refuse_route(steps: Sequence[PlannedStep]) -> None:
    """A route begins where the paper is written, and ends at a body that meets."""
    if not steps or steps[0].body is not None or steps[0].task != Task.WRITES:
        raise Refused(_("Sagsgangen skal begynde med den afdeling, der skriver."))
    if any(step.task == Task.WRITES for step in steps[1:]):
        raise Refused(_("Kun det første trin er at skrive indstillingen."))
    last = steps[-1].body
    if last is None or last.kind == BodyKind.DEPARTMENT:
        raise Refused(_("Sagsgangen skal slutte hos et råd eller udvalg, der holder møder."))

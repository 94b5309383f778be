"""The meeting plan: rules propose dates, the secretary takes them, changes single ones, and publishes."""

from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from raadslag.desk.access import now, person_of, today
from raadslag.desk.year.forms.meeting import DatesForm, MeetingForm, PublishForm
from raadslag.desk.year.forms.rule import RuleForm
from raadslag.desk.year.pages import status_of
from raadslag.desk.year.plan_page import PlanPage
from raadslag.desk.year.rights import may_plan, planned_body, planned_meeting, planned_plan
from raadslag.models import Body, Meeting, MeetingPlan
from raadslag.models.keeping import remove
from raadslag.models.municipality import house_practice
from raadslag.publishing.desk_plan import publish_desk_plan, published_uids
from raadslag.publishing.freezing import News
from raadslag.publishing.plan import UnfitPlan

YEARS_AHEAD = 5


@require_safe
def plans(request: HttpRequest) -> HttpResponse:
    """The plans there are, and the bodies whose plan the person may begin."""
    year = today().year
    bodies = Body.objects.meeting().filter(is_active=True).prefetch_related("plans")
    context = {
        "section": "meetings",
        "crumbs": [(_("Møder"), reverse("desk:meetings")), (_("Mødeplaner"), None)],
        "rows": [
            {
                "body": body,
                "plans": body.plans.all(),
                "missing": [each for each in (year, year + 1) if each not in years_of(body)],
                "may_plan": may_plan(person_of(request), body),
            }
            for body in bodies
        ],
    }
    return render(request, "desk/year/plans.html", context)


def years_of(body: Body) -> set[int]:
    return {plan.year for plan in body.plans.all()}


@require_POST
def plan_new(request: HttpRequest, key: UUID, year: int) -> HttpResponse:
    """Begins the body's plan for this year or one of the next, or opens the one that is there."""
    body = planned_body(request, key)
    if not today().year <= year <= today().year + YEARS_AHEAD:
        raise Http404
    plan = MeetingPlan.objects.begin(body, year, by=person_of(request), at=now())
    return redirect("desk:plan", plan.key)


@require_safe
def plan(request: HttpRequest, key: UUID) -> HttpResponse:
    """The plan as everybody at the desk sees it; who plans the body's year has the forms too."""
    found = get_object_or_404(MeetingPlan.objects.select_related("body"), key=key)
    return shown(request, PlanPage(found, may_plan=may_plan(person_of(request), found.body)))


@require_POST
def plan_rule(request: HttpRequest, key: UUID) -> HttpResponse:
    found = planned_plan(request, key)
    form = RuleForm(request.POST)
    if not form.is_valid():
        return shown(request, PlanPage(found, rule_form=form))
    rule = form.rule(house_practice())
    found.add_rule(rule, by=person_of(request), at=now())
    messages.success(request, _("Reglen er lagt ind: %(rule)s. Se forslaget til datoer.") % {"rule": rule})
    return redirect("desk:plan", key)


@require_POST
def plan_rule_off(request: HttpRequest, key: UUID, rule: str) -> HttpResponse:
    found = planned_plan(request, key)
    if rule not in {data["id"] for data in found.rules}:
        raise Http404
    found.remove_rule(rule, by=person_of(request), at=now())
    messages.success(request, _("Reglen er fjernet. Møder, der er lagt ind, bliver stående."))
    return redirect("desk:plan", key)


@require_POST
def plan_dates(request: HttpRequest, key: UUID) -> HttpResponse:
    """Takes the chosen ones of the proposed dates into the plan."""
    found = planned_plan(request, key)
    page = PlanPage(found)
    form = DatesForm(request.POST, proposed=page.free_dates)
    if not form.is_valid():
        return shown(request, PlanPage(found, dates_form=form))
    try:
        planned = found.take(form.times, form.cleaned_data["place"], by=person_of(request), at=now())
    except IntegrityError:  # another secretary was quicker
        messages.error(request, _("Planen er ændret imens. Se den igennem, og prøv igen."))
    else:
        said = ngettext("%(n)s møde er lagt ind.", "%(n)s møder er lagt ind.", len(planned))
        messages.success(request, said % {"n": len(planned)})
    return redirect("desk:plan", key)


@require_POST
def plan_date(request: HttpRequest, key: UUID) -> HttpResponse:
    """Puts a single meeting into the plan, whatever the rules say."""
    found = planned_plan(request, key)
    form = MeetingForm(request.POST, body=found.body, year=found.year)
    if form.is_valid():
        try:
            Meeting.objects.plan(
                found.body, [form.times], form.cleaned_data["place"], by=person_of(request), at=now()
            )
        except IntegrityError:
            form.add_error("on", _("Der er allerede et møde den dag på det tidspunkt."))
        else:
            messages.success(request, _("Mødet er lagt ind."))
            return redirect("desk:plan", key)
    return shown(request, PlanPage(found, meeting_form=form))


@require_POST
def meeting_remove(request: HttpRequest, key: UUID) -> HttpResponse:
    """Takes a meeting away that nobody outside has heard of and nothing hangs on."""
    meeting = planned_meeting(request, key)
    found = get_object_or_404(MeetingPlan, body=meeting.body, year=meeting.held_on.year)
    if meeting.uid in published_uids(found) or meeting.is_awaited:
        messages.error(request, _("Mødet er udgivet eller taget i brug. Aflys det i stedet."))
    else:
        remove(meeting, "meeting_removed", by=person_of(request), at=now())
        messages.success(request, _("Mødet er taget ud af planen."))
    return redirect("desk:plan", found.key)


@require_POST
def plan_publish(request: HttpRequest, key: UUID) -> HttpResponse:
    """Through the one door: citizens see the plan as it is now."""
    found = planned_plan(request, key)
    form = PublishForm(request.POST)
    if not form.is_valid():
        return shown(request, PlanPage(found, publish_form=form))
    try:
        news = publish_desk_plan(found, by=person_of(request), at=now(), why=form.cleaned_data["why"])
    except UnfitPlan as fault:
        form.add_error(None, str(fault))
        return shown(request, PlanPage(found, publish_form=form))
    if news.news is News.UNCHANGED:
        messages.warning(
            request, _("Planen er ikke ændret, siden den blev udgivet, så der er intet nyt at udgive.")
        )
    else:
        messages.success(request, _("Planen er udgivet som version %(n)s.") % {"n": news.plan.version})
    return redirect("desk:plan", key)


def shown(request: HttpRequest, page: PlanPage) -> HttpResponse:
    context = {
        "section": "meetings",
        "crumbs": [
            (_("Møder"), reverse("desk:meetings")),
            (_("Mødeplaner"), reverse("desk:plans")),
            (str(page.plan), None),
        ],
        "page": page,
        "plan": page.plan,
    }
    return render(request, "desk/year/plan.html", context, status=status_of(*page.forms))

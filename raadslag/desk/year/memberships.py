"""Who sits in a body: a role begins and ends, and what was stays."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadslag.desk.access import administrators_only, now, person_of, today
from raadslag.desk.year.forms.bodies import EndForm, MembershipForm
from raadslag.desk.year.pages import FORM, form_page
from raadslag.models import Body, Membership, Term
from raadslag.models.refusal import Refused


@administrators_only
@require_http_methods(FORM)
def membership_new(request: HttpRequest, key: UUID) -> HttpResponse:
    body = get_object_or_404(Body, key=key)
    term = Term.objects.filter(starts_on__lte=today(), ends_on__gte=today()).first()
    form = MembershipForm(request.POST or None, body=body, initial={"starts_on": today(), "term": term})
    if request.method == "POST" and form.is_valid():
        Membership.objects.begin(by=person_of(request), at=now(), body=body, **form.cleaned_data)
        messages.success(request, _("%(name)s er tilføjet.") % {"name": form.cleaned_data["person"]})
        return redirect("desk:body", key)
    title = _("Ny rolle i %(body)s") % {"body": body}
    return form_page(request, form, title=title, section="bodies", back=("body", key), submit=_("Tilføj"))


@administrators_only
@require_http_methods(FORM)
def membership_end(request: HttpRequest, key: UUID) -> HttpResponse:
    """Ends a role: the row stays, with its last day."""
    membership = get_object_or_404(Membership.objects.select_related("person", "body"), key=key)
    form = EndForm(request.POST or None, membership=membership, initial={"ends_on": today()})
    if request.method == "POST" and form.is_valid():
        try:
            membership.end(form.cleaned_data["ends_on"], by=person_of(request), at=now())
        except Refused as refusal:
            form.add_error("ends_on", str(refusal))
        else:
            messages.success(request, _("Rollen er afsluttet. Den står stadig under tidligere."))
            return redirect("desk:body", membership.body.key)
    return form_page(
        request,
        form,
        title=_("Afslut rollen"),
        lead=str(membership),
        section="bodies",
        back=("body", membership.body.key),
        submit=_("Afslut"),
    )

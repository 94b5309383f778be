"""The municipality and its council terms."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadslag.desk.access import administrators_only, now, person_of
from raadslag.desk.year.forms.bodies import MunicipalityForm, TermForm
from raadslag.desk.year.pages import FORM, form_page, status_of
from raadslag.models import Municipality, Term
from raadslag.models.keeping import keep


@administrators_only
@require_http_methods(FORM)
def municipality(request: HttpRequest) -> HttpResponse:
    """The municipality's own page: what holds for all its bodies."""
    form = MunicipalityForm(request.POST or None, instance=Municipality.objects.first() or Municipality())
    if request.method == "POST" and form.is_valid():
        keep(form.save(commit=False), "municipality_changed", by=person_of(request), at=now())
        messages.success(request, _("Ændringerne er gemt."))
        return redirect("desk:municipality")
    context = {
        "section": "admin",
        "crumbs": [(_("Kommunen"), None)],
        "form": form,
        "terms": Term.objects.all(),
    }
    return render(request, "desk/year/municipality.html", context, status=status_of(form))


@administrators_only
@require_http_methods(FORM)
def term_new(request: HttpRequest) -> HttpResponse:
    form = TermForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        term = form.save(commit=False)
        keep(term, "term_added", by=person_of(request), at=now())
        messages.success(request, _("Valgperioden %(term)s er tilføjet.") % {"term": term})
        return redirect("desk:municipality")
    return form_page(
        request, form, title=_("Ny valgperiode"), section="admin", back="municipality", submit=_("Tilføj")
    )

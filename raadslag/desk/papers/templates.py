"""The templates that papers are written in, for an administrator to change."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from raadslag.desk.access import administrators_only, now, person_of
from raadslag.models import Body, PaperTemplate, SectionKind, TemplateSection
from raadslag.models.refusal import Refused
from raadslag.models.template_changes import TypedTemplateSection

WRONG = 422
MOST_SECTIONS = 30


class TemplateForm(forms.Form):
    """A template without its sections."""

    name = forms.CharField(label=gettext_lazy("Navn"), max_length=200)
    body = forms.ModelChoiceField(
        Body.objects.all(), label=gettext_lazy("For"), required=False, empty_label=gettext_lazy("Alle udvalg")
    )
    is_active = forms.BooleanField(label=gettext_lazy("Kan vælges til nye indstillinger"), required=False)


class SectionForm(forms.Form):
    """One section."""

    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    heading = forms.CharField(label=gettext_lazy("Overskrift"), max_length=200)
    kind = forms.ChoiceField(label=gettext_lazy("Slags"), choices=SectionKind)
    guidance = forms.CharField(
        label=gettext_lazy("Vejledning til den, der skriver"),
        help_text=gettext_lazy("Ses kun, mens der skrives. Den kommer aldrig med i teksten eller på tryk."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    is_required = forms.BooleanField(label=gettext_lazy("Skal udfyldes"), required=False)
    limit = forms.IntegerField(
        label=gettext_lazy("Højst antal tegn"),
        required=False,
        min_value=1,
        max_value=100_000,
        help_text=gettext_lazy("Lad feltet være tomt, hvis der ingen grænse er."),
    )


class SectionForms(forms.BaseFormSet):
    """The sections, with what Django calls order and deletion in our words."""

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["ORDER"].label = gettext_lazy("Plads")
        form.fields["DELETE"].label = gettext_lazy("Fjern afsnittet")


Sections = forms.formset_factory(
    SectionForm,
    formset=SectionForms,
    extra=1,
    can_order=True,
    can_delete=True,
    max_num=MOST_SECTIONS,
    absolute_max=MOST_SECTIONS + 5,
)


@require_safe
@administrators_only
def templates(request: HttpRequest) -> HttpResponse:
    rows = PaperTemplate.objects.select_related("body").annotate(
        used=Count("papers", distinct=True), parts=Count("sections", distinct=True)
    )
    context = {"section": "admin", "crumbs": [(_("Skabeloner"), None)], "templates": rows}
    return render(request, "desk/papers/templates.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def new(request: HttpRequest) -> HttpResponse:
    return edited(request, PaperTemplate(name=""))


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def template(request: HttpRequest, key: UUID) -> HttpResponse:
    return edited(request, get_object_or_404(PaperTemplate, key=key))


def edited(request: HttpRequest, chosen: PaperTemplate) -> HttpResponse:
    """The template with all its sections on one page."""
    existing = [] if chosen._state.adding else list(chosen.sections.all())
    initial = [section_values(section) for section in existing]
    values = {"name": chosen.name, "body": chosen.body, "is_active": chosen.is_active}
    form = TemplateForm(request.POST or None, initial=values)
    sections = Sections(request.POST or None, initial=initial, prefix="afsnit")
    if request.method == "POST" and form.is_valid() and sections.is_valid():
        typed = typed_sections(sections)
        try:
            chosen.change(**form.cleaned_data, sections=typed, by=person_of(request), at=now())
        except Refused as refused:
            form.add_error("name", str(refused))
        else:
            messages.success(request, _("Skabelonen er gemt. Indstillinger, der er begyndt, er som før."))
            return redirect("desk:template", chosen.key)
    return shown(request, chosen, form, sections)


def shown(request: HttpRequest, chosen: PaperTemplate, form: forms.Form, sections: Any) -> HttpResponse:
    title = _("Ny skabelon") if chosen._state.adding else chosen.name
    wrong = form.is_bound and (form.errors or sections.total_error_count())
    context = {
        "section": "admin",
        "crumbs": [(_("Skabeloner"), reverse("desk:templates")), (title, None)],
        "title": title,
        "form": form,
        "sections": sections,
    }
    return render(request, "desk/papers/template.html", context, status=WRONG if wrong else 200)


def section_values(section: TemplateSection) -> dict[str, Any]:
    columns = ("key", "heading", "kind", "guidance", "is_required", "limit")
    return {column: getattr(section, column) for column in columns}


def typed_sections(sections: Any) -> list[TypedTemplateSection]:
    """The sections that are to be, in their order."""
    return [
        TypedTemplateSection(
            **{name: value for name, value in each.cleaned_data.items() if name not in ("ORDER", "DELETE")}
        )
        for each in sections.ordered_forms
    ]

"""Hearing rounds: asking, answering, closing."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from raadslag.desk.access import now, person_of, seen, today
from raadslag.jobs.conversion import convert_soon
from raadslag.models import Attachment, Body, Hearing, HearingParty, Paper, Person
from raadslag.models.refusal import Refused

UNPROCESSABLE = 422


class HearingForm(forms.Form):
    """A question, a day, and those who are asked."""

    question = forms.CharField(label=gettext_lazy("Hvad vil I vide?"), widget=forms.Textarea({"rows": 4}))
    due_on = forms.DateField(
        label=gettext_lazy("Svarfrist"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    bodies = forms.ModelMultipleChoiceField(
        Body.objects.filter(is_active=True),
        required=False,
        label=gettext_lazy("Afdelinger og udvalg"),
        widget=forms.CheckboxSelectMultiple({"class": "form-checkbox"}),
        help_text=gettext_lazy("De, der arbejder der, kan svare."),
    )
    people = forms.ModelMultipleChoiceField(
        Person.objects.active(),
        required=False,
        label=gettext_lazy("Personer"),
        widget=forms.CheckboxSelectMultiple({"class": "form-checkbox"}),
        help_text=gettext_lazy("De får indstillingen at se, også hvis den er lukket."),
    )

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or {}
        if not cleaned.get("bodies") and not cleaned.get("people"):
            raise forms.ValidationError(_("Vælg mindst én at spørge."))
        return cleaned


class AnswerForm(forms.Form):
    """What one who is asked has to say."""

    answer = forms.CharField(label=gettext_lazy("Svar"), widget=forms.Textarea({"rows": 10}))


@require_http_methods(["GET", "HEAD", "POST"])
def paper_hearing(request: HttpRequest, key: UUID) -> HttpResponse:
    """A new round about the paper."""
    paper, person = seen(request, Paper, key), person_of(request)
    if not paper.may_be_heard_by(person, today()):
        raise Http404
    form = HearingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        asked = [*form.cleaned_data["bodies"], *form.cleaned_data["people"]]
        question, due_on = form.cleaned_data["question"], form.cleaned_data["due_on"]
        try:
            Hearing.objects.ask(paper, question, due_on, asked, by=person, at=now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Indstillingen er sendt i høring."))
            return redirect("desk:paper", key)
    return page(request, "desk/flow/hearing.html", paper, form, _("Send i høring"))


@require_http_methods(["GET", "HEAD", "POST"])
def hearing_answer(request: HttpRequest, key: UUID) -> HttpResponse:
    """The answer of one who is asked."""
    person = person_of(request)
    asked = HearingParty.objects.asking(person, today()).select_related("hearing__paper")
    party = get_object_or_404(asked, key=key)
    paper = seen(request, Paper, party.hearing.paper.key)
    form = AnswerForm(request.POST or None, initial={"answer": party.answer})
    if request.method == "POST" and form.is_valid():
        try:
            party.reply(form.cleaned_data["answer"], by=person, at=now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Svaret er sendt. Du kan rette det, til høringen afsluttes."))
            return redirect("desk:paper", paper.key)
    return page(request, "desk/flow/answer.html", paper, form, _("Svar på høring"), party=party)


@require_POST
def hearing_close(request: HttpRequest, key: UUID) -> HttpResponse:
    """No more answers; those that came become an attachment."""
    hearing = get_object_or_404(Hearing.objects.select_related("paper"), key=key)
    paper = seen(request, Paper, hearing.paper.key)
    try:
        answers = closed(hearing, by=person_of(request), at=now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        said = _("Høringen er afsluttet, og svarene er lagt ved som bilag.")
        messages.success(request, said if answers else _("Høringen er afsluttet. Ingen har svaret."))
    return redirect("desk:paper", paper.key)


def closed(hearing: Hearing, *, by: Person, at: datetime) -> Attachment | None:
    """Closes the round. Its attachment waits for its safe copy in the same transaction. Raises Refused."""
    with transaction.atomic():
        answers = hearing.close(by=by, at=at)
        if answers:
            convert_soon(answers.file)
    return answers


def warn_of_open_rounds(request: HttpRequest, paper: Paper) -> None:
    """Tells whom the paper still waits for, as it comes on an agenda before they have answered."""
    for hearing in paper.hearings.filter(closed_at=None):
        names = ", ".join(str(party) for party in hearing.waits_for)
        said = _(
            "Høringen er ikke afsluttet, så svarene er ikke lagt ved. Afslut den på indstillingens side."
        )
        waits = _("Indstillingen er stadig i høring, og de her har ikke svaret: %(names)s.") % {
            "names": names
        }
        messages.warning(request, waits if names else said)


def page(
    request: HttpRequest, template: str, paper: Paper, form: forms.Form, title: str, **more: object
) -> HttpResponse:
    """A form about the paper; 422 where it was not filled in right."""
    context = {
        "section": "papers",
        "crumbs": [
            (_("Indstillinger"), reverse("desk:papers")),
            (str(paper), reverse("desk:paper", args=[paper.key])),
            (title, None),
        ],
        "paper": paper,
        "form": form,
        "title": title,
        "today": today(),
        **more,
    }
    return render(request, template, context, status=UNPROCESSABLE if form.is_bound else 200)

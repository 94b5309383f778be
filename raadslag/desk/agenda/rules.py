"""The rules of an agenda: what moves to another meeting if enough cases are referred."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from raadslag.desk.access import now, person_of
from raadslag.desk.agenda.rights import built_meeting, built_rule
from raadslag.desk.agenda.shown import visible_keys
from raadslag.desk.flow.forms import MeetingChoice
from raadslag.desk.year.forms.base import DayField
from raadslag.desk.year.pages import FORM, form_page
from raadslag.models import AgendaRule, Body, Item, Meeting
from raadslag.models.agenda.building import BUILT, agenda_of
from raadslag.models.agenda.conditions import accept, keep_rule, remove_rule
from raadslag.models.refusal import Refused
from raadslag.rules.agenda.item_states import ItemState


class ItemsChoice(forms.ModelMultipleChoiceField):
    """Items of one agenda, each with the number that it has now."""

    numbers: dict[int, int | None]

    def label_from_instance(self, item: Item) -> str:
        return f"{self.numbers.get(item.pk) or ''} {item.title}".strip()


class RuleForm(forms.ModelForm):
    """If so many cases are referred, these items move."""

    referred_by = forms.ModelChoiceField(
        Body.objects.meeting(), label=gettext_lazy("Hvis"), empty_label=gettext_lazy("Vælg udvalg")
    )
    at_least = forms.IntegerField(
        label=gettext_lazy("henviser mindst så mange sager"), min_value=1, max_value=99
    )
    referred_on = DayField(label=gettext_lazy("på mødet den"))
    items = ItemsChoice(
        Item.objects.none(),
        label=gettext_lazy("så flyttes punkterne"),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-checkbox"}),
        error_messages={"required": gettext_lazy("Vælg mindst ét punkt.")},
    )
    to_meeting = MeetingChoice(
        Meeting.objects.none(), label=gettext_lazy("til mødet den"), empty_label=gettext_lazy("Vælg møde")
    )

    class Meta:
        model = AgendaRule
        fields = ("referred_by", "at_least", "referred_on", "to_meeting")

    field_order = ("referred_by", "at_least", "referred_on", "items", "to_meeting")

    def __init__(self, *args: Any, instance: AgendaRule, visible: set[int], **kwargs: Any) -> None:
        super().__init__(*args, instance=instance, **kwargs)
        meeting = instance.meeting
        self.fields["referred_by"].queryset = Body.objects.meeting().exclude(pk=meeting.body_id)
        rows = meeting.items.filter(state=ItemState.STANDS, pk__in=visible)
        self.fields["items"].queryset = rows.order_by("number", "order")
        self.fields["items"].numbers = agenda_of(meeting).numbers
        if instance.pk:
            self.initial["items"] = list(instance.items.values_list("pk", flat=True))
        others = Meeting.objects.filter(body=meeting.body, state__in=BUILT, starts_at__gt=meeting.starts_at)
        self.fields["to_meeting"].queryset = others.order_by("starts_at")


@require_http_methods(FORM)
def agenda_rule_new(request: HttpRequest, key: UUID) -> HttpResponse:
    meeting = built_meeting(request, key)
    return rule_page(request, AgendaRule(meeting=meeting), _("Ny regel"), "agenda_rule_added")


@require_http_methods(FORM)
def agenda_rule(request: HttpRequest, key: UUID) -> HttpResponse:
    return rule_page(request, built_rule(request, key), _("Ret reglen"), "agenda_rule_changed")


def rule_page(request: HttpRequest, rule: AgendaRule, title: str, verb: str) -> HttpResponse:
    visible = visible_keys(request, rule.meeting)
    form = RuleForm(request.POST or None, instance=rule, visible=visible)
    if request.method == "POST" and form.is_valid():
        unseen = rule.items.exclude(pk__in=visible) if rule.pk else ()
        items = [*form.cleaned_data["items"], *unseen]
        try:
            keep_rule(form.save(commit=False), items, verb, by=person_of(request), at=now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Reglen er gemt og bliver trykt på dagsordenen."))
            return redirect("desk:agenda", rule.meeting.key)
    return form_page(
        request, form, title=title, lead=str(rule.meeting.body), section="meetings",
        back=("agenda", rule.meeting.key),
    )  # fmt: skip


@require_POST
def agenda_rule_off(request: HttpRequest, key: UUID) -> HttpResponse:
    rule = built_rule(request, key)
    try:
        remove_rule(rule, by=person_of(request), at=now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Reglen er fjernet."))
    return redirect("desk:agenda", rule.meeting.key)


@require_POST
def agenda_rule_do(request: HttpRequest, key: UUID) -> HttpResponse:
    """The rule's items move, as it says."""
    rule = built_rule(request, key)
    try:
        accept(rule, by=person_of(request), at=now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Punkterne er flyttet, som reglen siger."))
    return redirect("desk:agenda", rule.meeting.key)

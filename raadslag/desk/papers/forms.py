"""The forms of a paper: what it says beside its sections, and how a new one is begun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from raadslag.desk.access import today
from raadslag.desk.papers.meeting_choice import bodies_on_the_way, groups
from raadslag.desk.papers.template_choice import template_groups
from raadslag.models import Body, Meeting, Paper, PaperTemplate, Person, Topic
from raadslag.models.paper_begin import BEGINNERS
from raadslag.models.paper_content import HEAD, head_value
from raadslag.models.paper_writing import TypedValue
from raadslag.models.route import RouteTemplate
from raadslag.reading.case_numbers import case_number
from raadslag.record import Part
from raadslag.rules.case_numbers import tidy

BASE = "-base"
GROUND = gettext_lazy("Hvorfor er sagen lukket?")
PUBLIC_TITLE = gettext_lazy("Offentlig overskrift")
PUBLIC_TITLE_HINT = gettext_lazy("Det, borgerne ser på listen. Den må ikke røbe noget.")
DAY = {"invalid": gettext_lazy("Skriv datoen som dag, måned og år.")}


class CaseNumberField(forms.CharField):
    """A case number in any form; the known forms are put right, and none is refused."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            label=gettext_lazy("Sagsnummer"),
            required=False,
            max_length=60,
            help_text=gettext_lazy(
                "Som i jeres sagssystem, fx EMN-2022-510923, 25/26257 eller et KLE-nummer."
            ),
            **options,
        )

    def clean(self, value: Any) -> str:
        return str(super().clean(tidy(str(value or ""))))


def is_unusual(number: str) -> bool:
    """Is a case number in no form that is known, so that it may be a slip of the pen?"""
    return bool(number) and case_number(number) is None


class ByName(forms.ModelChoiceField):
    """A choice by the key that addresses use."""

    def __init__(self, queryset: Any, **options: Any) -> None:
        options = {"empty_label": gettext_lazy("Vælg"), **options}
        super().__init__(queryset, to_field_name="key", **options)

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(UUID(str(value)) if value else value)
        except ValueError as fault:
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid") from fault


class PartField(forms.ChoiceField):
    """Whether the case is treated behind open or closed doors."""

    def __init__(self, **options: Any) -> None:
        doors = (
            (Part.OPEN, gettext_lazy("for åbne døre")),
            (Part.CLOSED, gettext_lazy("for lukkede døre")),
        )
        super().__init__(
            label=gettext_lazy("Behandles"),
            choices=doors,
            widget=forms.RadioSelect(attrs={"class": "form-radio"}),
            **options,
        )


class HeadForm(forms.ModelForm):
    """What a paper says beside its sections. Each field has a hidden twin that says what it was."""

    case_number = CaseNumberField()
    receiver = ByName(Body.objects.none(), label=gettext_lazy("Til"))
    aimed_at = ByName(
        Meeting.objects.none(),
        label=gettext_lazy("Til mødet"),
        required=False,
        empty_label=gettext_lazy("Ikke bestemt endnu"),
    )
    caseworker = ByName(Person.objects.none(), label=gettext_lazy("Sagsbehandler"))
    part = PartField()
    dated_on = forms.DateField(
        label=gettext_lazy("Dato"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=DAY,
    )

    class Meta:
        model = Paper
        fields = HEAD
        labels: ClassVar = {
            "title": gettext_lazy("Overskrift"),
            "public_title": PUBLIC_TITLE,
            "closed_ground": GROUND,
            "phone": gettext_lazy("Telefon"),
            "email": gettext_lazy("E-mail"),
        }
        help_texts: ClassVar = {
            "public_title": PUBLIC_TITLE_HINT,
        }

    def __init__(self, data: Mapping[str, Any] | None = None, *, instance: Paper) -> None:
        super().__init__(data, instance=instance)
        self.paper = instance
        self.was = {name: head_value(instance, name) for name in HEAD}
        writers = models.Q(pk__in=instance.pen_may_go_to(today()).values("pk"))
        caseworkers = Person.objects.filter(writers | models.Q(pk=instance.caseworker_id))
        self.fields["caseworker"].queryset = caseworkers
        receivers = models.Q(is_active=True) | models.Q(pk=instance.receiver_id)
        self.fields["receiver"].queryset = Body.objects.meeting().filter(receivers)
        self.initial |= {name: head_value(instance, name) for name in ("caseworker", "receiver", "aimed_at")}
        self._offer_meetings(instance.aimed_at)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        settle_ground(self, cleaned)
        meeting = cleaned.get("aimed_at")
        if meeting and meeting != self.paper.aimed_at:
            bodies = [*self._bodies(), cleaned.get("receiver") or self.paper.receiver]
            refuse_elsewhere(self, meeting, bodies)
        return cleaned

    def _offer_meetings(self, kept: Meeting | None) -> None:
        """The next meetings, those of the bodies on the paper's route first, and the one it is aimed at."""
        field = self.fields["aimed_at"]
        meetings = Meeting.objects.coming(today())
        if kept:
            meetings |= Meeting.objects.filter(pk=kept.pk)
        field.queryset = meetings.select_related("body")
        field.choices = [("", field.empty_label), *groups(field.queryset, self._bodies(), kept)]

    def _bodies(self) -> list[Body]:
        return [step.body for step in self.paper.route]

    def _post_clean(self) -> None:
        """The paper itself is left alone: `Paper.write` changes it."""

    def full_clean(self) -> None:
        """What was not sent is not wrong."""
        super().full_clean()
        for name in [name for name in self._errors if name in HEAD and not self._is_sent(name)]:
            del self._errors[name]

    def _is_sent(self, name: str) -> bool:
        return f"{name}{BASE}" in self.data

    def typed(self) -> dict[str, TypedValue]:
        """What was sent and is right, by column."""
        right = {name for name in HEAD if self._is_sent(name) and name not in self.errors}
        if "closed_ground" in self.errors:
            right -= {"part", "closed_ground"}
        return {
            name: TypedValue(base=self.data[f"{name}{BASE}"], value=self.cleaned_data[name]) for name in right
        }


def refuse_elsewhere(form: forms.BaseForm, meeting: Meeting, bodies: Sequence[Body]) -> None:
    """An error at the meeting, where it is of none of the bodies that the paper comes to."""
    if meeting.body not in bodies:
        sentence = _("Indstillingen skal ikke forbi %(body)s. Vælg et andet møde eller en anden sagsgang.")
        form.add_error("aimed_at", sentence % {"body": meeting.body})


def settle_ground(form: forms.BaseForm, cleaned: dict[str, Any]) -> None:
    """What is closed says why; what is open does not."""
    if cleaned.get("part") == Part.CLOSED and not cleaned.get("closed_ground"):
        form.add_error("closed_ground", _("Skriv, hvorfor sagen er lukket."))
    if cleaned.get("part") == Part.OPEN:
        cleaned["closed_ground"] = ""


class NewPaperForm(forms.Form):
    """How a paper is begun: closed from its first word, where the case is."""

    title = forms.CharField(label=gettext_lazy("Overskrift"), max_length=300)
    part = PartField(required=False, initial=Part.OPEN)
    closed_ground = forms.CharField(
        label=GROUND,
        required=False,
        max_length=300,
        help_text=gettext_lazy("Kun for lukkede døre: paragraffen og med få ord hvorfor."),
    )
    public_title = forms.CharField(
        label=PUBLIC_TITLE, required=False, max_length=300, help_text=PUBLIC_TITLE_HINT
    )
    template = ByName(PaperTemplate.objects.none(), label=gettext_lazy("Skabelon"))
    sender = ByName(Body.objects.none(), label=gettext_lazy("Fra"))
    receiver = ByName(Body.objects.none(), label=gettext_lazy("Til"))
    case_number = CaseNumberField()
    route_template = ByName(
        RouteTemplate.objects.none(),
        label=gettext_lazy("Sagsgang"),
        required=False,
        empty_label=gettext_lazy("Direkte til udvalget"),
    )
    aimed_at = ByName(
        Meeting.objects.none(),
        label=gettext_lazy("Til mødet"),
        required=False,
        empty_label=gettext_lazy("Ikke bestemt endnu"),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, by: Person, topic: Topic | None = None
    ) -> None:
        super().__init__(data)
        on = today()
        self.fields["template"].queryset = PaperTemplate.objects.filter(is_active=True)
        self.fields["sender"].queryset = by.bodies_as(BEGINNERS, on).departments()
        self.fields["receiver"].queryset = Body.objects.meeting().filter(is_active=True)
        self.fields["route_template"].queryset = RouteTemplate.objects.filter(is_active=True)
        self._only_choices()
        if topic is not None:
            self.initial |= {"title": topic.title, "receiver": topic.body.key}
        self._offer_meetings(by, on)
        self._offer_templates(topic.body if topic else None)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["part"] = cleaned.get("part") or Part.OPEN
        settle_ground(self, cleaned)
        meeting, receiver = cleaned.get("aimed_at"), cleaned.get("receiver")
        template = cleaned.get("template")
        if template and receiver and not template.fits(receiver):
            sentence = _("Skabelonen er til %(body)s. Vælg en anden skabelon, eller ret, hvem sagen er til.")
            self.add_error("template", sentence % {"body": template.body})
        passed = bodies_on_the_way(cleaned.get("route_template"), receiver)
        if meeting and receiver:
            refuse_elsewhere(self, meeting, passed)
        return cleaned

    def _offer_meetings(self, by: Person, on: date) -> None:
        """The next meetings, those of the bodies that the paper goes to first. Where it goes nobody knows
        before the form is sent; likely where the person's last one went."""
        field = self.fields["aimed_at"]
        field.queryset = Meeting.objects.coming(on).select_related("body")
        likely = bodies_on_the_way(self._chosen("route_template"), self._chosen("receiver"))
        last = by.papers_begun.order_by("created_at").last()
        if last and not likely:
            likely = [last.receiver]
        field.choices = [("", field.empty_label), *groups(field.queryset, likely)]

    def _offer_templates(self, receiver: Body | None) -> None:
        """In groups where those of several bodies are offered."""
        field = self.fields["template"]
        field.queryset = field.queryset.select_related("body")
        found = template_groups(field.queryset, receiver)
        choices = found if len(found) > 1 else [each for _name, group in found for each in group]
        field.choices = [("", field.empty_label), *choices]

    def _chosen(self, name: str) -> Any:
        """What stands in the field when the form is shown; None where that is nothing that can be chosen."""
        try:
            return self.fields[name].clean(self[name].value())
        except forms.ValidationError:
            return None

    def _only_choices(self) -> None:
        """A choice of one is made already."""
        for name in ("template", "sender", "receiver"):
            choices = list(self.fields[name].queryset[:2])
            if len(choices) == 1:
                self.initial[name] = choices[0].key

"""What is asked when an item's case goes on: to which body or meeting, and why."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from raadslag.desk.flow.forms import MeetingChoice
from raadslag.models import Body, Item, Meeting
from raadslag.models.agenda.building import BUILT

NOTE = 500


def note_field(help_text: Any) -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("Bemærkning"),
        required=False,
        max_length=NOTE,
        widget=forms.Textarea({"rows": 2}),
        help_text=help_text,
    )


class ReferForm(forms.Form):
    """The body that the case is sent on to."""

    prefix = "henvis"
    body = forms.ModelChoiceField(
        Body.objects.meeting(), label=gettext_lazy("Henvises til"), empty_label=gettext_lazy("Vælg udvalg")
    )
    note = note_field(gettext_lazy("Den følger sagen som dens historie."))

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Body.objects.meeting().filter(is_active=True).exclude(pk=item.meeting.body_id)
        self.fields["body"].queryset = others


class PostponeForm(forms.Form):
    """The meeting that the item waits for; none where it is not known yet."""

    prefix = "udsaet"
    meeting = MeetingChoice(
        Meeting.objects.none(),
        label=gettext_lazy("Udsættes til mødet den"),
        required=False,
        empty_label=gettext_lazy("Det næste, hvis dagsorden ikke er sendt"),
    )
    note = note_field(gettext_lazy("Den følger sagen som dens historie."))
    late_reason = forms.CharField(
        label=gettext_lazy("Hvorfor kan sagen ikke vente længere?"),
        required=False,
        max_length=NOTE,
        help_text=gettext_lazy("Kun hvis indstillingens frist til det møde er overskredet."),
    )

    def __init__(self, *args: Any, item: Item, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        coming = Meeting.objects.filter(body=item.meeting.body_id, state__in=BUILT, starts_at__gt=at)
        self.fields["meeting"].queryset = coming.exclude(pk=item.meeting_id).order_by("starts_at")
        if item.paper_id is None:
            del self.fields["late_reason"]

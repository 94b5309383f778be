"""What is asked of an item: its titles, who sees it, how it is treated and for how long."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from raadslag.desk.year.forms.base import DayField
from raadslag.models import Body, Item
from raadslag.models.agenda.changing import CONDITION, GUESTS, ItemCollided, values_of
from raadslag.models.words import PARTS
from raadslag.public.words import day
from raadslag.record import Part

LONGEST = 600  # minutes
BOX = "theirs-"
GUEST_HINT = gettext_lazy("Én på hver linje: navnet og mailen, for eksempel Per Bæk <per@firma.dk>.")


def minutes_field() -> forms.IntegerField:
    return forms.IntegerField(
        label=gettext_lazy("Minutter"),
        required=False,
        min_value=0,
        max_value=LONGEST,
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )


class QuickForm(forms.Form):
    """An item of the secretary's own words, at once."""

    title = forms.CharField(label=gettext_lazy("Overskrift"), max_length=300)
    minutes = minutes_field()
    is_closed = forms.BooleanField(label=gettext_lazy("Lukket punkt"), required=False)
    closed_ground = forms.CharField(
        label=gettext_lazy("Grund til lukning"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Kun for et lukket punkt."),
    )

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        is_closed = values.pop("is_closed", False)
        if is_closed and not values.get("closed_ground", "").strip():
            self.add_error("closed_ground", _("Skriv, hvorfor punktet er lukket, for eksempel paragraffen."))
        values["part"] = Part.CLOSED if is_closed else Part.OPEN
        if not is_closed:
            values["closed_ground"] = ""
        values["minutes"] = values.get("minutes") or None
        return values


class GuestsField(forms.CharField):
    """Names with their mail, one to a line. Gives pairs."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea({"rows": 3}), required=False, **kwargs)

    def clean(self, value: Any) -> tuple[tuple[str, str], ...]:
        lines = [" ".join(line.split()) for line in super().clean(value).splitlines() if line.strip()]
        guests = tuple(map(guest_of, lines))
        names = [name for name, _mail in guests]
        if len(set(names)) < len(names):
            raise ValidationError(_("Den samme står der to gange. Slet den ene."))
        return guests


def guest_of(line: str) -> tuple[str, str]:
    """ "Per Bæk <per@firma.dk>" as a pair; the mail may be missing. Raises ValidationError."""
    name, _mark, mail = line.partition("<")
    name, mail = name.strip(), mail.strip().removesuffix(">").strip()
    if not name or len(name) > 200:
        raise ValidationError(_("Skriv et navn foran mailen på hver linje."))
    if "<" in line:
        try:
            validate_email(mail)
        except ValidationError:
            raise ValidationError(_("Mailen til %(name)s er ikke en mailadresse.") % {"name": name}) from None
    return name, mail


def guest_lines(guests: tuple[tuple[str, str], ...]) -> str:
    return "\n".join(f"{name} <{mail}>" if mail else name for name, mail in guests)


@dataclass(frozen=True)
class Collision:
    """A field in which two have written: what is kept now, and what was typed."""

    name: str
    label: str
    theirs: str

    @property
    def box(self) -> str:
        """The box that lets the other's stand."""
        return f"{BOX}{self.name}"


class ItemForm(forms.ModelForm):
    """One item. The hidden field `seen` is what it was when the page was drawn. Where somebody else has
    changed the same since, the form shows both, and what is typed counts once it is saved again; a box
    named `theirs-` and the field lets the other's stand."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    part = forms.ChoiceField(
        label=gettext_lazy("Åbent eller lukket"),
        choices=[(part, label) for part, label in PARTS.items()],
    )
    minutes = minutes_field()
    depends_on = forms.ModelChoiceField(
        Body.objects.meeting(),
        label=gettext_lazy("Behandles kun, hvis sagen henvises af"),
        required=False,
        empty_label=gettext_lazy("Behandles under alle omstændigheder"),
    )
    depends_on_day = DayField(label=gettext_lazy("På mødet den"), required=False)
    guests = GuestsField(label=gettext_lazy("Inviteret til punktet"), help_text=GUEST_HINT)

    class Meta:
        model = Item
        fields = (
            *("title", "part", "closed_ground", "public_title"),
            *("purpose", "method", "responsible", "presenter", "minutes", "text"),
            *CONDITION,
        )
        help_texts: ClassVar = {
            "closed_ground": gettext_lazy("For eksempel paragraffen. Skal udfyldes for et lukket punkt."),
            "public_title": gettext_lazy("Det, borgerne ser i stedet for overskriften på et lukket punkt."),
            "method": gettext_lazy("For eksempel oplæg og drøftelse."),
        }
        widgets: ClassVar = {"purpose": forms.Textarea({"rows": 2}), "text": forms.Textarea({"rows": 6})}

    def __init__(self, *args: Any, instance: Item, **kwargs: Any) -> None:
        before = values_of(instance)
        kwargs["initial"] = {
            **kwargs.get("initial", {}),
            "seen": as_text(before),
            GUESTS: guest_lines(before[GUESTS]),
        }
        super().__init__(*args, instance=instance, **kwargs)
        self.fields["depends_on"].queryset = Body.objects.meeting().exclude(pk=instance.meeting.body_id)
        if instance.paper_id is not None:
            del self.fields["text"]
        self.collisions: list[Collision] = []

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if values.get("part") == Part.CLOSED and not values.get("closed_ground", "").strip():
            self.add_error("closed_ground", _("Skriv, hvorfor punktet er lukket, for eksempel paragraffen."))
        if values.get("part") == Part.OPEN:
            values["closed_ground"] = ""
        if values.get("depends_on") and values.get("depends_on_day", 0) is None:
            self.add_error("depends_on_day", _("Skriv, hvornår det møde er."))
        if not values.get("depends_on"):
            values["depends_on_day"] = None
        values["minutes"] = values.get("minutes") or None
        return values

    def _post_clean(self) -> None:
        """What was typed is kept by `edit`, and not before: the item stays as it is."""

    @property
    def typed(self) -> dict[str, Any]:
        """The values to keep."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name != "seen" and f"{BOX}{name}" not in self.data
        }

    def looked_at(self, item: Item) -> dict[str, Any]:
        """What the item was when the person looked; what cannot be read of that is as it is now."""
        return {**values_of(item), **dict(from_text(self.data.get("seen", "")))}

    def collide(self, item: Item, collided: ItemCollided) -> None:
        """Shows what the other wrote beside what was typed; saved again, what is typed counts."""
        self.data = self.data.copy()
        self.data["seen"] = as_text({**self.looked_at(item), **collided.theirs})
        for name, value in collided.theirs.items():
            label = str(self.fields[name].label) if name in self.fields else name
            self.collisions.append(Collision(name, label, said(name, value)))
        self.add_error(None, str(collided))


def as_text(values: Mapping[str, Any]) -> str:
    """The values of an item in one line, to come back with the form."""
    plain = {
        name: value.pk if isinstance(value, Body) else value.isoformat() if isinstance(value, date) else value
        for name, value in values.items()
    }
    return json.dumps(plain, ensure_ascii=False)


def from_text(text: str) -> Iterator[tuple[str, Any]]:
    """The values again. What is not as it was written is left out."""
    try:
        values = json.loads(text)
        for name, value in values.items():
            if name == "depends_on":
                yield name, Body.objects.filter(pk=value).first() if isinstance(value, int) else None
            elif name == "depends_on_day":
                yield name, date.fromisoformat(value) if value else None
            elif name == GUESTS:
                yield name, tuple((str(guest), str(mail)) for guest, mail in value)
            else:
                yield name, value
    except (ValueError, TypeError, AttributeError):
        return


def said(name: str, value: Any) -> str:
    """A value as a page shows it."""
    if name == GUESTS:
        return guest_lines(value) or "–"
    if name == "part":
        return str(PARTS[Part(value)])
    if isinstance(value, date):
        return day(value)
    return "–" if value in (None, "") else str(value)

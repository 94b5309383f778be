"""A recurring rule for meetings: how often, on which weekday, and what is kept free."""

from typing import Any

from django import forms
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext_lazy as _

from raadslag.desk.year.forms.base import BoxesField, DayField
from raadslag.rules.recurrence import (
    LAST,
    SCHOOL_HOLIDAYS,
    EveryMonth,
    EveryWeek,
    OnDayOff,
    YearRule,
)
from raadslag.rules.working_days import Practice

# what the secretary chooses -> every so many weeks, or which such weekday of the month
WEEKS = {
    "week1": (1, _("hver uge")),
    "week2": (2, _("hver anden uge")),
    "week3": (3, _("hver tredje uge")),
    "week4": (4, _("hver fjerde uge")),
}
MONTHLY = {
    "first": (1, _("den første i måneden")),
    "second": (2, _("den anden i måneden")),
    "third": (3, _("den tredje i måneden")),
    "fourth": (4, _("den fjerde i måneden")),
    "last": (LAST, _("den sidste i måneden")),
}
HOW_OFTEN = [(choice, words) for choice, (_number, words) in {**WEEKS, **MONTHLY}.items()]
DAYS_OFF = {
    OnDayOff.SKIP: _("spring mødet over"),
    OnDayOff.NEXT_WORKING_DAY: _("hold det den næste hverdag"),
    OnDayOff.WEEK_AFTER: _("hold det en uge senere"),
}
WEEKS_OFF = {**SCHOOL_HOLIDAYS, 8: SCHOOL_HOLIDAYS[7]}  # winter holidays are in week 7 or 8


class RuleForm(forms.Form):
    """The rule is `rule(practice)` once the form is valid."""

    how_often = forms.ChoiceField(label=_("Hvor tit"), choices=HOW_OFTEN, initial="last")
    weekday = forms.TypedChoiceField(
        label=_("Ugedag"), choices=[(day, WEEKDAYS[day]) for day in range(5)], coerce=int, initial=2
    )
    starting_on = DayField(
        label=_("Regn ugerne fra"),
        required=False,
        help_text=_("Kun for møder, der gentages efter uger. Det første møde er den første sådan ugedag."),
    )
    on_day_off = forms.ChoiceField(
        label=_("Hvis dagen er en fridag"), choices=DAYS_OFF, initial=OnDayOff.SKIP.value
    )
    months_off = BoxesField(
        label=_("Måneder uden møder"),
        required=False,
        coerce=int,
        choices=[*MONTHS.items()],
    )
    weeks_off = BoxesField(
        label=_("Skoleferier uden møder"),
        required=False,
        coerce=int,
        choices=[(week, f"uge {week}, {name}") for week, name in sorted(WEEKS_OFF.items())],
    )

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        counts_weeks = values.get("how_often") in WEEKS
        if counts_weeks and not values.get("starting_on") and "starting_on" not in self.errors:
            self.add_error("starting_on", _("Skriv, hvilken dag ugerne skal regnes fra."))
        return values

    def rule(self, practice: Practice) -> YearRule:
        values = self.cleaned_data
        choice, weekday = values["how_often"], values["weekday"]
        every = (
            EveryWeek(weekday, values["starting_on"], WEEKS[choice][0])
            if choice in WEEKS
            else EveryMonth(weekday, MONTHLY[choice][0])
        )
        return YearRule(
            every=every,
            on_day_off=OnDayOff(values["on_day_off"]),
            months_off=frozenset(values["months_off"]),
            weeks_off={week: WEEKS_OFF[week] for week in sorted(values["weeks_off"])},
            practice=practice,
        )

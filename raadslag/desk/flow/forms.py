"""What is asked when a paper is moved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from raadslag.models import Meeting, Paper, PaperMove
from raadslag.models.agenda.building import BUILT
from raadslag.models.paper_lateness import missed, reason_kept
from raadslag.models.words import MOVES
from raadslag.record.danish import day
from raadslag.rules.paper_states import Move, Rule

LINES = 3
# the moves whose words the paper carries with it, and prints
SPOKEN = frozenset({Move.ENDORSE, Move.DECIDE})


class MeetingChoice(forms.ModelChoiceField):
    """A coming meeting, by its day."""

    def label_from_instance(self, meeting: Meeting) -> str:
        return f"{day(meeting.held_on)} {_('kl.')} {meeting.starts:%H.%M}"


class MoveForm(forms.Form):
    """One move of one paper. `seen` is how many moves the paper had made when the page was drawn."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, paper: Paper, rule: Rule, at: datetime, **kwargs: Any) -> None:
        kwargs.setdefault("prefix", rule.move.value)
        kwargs.setdefault("initial", {"seen": paper.moves.count(), "meeting": paper.aimed_at_id})
        super().__init__(*args, **kwargs)
        self.paper, self.rule, self.at = paper, rule, at
        for name, field in self.asked().items():
            self.fields[name] = field

    @property
    def move(self) -> Move:
        return self.rule.move

    @property
    def is_the_way_on(self) -> bool:
        """Whether it brings the paper forward."""
        return self.move in ONWARD

    @property
    def label(self) -> str:
        """What the button says."""
        following = self.paper.next_step if self.move == Move.PASS_ON else None
        if following:
            return _("Send videre til %(body)s") % {"body": following.body}
        return str(MOVES[self.move])

    def asked(self) -> dict[str, forms.Field]:
        """The fields of this move, in the order in which they are shown."""
        fields: dict[str, forms.Field] = {}
        if self.move == Move.PLACE:
            fields["meeting"] = MeetingChoice(coming(self.paper, self.at), label=_("Møde"), empty_label=None)
        if self.move in SPOKEN:
            fields["text"] = words(TEXTS[self.move](), required=True)
            fields["reservations"] = words(_("Forbehold"), help_text=_("Hvis nogen tog forbehold."))
        else:
            label = _("Bemærkning") if self.rule.comment else _("Bemærkning (kan udelades)")
            fields["comment"] = words(
                label, required=self.rule.comment, help_text=HELP.get(self.move, nothing)()
            )
        if self.move == Move.RETURN:
            fields["due_on"] = forms.DateField(
                label=_("Frist for en ny udgave (kan udelades)"),
                required=False,
                widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
                help_text=_("Uden en frist er der fem hverdage."),
            )
        if self.asks_why_late():
            fields["late_reason"] = words(
                _("Hvorfor kan sagen ikke vente?"),
                help_text=_("Fristen er overskredet. Grunden følger sagen til dagsordenen."),
            )
        return fields

    def asks_why_late(self) -> bool:
        """Whether a deadline is missed and nobody has said why."""
        if self.move == Move.PLACE:
            meetings = list(coming(self.paper, self.at)) if not reason_kept(self.paper) else []
        else:
            meetings = [self.paper.aimed_at]
        return any(missed(self.paper, self.move, meeting, self.at) for meeting in meetings)

    def look_again(self) -> None:
        """The page is drawn anew, and shows what others have done: the next answer is to that."""
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = self.paper.moves.count()

    def make(self, **act: Any) -> PaperMove:
        """Makes the move with what was typed. Raises Refused."""
        typed = {name: value for name, value in self.cleaned_data.items() if value is not None}
        method: Callable[..., PaperMove] = getattr(self.paper, METHODS.get(self.move, self.move.value))
        return method(**typed, **act)


ONWARD = frozenset({Move.SUBMIT, Move.APPROVE, Move.ENDORSE, Move.PLACE, Move.DECIDE, Move.PASS_ON})
METHODS = {Move.RETURN: "return_to_writers"}
TEXTS = {
    Move.ENDORSE: lambda: _("Påtegning"),
    Move.DECIDE: lambda: _("Hvad kom mødet frem til?"),
}


def nothing() -> str:
    return ""


HELP: dict[Move, Callable[[], str]] = {
    Move.SUBMIT: lambda: _("Til den, der skal godkende."),
    Move.APPROVE: lambda: _("Til dem, der skriver. Den følger ikke sagen."),
    Move.RETURN: lambda: _("Skriv, hvad der skal rettes."),
    Move.WITHDRAW: lambda: _("Skriv, hvorfor sagen trækkes."),
    Move.TAKE_OFF: lambda: _("Skriv, hvorfor sagen ikke skal på mødet."),
}


def words(label: str, *, required: bool = False, help_text: str = "") -> forms.CharField:
    """A field for a few lines."""
    return forms.CharField(
        label=label, required=required, help_text=help_text, widget=forms.Textarea({"rows": LINES})
    )


def coming(paper: Paper, at: datetime) -> Any:
    """The meetings on whose agenda the paper can be placed."""
    step = paper.turn
    planned = Meeting.objects.filter(state__in=BUILT, starts_at__gt=at).order_by("starts_at")
    return planned.filter(body=step.body) if step else planned.none()

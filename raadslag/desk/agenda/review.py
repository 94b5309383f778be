"""The secretary has a group read the agenda before it is sent, and sees to what they say."""

from __future__ import annotations

from dataclasses import dataclass
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

from raadslag.desk.access import now, person_of, today
from raadslag.desk.agenda.pages import agenda_page
from raadslag.desk.agenda.rights import built_meeting
from raadslag.desk.attachments.back import back_to
from raadslag.desk.year.pages import FORM, status_of
from raadslag.mail import review as mail
from raadslag.models import AgendaComment, AgendaReview, Item, Meeting, Person
from raadslag.models.agenda.building import AgendaLine, agenda_of
from raadslag.models.agenda.review import LONGEST_NOTE
from raadslag.models.refusal import Refused
from raadslag.rules.secrecy import MeetingState


class ReviewForm(forms.Form):
    """Who reads, until when, and a greeting."""

    people = forms.ModelMultipleChoiceField(
        Person.objects.active(),
        label=gettext_lazy("Hvem skal læse?"),
        widget=forms.CheckboxSelectMultiple({"class": "form-checkbox"}),
        help_text=gettext_lazy("De ser de åbne punkter, indtil du afslutter læsningen."),
    )
    due_on = forms.DateField(
        label=gettext_lazy("Senest den"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    note = forms.CharField(
        label=gettext_lazy("Hilsen (kan udelades)"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Den står øverst på siden, hvor de læser. Den er ikke med i mailen."),
    )


@dataclass(frozen=True)
class Commented:
    """A line of the agenda with what was said of it; None for the agenda as a whole."""

    line: AgendaLine | None
    comments: list[AgendaComment]


@require_http_methods(FORM)
def agenda_review(request: HttpRequest, key: UUID) -> HttpResponse:
    """The readings of the meeting's agenda with their comments, and a new one."""
    meeting = built_meeting(request, key)
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                review = AgendaReview.objects.open(
                    meeting, by=person_of(request), at=now(), **form.cleaned_data
                )
                mail.ask(review, at=now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("De får besked og kan læse dagsordenen nu."))
            return redirect("desk:agenda-review", key)
    return render(request, "desk/agenda/review.html", page_of(request, meeting, form), status=status_of(form))


def page_of(request: HttpRequest, meeting: Meeting, form: ReviewForm) -> dict[str, object]:
    return {
        **agenda_page(meeting, (_("Gennemlæsning"), None)),
        "reviews": meeting.reviews.select_related("by").prefetch_related("people").order_by("-at", "-pk"),
        "commented": commented(meeting, person_of(request)),
        "form": form,
        "may_open": meeting.state == MeetingState.PLANNED,
        "today": today(),
    }


def commented(meeting: Meeting, person: Person) -> list[Commented]:
    """What was said, of the whole agenda first and then item by item, of what the person may see."""
    visible = set(
        Item.objects.visible_to(person, today()).filter(meeting=meeting).values_list("pk", flat=True)
    )
    rows = AgendaComment.objects.filter(review__meeting=meeting).select_related("by", "item")
    said: dict[int | None, list[AgendaComment]] = {}
    for row in rows:
        said.setdefault(row.item_id, []).append(row)
    agenda = agenda_of(meeting)
    lines = [*agenda.lines, *(AgendaLine(item, None, None) for item in agenda.off)]
    by_item = [
        Commented(line, said[line.item.pk])
        for line in lines
        if line.item.pk in said and line.item.pk in visible
    ]
    return [*([Commented(None, said[None])] if None in said else []), *by_item]


@require_POST
def agenda_review_close(request: HttpRequest, key: UUID) -> HttpResponse:
    """The readers see no more of it."""
    review = get_object_or_404(AgendaReview.objects.select_related("meeting"), key=key)
    built_meeting(request, review.meeting.key)
    try:
        review.close(by=person_of(request), at=now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Læsningen er afsluttet. Bemærkningerne står her stadig."))
    return redirect("desk:agenda-review", review.meeting.key)


@require_POST
def agenda_comment(request: HttpRequest, key: UUID) -> HttpResponse:
    """A comment is seen to, or waits again."""
    comment = get_object_or_404(AgendaComment.objects.select_related("review__meeting", "item"), key=key)
    meeting = built_meeting(request, comment.review.meeting.key)
    if comment.item and not comment.item.may_be_seen_by(person_of(request), today()):
        raise Http404
    change = comment.undone if request.POST.get("waits") else comment.done
    change(by=person_of(request), at=now())
    return redirect(back_to(request, reverse("desk:agenda-review", args=[meeting.key])))

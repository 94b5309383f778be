"""One who was asked reads the agenda before it is sent, and comments on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadslag.desk.access import now, person_of, today
from raadslag.desk.agenda.pages import agenda_page
from raadslag.desk.year.pages import FORM, UNPROCESSABLE
from raadslag.models import AgendaComment, AgendaReview, Attachment, Event, Item, Person
from raadslag.models.agenda.building import AgendaLine, agenda_of
from raadslag.models.agenda.review import LONGEST_COMMENT
from raadslag.models.refusal import Refused
from raadslag.record import Part

WHOLE = "hele"  # the box for the whole agenda; an item's has its key


@dataclass(frozen=True)
class Box:
    """A place to comment: an item, or the whole agenda where `line` is None. `mine` is what the reader said
    there, `typed` what stands in the box."""

    place: str
    line: AgendaLine | None = None
    attachments: list[Attachment] = field(default_factory=list)
    mine: list[AgendaComment] = field(default_factory=list)
    typed: str = ""
    fault: str = ""

    @property
    def item(self) -> Item | None:
        return self.line.item if self.line else None


@require_http_methods(FORM)
def agenda_reading(request: HttpRequest, key: UUID) -> HttpResponse:
    """The agenda item by item, as far as the reader may see it, with a box at each."""
    person = person_of(request)
    mine = AgendaReview.objects.filter(people=person).select_related("meeting__body", "by")
    review = get_object_or_404(mine, key=key)
    if request.method != "POST":
        return page(request, review, {})
    typed = {name[5:]: text for name, text in request.POST.items() if name.startswith("text-")}
    place = request.POST.get("for", WHOLE)
    try:
        review.comment(item_at(review, place, person), typed.get(place, ""), by=person, at=now())
    except Refused as refusal:
        return page(request, review, typed, place, str(refusal))
    messages.success(request, _("Bemærkningen er sendt."))
    others = {name: text for name, text in typed.items() if name != place and text.strip()}
    if others:  # they stay where they are until they are sent
        return page(request, review, others)
    return redirect(f"{review.get_absolute_url()}#punkt-{place}")


def item_at(review: AgendaReview, place: str, person: Person) -> Item | None:
    """The item whose box it is, None for that of the whole. Raises Refused."""
    if place == WHOLE:
        return None
    for item in Item.objects.visible_to(person, today()).filter(meeting=review.meeting):
        if str(item.key) == place:
            return item
    raise Refused(_("Punktet er ikke på dagsordenen mere. Skriv din bemærkning til det hele."))


def page(
    request: HttpRequest, review: AgendaReview, typed: Mapping[str, str], place: str = "", fault: str = ""
) -> HttpResponse:
    """The page with what is typed; that the reading is over, once it is."""
    boxes = boxes_of(request, review, typed, place, fault) if review.is_open else []
    if fault and place not in [box.place for box in boxes]:
        messages.error(request, fault)
    context = {
        **agenda_page(review.meeting, (_("Læs dagsordenen"), None)),
        "review": review,
        "boxes": boxes,
        "lost": "\n\n".join(typed.values()) if fault and not boxes else "",
        "longest": LONGEST_COMMENT,
        "is_late": review.is_late(today()),
    }
    return render(request, "desk/agenda/reading.html", context, status=UNPROCESSABLE if fault else 200)


def boxes_of(
    request: HttpRequest, review: AgendaReview, typed: Mapping[str, str], place: str, fault: str
) -> list[Box]:
    """The items that the reader may see, and last the whole. What is closed and shown is noted as read."""
    person, on = person_of(request), today()
    visible = set(
        Item.objects.visible_to(person, on).filter(meeting=review.meeting).values_list("pk", flat=True)
    )
    said: dict[int | None, list[AgendaComment]] = {}
    for row in review.comments.filter(by=person):
        said.setdefault(row.item_id, []).append(row)

    def filled(at: str, pk: int | None) -> dict[str, object]:
        return {
            "mine": said.get(pk, []),
            "typed": typed.get(at, ""),
            "fault": fault if at == place else "",
        }

    boxes = []
    for line in agenda_of(review.meeting).lines:
        if line.item.pk not in visible:
            continue
        if line.item.effective_part == Part.CLOSED:
            Event.objects.record("read_closed", by=person, at=now(), about=line.item, address=request.path)
        attachments = Attachment.objects.under(line.item).visible_to(person, on).filter(left_out_reason="")
        at = str(line.item.key)
        boxes.append(Box(at, line, list(attachments), **filled(at, line.item.pk)))
    places = {box.place for box in boxes}
    gone = [text for name, text in typed.items() if name not in {WHOLE, *places} and text.strip()]
    # what was typed at an item that was taken off since is not lost
    kept = "\n\n".join(filter(None, [typed.get(WHOLE, ""), *gone]))
    return [*boxes, Box(WHOLE, **{**filled(WHOLE, None), "typed": kept})]

"""One item of a meeting: its decision, its text, its attachments and the case's course."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from raadslag.archive.models import PublishedItem
from raadslag.public.course import course
from raadslag.public.kept import kept
from raadslag.public.meeting import frame, trail
from raadslag.public.shown import Shown, shown
from raadslag.public.words import day, document_name, file_facts
from raadslag.record import Item

MOST_STEPS = 8
ICONS = {
    "application/pdf": "file-pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "file-word",
}


@kept
def item(
    request: HttpRequest, body: str, occasion: str, document: str, item: str, version: int | None = None
) -> HttpResponse:
    """The decision first, then what was asked for, then the rest."""
    page = shown(body, occasion, document, version)
    row = page.item(item)
    said = page.publication.record.items[row.position]
    steps = course(row.case_number, here=row.address) if row.case_number else []
    context = {
        **frame(page),
        "crumbs": [*trail_to_document(page), (crumb(row), None)],
        "row": row,
        "item": said,
        "passages": passages(said),
        "attendance": [
            each for each in page.publication.record.attendance if each.item and each.item == said.number
        ],
        "attachments": attachment_lines(row, said),
        "course": around(steps, row),
        "more": len(steps) > MOST_STEPS,
        "here": row.address,
        "before": page.publication.items.filter(position=row.position - 1).first(),
        "after": page.publication.items.filter(position=row.position + 1).first(),
    }
    return render(request, "public/item.html", context)


def trail_to_document(page: Shown) -> list[tuple[str, str | None]]:
    """The breadcrumbs down to the document."""
    name = f"{day(page.publication.held_on)}, {document_name(page.publication).lower()}"
    return [*trail(page), (name, page.base)]


def crumb(row: PublishedItem) -> str:
    """What the item is called in the breadcrumbs."""
    return _("Punkt %(number)s") % {"number": row.number} if row.number else row.title


def passages(item: Item) -> list[tuple[str, str]]:
    """The item's named fields that read as text, under their headings."""
    named = [
        (_("Baggrund og formål"), item.purpose),
        (_("Metode"), item.method),
        (_("Betingelse"), item.condition),
    ]
    return [(heading, text) for heading, text in named if text]


def attachment_lines(row: PublishedItem, item: Item) -> Iterator[dict[str, str | None]]:
    """The attachments as the item's page lists them; a closed one has no page to go to."""
    files = {file.position: file for file in row.files.all()}
    for position, attachment in enumerate(item.attachments):
        file = files.get(position)
        if file is None:
            yield {"slug": None, "title": attachment.title, "icon": "lock"}
        else:
            icon = ICONS.get(file.media_type or "", "document")
            yield {"slug": file.slug, "title": file.title, "facts": file_facts(file), "icon": icon}


def around(steps: list[PublishedItem], row: PublishedItem) -> list[PublishedItem]:
    """The steps of the case nearest to this one, in order."""
    at = next((place for place, step in enumerate(steps) if step.address == row.address), 0)
    start = max(0, min(at - MOST_STEPS // 2, len(steps) - MOST_STEPS))
    return steps[start : start + MOST_STEPS]

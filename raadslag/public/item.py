"""One item of a meeting: its decision, its text, its attachments and the case's course."""

from mimetypes import guess_extension

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from raadslag.archive.models import PublishedFile, PublishedItem
from raadslag.public.kept import kept
from raadslag.public.meeting import frame, trail
from raadslag.public.shown import Shown, shown
from raadslag.public.words import day, document_name, file_facts
from raadslag.record import Item

MOST_STEPS = 8
ICONS = {".pdf": "file-pdf", ".docx": "file-word"}


@kept
def item(
    request: HttpRequest, body: str, occasion: str, document: str, item: str, version: int | None = None
) -> HttpResponse:
    """The decision first, then what was asked for, then the rest."""
    page = shown(body, occasion, document, version)
    row = page.item(item)
    said = page.publication.record.items[row.position]
    course = list(PublishedItem.objects.of_case(row.case_number)) if row.case_number else []
    context = {
        **frame(page),
        "crumbs": [*trail_to_document(page), (crumb(row), None)],
        "row": row,
        "item": said,
        "passages": passages(said),
        "attendance": [
            each for each in page.publication.record.attendance if each.item and each.item == said.number
        ],
        "attachments": [attachment_line(file) for file in row.files.all()],
        "course": around(course, row),
        "more": len(course) > MOST_STEPS,
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


def attachment_line(file: PublishedFile) -> dict[str, str]:
    """An attachment as the list on an item's page shows it."""
    extension = guess_extension(file.media_type or "") or ""
    return {
        "slug": file.slug,
        "title": file.title,
        "facts": file_facts(file),
        "icon": ICONS.get(extension, "document"),
    }


def around(course: list[PublishedItem], row: PublishedItem) -> list[PublishedItem]:
    """The steps of the case nearest to this one, in order."""
    at = next((place for place, step in enumerate(course) if step.address == row.address), 0)
    start = max(0, min(at - MOST_STEPS // 2, len(course) - MOST_STEPS))
    return course[start : start + MOST_STEPS]

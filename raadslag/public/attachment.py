"""An attachment: its text, and its file beside it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from raadslag.public.downloads import file_address
from raadslag.public.item import crumb, trail_to_document
from raadslag.public.kept import kept
from raadslag.public.meeting import frame
from raadslag.public.shown import shown
from raadslag.public.words import file_facts


@kept
def attachment(
    request: HttpRequest,
    body: str,
    occasion: str,
    document: str,
    item: str,
    attachment: str,
    version: int | None = None,
) -> HttpResponse:
    """What the attachment says, as text, as a meeting or as a paper."""
    page = shown(body, occasion, document, version)
    file = page.file(item, attachment)
    row = file.item
    said = page.publication.record.items[row.position].attachments[file.position]
    here = _("Bilag %(number)s") % {"number": file.number} if file.number else file.title
    context = {
        **frame(page),
        "crumbs": [*trail_to_document(page), (crumb(row), f"{page.base}{row.slug}"), (here, None)],
        "row": row,
        "file": file,
        "attachment": said,
        "facts": file_facts(file),
        "file_address": file_address(page.base, file),
        "viewable": file.sha256 and file.media_type == "application/pdf",
    }
    return render(request, "public/attachment.html", context)

"""The files: a publication's downloads, and its attachments as they were received."""

from mimetypes import guess_extension
from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _

from raadslag.archive.models import DownloadKind, Publication, PublicationDownload, PublishedFile
from raadslag.public import words
from raadslag.public.shown import Shown, shown

# kind -> what stands after the document's name in the address, and the media type
ENDINGS = {
    DownloadKind.PACK: ("-pakke.pdf", "application/pdf"),
    DownloadKind.PDF: (".pdf", "application/pdf"),
    DownloadKind.DOCX: (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    DownloadKind.JSON: (".json", "application/json"),
    DownloadKind.ZIP: (".zip", "application/zip"),
}
# Types a browser may open on our address. The rest, HTML and SVG among them, are only ever saved.
SHOWN_TYPES = {"application/pdf", "application/json", "text/plain", "image/png", "image/jpeg"}


def offered(page: Shown) -> list[dict[str, object]]:
    """The publication's downloads as its page lists them."""
    document = words.document_name(page.publication)
    names = {
        DownloadKind.PDF: (document, "PDF"),
        DownloadKind.PACK: (_("Samlet pakke med bilag"), "PDF"),
        DownloadKind.DOCX: (document, "Word"),
        DownloadKind.JSON: (_("Data"), "JSON"),
        DownloadKind.ZIP: (_("Alle filer med kontrolsummer"), "ZIP"),
    }
    lines = []
    for download in page.publication.downloads.all():
        name, form = names[DownloadKind(download.kind)]
        address = page.base.rstrip("/") + ENDINGS[DownloadKind(download.kind)][0]
        lines.append({"name": name, "format": form, "size": download.size, "address": address})
    return lines


def download(
    request: HttpRequest, body: str, occasion: str, document: str, kind: str, version: int | None = None
) -> HttpResponseBase:
    """The whole document as a file of that kind."""
    publication = shown(body, occasion, document, version).publication
    found: PublicationDownload | None = publication.downloads.filter(kind=kind).first()
    if found is None:
        raise Http404
    ending, media_type = ENDINGS[DownloadKind(kind)]
    name = f"{body}-{occasion}-{document}{f'-version-{version}' if version else ''}{ending}"
    return sent(request, publication, found.path, found.sha256, media_type, name)


def attachment_file(
    request: HttpRequest,
    body: str,
    occasion: str,
    document: str,
    item: str,
    attachment: str,
    extension: str,
    version: int | None = None,
) -> HttpResponseBase:
    """The attachment's own file."""
    page = shown(body, occasion, document, version)
    file = page.file(item, attachment)
    if file.path is None or file.sha256 is None or extension != extension_of(file):
        raise Http404
    name = f"{body}-{occasion}-{item}-{attachment}.{extension}"
    return sent(request, page.publication, file.path, file.sha256, file.media_type or "", name)


def file_address(base: str, file: PublishedFile) -> str | None:
    """Where the attachment's file is served, None where it is not at hand."""
    return f"{base}{file.item.slug}/{file.slug}.{extension_of(file)}" if file.sha256 else None


def extension_of(file: PublishedFile) -> str:
    """The last part of the file's address: "pdf"; "bin" for what we do not know."""
    return (guess_extension(file.media_type or "") or ".bin")[1:]


def sent(
    request: HttpRequest, publication: Publication, path: Path, sha256: str, media_type: str, name: str
) -> HttpResponseBase:
    """The file with its headers, or 304 to those who have it."""
    etag, changed = f'"{sha256}"', int(publication.published_at.timestamp())
    unchanged = get_conditional_response(request, etag=etag, last_modified=changed)
    response: HttpResponseBase = unchanged or FileResponse(
        path.open("rb"),
        as_attachment=media_type not in SHOWN_TYPES,
        filename=name,
        content_type=media_type or "application/octet-stream",
    )
    response["ETag"] = etag
    response["Last-Modified"] = http_date(changed)
    response["Cache-Control"] = "no-cache"
    if media_type != "application/pdf":
        response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response

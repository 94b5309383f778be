"""A publication as files to take away."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from mimetypes import guess_extension
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from raadslag.archive.addresses import attachment_slugs, document_slug, item_slugs, slug
from raadslag.archive.models import DownloadKind
from raadslag.record import MeetingRecord, Part, to_json
from raadslag.writing import docx, packs, pdf

Place = tuple[int, int]
Files = Mapping[Place, Path]

LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Download:
    """A finished file under the name it is saved by."""

    kind: DownloadKind
    name: str
    data: bytes


def render(record: MeetingRecord, files: Files, pages: packs.PagePlan | None = None) -> tuple[Download, ...]:
    """Every download of a public record. `files` are the attachments' by (item, attachment), from 0.

    The pack comes only where there are attachments to put in it; one whose file is not at hand has a
    page that says so. The pack's pages have the numbers that are planned, if any are.
    """
    name = document_slug(record)
    downloads = [
        Download(DownloadKind.PDF, f"{name}.pdf", pdf.write(record)),
        Download(DownloadKind.DOCX, f"{name}.docx", docx.write(record)),
        Download(DownloadKind.JSON, f"{name}.json", to_json(record, indent=2).encode()),
    ]
    if files:
        downloads.append(Download(DownloadKind.PACK, f"{name}-pakke.pdf", packed(record, files, pages)))
    return (*downloads, Download(DownloadKind.ZIP, f"{name}.zip", everything(record, files, downloads)))


def packed(record: MeetingRecord, files: Files, pages: packs.PagePlan | None = None) -> bytes:
    """The pack, with pages that say why in place of attachments that cannot be in it."""
    closed = {
        (place, inner): "det er lukket"
        for place, item in enumerate(record.items)
        for inner, attachment in enumerate(item.attachments)
        if attachment.part is Part.CLOSED
    }
    with TemporaryDirectory() as folder:
        # The store names files by their content; a page that says why one is missing names them too.
        named: dict[Place, Path] = {}
        for place, name in attachment_names(record, files):
            named[place] = Path(folder, name.replace("/", "-"))
            named[place].symlink_to(files[place].resolve())
        target = Path(folder, "pakke.pdf")
        packs.pack(record, named, target, allow_missing=True, reasons=closed, pages=pages)
        return target.read_bytes()


def everything(record: MeetingRecord, files: Files, downloads: list[Download]) -> bytes:
    """A ZIP of the downloads and the attachments, with their checksums; the same bytes every time."""
    members = {download.name: download.data for download in downloads}
    members |= {name: files[place].read_bytes() for place, name in attachment_names(record, files)}
    sums = "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in members.items())
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, data in {**members, "SHA256SUMS": sums.encode()}.items():
            archive.writestr(ZipInfo(name, LONG_AGO), data, ZIP_DEFLATED)
    return packed.getvalue()


def attachment_names(record: MeetingRecord, files: Files) -> Iterator[tuple[Place, str]]:
    """The name of each attachment's file: bilag/punkt-2/bilag-1-budget.pdf"""
    for place, (item, folder) in enumerate(zip(record.items, item_slugs(record.items), strict=True)):
        for inner, (attachment, name) in enumerate(
            zip(item.attachments, attachment_slugs(item.attachments), strict=True)
        ):
            if (place, inner) in files:
                ending = guess_extension(attachment.media_type or "") or ""
                title = slug(attachment.title.removesuffix(ending))
                yield (place, inner), f"bilag/{folder}/{name}{title and '-'}{title}{ending}"

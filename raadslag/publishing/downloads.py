"""A publication as files to take away."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from mimetypes import guess_extension
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from raadslag.archive.addresses import attachment_slugs, document_slug, item_slugs, slug
from raadslag.archive.models import DownloadKind
from raadslag.record import MeetingRecord, to_json
from raadslag.writing import docx, packs, pdf

LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Download:
    """A finished file under the name it is saved by."""

    kind: DownloadKind
    name: str
    data: bytes


def render(record: MeetingRecord, files: Mapping[tuple[int, int], Path]) -> tuple[Download, ...]:
    """Every download of a public record. `files` are the attachments' by (item, attachment), from 0.

    The pack comes only where there are attachments to put in it; one whose file is not at hand has a
    page that says so.
    """
    name = document_slug(record)
    downloads = [
        Download(DownloadKind.PDF, f"{name}.pdf", pdf.write(record)),
        Download(DownloadKind.DOCX, f"{name}.docx", docx.write(record)),
        Download(DownloadKind.JSON, f"{name}.json", to_json(record, indent=2).encode()),
    ]
    if files:
        pack = packs.pack(record, files, allow_missing=True)
        downloads.append(Download(DownloadKind.PACK, f"{name}-pakke.pdf", pack))
    return (*downloads, Download(DownloadKind.ZIP, f"{name}.zip", everything(record, files, downloads)))


def everything(
    record: MeetingRecord, files: Mapping[tuple[int, int], Path], downloads: list[Download]
) -> bytes:
    """A ZIP of the downloads and the attachments, with their checksums; the same bytes every time."""
    members = {download.name: download.data for download in downloads}
    members |= {name: path.read_bytes() for name, path in attachment_names(record, files)}
    sums = "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in members.items())
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, data in {**members, "SHA256SUMS": sums.encode()}.items():
            archive.writestr(ZipInfo(name, LONG_AGO), data, ZIP_DEFLATED)
    return packed.getvalue()


def attachment_names(
    record: MeetingRecord, files: Mapping[tuple[int, int], Path]
) -> Iterator[tuple[str, Path]]:
    """Each attachment's file, with its name in the ZIP: bilag/punkt-2/bilag-1-budget.pdf"""
    for place, (item, folder) in enumerate(zip(record.items, item_slugs(record.items), strict=True)):
        for inner, (attachment, name) in enumerate(
            zip(item.attachments, attachment_slugs(item.attachments), strict=True)
        ):
            if path := files.get((place, inner)):
                ending = guess_extension(attachment.media_type or "") or path.suffix
                title = slug(attachment.title.removesuffix(ending))
                yield f"bilag/{folder}/{name}{title and '-'}{title}{ending}", path

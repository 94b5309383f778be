"""The recipe of a pack: open every attachment, set the minutes, put them together, save."""

import os
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Protocol

import pikepdf

from raadslag.record import MeetingRecord, Part, Stage, to_json
from raadslag.writing import pdf
from raadslag.writing.normal import normal
from raadslag.writing.packs.assembly import Copied, Look, assemble
from raadslag.writing.packs.content_apart import is_written_out, without_content
from raadslag.writing.packs.intake import CannotInclude, left_out_page, missing_page, open_attachment
from raadslag.writing.packs.labels import attachment_label, item_label
from raadslag.writing.packs.links import Place, address
from raadslag.writing.packs.page_plan import PagePlan, keep

RECORD_NAME = "record.json"  # as record.typ names the JSON inside the minutes
NO_FILE = "der er ingen fil til det"
# What pikepdf does with files that are broken in ways that nobody thought of. It is met only once a pack
# has failed; then each file is tried alone, so that the one that is broken can be named.
UNFORESEEN = (
    pikepdf.PikepdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)


class Opener(Protocol):
    """What opens an attachment, or raises CannotInclude."""

    def __call__(self, path: Path, /, *, title: str, pages: int | None) -> pikepdf.Pdf: ...


class PackError(Exception):
    """Attachments cannot be included; `sentences` names each and says why, in Danish."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


def pack(
    record: MeetingRecord,
    files: Mapping[Place, Path],
    target: Path,
    *,
    allow_missing: bool = False,
    reasons: Mapping[Place, str] | None = None,
    left_out: Mapping[Place, str] | None = None,
    pages: PagePlan | None = None,
    draft: bool = False,
) -> tuple[str, ...]:
    """Write the record's pack to `target`, whole or not at all.

    `files` gives the file of each attachment by its place (item, attachment), both counted from 0;
    `reasons` may say, as a Danish clause, why an attachment has none. Every attachment of the record's
    items goes in, closed ones too: leave them out of the record where they must not be seen. `left_out`
    gives those that are left out on purpose, each with the reason that stands on a page in its place.

    With a page plan the pages have its numbers, and a closed attachment that has no file has no page
    either. A draft says so on every page.

    Raises PackError when an attachment cannot be included. With `allow_missing` a page that says so stands
    in its place, and the sentences about them are returned.
    """
    reasons, left_out = reasons or {}, left_out or {}
    record = emptied(record, left_out)
    without_page = closed_without_file(record, files) if pages else frozenset()
    look = Look(pages, draft)
    try:
        collected = collect(record, files, reasons, left_out, without_page, open_attachment)
        return bind(collected, record, files, target, look, allow_missing=allow_missing)
    except UNFORESEEN:
        collected = collect(record, files, reasons, left_out, without_page, open_tried)
        return bind(collected, record, files, target, look, allow_missing=allow_missing)


def closed_without_file(record: MeetingRecord, files: Mapping[Place, Path]) -> frozenset[Place]:
    """The closed attachments that have no file: those whom the pack is for are not to see it."""
    return frozenset(
        (at, beside)
        for at, item in enumerate(record.items)
        for beside, attachment in enumerate(item.attachments)
        if attachment.part is Part.CLOSED and (at, beside) not in files
    )


def bind(
    collected: tuple[Sequence[Copied], tuple[str, ...]],
    record: MeetingRecord,
    files: Mapping[Place, Path],
    target: Path,
    look: Look,
    *,
    allow_missing: bool,
) -> tuple[str, ...]:
    """Set the minutes, put the parts after them, and save."""
    parts, sentences = collected
    with ExitStack() as opened:
        for part in parts:
            opened.enter_context(part.pdf)
        if sentences and not allow_missing:
            raise PackError(sentences)
        links = {part.place: address(part.place) for part in parts}
        after = sum(len(part.pdf.pages) for part in parts)
        minutes = pdf.write(
            without_content(record, files),
            attachment_links=links,
            pages_after=after,
            item_pages=look.pages.items if look.pages else None,
            total=look.pages.total if look.pages else None,
            draft=look.draft,
        )
        with assemble(minutes, parts, look) as whole:
            keep_record(whole, record)
            if look.pages:
                keep(whole, look.pages)
            save(whole, target, max(part.pdf.pdf_version for part in parts) if parts else "1.7")
    return sentences


def collect(
    record: MeetingRecord,
    files: Mapping[Place, Path],
    reasons: Mapping[Place, str],
    left_out: Mapping[Place, str],
    without_page: frozenset[Place],
    opener: Opener,
) -> tuple[list[Copied], tuple[str, ...]]:
    """Every attachment opened, or a page in its place and a sentence about it."""
    parts: list[Copied] = []
    sentences: list[str] = []
    for at, item in enumerate(record.items):
        for beside, attachment in enumerate(item.attachments):
            place = (at, beside)
            if place in without_page or (place not in files and is_written_out(attachment)):
                continue
            label = attachment_label(item, attachment)
            try:
                if place in left_out:
                    parts.append(
                        Copied(place, item_label(item), label, left_out_page(label, left_out[place]))
                    )
                    continue
                if place not in files:
                    raise CannotInclude(reasons.get(place, NO_FILE))
                opened = opener(files[place], title=attachment.title, pages=attachment.pages)
            except CannotInclude as reason:
                sentences.append(f"»{label}« kan ikke tages med: {reason}.")
                opened = missing_page(label, str(reason))
            parts.append(Copied(place, item_label(item), label, opened))
    return parts, tuple(sentences)


def open_tried(path: Path, *, title: str, pages: int | None) -> pikepdf.Pdf:
    """The file, after it has been through a pack of its own. Raises CannotInclude."""
    alone = pdf.write(MeetingRecord(stage=Stage.AGENDA))
    with open_attachment(path, title=title, pages=pages) as trial:
        try:
            with assemble(alone, [Copied((0, 0), title, title, trial)], Look()) as whole:
                whole.save(BytesIO())
        except UNFORESEEN:
            raise CannotInclude(f"filen {path.name} er beskadiget") from None
    return open_attachment(path, title=title, pages=pages)


def emptied(record: MeetingRecord, left_out: Mapping[Place, str]) -> MeetingRecord:
    """The record with nothing but the title of what is left out."""
    items = []
    for at, item in enumerate(record.items):
        attachments = tuple(
            replace(each, text=None, paper=None, record=None) if (at, beside) in left_out else each
            for beside, each in enumerate(item.attachments)
        )
        items.append(replace(item, attachments=attachments))
    return replace(record, items=tuple(items))


def keep_record(whole: pikepdf.Pdf, record: MeetingRecord) -> None:
    """Put the whole record in the file, with the papers and meetings that the minutes left to the pages."""
    content = to_json(normal(record), indent=1).encode()
    file = whole.attachments[RECORD_NAME].obj.EF.F
    file.write(content)
    file.Params.Size = len(content)


def save(whole: pikepdf.Pdf, target: Path, version: str) -> None:
    """Write beside the target and move into place, so that nobody ever sees half a pack."""
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with beside.open("xb") as file:
            whole.save(
                file,
                min_version=version,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                deterministic_id=True,
            )
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)

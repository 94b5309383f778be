"""An agenda's packs: the members', the public's and that of the closed part, with the same numbers on the
same pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

from raadslag.archive.addresses import slug
from raadslag.models import Audience
from raadslag.models.desk_files import desk_files
from raadslag.publishing.agenda.composed import Composed, Place
from raadslag.publishing.agenda.reading import Reading, files_in
from raadslag.publishing.public_record import public_record
from raadslag.record import MeetingRecord, Part
from raadslag.writing import packs

NOT_READY = "filen er ikke klar endnu"
PIECE = 1 << 20


@dataclass(frozen=True)
class Extract:
    """A record that is part of a whole one. `items` are its items' places there; `files` and `pages` are by
    its own places."""

    record: MeetingRecord
    items: tuple[int, ...]
    files: Mapping[Place, Path]
    pages: packs.PagePlan


@dataclass(frozen=True)
class Pack:
    """A finished pack among the desk's files. `size` in bytes."""

    audience: Audience
    sha256: str
    size: int
    pages: int


def page_plan(composed: Composed) -> packs.PagePlan:
    """The page numbers of all the packs of an agenda."""
    whole = printed(composed.record, composed.news)
    return packs.plan(whole, composed.files, [public_record(composed.door_record)])


def printed(record: MeetingRecord, news: Sequence[str]) -> MeetingRecord:
    """The record with what is new before its other notes."""
    return replace(record, notes=(*news, *record.notes))


def for_audience(composed: Composed, audience: Audience, pages: packs.PagePlan) -> Extract | None:
    """What that audience gets of the agenda; None where it gets nothing."""
    everything = tuple(range(len(composed.record.items)))
    if audience == Audience.MEMBERS:
        return Extract(printed(composed.record, composed.news), everything, composed.files, pages)
    if audience == Audience.PUBLIC:
        public = public_record(composed.door_record)
        return Extract(public, everything, files_in(public, everything, composed.files), pages)
    return closed_part(composed.record, composed.files, pages)


def closed_part(record: MeetingRecord, files: Mapping[Place, Path], pages: packs.PagePlan) -> Extract | None:
    """The closed items, and of the open ones their closed attachments; None where nothing is closed."""
    items, kept = [], []
    moved: dict[Place, Place] = {}
    for at, item in enumerate(record.items):
        inside = [beside for beside, each in enumerate(item.attachments) if each.part is Part.CLOSED]
        if item.part is Part.OPEN:
            if not inside:
                continue
            item = replace(
                item,
                sections=(),
                recommendation=(),
                purpose=None,
                attachments=tuple(item.attachments[beside] for beside in inside),
            )
            moved |= {(at, beside): (len(items), here) for here, beside in enumerate(inside)}
        else:
            moved |= {(at, beside): (len(items), beside) for beside in range(len(item.attachments))}
        items.append(item)
        kept.append(at)
    if not items:
        return None
    return Extract(
        replace(record, items=tuple(items)),
        tuple(kept),
        {here: files[whole] for whole, here in moved.items() if whole in files},
        packs.PagePlan(
            tuple(pages.items[at] for at in kept),
            {here: pages.attachments[whole] for whole, here in moved.items() if whole in pages.attachments},
            pages.total,
        ),
    )


def for_reader(
    composed: Composed, reading: Reading, pages: packs.PagePlan, news: Sequence[str] = ()
) -> Extract:
    """What one reader may see of the members' pack; `news` as that reader may see them."""
    files = files_in(reading.record, reading.kept, composed.files)
    return Extract(printed(reading.record, news), reading.kept, files, pages.of(reading.kept))


def keep_packs(composed: Composed) -> tuple[Pack, ...]:
    """The pack of each audience that gets something, kept. Raises packs.PackError and OSError."""
    pages = page_plan(composed)
    extracts = {each: for_audience(composed, each, pages) for each in Audience}
    return tuple(kept(audience, extract) for audience, extract in extracts.items() if extract)


def kept(audience: Audience, extract: Extract) -> Pack:
    """The pack, among the desk's files."""
    with built(extract) as path:
        with pikepdf.open(path) as pdf:
            pages = len(pdf.pages)
        new = desk_files().begin()
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                new.write(piece)
        size = new.size
        return Pack(audience, new.keep(), size, pages)


@contextmanager
def built(extract: Extract, *, draft: bool = False) -> Iterator[Path]:
    """The pack as a file, there as long as the block runs. In a draft, attachments may be missing: a page
    says so. Raises packs.PackError and OSError."""
    with TemporaryDirectory() as folder:
        target = Path(folder, "dagsorden.pdf")
        packs.pack(
            extract.record,
            named(extract, Path(folder)),
            target,
            allow_missing=draft,
            reasons=dict.fromkeys(places(extract.record), NOT_READY),
            pages=extract.pages,
            draft=draft,
        )
        yield target


def named(extract: Extract, folder: Path) -> dict[Place, Path]:
    """The files under names that people know, for what is said of them."""
    found = {}
    for (at, beside), path in extract.files.items():
        title = slug(extract.record.items[at].attachments[beside].title) or "bilag"
        found[at, beside] = folder / f"{at + 1}-{beside + 1}-{title}.pdf"
        found[at, beside].symlink_to(path.resolve())
    return found


def places(record: MeetingRecord) -> Iterator[Place]:
    for at, item in enumerate(record.items):
        for beside in range(len(item.attachments)):
            yield at, beside

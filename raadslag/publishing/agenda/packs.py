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
from raadslag.models.agenda.version import ItemPlace
from raadslag.models.desk_files import desk_files
from raadslag.publishing.agenda.composed import Composed, Place
from raadslag.publishing.agenda.reading import Reading, files_in
from raadslag.publishing.public_record import public_record
from raadslag.record import Item, MeetingRecord, Part
from raadslag.writing import packs

NOT_READY = "filen er ikke klar endnu"
PIECE = 1 << 20


@dataclass(frozen=True)
class Extract:
    """A record that is part of a whole agenda; the rest is by its own places. `places` tells what is what on
    the desk, for what not everybody may see."""

    record: MeetingRecord
    places: tuple[ItemPlace, ...]
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
    if audience == Audience.MEMBERS:
        return Extract(printed(composed.record, composed.news), composed.places, composed.files, pages)
    if audience == Audience.PUBLIC:
        public = public_record(composed.door_record)
        places = tuple(
            ItemPlace("") if item.part is Part.CLOSED else place
            for item, place in zip(public.items, composed.places, strict=True)
        )
        return Extract(public, places, files_in(public, range(len(public.items)), composed.files), pages)
    return closed_part(composed, pages)


def closed_part(composed: Composed, pages: packs.PagePlan) -> Extract | None:
    """The closed items, and of the open ones their closed attachments; None where nothing is closed."""
    items, kept, places = [], [], []
    moved: dict[Place, Place] = {}
    for at, (item, place) in enumerate(zip(composed.record.items, composed.places, strict=True)):
        is_open = item.part is Part.OPEN
        inside = [
            beside for beside, each in enumerate(item.attachments) if not is_open or each.part is Part.CLOSED
        ]
        if is_open and not inside:
            continue
        moved |= {(at, beside): (len(items), here) for here, beside in enumerate(inside)}
        shown = tuple(item.attachments[beside] for beside in inside)
        items.append(
            Item(number=item.number, title=item.title, attachments=shown)
            if is_open
            else replace(item, attachments=shown)
        )
        places.append(replace(place, attachments=tuple(place.attachments[beside] for beside in inside)))
        kept.append(at)
    if not items:
        return None
    return Extract(
        replace(composed.record, items=tuple(items)),
        tuple(places),
        {here: composed.files[whole] for whole, here in moved.items() if whole in composed.files},
        packs.PagePlan(
            tuple(pages.items[at] for at in kept),
            {here: pages.attachments[whole] for whole, here in moved.items() if whole in pages.attachments},
            pages.total,
        ),
    )


def as_seen(extract: Extract, reading: Reading, news: Sequence[str] = ()) -> Extract:
    """The extract as one reader may see it; `news` as that reader may see them."""
    return Extract(
        printed(reading.record, news),
        tuple(extract.places[at] for at in reading.kept),
        files_in(reading.record, reading.kept, extract.files),
        extract.pages.of(reading.kept),
    )


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

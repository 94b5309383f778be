"""Page numbers that are the same in every pack of one agenda, whatever each of them leaves out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from raadslag.record import MeetingRecord
from raadslag.writing import pdf
from raadslag.writing.packs.content_apart import is_written_out, without_content
from raadslag.writing.packs.links import Place

# While pages are counted each item has such a number, so that the list of contents is as wide as it gets.
WIDEST = 9999
KEPT = "/RaadslagPages"  # in the pack's catalogue


@dataclass(frozen=True, slots=True)
class PagePlan:
    """The number of the first page of each item, and of each attachment that has pages; and how many pages
    there are in all. Pages that a pack leaves out keep their numbers: no other page has them."""

    items: tuple[int, ...]
    attachments: Mapping[Place, int]
    total: int

    def of(self, items: Sequence[int]) -> PagePlan:
        """The same numbers for a record that has only these of the items, by their places, in that order."""
        here = {place: at for at, place in enumerate(items)}
        return PagePlan(
            items=tuple(self.items[place] for place in items),
            attachments={
                (here[item], inner): page for (item, inner), page in self.attachments.items() if item in here
            },
            total=self.total,
        )


def plan(whole: MeetingRecord, files: Mapping[Place, Path], others: Iterable[MeetingRecord] = ()) -> PagePlan:
    """The numbers for the packs of a record and of the `others`, which are the same with less in them: each
    has the same items in the same places. `files` are the attachments' of the whole record.

    What the others have more pages of, as a list of contents with longer titles, is made room for.
    """
    counted = [count(record, files) for record in (whole, *others)]
    starts = [1 + max(head for head, _ in counted)]
    for pages in zip(*(items for _, items in counted), strict=True):
        starts.append(starts[-1] + max(pages))
    *items, page = starts
    attachments: dict[Place, int] = {}
    for at, item in enumerate(whole.items):
        for beside, attachment in enumerate(item.attachments):
            if (at, beside) in files or not is_written_out(attachment):
                attachments[at, beside] = page
                page += (attachment.pages or 1) if (at, beside) in files else 1
    return PagePlan(tuple(items), attachments, page - 1)


def count(record: MeetingRecord, files: Mapping[Place, Path]) -> tuple[int, list[int]]:
    """How many pages come before the first item, and how many each item is printed on."""
    printed = without_content(record, files)
    front = pdf.write(printed, item_pages=[WIDEST] * len(record.items), total=WIDEST)
    with pikepdf.open(BytesIO(front)) as opened:
        head, *starts = [*item_starts(opened, len(record.items)), len(opened.pages)]
        return head, [after - before for before, after in zip((head, *starts), starts, strict=False)]


def item_starts(front: pikepdf.Pdf, items: int) -> list[int]:
    """The page that each item begins on, from 0: where the bookmarks of the first level lead."""
    if not items:
        return []
    with front.open_outline() as outline:
        pages = {page.obj.objgen: at for at, page in enumerate(front.pages)}
        destinations = [each.destination for each in outline.root]
        return [pages[each[0].objgen] for each in destinations if isinstance(each, Array)]


def keep(pack: pikepdf.Pdf, numbers: PagePlan) -> None:
    """Writes the plan into the pack, so that another pack of the same agenda can have its numbers."""
    attachments = [[*place, page] for place, page in numbers.attachments.items()]
    pack.Root[KEPT] = String(json.dumps([numbers.items, attachments, numbers.total]))


def kept(pack: Path) -> PagePlan | None:
    """The plan that the pack was made by, None where there was none."""
    with pikepdf.open(pack) as opened:
        if KEPT not in opened.Root:
            return None
        items, attachments, total = json.loads(str(opened.Root[KEPT]))
    return PagePlan(tuple(items), {(at, beside): page for at, beside, page in attachments}, total)


def label(pack: pikepdf.Pdf, segments: Iterable[tuple[int, int]]) -> None:
    """Page labels: pairs of a page, from 0, and the number that it and those after it are counted from."""
    numbers: list[object] = []
    for page, number in segments:
        numbers += page, Dictionary(S=Name.D, St=number)
    pack.Root.PageLabels = Dictionary(Nums=Array(numbers))


def segments_of_front(front: pikepdf.Pdf, numbers: PagePlan) -> Iterator[tuple[int, int]]:
    """Where the printed agenda's own numbers begin."""
    starts = item_starts(front, len(numbers.items))
    if not starts or starts[0] > 0:
        yield 0, 1
    yield from zip(starts, numbers.items, strict=True)

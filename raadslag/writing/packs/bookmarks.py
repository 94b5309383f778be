"""The pack's bookmarks: the minutes' own, under each item its attachments, under each attachment its own."""

from dataclasses import dataclass

import pikepdf
from pikepdf import Dictionary, Name, ObjectSet, OutlineItem

DEEPEST = 80  # levels; pikepdf brings at most 64 from an attachment


@dataclass(frozen=True, slots=True)
class Entry:
    """An attachment's bookmark: its item's name and its own, its first page, and how many came with it."""

    item: str
    label: str
    first_page: int
    brought: int


class Bookmarks:
    """Collected while attachments are copied, each of which puts its bookmarks at the end of the pack's."""

    def __init__(self, pack: pikepdf.Pdf) -> None:
        self.pack = pack
        self.known = top_level(pack)
        self.own = len(self.known)
        self.entries: list[Entry] = []

    def add(self, item: str, label: str, first_page: int) -> None:
        """An attachment was copied; `first_page` counts from 0."""
        brought = top_level(self.pack, after=self.known[-1] if self.known else None)
        self.entries.append(Entry(item, label, first_page, len(brought)))
        self.known += brought

    def finish(self) -> None:
        """Put each attachment under its item, and what it brought under the attachment."""
        with self.pack.open_outline(max_depth=DEEPEST, strict=False) as outline:
            brought = iter(outline.root[self.own :])
            del outline.root[self.own :]
            items: dict[str, OutlineItem] = {}
            for each in walk(outline.root):
                items.setdefault(spaced(each.title), each)
            for entry in self.entries:
                if spaced(entry.item) not in items:
                    items[spaced(entry.item)] = OutlineItem(entry.item, entry.first_page)
                    outline.root.append(items[spaced(entry.item)])
                attachment = OutlineItem(entry.label, entry.first_page)
                attachment.children = [next(brought) for _ in range(entry.brought)]
                attachment.is_closed = True
                items[spaced(entry.item)].children.append(attachment)


def walk(items: list[OutlineItem]) -> list[OutlineItem]:
    """The items with those below them, the upper levels first."""
    below = [child for item in items for child in item.children]
    return [*items, *walk(below)] if below else list(items)


def spaced(title: str) -> str:
    """The title with single spaces, to compare by."""
    return " ".join(title.split())


def top_level(pdf: pikepdf.Pdf, after: pikepdf.Object | None = None) -> list[pikepdf.Object]:
    """The document's bookmarks of the first level, or those of them after the one given."""
    if after is None:
        outlines = pdf.Root.get(Name.Outlines)
        node = outlines.get(Name.First) if isinstance(outlines, Dictionary) else None
    else:
        node = after.get(Name.Next)
    found: list[pikepdf.Object] = []
    seen = ObjectSet()
    while isinstance(node, Dictionary) and seen.add(node):
        found.append(node)
        node = node.get(Name.Next)
    return found

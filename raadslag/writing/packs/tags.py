"""One structure tree out of many, so that a screen reader finds its way through the whole pack.

An attachment's tree becomes a Part of the pack's document. What its names and numbers point at must stay
apart from the others': keys of the parent tree are moved, clashing roles, classes and ids are renamed.
"""

from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree

from raadslag.writing.packs.cleaning import annotations
from raadslag.writing.packs.content import unpacked
from raadslag.writing.packs.tag_names import rename
from raadslag.writing.packs.tag_nodes import (
    append,
    children,
    elements,
    number_tree,
    numbered,
    parent_tree,
    tree_of,
)

KEYS = frozenset({"/StructParents", "/StructParent"})
WHOLE_PAGE = b"/P <</MCID 0>> BDC"


class TagTree:
    """The pack's structure tree while attachments are added to it."""

    def __init__(self, pack: pikepdf.Pdf) -> None:
        self.pack = pack
        root = pack.Root.get(Name.StructTreeRoot)
        if root is None:
            document = pack.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array([])))
            root = pack.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=document))
            document.P = root
            pack.Root.StructTreeRoot = root
        self.root = root
        self.document = children(root)[0]
        self.parents = parent_tree(root)
        self.next_key = max(self.parents, default=-1) + 1
        self.whole_pages: set[tuple[int, int]] = set()

    def make_room(self, source: pikepdf.Pdf) -> pikepdf.Object | None:
        """Before the pages are copied: give the source's tree numbers and names that nothing in the pack has.

        None, and no numbers left on its pages, where the source has no tree that leads anywhere.
        """
        tree = tree_of(source)
        numbers = parent_tree(tree) if tree is not None else {}
        for holder in numbered(source):
            for key in KEYS & holder.keys():
                if isinstance(holder[key], int) and numbers:
                    holder[key] += self.next_key
                else:
                    del holder[key]
        if tree is None or not numbers:
            return None
        moved = {key + self.next_key: value for key, value in numbers.items()}
        tree.ParentTree = source.make_indirect(number_tree(source, moved))
        rename(source, tree, self.root, suffix=f"-{self.next_key}")
        return tree

    def add(
        self, source: pikepdf.Pdf, tree: pikepdf.Object | None, pages: Sequence[pikepdf.Page], title: str
    ) -> None:
        """After the pages are copied: hang the source's tree, or a plain one, into the pack's."""
        part = self.pack.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Part, P=self.document, T=title, K=Array([]))
        )
        if Name.Lang in source.Root:
            part.Lang = source.Root.Lang
        append(self.document, part)
        if tree is None:
            part.K = Array([self.untagged(page, part) for page in pages if b"/MCID" not in unpacked(page)])
            return
        copy = self.pack.copy_foreign(tree)
        for child in children(copy):
            child.P = part
            append(part, child)
        if Name.AcroForm in source.Root:
            self.follow_forms(source, pages, part)
        self.adopt(copy)

    def untagged(self, page: pikepdf.Page, part: pikepdf.Object) -> pikepdf.Object:
        """A paragraph that is the whole page: without one, a screen reader would pass over it."""
        whole = self.pack.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=part, Pg=page.obj, K=0))
        page.obj.StructParents = self.next_key
        self.parents[self.next_key] = Array([whole])
        self.next_key += 1
        self.whole_pages.add(page.obj.objgen)
        return whole

    def is_whole(self, page: pikepdf.Page) -> bool:
        """Whether the page's content is one tagged whole, to be opened by WHOLE_PAGE."""
        return page.obj.objgen in self.whole_pages

    def follow_forms(self, source: pikepdf.Pdf, pages: Sequence[pikepdf.Page], part: pikepdf.Object) -> None:
        """Point the tags at the pages' annotations: where there are form fields, these are second copies."""
        followed = {
            self.pack.copy_foreign(before).objgen: after
            for source_page, page in zip(source.pages, pages, strict=True)
            for before, after in zip(annotations(source_page), annotations(page), strict=True)
            if before.is_indirect
        }
        for element in elements(part):
            for kid in children(element, Name.Obj):
                kid.Obj = followed.get(kid.Obj.objgen, kid.Obj)

    def adopt(self, copy: pikepdf.Object) -> None:
        """Take over what the copied tree's names and numbers point at."""
        self.parents |= parent_tree(copy)
        self.next_key = max(self.parents, default=-1) + 1
        for name in (Name.RoleMap, Name.ClassMap):
            if isinstance(copy.get(name), Dictionary):
                if name not in self.root:
                    self.root[name] = Dictionary()
                for key, value in copy[name].items():
                    self.root[name][key] = value
        if isinstance(copy.get(Name.Namespaces), Array):
            listed = list(self.root.get(Name.Namespaces, Array()))
            self.root.Namespaces = Array([*listed, *copy.Namespaces])
        if Name.IDTree in copy:
            if Name.IDTree not in self.root:
                self.root.IDTree = NameTree.new(self.pack).obj
            ids = NameTree(self.root.IDTree)
            for key, value in NameTree(copy.IDTree).items():
                ids[key] = value

    def finish(self) -> None:
        """Write the parent tree, and that the document is tagged."""
        self.root.ParentTree = self.pack.make_indirect(number_tree(self.pack, self.parents))
        self.root.ParentTreeNextKey = self.next_key
        self.pack.Root.MarkInfo = Dictionary(Marked=True)

"""The parts of a structure tree: its elements, and the numbers that lead from content to elements."""

from collections.abc import Iterator, Mapping
from itertools import islice

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree, ObjectSet, Stream

from raadslag.writing.packs.cleaning import annotations

LEAF = 64  # numbers to a leaf of the parent tree


def tree_of(pdf: pikepdf.Pdf) -> pikepdf.Object | None:
    """The document's structure tree, or None where there is none or it is empty."""
    root = pdf.Root.get(Name.StructTreeRoot)
    if not isinstance(root, Dictionary) or not children(root):
        return None
    if not root.is_indirect:
        pdf.Root.StructTreeRoot = root = pdf.make_indirect(root)
    return root


def children(element: pikepdf.Object, holding: Name = Name.S) -> list[pikepdf.Object]:
    """The kids that hold /S: elements; or those that hold /Obj: references to annotations."""
    kids = element.get(Name.K)
    listed = list(kids) if isinstance(kids, Array) else [kids]
    return [kid for kid in listed if isinstance(kid, Dictionary) and holding in kid]


def numbered(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """What may have a number in the parent tree, each once: pages, annotations, and what pages draw."""
    seen = ObjectSet()
    for page in pdf.pages:
        yield from (each for each in (page.obj, *annotations(page)) if seen.add(each))
    for scope in pdf.content_scopes(kinds=("page", "form", "appearance")):
        drawn = scope.resources.get(Name.XObject) if scope.resources is not None else None
        for each in drawn.values() if isinstance(drawn, Dictionary) else ():
            if isinstance(each, Stream) and seen.add(each):
                yield each


def append(element: pikepdf.Object, child: pikepdf.Object) -> None:
    """Make the child the element's last kid."""
    kids = element.get(Name.K)
    if not isinstance(kids, Array):
        element.K = Array([] if kids is None else [kids])
    element.K.append(child)


def elements(root: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Every element below the root, each once even in a tree that runs in circles."""
    seen = ObjectSet()
    waiting = children(root)
    while waiting:
        element = waiting.pop()
        if seen.add(element):
            yield element
            waiting += children(element)


def parent_tree(root: pikepdf.Object) -> dict[int, pikepdf.Object]:
    """The parent tree's numbers and what each leads to; nothing where it is not a tree."""
    if not isinstance(root.get(Name.ParentTree), Dictionary):
        return {}
    try:
        return dict(NumberTree(root.ParentTree).items())
    except (pikepdf.PdfError, RuntimeError, TypeError, ValueError):
        return {}


def number_tree(pdf: pikepdf.Pdf, values: Mapping[int, pikepdf.Object]) -> pikepdf.Object:
    """A number tree of two levels."""
    pairs = iter(sorted(values.items(), key=lambda pair: pair[0]))
    leaves = []
    while leaf := list(islice(pairs, LEAF)):
        numbers = Array([part for pair in leaf for part in pair])
        leaves.append(pdf.make_indirect(Dictionary(Limits=Array([leaf[0][0], leaf[-1][0]]), Nums=numbers)))
    return Dictionary(Kids=Array(leaves)) if leaves else Dictionary(Nums=Array([]))

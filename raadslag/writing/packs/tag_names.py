"""Names inside a structure tree that another tree has given another meaning."""

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, String

from raadslag.writing.packs.tag_nodes import elements

Names = dict[str, str]


def rename(source: pikepdf.Pdf, tree: pikepdf.Object, taken: pikepdf.Object, suffix: str) -> None:
    """Give the tree's roles, classes and ids that clash with the taken tree's a suffix, in place."""
    roles = clashes(tree, taken, Name.RoleMap, suffix)
    classes = clashes(tree, taken, Name.ClassMap, suffix)
    ids = id_clashes(tree, taken, suffix)
    if roles or classes or ids:
        for element in elements(tree):
            rename_in(element, roles, classes, ids)
    for key, names in ((Name.RoleMap, roles), (Name.ClassMap, classes)):
        if names:
            tree[key] = Dictionary({names.get(name, name): value for name, value in tree[key].items()})
    if ids:
        renamed = NameTree.new(source)
        for name, value in NameTree(tree.IDTree).items():
            renamed[ids.get(name, name)] = value
        tree.IDTree = renamed.obj


def clashes(tree: pikepdf.Object, taken: pikepdf.Object, key: Name, suffix: str) -> Names:
    """The names that both trees have, with different meanings, and their new names."""
    ours, theirs = tree.get(key), taken.get(key)
    if not isinstance(ours, Dictionary) or not isinstance(theirs, Dictionary):
        return {}
    return {name: name + suffix for name, value in ours.items() if name in theirs and theirs[name] != value}


def id_clashes(tree: pikepdf.Object, taken: pikepdf.Object, suffix: str) -> Names:
    """The ids that both trees have."""
    if Name.IDTree not in tree or Name.IDTree not in taken:
        return {}
    ids = NameTree(taken.IDTree)
    return {name: name + suffix for name in NameTree(tree.IDTree) if name in ids}


def rename_in(element: pikepdf.Object, roles: Names, classes: Names, ids: Names) -> None:
    """The new names in one element: its role, its classes, its id and the table heads it names."""
    if roles and str(element.S) in roles:
        element.S = Name(roles[str(element.S)])
    if classes and Name.C in element:
        listed = list(element.C) if isinstance(element.C, Array) else [element.C]
        element.C = Array(
            [Name(classes.get(str(each), str(each))) if isinstance(each, Name) else each for each in listed]
        )
    if not ids:
        return
    if Name.ID in element:
        element.ID = String(ids.get(str(element.ID), str(element.ID)))
    attributes = element.get(Name.A)
    for each in attributes if isinstance(attributes, Array) else [attributes]:
        if isinstance(each, Dictionary) and isinstance(each.get(Name.Headers), Array):
            each.Headers = Array([String(ids.get(str(head), str(head))) for head in each.Headers])

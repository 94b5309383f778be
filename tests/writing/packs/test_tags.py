"""A screen reader finds its way through the whole pack: one structure tree that leads to the right pages."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, NumberTree

from tests.writing.packs.papers import note, packed, saved, sheet


def elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    kids = element.get(Name.K)
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and Name.S in kid:
            yield from elements(kid)


def document(pack: pikepdf.Pdf) -> pikepdf.Object:
    kids = pack.Root.StructTreeRoot.K
    return kids[0] if isinstance(kids, Array) else kids


def parts(pack: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [each for each in document(pack).K if each.get(Name.S) == Name.Part]


def marked(page: pikepdf.Page) -> list[int]:
    """The marked content ids in a page's content, outside artifacts."""
    found = []
    for instruction in pikepdf.parse_content_stream(page, "BDC"):
        properties: Any = instruction.operands[1]
        if isinstance(properties, Dictionary) and Name.MCID in properties:
            found.append(int(properties.MCID))
    return found


def test_every_marked_content_leads_to_an_element_on_its_own_page(tmp_path):
    pack = packed(tmp_path, note(), sheet(pages=2), note(3))
    parents = NumberTree(pack.Root.StructTreeRoot.ParentTree)
    keys = [int(page.obj.StructParents) for page in pack.pages]
    assert len(set(keys)) == len(pack.pages) == 8
    for page, key in zip(pack.pages, keys, strict=True):
        ids = marked(page)
        assert ids
        for mcid in ids:
            element = parents[key][mcid]
            on = element.get(Name.Pg) or element.K[0].get(Name.Pg)
            assert on.objgen == page.obj.objgen


def test_every_element_knows_its_parent_up_to_the_root(tmp_path):
    pack = packed(tmp_path, note(), sheet())
    tree = document(pack)
    for element in elements(tree):
        steps = 0
        while element.objgen != pack.Root.StructTreeRoot.objgen:
            element = element.P
            steps += 1
            assert steps < 20


def test_each_attachment_is_a_part_with_its_name_and_its_own_headings(tmp_path):
    pack = packed(tmp_path, note(), sheet(), titles=("trafik.pdf", "kort.pdf"))
    first, second = parts(pack)
    assert str(first["/T"]) == "Punkt 1, Bilag 1: trafik.pdf"
    assert [str(each.S) for each in elements(first)].count("/TH") == 2
    assert [str(each.S) for each in elements(second)] == ["/Part", "/P"]
    assert pack.Root.MarkInfo.Marked


def test_a_link_in_an_attachment_is_tagged_where_it_is(tmp_path):
    pack = packed(tmp_path, sheet(), note())
    (annotation,) = pack.pages[-1].obj.Annots
    parents = NumberTree(pack.Root.StructTreeRoot.ParentTree)
    element = parents[int(annotation.StructParent)]
    assert Name.Link == element.S
    assert annotation.objgen in {kid.Obj.objgen for kid in element.K if isinstance(kid, Dictionary)}


def test_the_same_table_twice_keeps_its_heads_apart(tmp_path):
    pack = packed(tmp_path, note(), note())
    ids = NameTree(pack.Root.StructTreeRoot.IDTree)
    for part in parts(pack):
        heads = {str(each.ID) for each in elements(part) if each.S == Name.TH}
        named = {str(head) for each in elements(part) if each.S == Name.TD for head in each.A[0].Headers}
        assert named == heads
        assert all(ids[head].objgen in {each.objgen for each in elements(part)} for head in heads)
    everything = Counter(str(each.ID) for each in elements(document(pack)) if Name.ID in each)
    assert set(everything.values()) == {1}


def with_form() -> bytes:
    """A note with a tagged form field on its first page."""
    pdf = pikepdf.open(BytesIO(note()))
    page, root = pdf.pages[0].obj, pdf.Root.StructTreeRoot
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T="navn", Rect=Array([9, 9, 99, 29]))
    widget = pdf.make_indirect(field)
    parents = NumberTree(root.ParentTree)
    form = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Form, P=document(pdf)))
    form.K = Dictionary(Type=Name.OBJR, Obj=widget, Pg=page)
    document(pdf).K.append(form)
    widget.StructParent = max(parents) + 1
    parents[int(widget.StructParent)] = form
    page.Annots = Array([widget])
    pdf.Root.AcroForm = Dictionary(Fields=Array([widget]))
    return saved(pdf)


def test_a_tag_of_a_form_field_leads_to_the_field_that_is_on_the_page(tmp_path):
    pack = packed(tmp_path, with_form(), with_form())
    parents = NumberTree(pack.Root.StructTreeRoot.ParentTree)
    for page in (pack.pages[1], pack.pages[3]):
        (widget,) = page.obj.Annots
        form = parents[int(widget.StructParent)]
        assert Name.Form == form.S
        assert form.K.Obj.objgen == widget.objgen
        assert form.K.Pg.objgen == page.obj.objgen


def with_role(role: str, means: str) -> bytes:
    """A note whose first heading has a role of its own."""
    pdf = pikepdf.open(BytesIO(note()))
    root = pdf.Root.StructTreeRoot
    root.RoleMap = Dictionary({role: Name(means)})
    heading = next(each for each in elements(document(pdf)) if each.S == Name.H1)
    heading.S = Name(role)
    return saved(pdf)


def test_a_role_that_means_something_else_elsewhere_is_renamed(tmp_path):
    pack = packed(tmp_path, with_role("/Overskrift", "/H1"), with_role("/Overskrift", "/P"))
    roles = pack.Root.StructTreeRoot.RoleMap
    meant = [
        [str(roles[str(each.S)]) for each in elements(part) if str(each.S) in roles] for part in parts(pack)
    ]
    assert meant == [["/H1"], ["/P"]]


def test_a_stamp_is_an_artifact_and_an_untagged_page_is_one_paragraph(tmp_path):
    pack = packed(tmp_path, sheet())
    operators = [
        (str(each.operator), *map(str, each.operands[:1]))
        for each in pikepdf.parse_content_stream(pack.pages[1], "BDC EMC Do")
    ]
    assert operators == [("BDC", "/P"), ("EMC",), ("BDC", "/Artifact"), ("Do", "/Stamp"), ("EMC",)]


def test_tags_that_lead_nowhere_are_dropped(tmp_path):
    pdf = pikepdf.open(BytesIO(note()))
    del pdf.Root.StructTreeRoot.ParentTree
    pack = packed(tmp_path, saved(pdf))
    assert [Name.StructParents in page.obj for page in pack.pages] == [True, False, False]


def test_the_language_of_an_attachment_is_kept(tmp_path):
    pdf = pikepdf.open(BytesIO(note()))
    pdf.Root.Lang = pikepdf.String("en-GB")
    pack = packed(tmp_path, saved(pdf))
    assert str(parts(pack)[0].Lang) == "en-GB"
    assert str(pack.Root.Lang).startswith("da")

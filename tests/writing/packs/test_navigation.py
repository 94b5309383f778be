"""Anna finds every attachment from the contents, from the bookmarks and by its page number."""

from io import BytesIO

import pikepdf
from pikepdf import Name, OutlineItem

from raadslag.record import from_json
from tests.writing.packs.papers import note, packed, saved, sheet


def titles(items: list[OutlineItem]) -> list[object]:
    return [[item.title, titles(item.children)] if item.children else item.title for item in items]


def page_of(pack: pikepdf.Pdf, item: OutlineItem) -> int:
    with pack.open_outline():
        destination = item.destination
    return next(at for at, page in enumerate(pack.pages) if page.obj.objgen == destination[0].objgen)


def outline(pack: pikepdf.Pdf) -> list[OutlineItem]:
    with pack.open_outline(max_depth=80) as opened:
        return list(opened.root)


def test_bookmarks_lead_from_item_to_attachment_to_its_own_bookmarks(tmp_path):
    pack = packed(tmp_path, note(), sheet(), titles=("notat.pdf", "kort.pdf"))
    items = outline(pack)
    attachments = [
        ["Punkt 1, Bilag 1: notat.pdf", [["Trafiktal", ["Skolevejen"]], "Havnen"]],
        "Punkt 1, Bilag 2: kort.pdf",
    ]
    assert titles(items) == [["Punkt 1: Cykelstier i Lindevad", attachments], "Punkt 2: Eventuelt"]
    first, second = items[0].children
    assert [page_of(pack, each) for each in (first, second)] == [1, 3]
    assert page_of(pack, first.children[-1]) == 2


def test_the_line_of_an_attachment_is_a_link_to_its_first_page(tmp_path):
    pack = packed(tmp_path, note(), sheet())
    jumps = [
        each.A.D[0].objgen
        for each in pack.pages[0].obj.Annots
        if Name.A in each and Name.GoTo == each.A.S and each.A.D[1] == Name.XYZ
    ]
    assert jumps[-2:] == [page.obj.objgen for page in (pack.pages[1], pack.pages[3])]
    assert not any(Name.A in each and Name.URI in each.A for each in pack.pages[0].obj.Annots)


def test_pages_are_numbered_through_and_the_title_is_shown(tmp_path):
    pack = packed(tmp_path, note())
    assert [page.label for page in pack.pages] == ["1", "2", "3"]
    assert pack.Root.ViewerPreferences.DisplayDocTitle
    assert str(pack.Root.Lang).startswith("da")
    with pack.open_metadata() as metadata:
        assert "Kulturudvalget" in metadata["dc:title"]


def test_the_pack_claims_no_standard_that_its_attachments_may_break(tmp_path):
    with packed(tmp_path, sheet()).open_metadata() as metadata:
        assert not {"pdfaid:part", "pdfaid:conformance", "pdfuaid:part"} & set(metadata)


def test_the_record_is_inside(tmp_path):
    pack = packed(tmp_path, sheet(), titles=("kort.pdf",))
    record = from_json(pack.attachments["record.json"].get_file().read_bytes())
    assert record.items[0].attachments[0].title == "kort.pdf"


def test_named_destinations_of_two_attachments_are_kept_apart(tmp_path):
    def jumping() -> bytes:
        pdf = pikepdf.open(BytesIO(sheet(pages=2)))
        pdf.Root.Dests = pikepdf.Dictionary({"/slut": pikepdf.Array([pdf.pages[1].obj, Name.Fit])})
        jump = pikepdf.Dictionary(S=Name.GoTo, D=Name("/slut"))
        pdf.pages[0].obj.Annots = pikepdf.Array(
            [pikepdf.Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=pikepdf.Array([0, 0, 9, 9]), A=jump)]
        )
        return saved(pdf)

    pack = packed(tmp_path, jumping(), jumping())
    names = [str(pack.pages[at].obj.Annots[0].A.D) for at in (1, 3)]
    assert len(set(names)) == 2
    targets = [pack.Root.Dests[name].D[0].objgen for name in names]
    assert targets == [pack.pages[2].obj.objgen, pack.pages[4].obj.objgen]


def test_the_same_pack_twice_is_the_same_file(tmp_path):
    packed(tmp_path, note(), sheet())
    first = (tmp_path / "pakke.pdf").read_bytes()
    packed(tmp_path, note(), sheet())
    assert (tmp_path / "pakke.pdf").read_bytes() == first

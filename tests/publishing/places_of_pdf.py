"""Every place in a PDF where words can hide. Each function gives a PDF of a page that hides the words so."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from tests.publishing.made_files import zipped

Maker = Callable[[str], bytes]


def blank(words: str = "Kort over Åvejen i Lindevad", mode: str = "", at: str = "60 700") -> pikepdf.Pdf:
    """A page with the words, in Helvetica; `mode` is what is said before they are drawn."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
    page.obj.Contents = pdf.make_stream(drawn("Kort over cykelstien", "60 780") + drawn(words, at, mode))
    return pdf


def drawn(words: str, at: str = "60 700", mode: str = "", size: float = 9) -> bytes:
    """What draws the words at a place, in short lines."""
    lines = [f"({line}) Tj 0 -11 Td" for line in in_lines(words)]
    code = f"q {mode} BT /F1 {size} Tf {at} Td {' '.join(lines)} ET Q\n"
    return code.encode("cp1252", errors="replace")


def in_lines(words: str) -> list[str]:
    split = words.split()
    return [" ".join(split[start : start + 9]) for start in range(0, len(split), 9)]


def saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    target = BytesIO()
    pdf.save(target, **how)
    return target.getvalue()


def docinfo(words: str) -> bytes:
    pdf = blank()
    pdf.docinfo["/Subject"] = words
    return saved(pdf)


def xmp(words: str) -> bytes:
    pdf = blank()
    with pdf.open_metadata() as data:
        data["dc:description"] = words
    return saved(pdf)


def bookmark(words: str) -> bytes:
    pdf = blank()
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem("Kort", 0))
        outline.root[0].children.append(OutlineItem(words, 0))
    return saved(pdf)


def annotation(words: str, **more: object) -> bytes:
    pdf = blank()
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=Array([10, 10, 30, 30]), Contents=words, **more
    )
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])
    return saved(pdf)


def look_of_annotation(words: str) -> bytes:
    pdf = blank()
    look = pdf.make_stream(drawn(words, "0 100"))
    look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 500, 120])
    look.Resources = pdf.pages[0].obj.Resources
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([10, 10, 500, 130]), AP=Dictionary(N=look)
    )
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])
    return saved(pdf)


def tags(key: str) -> Maker:
    def made(words: str) -> bytes:
        pdf = blank()
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        figure = Dictionary(Type=Name.StructElem, S=Name.Figure, P=root, K=0, Pg=pdf.pages[0].obj)
        figure[key] = String(words)
        root.K = pdf.make_indirect(figure)
        pdf.Root.StructTreeRoot = root
        return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate)

    return made


def inline_stand_in(words: str) -> bytes:
    """The words stand in for what is drawn."""
    pdf = blank()
    mark = f"/Span <</ActualText ({words})>> BDC ".encode("cp1252", errors="replace")
    pdf.pages[0].obj.Contents = pdf.make_stream(mark + drawn("Kort") + b" EMC")
    return saved(pdf)


def under_stand_in(words: str) -> bytes:
    """The words are drawn, and something innocent stands in for them."""
    pdf = blank()
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/Span <</ActualText (Kort)>> BDC " + drawn(words) + b" EMC")
    return saved(pdf)


def alternative_in_page(words: str) -> bytes:
    pdf = blank()
    mark = f"/Figure <</Alt ({words})>> BDC ".encode("cp1252", errors="replace")
    pdf.pages[0].obj.Contents = pdf.make_stream(mark + drawn("Kort") + b" EMC")
    return saved(pdf)


def embedded(words: str) -> bytes:
    pdf = blank()
    pdf.attachments["notat.txt"] = words.encode()
    return saved(pdf)


def name_of_embedded(words: str) -> bytes:
    pdf = blank()
    pdf.attachments[f"{words}.txt"] = b"Kort"
    return saved(pdf)


def embedded_zip(words: str) -> bytes:
    pdf = blank()
    pdf.attachments["pakke.zip"] = zipped({"inde/notat.txt": words.encode()})
    return saved(pdf)


def layer(words: str) -> bytes:
    pdf = blank()
    hidden = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Lag 1"))
    pdf.pages[0].obj.Resources.Properties = Dictionary(L0=hidden)
    pdf.Root.OCProperties = Dictionary(OCGs=Array([hidden]), D=Dictionary(OFF=Array([hidden])))
    pdf.pages[0].obj.Contents = pdf.make_stream(
        drawn("Kort") + b"/OC /L0 BDC " + drawn(words, "60 500") + b" EMC"
    )
    return saved(pdf)


def name_of_layer(words: str) -> bytes:
    pdf = blank()
    shown = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=words))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([shown]), D=Dictionary(Order=Array([shown])))
    return saved(pdf)


def form_field(words: str) -> bytes:
    pdf = blank()
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T="Felt", V=words, Rect=Array([0, 0, 9, 9])
        )
    )
    pdf.pages[0].obj.Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
    return saved(pdf)


def script(words: str) -> bytes:
    pdf = blank()
    code = pdf.make_stream(f'app.alert("{words}")'.encode())
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=code)
    return saved(pdf)


def earlier_edition(words: str) -> bytes:
    """A file that was edited by adding to its end: what was taken out is still in front."""
    before = saved(blank(words), compress_streams=True)
    with pikepdf.open(BytesIO(before)) as pdf:
        number = pdf.pages[0].obj.Contents.objgen[0]
    place = int(before[before.rfind(b"startxref") + 9 :].split()[0])
    new = drawn("Kort")
    at = len(before)
    body = b"%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (number, len(new), new)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root 1 0 R /Prev %d >>\n" % (
        number,
        at,
        number + 9,
        place,
    )
    return before + body + table + b"startxref\n%d\n%%%%EOF\n" % (at + len(body))


def unreachable(words: str) -> bytes:
    """An object that no page leads to."""
    whole = saved(blank(), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    loose = f"98 0 obj\n<< /Rester ({words}) >>\nendobj\n".encode("cp1252", errors="replace")
    place = int(whole[whole.rfind(b"startxref") + 9 :].split()[0])
    at = len(whole)
    table = b"xref\n98 1\n%010d 00000 n \ntrailer\n<< /Size 99 /Root 1 0 R /Prev %d >>\n" % (at, place)
    return whole + loose + table + b"startxref\n%d\n%%%%EOF\n" % (at + len(loose))


PLACES: dict[str, Maker] = {
    "page": lambda words: saved(blank(words)),
    "white text": lambda words: saved(blank(words, "1 g")),
    "invisible text": lambda words: saved(blank(words, "3 Tr")),
    "beside the paper": lambda words: saved(blank(words, at="900 1200")),
    "clipped away": lambda words: saved(blank(words, "0 0 5 5 re W n")),
    "under a black box": lambda words: saved(boxed(words)),
    "document information": docinfo,
    "XMP": xmp,
    "bookmark": bookmark,
    "comment": annotation,
    "reply in rich text": lambda words: annotation("Se svar", RC=String(f"<p>{words}</p>")),
    "look of a stamp": look_of_annotation,
    "alternative text": tags("/Alt"),
    "text in place of a tag": tags("/ActualText"),
    "expansion": tags("/E"),
    "text in place of what is drawn": inline_stand_in,
    "drawn under another text": under_stand_in,
    "alternative text in the page": alternative_in_page,
    "embedded file": embedded,
    "name of an embedded file": name_of_embedded,
    "ZIP in an embedded file": embedded_zip,
    "hidden layer": layer,
    "name of a layer": name_of_layer,
    "form field": form_field,
    "script": script,
    "earlier edition": earlier_edition,
    "object that nothing leads to": unreachable,
}


def boxed(words: str) -> pikepdf.Pdf:
    pdf = blank(words)
    page = pdf.pages[0]
    page.contents_add(b"q 0 g 50 600 500 130 re f Q")
    return pdf

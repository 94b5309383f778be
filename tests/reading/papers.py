"""Papers for the tests to read, made on the spot: PDFs drawn text by text, and Word files part by part."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name, Pdf

FONTS = {"/F1": "/Helvetica", "/F2": "/Helvetica-Bold", "/F3": "/Times-Roman"}
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def text(
    words: str,
    x: float,
    y: float,
    *,
    size: float = 11,
    font: str = "F1",
    turn: str = "1 0 0 1",
    mode: int = 0,
) -> str:
    """The drawing of a text; y from the bottom of the page. `turn` is the four numbers of its matrix."""
    shown = words.encode("cp1252").hex()
    return f"BT {mode} Tr /{font} {size} Tf {turn} {x} {y} Tm <{shown}> Tj ET\n"


def drawn(*pages: str, rotate: int = 0, media_box: Sequence[float] = (0, 0, 595, 842)) -> Pdf:
    """A PDF with a page for each drawing."""
    pdf = Pdf.new()
    fonts = Dictionary(
        {
            key: pdf.make_indirect(
                Dictionary(
                    Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(base), Encoding=Name.WinAnsiEncoding
                )
            )
            for key, base in FONTS.items()
        }
    )
    for drawing in pages:
        page = Dictionary(
            Type=Name.Page,
            MediaBox=list(media_box),
            Rotate=rotate,
            Resources=Dictionary(Font=fonts, XObject=Dictionary()),
            Contents=pdf.make_stream(drawing.encode("latin-1")),
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    return pdf


def form(pdf: Pdf, drawing: str, **entries: object) -> pikepdf.Object:
    """A form to be drawn on the pages of a PDF by `/name Do`."""
    fonts = pdf.pages[0].Resources.Font
    return pdf.make_stream(
        drawing.encode("latin-1"),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 2000, 2000],
        Resources=Dictionary(Font=fonts, XObject=Dictionary()),
        **entries,
    )


def picture(pdf: Pdf) -> pikepdf.Object:
    """A grey picture of 8 by 8 points, to be drawn by `/name Do`."""
    return pdf.make_stream(
        bytes(range(64)),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=8,
        Height=8,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )


def bytes_of(pdf: Pdf, **options: object) -> bytes:
    """The PDF as a file's bytes."""
    out = io.BytesIO()
    pdf.save(out, **options)
    return out.getvalue()


def minutes_pdf() -> bytes:
    """Short minutes on two pages, as a city council's print pack begins."""
    first = text("Byrådet (Byrådsmøde)", 60, 780, size=16, font="F2") + text(
        "27-08-2025 16:00 - 18:00", 60, 755
    )
    first += text("Punkt 1: Godkendelse af dagsorden", 60, 700, size=14, font="F2")
    first += text("Beslutning for Punkt 1: Godkendelse af dagsorden", 60, 680, font="F2")
    first += text("Godkendt.", 60, 660)
    second = text("Punkt 2: Orientering", 60, 780, size=14, font="F2")
    second += text("Beslutning for Punkt 2: Orientering", 60, 760, font="F2") + text("Ingen.", 60, 740)
    return bytes_of(drawn(first, second))


def word(body: str, **parts: str) -> bytes:
    """A Word file with a body in WordprocessingML; other parts by name: `numbering="<w:abstractNum …"`."""
    roots = {"header1": "hdr", "footer1": "ftr"}
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for at, name in enumerate(parts)
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships><Relationship Id="r" Type="{OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": _part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
    }
    for name, content in parts.items():
        files[f"word/{name}.xml"] = _part(roots.get(name, name), content)
    return packed(files)


def _part(root: str, content: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{W}" xmlns:r="{OFFICE}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"{content}</w:{root}>"
    )


def packed(files: dict[str, str | bytes]) -> bytes:
    """A ZIP file of files by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return out.getvalue()


def paragraph(words: str, properties: str = "") -> str:
    """A paragraph of WordprocessingML with one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def saved(folder: Path, name: str, data: bytes) -> Path:
    """The bytes as a file in a folder."""
    path = folder / name
    path.write_bytes(data)
    return path

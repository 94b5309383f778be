"""Papers to put in packs: what officers upload, well made and otherwise."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import typst
from pikepdf import Array, Dictionary, Name

from raadslag.record import Attachment, Item, MeetingRecord, Stage
from raadslag.writing.packs import pack

A4 = (0, 0, 595, 842)
NOTE = """
#set document(title: "Notat")
#set text(lang: "da")
= Trafiktal
#lorem(30)
== Skolevejen
#table(columns: 2, table.header[Vej][Biler], [Skolevej], [812])
#pagebreak()
= Havnen
Se #link("https://lindevad.example/havnen")[kommunens side].
"""


def note(pages: int = 2, title: str = "Notat") -> bytes:
    """A tagged PDF with headings, a table, a link and bookmarks of its own."""
    more = "\n#pagebreak()\nMere." * (pages - 2)
    return typst.compile((NOTE.replace("Notat", title) + more).encode(), format="pdf")


def sheet(
    *,
    media: Sequence[float] = A4,
    crop: Sequence[float] | None = None,
    rotate: int = 0,
    content: bytes = b"0.8 0.9 1 rg -9999 -9999 19998 19998 re f",
    pages: int = 1,
    **root: Any,
) -> bytes:
    """An untagged PDF of light blue pages with the boxes and rotation given."""
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(100, 100))
        page = pdf.pages[-1].obj
        page.MediaBox = Array(list(media))
        if crop:
            page.CropBox = Array(list(crop))
        if rotate:
            page.Rotate = rotate
        page.Contents = pdf.make_stream(content)
    for key, value in root.items():
        pdf.Root[Name(f"/{key}")] = value
    return saved(pdf)


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    """The PDF's bytes."""
    file = BytesIO()
    pdf.save(file, **options)
    return file.getvalue()


def meeting(*attachments: Attachment) -> MeetingRecord:
    """Minutes of the culture committee with the attachments at item 1, and an item 2."""
    return MeetingRecord(
        stage=Stage.MINUTES,
        body="Kulturudvalget",
        items=(
            Item(number="1", title="Cykelstier i Lindevad", attachments=attachments),
            Item(number="2", title="Eventuelt"),
        ),
    )


def packed(folder: Path, *papers: bytes, titles: Sequence[str] = (), **options: Any) -> pikepdf.Pdf:
    """The pack of minutes with the papers as Bilag 1, Bilag 2 … of item 1."""
    names = [*titles, *(f"bilag-{number}.pdf" for number in range(len(titles) + 1, len(papers) + 1))]
    files = {}
    for at, (name, paper) in enumerate(zip(names, papers, strict=True)):
        files[0, at] = folder / f"{at}{Path(name).suffix}"
        files[0, at].write_bytes(paper)
    listed = (Attachment(number=str(at), title=name) for at, name in enumerate(names, start=1))
    pack(meeting(*listed), files, folder / "pakke.pdf", **options)
    return pikepdf.open(folder / "pakke.pdf")


def link(**action: Any) -> Dictionary:
    """A link annotation with an action."""
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=Dictionary(**action))

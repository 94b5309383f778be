"""Every place in other files where words can hide: office files, pages of HTML, data, packages, names."""

import json
from collections.abc import Callable
from functools import cache
from html import escape
from io import BytesIO
from zipfile import ZipFile

import docx
import openpyxl
import pptx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl.comments import Comment

from tests.publishing.made_files import members, zipped
from tests.publishing.places_of_pdf import blank, saved

Made = tuple[str, bytes]
Maker = Callable[[str], Made]


@cache
def empty_word() -> bytes:
    target = BytesIO()
    document = docx.Document()
    document.add_paragraph("Kort over cykelstien")
    document.save(target)
    return target.getvalue()


def word(change: Callable[[object, str], None]) -> Maker:
    def made(words: str) -> Made:
        document, target = docx.Document(BytesIO(empty_word())), BytesIO()
        change(document, words)
        document.save(target)
        return "bilag.docx", target.getvalue()

    return made


def word_part(name: str, content: str) -> Maker:
    """A Word file with one more part."""

    def made(words: str) -> Made:
        parts = members(empty_word()) | {name: content.format(escape(words)).encode()}
        return "bilag.docx", zipped(parts)

    return made


def run(words: str, properties: str = "") -> object:
    return parse_xml(f"<w:r {nsdecls('w')}><w:rPr>{properties}</w:rPr><w:t>{escape(words)}</w:t></w:r>")


def tracked(kind: str) -> Callable[[object, str], None]:
    text = "delText" if kind in ("del", "moveFrom") else "t"

    def change(document, words: str) -> None:
        document.paragraphs[0]._p.append(
            parse_xml(
                f'<w:{kind} {nsdecls("w")} w:id="1" w:author="Anna">'
                f"<w:r><w:{text}>{escape(words)}</w:{text}></w:r></w:{kind}>"
            )
        )

    return change


def cut_up(document, words: str) -> None:
    """Each three letters in a run of their own, as Word leaves them after proofing."""
    paragraph = document.add_paragraph()
    for start in range(0, len(words), 3):
        paragraph.add_run(words[start : start + 3])


def alternative(document, words: str) -> None:
    drawing = f'<wp:docPr {nsdecls("wp")} id="1" name="Billede" descr="{escape(words)}"/>'
    document.paragraphs[0]._p.append(parse_xml(drawing))


def table(document, words: str) -> None:
    document.add_table(1, 1).cell(0, 0).text = words


def in_header(document, words: str) -> None:
    document.sections[0].header.paragraphs[0].text = words


def in_property(document, words: str) -> None:
    document.core_properties.comments = words


COMMENTS = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0">'
    "<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:comment></w:comments>"
)


def sheet(change: Callable[[object, str], None]) -> Maker:
    def made(words: str) -> Made:
        book, target = openpyxl.Workbook(), BytesIO()
        book.active["A1"] = "Kort"
        change(book, words)
        book.save(target)
        return "bilag.xlsx", target.getvalue()

    return made


def cell(book, words: str) -> None:
    book.active["B2"] = words


def cell_comment(book, words: str) -> None:
    book.active["B2"].comment = Comment(words, "Anna")


def hidden_sheet(book, words: str) -> None:
    book.create_sheet("Skjult")["A1"] = words
    book["Skjult"].sheet_state = "veryHidden"


def slides(words: str) -> Made:
    show, target = pptx.Presentation(), BytesIO()
    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.notes_slide.notes_text_frame.text = words
    show.save(target)
    return "bilag.pptx", target.getvalue()


def open_document(body: str) -> Maker:
    content = (
        '<?xml version="1.0"?><office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        f"<text:p>Kort</text:p>{body}</office:text></office:body></office:document-content>"
    )
    return lambda words: (
        "bilag.odt",
        zipped({"META-INF/manifest.xml": b"<m/>", "content.xml": content.format(escape(words)).encode()}),
    )


def page(body: str) -> Maker:
    return lambda words: (
        "bilag.html",
        f"<!doctype html><html><body><p>Kort</p>{body}</body></html>".format(escape(words)).encode(),
    )


def by_signs(words: str) -> Made:
    signs = "".join(f"&#{ord(letter)};" for letter in words)
    return "bilag.html", f"<!doctype html><p>{signs}</p>".encode()


def remark_on_zip(words: str) -> Made:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("kort.txt", "Kort")
        archive.comment = words.encode()[:60_000]
    return "alt.zip", target.getvalue()


PLACES: dict[str, Maker] = {
    "Word text": word(lambda document, words: document.add_paragraph(words) and None),
    "Word text cut into runs": word(cut_up),
    "Word table": word(table),
    "Word header": word(in_header),
    "Word property": word(in_property),
    "Word hidden text": word(
        lambda document, words: document.paragraphs[0]._p.append(run(words, "<w:vanish/>"))
    ),
    "Word white text": word(
        lambda document, words: document.paragraphs[0]._p.append(run(words, '<w:color w:val="FFFFFF"/>'))
    ),
    "Word insertion": word(tracked("ins")),
    "Word deletion": word(tracked("del")),
    "Word alternative text": word(alternative),
    "Word comment": word_part("word/comments.xml", COMMENTS),
    "Word footnote": word_part("word/footnotes.xml", COMMENTS.replace("comment", "footnote")),
    "Word customXml": word_part("customXml/item1.xml", "<data><felt>{}</felt></data>"),
    "Word customXml attribute": word_part("customXml/item2.xml", '<data felt="{}"/>'),
    "Word custom property": word_part(
        "docProps/custom.xml", "<Properties><property><s>{}</s></property></Properties>"
    ),
    "Word remark in XML": word_part("customXml/item3.xml", "<data><!-- {} --></data>"),
    "Excel cell": sheet(cell),
    "Excel comment": sheet(cell_comment),
    "Excel hidden sheet": sheet(hidden_sheet),
    "PowerPoint notes": slides,
    "OpenDocument text": open_document("<text:p>{}</text:p>"),
    "OpenDocument comment": open_document("<office:annotation><text:p>{}</text:p></office:annotation>"),
    "HTML text": page("<p>{}</p>"),
    "HTML comment": page("<!-- {} -->"),
    "HTML attribute": page('<img alt="{}">'),
    "HTML hidden element": page('<div style="display: none">{}</div>'),
    "HTML script": page('<script>var a = "{}";</script>'),
    "HTML numeric signs": by_signs,
    "JSON value": lambda words: ("data.json", json.dumps({"punkter": [{"tekst": words}]}).encode()),
    "JSON key": lambda words: ("data.json", json.dumps({words: {"a": 1}}).encode()),
    "plain text": lambda words: ("notat.txt", words.encode()),
    "text in cp1252": lambda words: ("notat.txt", f"Æøå. {words}".encode("cp1252")),
    "text in UTF-16": lambda words: ("notat.txt", words.encode("utf-16")),
    "unknown binary file": lambda words: (
        "gammel.doc",
        b"\xd0\xcf\x11\xe0\x00\x01" + words.encode("utf-16-le") + b"\x00\x01",
    ),
    "ZIP entry": lambda words: ("alt.zip", zipped({"kort.txt": b"Kort", "notat.txt": words.encode()})),
    "name in a ZIP": lambda words: ("alt.zip", zipped({f"bilag-{words}.txt": b"Kort"})),
    "name of a folder in a ZIP": lambda words: ("alt.zip", zipped({f"{words}/kort.txt": b"Kort"})),
    "ZIP in a ZIP": lambda words: ("alt.zip", zipped({"inde.zip": zipped({"notat.txt": words.encode()})})),
    "PDF in a ZIP": lambda words: ("alt.zip", zipped({"kort.pdf": saved(blank(words))})),
    "remark on a ZIP": remark_on_zip,
    "file name": lambda words: (f"{words}.txt", b"Kort"),
}

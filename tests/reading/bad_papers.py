"""Files that cannot be read, each made on the spot, with a word of the sentence that refuses it."""

import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Pdf

from tests.reading.papers import W, bytes_of, drawn, form, minutes_pdf, packed, paragraph, picture, text, word

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2048)


def encrypted_pdf() -> bytes:
    return bytes_of(drawn(text("hemmeligt", 60, 700)), encryption=pikepdf.Encryption(owner="o", user="u"))


def scanned_pdf() -> bytes:
    pdf = drawn("q 500 0 0 500 50 50 cm /Billede Do Q")
    pdf.pages[0].Resources.XObject.Billede = picture(pdf)
    return bytes_of(pdf)


def pdf_without_pages() -> bytes:
    return bytes_of(Pdf.new())


def pdf_of_many_pages() -> bytes:
    pdf = drawn(text("Punkt 1", 60, 700))
    pdf.Root.Pages.Kids = pikepdf.Array([pdf.pages[0].obj] * 10_000)
    pdf.Root.Pages.Count = 10_000
    return bytes_of(pdf)


def pdf_bomb_of_text() -> bytes:
    """A page of some hundred kilobytes that unpacks to tens of millions of texts."""
    return _page_of(zlib.compress(b"BT /F1 9 Tf " + b"(a) Tj " * 60_000_000 + b" ET"), "/FlateDecode")


def pdf_bomb_of_forms() -> bytes:
    """Forms that each draw the next ten times over: ten thousand million texts."""
    pdf = drawn("/Form Do")
    drawing = form(pdf, text("a", 60, 700))
    for _ in range(10):
        outer = form(pdf, "/Form Do " * 10)
        outer.Resources.XObject.Form = drawing
        drawing = outer
    pdf.pages[0].Resources.XObject.Form = drawing
    return bytes_of(pdf)


def pdf_that_draws_itself() -> bytes:
    """A form that draws itself and has no text."""
    pdf = drawn("/Form Do")
    drawing = form(pdf, "/Form Do")
    drawing.Resources.XObject.Form = drawing
    pdf.pages[0].Resources.XObject.Form = drawing
    return bytes_of(pdf)


def pdf_bomb_of_layers() -> bytes:
    """Content packed twice over, so that some tens of kilobytes unpack to four gigabytes."""
    pack = zlib.compressobj(9)
    start = pack.compress(b" " * 10_000_000) + pack.flush(zlib.Z_FULL_FLUSH)
    again = pack.compress(b" " * 10_000_000) + pack.flush(zlib.Z_FULL_FLUSH)
    return _page_of(zlib.compress(start + again * 400), "/FlateDecode/FlateDecode")


def _page_of(content: bytes, filters: str) -> bytes:
    """A PDF with one page of content that is packed already; written by hand, for pikepdf would unpack it."""
    font = b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" + font + b">>",
        f"<</Length {len(content)}/Filter[{filters}]>>stream\n".encode() + content + b"\nendstream",
    )
    body = b"".join(b"%d 0 obj%s\nendobj\n" % (at, each) for at, each in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF\n"


def docx_bomb() -> bytes:
    """Some two hundred kilobytes that unpack to two hundred megabytes of document."""
    return word("<w:p/>" * 35_000_000)


def docx_of_entities() -> bytes:
    """The billion laughs."""
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(at + 1)} "{f"&{chr(at)};" * 10}">' for at in range(ord("a"), ord("j"))
    )
    body = "<w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body>"
    document = f'<!DOCTYPE d [{entities}]><w:document xmlns:w="{W}">{body}</w:document>'
    return packed({"word/document.xml": document})


def docx_nested_deeply() -> bytes:
    return word("<w:tbl><w:tr><w:tc>" * 20_000 + paragraph("dybt") + "</w:tc></w:tr></w:tbl>" * 20_000)


# name -> (how its bytes are made, what the sentence says)
BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "tom.pdf": (lambda: b"", "Filen er tom"),
    "afkortet.pdf": (lambda: minutes_pdf()[:-200], "slutningen mangler"),
    "afkortet.docx": (lambda: word(paragraph("Punkt 1"))[:-40], "slutningen mangler"),
    "beskadiget.pdf": (lambda: b"%PDF-1.7\n" + b"1 0 obj\n" * 50 + b"%%EOF", "beskadiget"),
    "beskadiget.docx": (lambda: word("<w:p>"), "beskadiget"),
    "kodeord.pdf": (encrypted_pdf, "adgangskode"),
    "kodeord.docx": (lambda: OLD_WORD + "EncryptedPackage".encode("utf-16-le"), "adgangskode"),
    "scannet.pdf": (scanned_pdf, "scannet"),
    "uden-sider.pdf": (pdf_without_pages, "beskadiget"),
    "uden-tekst.pdf": (pdf_that_draws_itself, "ingen tekst"),
    "ti-tusind-sider.pdf": (pdf_of_many_pages, "10000 sider"),
    "tilfældig.pdf": (lambda: bytes(range(256)) * 40, "UTF-8"),
    "program.pdf": (lambda: b"MZ\x90\0" + bytes(200), "et program"),
    "billede.pdf": (lambda: PNG, "et billede"),
    "arkiv.docx": (lambda: packed({"noget.txt": "hej"}), "et pakket arkiv"),
    "regneark.docx": (lambda: packed({"xl/workbook.xml": "<w/>"}), "et regneark"),
    "gammel.doc": (lambda: OLD_WORD, "et gammelt Office-dokument"),
    "side.txt": (lambda: b"<!DOCTYPE html><p>Referat</p>", "en hjemmeside"),
    "latin.txt": (lambda: "Rådhus".encode() + b"\xff\xfe\xc3" + "Ærø".encode(), "ikke gyldig UTF-8"),
    "nul.txt": (lambda: b"Punkt 1: Dags\0orden", "binære tegn"),
    "lang-linje.txt": (lambda: b"Punkt 1 " * 125_000, "1000000 tegn"),
    "lang-linje.docx": (lambda: word(paragraph("Punkt 1 " * 125_000)), "1000000 tegn"),
    "bombe-forms.pdf": (pdf_bomb_of_forms, "kan ikke læses|for tungt|for stort"),
    "bombe-tekst.pdf": (pdf_bomb_of_text, "kan ikke læses|for tungt|for stort"),
    "bombe-lag.pdf": (pdf_bomb_of_layers, "kan ikke læses|for tungt|for stort|ingen tekst"),
    "bombe.docx": (docx_bomb, "pakket ud"),
    "entiteter.docx": (docx_of_entities, "XML-entiteter|beskadiget"),
    "dyb.docx": (docx_nested_deeply, "beskadiget"),
}

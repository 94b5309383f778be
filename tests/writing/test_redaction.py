"""What is redacted is gone from the file, not only from sight; the rest is still there."""

import shutil
import subprocess
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
import typst
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, OutlineItem, String
from PIL import Image, ImageDraw

from raadslag.record.redacted import REDACTED
from raadslag.writing.redaction import Area, CannotRedact, redact

NAME = "Karla Bjørnebo"
PAPER = f"""
#set document(title: "Sag om {NAME}", keywords: ("støtte", "{NAME}"))
#set text(lang: "da")
= Ansøgning fra {NAME}
{NAME} søger om støtte til sin fløjtespillende søn. Sagen er ganske enkel, og ansøgeren, {NAME}, har
boet i kommunen i ti år.
#table(columns: 2, [Navn], [{NAME}], [Beløb], [12.000 kr.])
#pagebreak()
= Afgørelse
Udvalget følger indstillingen fra fagforvaltningen.
"""


def paper(source: str = PAPER) -> bytes:
    return typst.compile(source.encode())


def said(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def said_by_poppler(pdf: bytes) -> str:
    program = shutil.which("pdftotext")
    assert program, "This needs poppler-utils: apt-get install poppler-utils"
    done = subprocess.run([program, "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def everything(pdf: bytes) -> str:
    """Every string and every unpacked stream of the file, and its raw bytes."""
    found = [pdf.decode("latin-1")]
    with pikepdf.open(BytesIO(pdf)) as document:
        for each in document.objects:
            found.append(
                str(each.unparse(resolved=False), "latin-1") if not isinstance(each, pikepdf.Stream) else ""
            )
            if isinstance(each, pikepdf.Stream) and each.get(Name.Subtype) != Name.Image:
                found.append(each.read_bytes().decode("latin-1"))
        found += texts(document.Root) + [str(value) for value in document.docinfo.values()]
    return "\n".join(found)


def texts(holder, depth=0) -> list[str]:
    if isinstance(holder, String):
        return [str(holder)]
    if depth > 12 or not isinstance(holder, Dictionary | Array):
        return []
    inner = (
        list(holder)
        if isinstance(holder, Array)
        else [v for k, v in holder.items() if k not in ("/P", "/Parent", "/Pg")]
    )
    return [text for each in inner for text in texts(each, depth + 1)]


def assert_gone(words: str, pdf: bytes) -> None:
    for text in (said(pdf), said_by_poppler(pdf), everything(pdf)):
        assert words.casefold() not in text.casefold()
        assert words.encode("utf-16-be").decode("latin-1") not in text


def shade(pdf: bytes, area: Area) -> tuple[tuple[int, int, int], int]:
    """The colour in the middle of the area, and how many colours there are in it."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[area.page - 1]
        image = page.render(scale=2).to_pil().convert("RGB")
        height = page.get_height()
    box = (area.left * 2 + 2, (height - area.top) * 2 + 2, area.right * 2 - 2, (height - area.bottom) * 2 - 2)
    inside = image.crop(tuple(map(int, box)))
    return inside.getpixel((inside.width // 2, inside.height // 2)), len(inside.getcolors(100_000))


def test_a_passage_is_gone_from_pages_metadata_and_tags_and_the_rest_stays():
    before = paper()
    assert said(before).count(NAME) == 4
    made = redact(before, [NAME])
    assert_gone(NAME, made.data)
    assert (made.removed, made.pages, made.pictures) == ((NAME,), (1,), ())
    assert said(made.data).replace(REDACTED, "").split() == said(before).replace(NAME, "").split()
    assert said_by_poppler(made.data).count(REDACTED) == 5  # one is broken over two lines
    with pikepdf.open(BytesIO(made.data)) as document:
        assert str(document.docinfo["/Title"]) == f"Sag om {REDACTED}"
        spoken = [text for text in texts(document.Root.StructTreeRoot) if text == REDACTED]
    assert len(spoken) >= 4


def test_a_passage_broken_over_lines_and_hyphenated_is_found():
    setting = '#set page(width: 5cm)\n#set text(lang: "da", hyphenate: true)\n'
    broken = paper(f"{setting}Her bor speciallægepraksisplanlæggeren Vagn Tværgård Holmgaard ved åen.")
    made = redact(broken, ["speciallægepraksisplanlæggeren vagn tværgård holmgaard"])
    left = said_by_poppler(made.data)
    assert "Tværg" not in left
    assert "praksis" not in left
    assert left.startswith("Her bor")
    assert left.endswith("ved åen.")


def test_an_area_takes_text_and_drawings_with_it():
    before = paper(PAPER.replace("#pagebreak()", "#line(length: 30%, angle: 20deg)\n#pagebreak()"))
    area = Area(1, 60, 590, 320, 690)
    made = redact(before, [], [area])
    assert "12.000" in said(before)
    assert_gone("12.000", made.data)
    assert made.pictures == (1,)
    assert shade(made.data, area) == ((0, 0, 0), 1)
    assert "fløjtespillende" in said(made.data)
    assert said(made.data).endswith(said(before)[said(before).index("Afgørelse") :])
    assert REDACTED in said_by_poppler(made.data)


def scan() -> bytes:
    """A page that is a picture of a name and a face, with its words unseen on it."""
    image, target = Image.new("RGB", (1240, 1754), "white"), BytesIO()
    brush = ImageDraw.Draw(image)
    brush.ellipse((800, 200, 1100, 500), fill="red")
    brush.text((100, 200), "Vagn Tværgård", fill="black", font_size=60)
    image.save(target, "PNG")
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    picture = pdf.make_stream(image.tobytes())
    picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, 1240, 1754
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceRGB, 8
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    page.obj.Resources = Dictionary(XObject=Dictionary(I=picture), Font=Dictionary(F1=font))
    unseen = "BT 3 Tr /F1 29 Tf 48 715 Td (Vagn Tværgård) Tj ET BT 3 Tr /F1 12 Tf 48 100 Td (Hilsen) Tj ET"
    words = f"q 595 0 0 842 0 0 cm /I Do Q {unseen}"
    page.obj.Contents = pdf.make_stream(words.encode("cp1252"))
    saved = BytesIO()
    pdf.save(saved)
    return saved.getvalue()


def test_the_pixels_of_a_scan_are_gone_with_the_words():
    area = Area(1, 380, 590, 535, 750)
    made = redact(scan(), ["Vagn Tværgård"], [area])
    assert_gone("Tværgård", made.data)
    assert made.pictures == (1,)
    assert shade(made.data, area) == ((0, 0, 0), 1)
    assert "Hilsen" in said(made.data)
    with pikepdf.open(BytesIO(made.data)) as document:
        images = [
            each
            for each in document.objects
            if isinstance(each, pikepdf.Stream) and each.get(Name.Subtype) == Name.Image
        ]
        (image,) = images
        red = [
            pixel
            for _, pixel in pikepdf.PdfImage(image).as_pil_image().convert("RGB").getcolors(10_000_000)
            if pixel[0] > 180 and pixel[1] < 80
        ]
    assert red == []


def beside(pdf: pikepdf.Pdf) -> None:
    """The name in every place beside the page."""
    page = pdf.pages[0]
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem(f"Om {NAME}", 0))
    with pdf.open_metadata() as data:
        data["dc:description"] = f"Ansøgning fra {NAME}"
    pdf.attachments["brev.txt"] = NAME.encode()
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=Array([10, 10, 30, 30]), Contents=f"Ring til {NAME}"
    )
    page.obj.Annots = Array([pdf.make_indirect(note)])
    for each in pdf.objects:
        if (
            isinstance(each, Dictionary)
            and each.get(Name.Type) == Name.StructElem
            and each.get(Name.S) == Name.P
        ):
            each.Alt = f"{NAME} på et billede"


def test_every_place_beside_the_page_is_cleaned():
    with pikepdf.open(BytesIO(paper())) as document:
        beside(document)
        saved = BytesIO()
        document.save(saved)
    assert NAME in everything(saved.getvalue())
    made = redact(saved.getvalue(), [NAME])
    assert_gone(NAME, made.data)
    assert b"brev.txt" not in made.data
    with pikepdf.open(BytesIO(made.data)) as document, document.open_outline() as outline:
        assert f"Om {REDACTED}" in [item.title for item in outline.root]


def test_a_passage_that_is_not_there_is_refused_and_named():
    with pytest.raises(CannotRedact, match="Petra"):
        redact(paper(), [NAME, "Petra"])


def test_a_damaged_file_is_refused():
    with pytest.raises(CannotRedact, match="beskadiget"):
        redact(paper()[:900], [NAME])


def test_a_font_of_unknown_widths_makes_a_picture_of_the_page():
    source = scan()
    with pikepdf.open(BytesIO(source)) as document:
        document.pages[0].obj.Contents = document.make_stream(
            "BT /F1 20 Tf 48 715 Td (Vagn Tværgård bor her) Tj ET".encode("cp1252")
        )
        saved = BytesIO()
        document.save(saved)
    made = redact(saved.getvalue(), ["Vagn Tværgård"])
    assert_gone("Tværgård", made.data)
    assert made.pictures == (1,)
    assert "bor her" in said(made.data)


WORDS = [
    "kommunen",
    "ligger",
    "ved",
    "åen",
    "og",
    "naboerne",
    "får",
    "brev",
    "om",
    "støj",
    "fra",
    "den",
    "nye",
    "vej",
    "inden",
    "sommer",
]


@settings(max_examples=15, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(WORDS), min_size=5, max_size=60), st.data())
def test_any_word_can_be_taken_out_and_every_other_stays(words, data):
    at = data.draw(st.integers(0, len(words)))
    whole = " ".join([*words[:at], "Hemmelig Qvist", *words[at:]])
    before = paper(f'#set text(lang: "da")\n#set par(justify: true)\n{whole}')
    made = redact(before, ["Hemmelig Qvist"])
    assert_gone("Qvist", made.data)
    assert sorted(said(made.data).replace(REDACTED, "").split()) == sorted(words)

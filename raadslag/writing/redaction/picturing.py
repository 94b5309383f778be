"""A page made into a picture of itself, with areas painted over, and its other words unseen on it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
from pikepdf import Array, Dictionary, Name
from PIL import ImageDraw

from raadslag.writing.redaction.area import Area
from raadslag.writing.redaction.covering import MOST_SIGNS, unseen_font, unseen_words
from raadslag.writing.redaction.letters import Letter, under

DOTS = 200 / 72  # pixels a point: 200 to the inch
LARGEST_SIDE = 6_000.0
QUALITY = 85


def picture(data: bytes, number: int, areas: Sequence[Area]) -> tuple[bytes, int, int]:
    """The page as a JPEG with the areas painted black, and its width and height in pixels."""
    with pdfium.PdfDocument(data) as document, closing(document[number - 1]) as page:
        # As it lies before it is turned: the page's own turning is kept.
        page.set_rotation(0)
        left, bottom, right, top = page.get_cropbox()
        scale = min(DOTS, LARGEST_SIDE / max(right - left, top - bottom, 1.0))
        with closing(page.render(scale=scale, may_draw_forms=False)) as bitmap:
            image = bitmap.to_pil().convert("RGB")
    brush = ImageDraw.Draw(image)
    for area in areas:
        box = ((area.left - left) * scale, (top - area.top) * scale, (area.right - left) * scale)
        brush.rectangle((*box, (top - area.bottom) * scale), fill="black")
    target = BytesIO()
    image.save(target, "JPEG", quality=QUALITY)
    return target.getvalue(), image.width, image.height


def become_picture(
    pdf: pikepdf.Pdf, number: int, data: bytes, areas: Sequence[Area], letters: Iterable[Letter]
) -> None:
    """Puts the picture in place of all that the page draws, with the other words where they were."""
    page = pdf.pages[number - 1]
    content, width, height = picture(data, number, areas)
    image = pdf.make_stream(content)
    image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, width, height
    image.ColorSpace, image.BitsPerComponent, image.Filter = Name.DeviceRGB, 8, Name.DCTDecode
    words = list(words_of(each for each in letters if each.page == number and not under(each, areas)))
    fonts, text = written(pdf, words)
    left, bottom, right, top = map(float, page.cropbox)
    drawn = f"q {right - left:.3f} 0 0 {top - bottom:.3f} {left:.3f} {bottom:.3f} cm /Side Do Q\n"
    page.obj.Resources = Dictionary(XObject=Dictionary(Side=image), Font=fonts)
    page.obj.Contents = Array([pdf.make_stream(f"/P <</MCID 0>> BDC\n{drawn}{text}\nEMC".encode())])
    page.obj.MediaBox = Array([left, bottom, right, top])
    for key in ("/Annots", "/Group", "/Thumb", "/Metadata", "/PieceInfo"):
        if key in page.obj:
            del page.obj[key]


def words_of(letters: Iterable[Letter]) -> Iterator[tuple[str, Area]]:
    """The words with the boxes that they stand in."""
    word: list[Letter] = []
    for letter in letters:
        if letter.box is None or not letter.sign.strip() or (word and is_apart(word[-1], letter)):
            if word:
                yield made_word(word)
            word = []
        if letter.box is not None and letter.sign.strip():
            word.append(letter)
    if word:
        yield made_word(word)


def is_apart(last: Letter, letter: Letter) -> bool:
    """Whether the letter begins another word: on another line, or after what was taken out."""
    if last.box is None or letter.box is None:
        return True
    height = last.box[3] - last.box[1]
    return letter.box[0] < last.box[0] - height or letter.box[0] > last.box[2] + max(height, 3.0)


def made_word(word: Sequence[Letter]) -> tuple[str, Area]:
    boxes = [letter.box for letter in word if letter.box is not None]
    area = Area(
        word[0].page,
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    return "".join(letter.sign for letter in word), area


def written(pdf: pikepdf.Pdf, words: Sequence[tuple[str, Area]]) -> tuple[pikepdf.Object, str]:
    """The fonts that the words need, and what writes them."""
    alphabet = sorted({sign for word, _ in words for sign in word} | {" "})
    sets = ["".join(alphabet[start : start + MOST_SIGNS]) for start in range(0, len(alphabet), MOST_SIGNS)]
    fonts = Dictionary({f"/U{at}": unseen_font(pdf, signs) for at, signs in enumerate(sets)})
    lines = []
    for word, area in words:
        for at, signs in enumerate(sets):
            if all(sign in signs for sign in word):
                lines.append(unseen_words(word, signs, area, f"U{at}"))
                break
    return fonts, "\n".join(lines)

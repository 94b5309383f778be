"""Every page says what it belongs to: upright, readable, inside what is seen, whatever the page is like."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from tests.writing.packs.papers import note, packed, saved, sheet

TITLE = "Oversigtskort over cykelstier.pdf"


def seen(path: Path, page: int, scale: float = 2) -> Image.Image:
    with pypdfium2.PdfDocument(path) as document:
        return document[page].render(scale=scale).to_pil().convert("RGB")


def text_of(path: Path, page: int) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return document[page].get_textpage().get_text_bounded()


def strip(image: Image.Image, height: int = 46) -> Image.Image:
    return image.crop((0, image.height - height, image.width, image.height))


def white(image: Image.Image) -> int:
    return sum(count for count, colour in image.getcolors(1_000_000) or [] if colour == (255, 255, 255))


BLUE = b" 0.8 0.9 1 rg -999 -999 9999 9999 re f"
# Pages that are seen as 500 × 300 points, however their file has it.
SEEN_ALIKE = {
    "rotated 90": {"media": (0, 0, 300, 500), "rotate": 90},
    "rotated 180": {"media": (0, 0, 500, 300), "rotate": 180},
    "rotated 270": {"media": (0, 0, 300, 500), "rotate": 270},
    "rotated -90": {"media": (0, 0, 300, 500), "rotate": -90},
    "origin elsewhere": {"media": (-100, 50, 400, 350)},
    "corners the other way": {"media": (500, 300, 0, 0)},
    "cropped": {"media": (0, 0, 842, 595), "crop": (50, 200, 550, 500)},
    "cropped and rotated": {"media": (0, 0, 842, 595), "crop": (50, 50, 350, 550), "rotate": 90},
    "crop outside media": {"media": (0, 0, 500, 300), "crop": (-50, -50, 900, 900)},
    "leaves state saved": {"media": (0, 0, 500, 300), "content": b"q q 3 0 0 3 4 4 cm" + BLUE},
    "restores too much": {"media": (0, 0, 500, 300), "content": BLUE + b" Q Q Q 2 0 0 2 9 9 cm"},
    "changes the state": {"media": (0, 0, 500, 300), "content": BLUE + b" 5 0 0 5 0 0 cm 9 Tz 8 Tr"},
}


@pytest.mark.parametrize("how", SEEN_ALIKE)
def test_the_stamp_is_seen_alike_on_every_page(how, tmp_path):
    papers = (sheet(media=(0, 0, 500, 300)), sheet(**SEEN_ALIKE[how]))
    packed(tmp_path, *papers, titles=("a.pdf", "a.pdf"))
    plain, other = (strip(seen(tmp_path / "pakke.pdf", page)) for page in (1, 2))
    assert plain.size == other.size == (1000, 46)
    # they differ in "Bilag 1" and "Bilag 2", and "side 2" and "side 3"
    assert white(plain) > 1000
    assert abs(white(plain) - white(other)) < 200
    changed = ImageChops.difference(plain, other).convert("L").point(lambda value: 255 if value > 64 else 0)
    assert changed.histogram()[255] < 200


def test_the_stamp_is_text_and_names_item_attachment_and_page(tmp_path):
    packed(tmp_path, note(), titles=(TITLE,))
    text = text_of(tmp_path / "pakke.pdf", 2)
    assert f"Punkt 1, Bilag 1: {TITLE}" in text
    assert "side 3 af 3" in text
    assert "side 1 af 3" in text_of(tmp_path / "pakke.pdf", 0)


def test_a_long_name_is_shortened_and_leaves_the_page_number_alone(tmp_path):
    packed(tmp_path, sheet(), titles=("Notat om " + "ældreområdets økonomi " * 20,))
    text = text_of(tmp_path / "pakke.pdf", 1)
    assert "Punkt 1, Bilag 1: Notat om ældreområdets" in text
    assert "…" in text
    assert "side 2 af 2" in text


@pytest.mark.parametrize("size", [(72, 40), (30, 30), (20, 400), (2384, 3370), (8000, 50)])
def test_tiny_and_huge_pages_keep_their_stamp_inside(size, tmp_path):
    packed(tmp_path, sheet(media=(0, 0, *size)))
    image = seen(tmp_path / "pakke.pdf", 1, scale=4 if max(size) < 500 else 1)
    bottom = image.crop((0, image.height // 2, image.width, image.height))
    assert "side 2 af 2" in text_of(tmp_path / "pakke.pdf", 1)
    assert white(bottom) > 0
    assert white(image) == white(bottom)


def test_what_is_not_under_the_stamp_is_not_covered(tmp_path):
    packed(tmp_path, sheet(media=(0, 0, 500, 300)))
    image = seen(tmp_path / "pakke.pdf", 1)
    assert white(image) == white(strip(image))
    assert white(strip(image)) < 1000 * 46 / 3


def test_a_pages_own_letters_are_still_there(tmp_path):
    packed(tmp_path, note())
    assert "Trafiktal" in text_of(tmp_path / "pakke.pdf", 1)


def test_pages_that_share_resources_do_not_share_stamps(tmp_path):
    source = pikepdf.new()
    shared = source.make_indirect(pikepdf.Dictionary())
    for _ in range(3):
        source.add_blank_page(page_size=(500, 300))
        source.pages[-1].obj.Resources = shared
    pack = packed(tmp_path, saved(source))
    assert [len(page.resources.XObject.keys()) for page in pack.pages[1:]] == [1, 1, 1]


def test_a_pack_inside_a_pack_keeps_its_own_stamps(tmp_path):
    inner = tmp_path / "inner"
    inner.mkdir()
    packed(inner, sheet(media=(0, 0, 500, 300)), titles=("inderst.pdf",))
    packed(tmp_path, (inner / "pakke.pdf").read_bytes(), titles=("yderst.pdf",))
    text = text_of(tmp_path / "pakke.pdf", 2)
    assert "inderst.pdf" in text
    assert "yderst.pdf" in text


def test_a_user_unit_does_not_double_the_stamp(tmp_path):
    source = pikepdf.open(BytesIO(sheet(media=(0, 0, 250, 150))))
    source.pages[0].obj.UserUnit = 2
    pack = packed(tmp_path, saved(source))
    assert b"0.50000 0.00000 0.00000 0.50000" in pack.pages[1].obj.Contents[-1].read_bytes()

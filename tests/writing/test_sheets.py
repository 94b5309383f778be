"""What is pointed out on the picture of a page is that place on the page, however the page is turned."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from raadslag.writing.redaction import Box
from raadslag.writing.redaction.sheets import png, sheets

# a black square, 60 points from the left of the shown part of the page and 30 from its top; 100 wide, 50 high
DRAWN = b"0 g 70 200 100 50 re f"
SHOWN = [10, 20, 410, 280]


def page(turned):
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(500, 400))
        here = pdf.pages[0]
        here.Contents, here.CropBox, here.Rotate = pdf.make_stream(DRAWN), pikepdf.Array(SHOWN), turned
        target = BytesIO()
        pdf.save(target)
    return target.getvalue()


def dark_box(picture):
    """Where the picture is dark, in percent of it."""
    left, top, right, bottom = picture.convert("L").point(lambda shade: 255 * (shade < 128)).getbbox()
    across, down = 100 / picture.width, 100 / picture.height
    return Box(left * across, top * down, (right - left) * across, (bottom - top) * down)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_dark_place_on_the_picture_is_the_dark_place_on_the_page(turned):
    pdf = page(turned)
    picture = Image.open(BytesIO(png(pdf, 1)))
    (sheet,) = sheets(pdf)
    wide, high = sheet.size
    assert picture.width / picture.height == pytest.approx(wide / high, abs=0.01)
    area = sheet.area(dark_box(picture))
    assert [area.left, area.bottom, area.right, area.top] == pytest.approx([70, 200, 170, 250], abs=1)


def test_there_is_no_picture_of_a_page_that_is_not_there():
    with pytest.raises(IndexError):
        png(page(0), 2)


def test_a_box_off_the_page_is_known():
    assert Box(10, 10, 90, 90).is_on_the_page
    assert not Box(10, 10, 95, 10).is_on_the_page
    assert not Box(10, 10, 0, 10).is_on_the_page
    assert not Box(-1, 10, 5, 10).is_on_the_page

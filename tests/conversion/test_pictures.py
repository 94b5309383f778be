"""A picture becomes a page: the right way up, of a size that prints, without the camera's notes."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from raadslag.conversion import Kind, Unconvertible, What
from raadslag.conversion.inside.finishing import finish
from raadslag.conversion.orders import Made, Order, Work
from tests.conversion import picture_files
from tests.conversion.all_in import all_in
from tests.conversion.picture_files import photo, saved


def made(data: bytes, kind: Kind, most_pages: int = 10) -> Made:
    return finish(data, Order(Work.FINISH, kind, "billede", most_pages))


def drawn(pdf: bytes) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=1).to_pil().convert("RGB") for page in document]


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [(round(page.get_width()), round(page.get_height())) for page in document]


@pytest.mark.parametrize("kind", [Kind.PNG, Kind.JPEG, Kind.TIFF, Kind.GIF, Kind.WEBP])
def test_each_kind_of_picture_becomes_a_page(kind: Kind) -> None:
    result = made(saved(Image.new("RGB", (300, 200), picture_files.TOP), kind.name), kind)
    (page,) = drawn(result.data)
    assert page.width > page.height
    assert _is_red(page.getpixel((page.width // 2, 60)))
    assert sizes(result.data) == [(842, 595)]


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_photo_lies_as_it_was_held_and_forgets_it(turned: int) -> None:
    straight = Image.open(BytesIO(photo("JPEG", turned=turned)))
    (page,) = drawn(made(photo("JPEG", turned=turned), Kind.JPEG).data)
    assert (page.width > page.height) == (turned < 5)
    upright = {1: 0, 2: 0, 3: 180, 4: 180, 5: 90, 6: 270, 7: 270, 8: 90}[turned]
    red_at = {0: (0.5, 0.1), 180: (0.5, 0.9), 90: (0.1, 0.5), 270: (0.9, 0.5)}[upright]
    assert straight.size == (400, 300)
    assert _is_red(_pixel(_picture_of(page), *red_at))


def test_where_and_by_whom_a_photo_was_taken_is_gone_and_told() -> None:
    data = photo("JPEG")
    result = made(data, Kind.JPEG)
    assert picture_files.OWNER.encode() in data
    assert picture_files.OWNER not in all_in(result.data)
    assert "Exif" not in all_in(result.data)
    assert {finding.what for finding in result.findings} == {What.POSITION, What.METADATA}


def test_the_name_of_a_file_is_not_in_its_copy() -> None:
    for data, kind in ((photo("PNG"), Kind.PNG), (b"hej", Kind.TEXT)):
        result = finish(data, Order(Work.FINISH, kind, "klage-fra-hans.png", 10))
        assert "klage-fra-hans" not in all_in(result.data)


def test_a_tiff_of_three_pages_becomes_three() -> None:
    page = Image.new("1", (1240, 1754), 1)
    result = made(picture_files.pages_of_tiff(page, page, page), Kind.TIFF)
    assert sizes(result.data) == [(595, 842)] * 3


def test_a_scan_fills_its_page_and_is_to_be_recognised() -> None:
    result = made(saved(picture_files.scan(), "PNG", dpi=(150, 150)), Kind.PNG)
    assert sizes(result.data) == [(595, 842)]
    assert result.pictures == (1,)


def test_a_huge_photo_is_made_smaller() -> None:
    result = made(saved(Image.effect_noise((4000, 3000), 90).convert("RGB"), "JPEG"), Kind.JPEG)
    with pypdfium2.PdfDocument(result.data) as document:
        (image,) = document[0].get_objects(filter=[3])
        assert max(image.get_px_size()) <= 2600


def test_what_one_can_see_through_is_shown_upon_white() -> None:
    (page,) = drawn(made(saved(Image.new("RGBA", (200, 200), (255, 0, 0, 0)), "PNG"), Kind.PNG).data)
    assert page.getcolors() == [(page.width * page.height, (255, 255, 255))]


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "I;16", "CMYK", "RGBA"])
def test_every_way_to_keep_colours_is_understood(mode: str) -> None:
    kind = Kind.TIFF if mode in ("CMYK", "I;16") else Kind.PNG
    result = made(saved(Image.new(mode, (100, 100)), kind.name), kind)
    assert len(result.texts) == 1


@pytest.mark.parametrize(
    "data",
    [photo("JPEG")[:300], photo("PNG")[:200], b"GIF89a" + bytes(4), b"II*\0" + bytes(100)],
    ids=["jpeg", "png", "gif", "tiff"],
)
def test_half_a_picture_is_refused(data: bytes) -> None:
    kinds = {b"\xff": Kind.JPEG, b"\x89": Kind.PNG, b"G": Kind.GIF, b"I": Kind.TIFF}
    with pytest.raises(Unconvertible, match="hent den igen"):
        made(data, kinds[data[:1]])


def test_a_small_file_that_is_an_enormous_picture_is_refused() -> None:
    with pytest.raises(Unconvertible, match="megapixel"):
        made(picture_files.claims_to_be(60_000, 60_000), Kind.PNG)


def test_a_tiff_of_too_many_pages_is_refused() -> None:
    page = Image.new("1", (10, 10))
    with pytest.raises(Unconvertible, match="del den i flere filer"):
        made(picture_files.pages_of_tiff(page, page, page), Kind.TIFF, most_pages=2)


def _picture_of(page: Image.Image) -> Image.Image:
    """The part of a page that is not white."""
    inverted = page.point(lambda shade: 255 - shade)
    return page.crop(inverted.getbbox())


def _pixel(picture: Image.Image, across: float, down: float) -> tuple[int, int, int]:
    return picture.getpixel((int(picture.width * across), int(picture.height * down)))


def _is_red(colour: tuple[int, int, int]) -> bool:
    return colour[0] > 150 and colour[2] < 100

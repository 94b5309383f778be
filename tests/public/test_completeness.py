"""Nothing that is published is missing on the pages."""

from collections.abc import Iterator

import pytest

from raadslag.publishing.public_record import public_record
from raadslag.record import to_data
from tests.public.conftest import MINUTES
from tests.public.lindevad import committee, council
from tests.public.pages import open_page

# Words for machines; the pages say them in Danish.
CODES = {
    *("schema", "stage", "part", "kind", "outcome", "status", "choice"),
    *("sha256", "media_type", "starts_at", "ends_at", "dated_on", "from", "to"),
}
NOT_SHOWN = {"authority", "term"}  # the site is one municipality's, and the date says the term


def words(data: object, key: str = "") -> Iterator[str]:
    """Every text in a record's data."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from words(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from words(value, key)
    elif isinstance(data, str) and key not in CODES | NOT_SHOWN:
        yield from data.split("\n")


def everything_about(clara, address: str) -> str:
    """The words of the meeting's page, its items' and its attachments'."""
    pages = [open_page(clara, address)]
    for link in pages[0].links("//li//h3/a").values():
        pages.append(open_page(clara, link))
        attachments = pages[-1].links("//section[@aria-labelledby='bilag']//a").values()
        pages.extend(open_page(clara, each) for each in attachments)
    return "\n".join(page.text() for page in pages)


@pytest.mark.parametrize(
    ("record", "address"),
    [
        (council(2), MINUTES),
        (committee(None), "/moeder/oekonomiudvalget/2025-08-19/referat/"),
    ],
    ids=["council", "committee"],
)
def test_every_word_that_is_published_stands_on_a_page(clara, record, address):
    shown = everything_about(clara, address)
    missing = [word for word in words(to_data(public_record(record))) if " ".join(word.split()) not in shown]
    assert missing == []

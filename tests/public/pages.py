"""Reading a page as a person does."""

from dataclasses import dataclass
from typing import Any

from django.test import Client
from lxml import html


@dataclass(frozen=True)
class Page:
    """A page that Clara has open. Places on it are given as XPath."""

    status: int
    root: Any

    def text(self, place: str = "//main") -> str:
        """The words of the first element at the place."""
        return self.texts(place)[0]

    def texts(self, place: str) -> list[str]:
        """The words of each element at the place, with single spaces."""
        return [" ".join(each.text_content().split()) for each in self.root.xpath(place)]

    def links(self, place: str = "//main//a") -> dict[str, str]:
        """Where the links at the place lead, by their words."""
        return {" ".join(each.text_content().split()): each.get("href") for each in self.root.xpath(place)}


def open_page(clara: Client, address: str) -> Page:
    """The page at the address, opened by Clara."""
    response = clara.get(address)
    return Page(response.status_code, html.fromstring(response.content.decode()))

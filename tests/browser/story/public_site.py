"""What somebody who is not logged in finds of a body: pages, files, what is in them, search and calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
from playwright.sync_api import APIRequestContext

BODY = "/moeder/havne-og-klimaudvalget/"
ADDRESSES = re.compile(r'(?:href|src)="([^"#]+)')


@dataclass
class PublicSite:
    """The citizens' site, read anew at each question. `request` belongs to somebody who is not logged in."""

    request: APIRequestContext
    starts: list[str] = field(default_factory=lambda: ["/", BODY, "/sitemap.xml", f"{BODY}kalender.ics"])

    def texts(self) -> dict[str, str]:
        """Every page and file that can be reached from the front page within the body, as text by address."""
        found: dict[str, str] = {}
        waiting = list(self.starts)
        while waiting:
            address = waiting.pop()
            if address in found:
                continue
            answer = self.request.get(address)
            if answer.status != 200:
                found[address] = ""
                continue
            data = answer.body()
            found[address] = " ".join(text_of(address, data))
            if "text/html" in answer.headers.get("content-type", ""):
                waiting += [each for each in ADDRESSES.findall(data.decode()) if self.is_within(each)]
        return found

    def where(self, words: str) -> list[str]:
        """The addresses where the words stand."""
        return sorted(address for address, text in self.texts().items() if squeezed(words) in squeezed(text))

    def search_finds(self, words: str) -> bool:
        """Whether a search has results."""
        answer = self.request.get("/soeg", params={"q": f'"{words}"'})
        assert answer.status == 200
        return BODY in answer.text()

    def is_within(self, address: str) -> bool:
        return address.startswith(BODY) and "?" not in address


def squeezed(text: str) -> str:
    """Without white space and soft hyphens: a PDF breaks lines where it likes."""
    return re.sub(r"[\s\u00ad]", "", text)


def text_of(name: str, data: bytes) -> Iterator[str]:
    """What a file says; a ZIP says what its files say, and their names."""
    if data.startswith(b"%PDF-"):
        document = pypdfium2.PdfDocument(data)
        for page in document:
            yield page.get_textpage().get_text_bounded()
    elif data.startswith(b"PK"):
        with ZipFile(BytesIO(data)) as archive:
            for each in archive.namelist():
                yield each
                yield from text_of(each, archive.read(each))
    else:
        yield data.decode("utf-8", "replace")

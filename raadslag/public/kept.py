"""Pages kept as they were rendered. What is published never changes, so a page follows from its address,
the archive's last hash and the day; while those stand, the same bytes are served again."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from hashlib import sha256
from threading import Lock
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.timezone import localdate

from raadslag.archive.models import ChainEnd

View = Callable[..., HttpResponse]
MOST_PAGES = 512


@dataclass(frozen=True)
class Page:
    """What a browser is sent."""

    content: bytes
    headers: Mapping[str, str]

    @classmethod
    def of(cls, response: HttpResponse) -> "Page":
        etag = f'"{sha256(response.content).hexdigest()[:32]}"'
        headers = {"Content-Type": response["Content-Type"], "ETag": etag, "Cache-Control": "no-cache"}
        return cls(response.content, headers)


class Pages:
    """The latest pages by address, for one state of the world. Safe to share between threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._state: object = None
        self._pages: OrderedDict[str, Page] = OrderedDict()

    def get(self, state: object, address: str) -> Page | None:
        """The page as it was kept in that very state."""
        with self._lock:
            return self._pages.get(address) if state == self._state else None

    def keep(self, state: object, address: str, page: Page) -> None:
        with self._lock:
            if state != self._state:
                self._state = state
                self._pages.clear()
            self._pages[address] = page
            if len(self._pages) > self._most:
                self._pages.popitem(last=False)


pages = Pages(MOST_PAGES)


def kept(view: View) -> View:
    """Serves the view's page from memory while the archive stands, and 304 to those who have it.

    Only for views of the address alone: not of the query string, the visitor or the search index.
    """

    @wraps(view)
    def served(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        state = (ChainEnd.objects.values_list("hash", flat=True).first(), localdate())
        address = request.build_absolute_uri(request.path)
        page = None if settings.DEBUG else pages.get(state, address)
        if page is None:
            response = view(request, *args, **kwargs)
            if response.status_code != 200:
                return response
            page = Page.of(response)
            pages.keep(state, address, page)
        fresh = HttpResponse(page.content, headers=page.headers)
        return get_conditional_response(request, etag=page.headers["ETag"], response=fresh) or fresh

    return served

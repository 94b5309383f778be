"""A page with nothing but the editor, answered to the browser without a server, under our content policy."""

import json
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.middleware.csrf import get_token
from django.template import Context, Engine
from django.test import RequestFactory
from playwright.sync_api import Browser, Page, Route

from config.security import POLICY
from raadslag.desk.widgets import ProseWidget
from tests.prose.baenke import png

PROJECT = Path(__file__).parents[3]
FOLDERS = ("build/static", "raadslag/desk/static", "raadslag/public/static")
SITE = "http://skriv.example"
PICTURE = "/skrivebord/billeder/3f2b8f5e-0f5d-4a8e-9f0e-6f6b1a2c3d4e"
PAGE = """<!DOCTYPE html><html lang="da"><head><meta charset="utf-8"><title>Prøve</title>
<link rel="stylesheet" href="/static/dkfds/css/dkfds.css">
<link rel="stylesheet" href="/static/raadslag/site.css">{head}</head><body><main class="container page">
<h1>Skriv</h1><form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="{token}">
<h2 id="resume">Resumé</h2>{editor}<p><button id="efter" class="button button-primary">Gem</button></p>

</form>{dialogs}</main></body></html>"""


class EditorPage:
    """The page in a browser, what was sent from it, and what the browser complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.sent: list[str] = []
        page.on(
            "console", lambda said: said.type in ("error", "warning") and self.complaints.append(said.text)
        )
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, html: str = "", **options: object) -> "EditorPage":
        widget = ProseWidget(labelled_by="resume", upload="/billeder", **options)
        body = PAGE.format(
            head=template("prose_head.html"),
            dialogs=template("prose_dialogs.html"),
            editor=widget.render("tekst", html, {"id": "id_tekst"}),
            token=get_token(RequestFactory().get("/")),
        )

        def answer(route: Route) -> None:
            path = route.request.url.removeprefix(SITE).partition("?")[0]
            if path == "/":
                self._page(route, body)
            elif path == "/billeder":
                self.sent.append(route.request.post_data_buffer.decode("latin-1"))
                route.fulfill(status=200, content_type="application/json", body=json.dumps({"src": PICTURE}))
            elif path == PICTURE:
                route.fulfill(status=200, content_type="image/png", body=png())
            else:
                self._file(route, path.removeprefix("/static/"))

        self.page.route("**/*", answer)
        self.page.goto(f"{SITE}/")
        return self

    def _page(self, route: Route, body: str) -> None:
        if route.request.method == "POST":
            self.sent.append(route.request.post_data or "")
        route.fulfill(
            status=200,
            content_type="text/html; charset=utf-8",
            headers={"Content-Security-Policy": POLICY},
            body=body,
        )

    def _file(self, route: Route, name: str) -> None:
        found = next(
            (PROJECT / folder / name for folder in FOLDERS if (PROJECT / folder / name).is_file()), None
        )
        if found is None:
            route.fulfill(status=404)
        else:
            route.fulfill(status=200, content_type=mimetypes.guess_type(name)[0], body=found.read_bytes())

    @property
    def text(self):
        """What is written in."""
        return self.page.get_by_role("textbox", name="Resumé")

    @property
    def html(self) -> str:
        """What the form would send."""
        return self.page.locator("textarea[name=tekst]").input_value()

    @property
    def count(self) -> int:
        return int(self.page.locator("[data-prose-count]").get_attribute("data-characters"))

    def write(self, text: str) -> None:
        self.text.click()
        self.page.keyboard.type(text)

    def button(self, name: str):
        return self.page.get_by_role("toolbar").get_by_role("button", name=name, exact=True)

    def paste(self, html: str) -> None:
        """Paste as a browser does, from a clipboard that holds HTML."""
        self.text.click()
        self.page.evaluate(
            """html => {
                const data = new DataTransfer();
                data.setData("text/html", html);
                const options = { clipboardData: data, bubbles: true, cancelable: true };
                document.activeElement.dispatchEvent(new ClipboardEvent("paste", options));
            }""",
            html,
        )


@contextmanager
def editor_page(browser: Browser, **options: object) -> Iterator[EditorPage]:
    """A page of its own; what the browser complained of fails the test."""
    with browser.new_context(**options) as context:
        opened = EditorPage(context.new_page())
        yield opened
        assert opened.complaints == [], opened.complaints


def template(name: str) -> str:
    return Engine.get_default().get_template(f"desk/widgets/{name}").render(Context())

"""Karen's paper in three sections, and the forms that its pages send."""

from importlib import import_module

import pytest


@pytest.fixture
def paper(lindevad):
    return import_module("tests.models.papers").begun_paper(lindevad)


@pytest.fixture
def models(lindevad):
    return import_module("raadslag.models")


@pytest.fixture
def address(paper):
    """The paper's address, and what is under it: address("skriv")."""

    def of(page=""):
        return f"/skrivebord/indstillinger/{paper.key}/{page}"

    return of


@pytest.fixture
def sent(paper):
    """sent({0: "<p>x</p>", 1: ["planen godkendes"]}, title="Mur"): the form as the editor's page sends it.

    `seen` are the sections as they were when the page was made.
    """

    def form(texts=None, *, seen=None, plain=False, **head):
        content = import_module("raadslag.models.paper_content")
        paper.refresh_from_db()
        sections = seen or list(paper.sections.all())
        data = {}
        for at, text in (texts or {}).items():
            name = f"afsnit-{sections[at].key}"
            data[name] = text
            data[f"{name}-revision"] = sections[at].revision
            data[f"{name}-base"] = sections[at].content
            if isinstance(text, str) and not plain:
                data[f"{name}-form"] = "html"
        for name, value in head.items():
            data[name] = value
            data[f"{name}-base"] = content.head_value(paper, name)
        return data

    return form


@pytest.fixture
def words():
    """The text of a page, without its tags."""
    lxml_html = import_module("lxml.html")

    def of(response):
        return " ".join(lxml_html.document_fromstring(response.content.decode()).text_content().split())

    return of

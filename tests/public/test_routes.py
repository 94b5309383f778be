"""Every address that the public can reach, and what each may be asked for."""

import pytest
from django.urls import get_resolver

from tests.public.conftest import MINUTES

DOCUMENT = "moeder/<slug:body>/<slug:occasion>/<slug:document>"
FILES = ("-pakke.pdf", ".pdf", ".docx", ".json", ".zip")

# A new address is added here by hand, so that nobody opens one without meaning to.
ROUTES = {
    "",
    "moeder/",
    "moeder/plan/",
    "moeder/plan/<int:year>/",
    "moeder/plan/<int:year>/<slug:body>/",
    "moeder/plan/<int:year>/<slug:body>/version-<int:version>/",
    "moeder/<slug:body>/",
    "moeder/<slug:body>/kalender.ics",
    "moeder/<slug:body>/<slug:occasion>/",
    *(
        f"{DOCUMENT}{version}{ending}"
        for version in ("", "/version-<int:version>")
        for ending in (
            *FILES,
            "/",
            "/<slug:item>",
            "/<slug:item>/<slug:attachment>",
            "/<slug:item>/<slug:attachment>.<slug:extension>",
        )
    ),
    f"{DOCUMENT}/version-<int:version>/aendringer",
    "sager/<case_number:case_number>",
    "soeg",
    "soeg/forslag",
    "om",
    "tilgaengelighed",
    "robots.txt",
    "sitemap.xml",
}

NOT_THE_CITIZENS = ("skrivebord/", "konto/", "post/")  # tests/desk and tests/mail hold these

EXAMPLES = [
    "/",
    "/moeder/",
    "/moeder/plan/",
    "/moeder/byraadet/",
    "/moeder/byraadet/kalender.ics",
    MINUTES,
    f"{MINUTES}version-1/",
    f"{MINUTES}version-2/aendringer",
    f"{MINUTES}punkt-2",
    f"{MINUTES}punkt-2/bilag-1",
    f"{MINUTES}punkt-2/bilag-1.pdf",
    f"{MINUTES.rstrip('/')}.pdf",
    "/sager/EMN-2025-004711",
    "/soeg?q=bibliotek",
    "/soeg/forslag?q=bib",
    "/om",
    "/tilgaengelighed",
    "/robots.txt",
    "/sitemap.xml",
]


def addresses(patterns, before=""):
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from addresses(pattern.url_patterns, route)
        else:
            yield route


def test_these_are_all_the_public_routes():
    everything = addresses(get_resolver().url_patterns)
    assert {each for each in everything if not each.startswith(NOT_THE_CITIZENS)} == ROUTES


@pytest.mark.parametrize("address", EXAMPLES)
def test_a_page_is_read_and_never_written(clara, address):
    assert clara.get(address).status_code == 200
    assert clara.head(address).status_code == 200
    for write in (clara.post, clara.put, clara.patch, clara.delete):
        assert write(address).status_code == 405, write


@pytest.mark.parametrize("address", EXAMPLES)
def test_nothing_leaves_a_cookie(clara, address):
    assert not clara.get(address).cookies


@pytest.mark.parametrize("address", ["/", MINUTES, "/soeg?q=bibliotek", "/findes-ikke"])
def test_pages_run_nothing_but_our_own(clara, address):
    response = clara.get(address)
    assert "default-src 'self'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    page = response.content.decode()
    assert " style=" not in page
    assert " onclick=" not in page

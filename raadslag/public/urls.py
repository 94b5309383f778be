"""The citizens' addresses: Danish words that say what they are, and that last."""

from django.urls import URLPattern, path

from raadslag.public import front, robots, search
from raadslag.public.attachment import attachment
from raadslag.public.body import body
from raadslag.public.case import case
from raadslag.public.changes import changes
from raadslag.public.downloads import ENDINGS, attachment_file, download
from raadslag.public.item import item
from raadslag.public.meeting import document, meeting

app_name = "public"

DOCUMENT = "moeder/<slug:body>/<slug:occasion>/<slug:document>"
VERSION = f"{DOCUMENT}/version-<int:version>"
# The pages of a document stand under each version's address and under its own; the longer come first, for
# a version looks like an item.
PINNED = ((VERSION, "-version"), (DOCUMENT, ""))

urlpatterns: list[URLPattern] = [
    path("", front.front, name="front"),
    path("moeder/", front.bodies, name="bodies"),
    path("moeder/<slug:body>/", body, name="body"),
    path("moeder/<slug:body>/<slug:occasion>/", meeting, name="meeting"),
    *[
        path(f"{place}{ending}", download, {"kind": kind.value}, name=f"{kind.value}{pinned}")
        for place, pinned in PINNED
        for kind, (ending, _media_type) in ENDINGS.items()
    ],
    *[path(f"{place}/", document, name=f"document{pinned}") for place, pinned in PINNED],
    path(f"{VERSION}/aendringer", changes, name="changes"),
    *[
        route
        for place, pinned in PINNED
        for route in (
            path(f"{place}/<slug:item>", item, name=f"item{pinned}"),
            path(f"{place}/<slug:item>/<slug:attachment>", attachment, name=f"attachment{pinned}"),
            path(
                f"{place}/<slug:item>/<slug:attachment>.<slug:extension>",
                attachment_file,
                name=f"attachment-file{pinned}",
            ),
        )
    ],
    path("sager/<path:case_number>", case, name="case"),
    path("soeg", search.search, name="search"),
    path("soeg/forslag", search.suggestions, name="suggestions"),
    path("om", front.about, name="about"),
    path("tilgaengelighed", front.accessibility, name="accessibility"),
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", robots.sitemap, name="sitemap"),
]

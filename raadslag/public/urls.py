"""The citizens' addresses: Danish words that say what they are, and that last."""

from collections.abc import Callable, Mapping

from django.contrib.auth.decorators import login_not_required
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter
from django.views.decorators.http import require_safe

from raadslag.public import front, plan, robots, search
from raadslag.public.attachment import attachment
from raadslag.public.body import body
from raadslag.public.case import case
from raadslag.public.changes import changes
from raadslag.public.downloads import ENDINGS, attachment_file, download
from raadslag.public.item import item
from raadslag.public.meeting import document, meeting
from raadslag.public.tombstone import tombstoned

app_name = "public"

DOCUMENT = "moeder/<slug:body>/<slug:occasion>/<slug:document>"
VERSION = f"{DOCUMENT}/version-<int:version>"
# The pages of a document stand under each version's address and under its own; the longer come first, for
# a version looks like an item.
PINNED = ((VERSION, "-version"), (DOCUMENT, ""))


class CaseNumber(StringConverter):
    """A case number as people write it, with slashes in some: anything that can be printed."""

    regex = r"[^\x00-\x1f]+"


register_converter(CaseNumber, "case_number")


def page(
    route: str, view: Callable[..., HttpResponseBase], given: Mapping[str, str] | None = None, *, name: str
) -> URLPattern:
    """An address that anyone can read and nothing else; `given` are arguments that it does not hold."""
    return path(route, login_not_required(require_safe(tombstoned(view))), given, name=name)


urlpatterns: list[URLPattern] = [
    page("", front.front, name="front"),
    page("moeder/", front.bodies, name="bodies"),
    page("moeder/plan/", plan.plans, name="plans"),
    page("moeder/plan/<int:year>/", plan.plans_of_year, name="plans-year"),
    page("moeder/plan/<int:year>/<slug:body>/", plan.plan, name="plan"),
    page("moeder/plan/<int:year>/<slug:body>/version-<int:version>/", plan.plan, name="plan-version"),
    page("moeder/<slug:body>/", body, name="body"),
    page("moeder/<slug:body>/kalender.ics", plan.body_calendar, name="calendar"),
    page("moeder/<slug:body>/<slug:occasion>/", meeting, name="meeting"),
    *[
        page(f"{place}{ending}", download, {"kind": kind.value}, name=f"{kind.value}{pinned}")
        for place, pinned in PINNED
        for kind, (ending, _media_type) in ENDINGS.items()
    ],
    *[page(f"{place}/", document, name=f"document{pinned}") for place, pinned in PINNED],
    page(f"{VERSION}/aendringer", changes, name="changes"),
    *[
        route
        for place, pinned in PINNED
        for route in (
            page(f"{place}/<slug:item>", item, name=f"item{pinned}"),
            page(f"{place}/<slug:item>/<slug:attachment>", attachment, name=f"attachment{pinned}"),
            page(
                f"{place}/<slug:item>/<slug:attachment>.<slug:extension>",
                attachment_file,
                name=f"attachment-file{pinned}",
            ),
        )
    ],
    page("sager/<case_number:case_number>", case, name="case"),
    page("soeg", search.search, name="search"),
    page("soeg/forslag", search.suggestions, name="suggestions"),
    page("om", front.about, name="about"),
    page("tilgaengelighed", front.accessibility, name="accessibility"),
    page("robots.txt", robots.robots, name="robots"),
    page("sitemap.xml", robots.sitemap, name="sitemap"),
]

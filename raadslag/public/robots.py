"""What search engines are told."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from raadslag.archive.models import Body, PublishedItem, PublishedPlan
from raadslag.public.kept import kept

MOST_ADDRESSES = 50_000  # what one sitemap may hold


@kept
def robots(request: HttpRequest) -> HttpResponse:
    """The search page and old versions are not for them; all else is."""
    lines = [
        "User-agent: *",
        "Disallow: /soeg",
        "Disallow: /en/soeg",
        f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@kept
def sitemap(request: HttpRequest) -> HttpResponse:
    """The newest pages: bodies, meeting plans, documents and items."""
    items = (
        PublishedItem.objects.current()
        .select_related("publication__body")
        .defer("publication__record_json")
        .order_by("-publication__held_on", "position")
    )[:MOST_ADDRESSES]
    paths = {"/": None, "/moeder/": None, **{f"/moeder/{body.slug}/": None for body in Body.objects.all()}}
    for plan in PublishedPlan.objects.current().select_related("body"):
        paths[plan.address] = plan.published_at
    for item in items:
        paths[item.publication.address] = paths[item.address] = item.publication.published_at
    pages = [(request.build_absolute_uri(path), changed) for path, changed in paths.items()][:MOST_ADDRESSES]
    return render(request, "public/sitemap.xml", {"pages": pages}, content_type="application/xml")

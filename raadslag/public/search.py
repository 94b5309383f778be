"""Search: what was asked, what was found, and how to narrow it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from raadslag.archive import reached
from raadslag.archive.models import Body, Withdrawal, WithdrawnVersion
from raadslag.public import words
from raadslag.record import Kind, Outcome
from raadslag.search import FacetCount, Index, IndexUnusable, Level, Order, Query, Result

# What the address calls them, by what the index calls them.
PARAMETERS = {"body": "udvalg", "year": "aar", "level": "type", "kind": "slags", "outcome": "udfald"}
ORDERS = {"relevans": Order.RELEVANCE, "nyeste": Order.NEWEST, "aeldste": Order.OLDEST}
LONGEST_QUESTION = 300
MOST_CHOICES = 12


@dataclass(frozen=True)
class Asked:
    """The address's query string, read: what is not understood becomes a sentence in `errors`."""

    query: Query
    order: str
    errors: list[str] = field(default_factory=list)

    @property
    def narrowed(self) -> int:
        """How many limits are set."""
        chosen = sum(len(getattr(self.query, name)) for name in PARAMETERS)
        return chosen + sum(1 for limit in (self.query.since, self.query.until) if limit)


def search(request: HttpRequest) -> HttpResponse:
    """The page with the hits, and with the choices that narrow them."""
    asked = read(request.GET)
    try:
        result = without_withdrawn(index().search(asked.query))
    except IndexUnusable:
        return render(request, "public/search_closed.html", {"section": "search"}, status=503)
    context = {
        "section": "search",
        "crumbs": [(_("Søg"), None)],
        "question": asked.query.text,
        "narrowed": asked.narrowed,
        "errors": asked.errors,
        "dates": [
            date_field("fra", _("Fra og med"), request.GET),
            date_field("til", _("Til og med"), request.GET),
        ],
        "facets": facets(result),
        "order": asked.order,
        "orders": [("relevans", _("Mest relevante")), ("nyeste", _("Nyeste")), ("aeldste", _("Ældste"))],
        "result": result,
        "previous_page": page_query(request.GET, result.page - 1),
        "next_page": page_query(request.GET, result.page + 1),
    }
    return render(request, "public/search.html", context)


def suggestions(request: HttpRequest) -> JsonResponse:
    """What the words begun may become, while a person types."""
    if lags_behind_a_withdrawal():
        return JsonResponse({"suggestions": []})
    try:
        found = index().suggest(request.GET.get("q", "")[:LONGEST_QUESTION])
    except IndexUnusable:
        found = ()
    return JsonResponse({"suggestions": [each.text for each in found]})


def without_withdrawn(result: Result) -> Result:
    """The result without what was withdrawn since the index was last brought along."""
    if not lags_behind_a_withdrawal():
        return result
    of = {hit.publication_id for hit in result.hits}
    gone = set(WithdrawnVersion.objects.filter(publication__in=of).values_list("publication", flat=True))
    return replace(result, hits=tuple(hit for hit in result.hits if hit.publication_id not in gone))


def lags_behind_a_withdrawal() -> bool:
    """Whether something is withdrawn that the index may still have: whoever withdrew it may have died."""
    last = Withdrawal.objects.values_list("place_in_chain", flat=True).last()
    if last is None:
        return False
    try:
        return reached.read(Path(settings.SEARCH_INDEX_FOLDER)).place < last
    except (OSError, ValueError, KeyError):
        return True


def index() -> Index:
    """The index of what is published, which keeps itself up to date. Raises IndexUnusable."""
    return opened(Path(settings.SEARCH_INDEX_FOLDER))


@lru_cache(maxsize=1)
def opened(folder: Path) -> Index:
    return Index.open(folder)


def read(given: QueryDict) -> Asked:
    """What was asked. Never raises: an unknown value is left out, a date that is none is said."""
    errors: list[str] = []
    order = given.get("orden", "relevans")
    query = Query(
        text=given.get("q", "").strip()[:LONGEST_QUESTION],
        body=tuple(given.getlist("udvalg")),
        year=tuple(int(year) for year in given.getlist("aar") if year.isdecimal() and len(year) == 4),
        level=known(given.getlist("type"), Level),
        kind=known(given.getlist("slags"), Kind),
        outcome=known(given.getlist("udfald"), Outcome),
        since=day_of(given.get("fra", ""), errors),
        until=day_of(given.get("til", ""), errors),
        order=ORDERS.get(order, Order.RELEVANCE),
        page=page_of(given.get("side", "")),
    )
    if query.since and query.until and query.since > query.until:
        errors.append(_("Den første dato ligger efter den sidste. Byt dem om."))
        query = replace(query, since=None, until=None)
    return Asked(query, order, errors)


def known(values: list[str], allowed: type[Level] | type[Kind] | type[Outcome]) -> tuple[str, ...]:
    return tuple(value for value in values if value in tuple(allowed))


def day_of(text: str, errors: list[str]) -> date | None:
    """The date, None where none is given; one that cannot be read is said in `errors`."""
    day = as_date(text)
    if text and day is None:
        errors.append(
            _("„%(text)s“ er ikke en dato. Skriv den som 2025-08-27 eller vælg den i kalenderen.")
            % {"text": text}
        )
    return day


def as_date(text: str) -> date | None:
    """The date that the text is, None where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def date_field(name: str, label: str, given: QueryDict) -> dict[str, str]:
    """A date as it was typed. One that is none goes in a text field: a date field would drop it."""
    typed = given.get(name, "")
    form = "date" if as_date(typed) or not typed else "text"
    return {"name": name, "label": label, "value": typed, "type": form}


def page_of(text: str) -> int:
    return max(1, int(text)) if text.isdecimal() and len(text) < 7 else 1


def page_query(given: QueryDict, page: int) -> str:
    """The same query string for another page."""
    copy = given.copy()
    copy["side"] = str(page)
    return copy.urlencode()


def facets(result: Result) -> list[dict[str, object]]:
    """The choices that narrow the hits, with Danish names and counts."""
    names = {
        "body": _("Udvalg"),
        "year": _("År"),
        "level": _("Type"),
        "kind": _("Slags"),
        "outcome": _("Udfald"),
    }
    spoken: Mapping[str, Mapping[str, str]] = {
        "body": dict(Body.objects.values_list("slug", "name")),
        "level": {value: words.level(value) for value in Level},
        "kind": {value: words.kind(value) for value in Kind},
        "outcome": {value: words.outcome(value) for value in Outcome},
    }
    return [
        {
            "name": name,
            "parameter": PARAMETERS[key],
            "choices": choices(result.facets[key], spoken.get(key, {})),
        }
        for key, name in names.items()
        if result.facets.get(key)
    ]


def choices(counts: tuple[FacetCount, ...], names: Mapping[str, str]) -> list[dict[str, object]]:
    """The alternatives of a facet, those chosen always among them."""
    shown = [each for place, each in enumerate(counts) if each.chosen or place < MOST_CHOICES]
    return [
        {
            "value": each.value,
            "count": each.count,
            "chosen": each.chosen,
            "name": names.get(each.value, capfirst(each.value)),
        }
        for each in shown
    ]

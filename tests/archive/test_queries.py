"""What the pages ask the archive."""

from datetime import date

import pytest

from raadslag.archive.models import Body, Publication, PublishedItem
from raadslag.publishing import publish
from raadslag.record import Stage
from tests.lindevad import ANNA, PUBLISHED_AT, council_minutes

pytestmark = pytest.mark.usefixtures("stores")


def published(day: str, **changes: object) -> Publication:
    starts_at = council_minutes().starts_at.fromisoformat(f"{day}T16:00")
    record = council_minutes(**{"starts_at": starts_at, "ends_at": None, **changes})
    return publish(record, {}, by=ANNA, at=PUBLISHED_AT, why="Godkendt").publication


def test_coming_meetings_the_next_first_and_held_ones_the_latest_first():
    november, january = published("2025-11-03", stage=Stage.AGENDA), published("2025-01-20")
    august, december = published("2025-08-27"), published("2025-12-01", stage=Stage.AGENDA)
    today = date(2025, 9, 1)
    assert list(Publication.objects.current().coming(today)) == [november, december]
    assert list(Publication.objects.current().held(today)) == [august, january]


def test_a_meeting_today_is_coming():
    today = published("2025-08-27")
    assert list(Publication.objects.coming(date(2025, 8, 27))) == [today]


def test_a_body_s_years_newest_first():
    published("2024-02-01"), published("2025-08-27"), published("2023-08-27", body="Kulturudvalget")
    assert Body.objects.get(slug="byraadet").years() == [2025, 2024]


def test_a_case_s_treatment_the_earliest_first_in_current_versions():
    later, earlier = published("2025-10-01"), published("2025-08-27", body="Teknisk Udvalg")
    newer = published("2025-10-01", place="Hallen")
    items = PublishedItem.objects.of_case("EMN-2025-000101")
    assert [item.publication for item in items] == [earlier, newer]
    assert later.replaced_by == newer


def test_the_versions_of_a_document_the_first_one_first():
    first, second = published("2025-08-27"), published("2025-08-27", place="Hallen")
    published("2025-08-27", stage=Stage.AGENDA)
    assert list(Publication.objects.versions("byraadet", "2025-08-27", "referat")) == [first, second]


def test_the_record_is_left_in_the_database_until_it_is_asked_for(django_assert_num_queries):
    published("2025-08-27", place="Kun denne ene gang")
    with django_assert_num_queries(1, using="public"):
        publication = Publication.objects.get()
    assert "record_json" in publication.get_deferred_fields()
    assert publication.record.place == "Kun denne ene gang"

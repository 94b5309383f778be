"""Pages are served from memory, and yet a new version shows at once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from raadslag.public.kept import Page, Pages
from tests.public.conftest import MINUTES, publish_one
from tests.public.lindevad import council, history
from tests.public.pages import open_page


@pytest.fixture
def remembering(clara, settings):
    """Clara, at a site that keeps its pages, as it does when it is not being developed."""
    settings.DEBUG = False
    return clara


def test_a_page_clara_already_has_is_not_sent_again(remembering):
    first = remembering.get(MINUTES)
    again = remembering.get(MINUTES, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_second_time_a_page_costs_one_question_to_the_archive(remembering, django_assert_num_queries):
    remembering.get(MINUTES)
    with django_assert_num_queries(1, using="public"):
        assert remembering.get(MINUTES).status_code == 200


def test_a_new_version_shows_at_once(remembering, tmp_path):
    before = remembering.get(MINUTES)
    last = history(tmp_path, date(2025, 9, 3))[-2]
    corrected = replace(council(2), chair="Bo Egeskov")
    publish_one(
        replace(last, record=corrected, at=last.at + timedelta(days=1), why="Mødelederen var en anden.")
    )
    after = remembering.get(MINUTES, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert "Mødelederen var en anden." in after.content.decode()
    assert "Version 3" in open_page(remembering, MINUTES).text()


def test_pages_are_kept_apart_by_language_and_address(remembering):
    danish = remembering.get(MINUTES).content.decode()
    english = remembering.get(f"/en{MINUTES}").content.decode()
    assert "Punkter og beslutninger" in danish
    assert "Items and decisions" in english
    elsewhere = remembering.get(MINUTES, headers={"host": "127.0.0.1"}).content.decode()
    assert "http://127.0.0.1/moeder" in elsewhere


def test_memory_is_bounded():
    pages = Pages(most=2)
    for number in range(5):
        pages.keep("now", f"/{number}", Page(b"", {}))
    assert [pages.get("now", f"/{number}") is not None for number in range(5)] == [
        False,
        False,
        False,
        True,
        True,
    ]


def test_pages_of_another_state_are_forgotten():
    pages = Pages(most=2)
    pages.keep("before", "/", Page(b"old", {}))
    assert pages.get("after", "/") is None
    pages.keep("after", "/moeder/", Page(b"new", {}))
    assert pages.get("before", "/") is None

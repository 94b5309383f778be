"""Addresses that say what they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadslag.archive.addresses import attachment_slugs, document_slug, item_slugs, slug
from raadslag.record import Attachment, Item, MeetingRecord, Stage


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Byrådet", "byraadet"),
        ("Børn- og Ungeudvalget", "boern-og-ungeudvalget"),
        ("Økonomi & Ældre", "oekonomi-aeldre"),
        ("Café Église", "cafe-eglise"),
        ("  ", ""),
        ("A\u030aben", "aaben"),  # å written as a with a ring after it
    ],
)
def test_danish_letters_are_written_out(text, expected):
    assert slug(text) == expected


@given(st.text())
def test_a_slug_is_a_word_of_an_address_and_its_own_slug(text):
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(slug(text)) == slug(text)


@pytest.mark.parametrize(
    ("stage", "supplement", "expected"),
    [
        (Stage.AGENDA, None, "dagsorden"),
        (Stage.MINUTES, None, "referat"),
        (Stage.AGENDA, 1, "tillaegsdagsorden-1"),
        (Stage.MINUTES, 2, "tillaegsreferat-2"),
    ],
)
def test_a_document_is_named_by_its_stage_and_supplement(stage, supplement, expected):
    assert document_slug(MeetingRecord(stage=stage, supplement=supplement)) == expected


def test_items_without_a_number_or_with_the_same_one_are_told_apart():
    items = [Item(number=number, title="Sag") for number in ("1", "2", "2", None, None, "2a", "2-2")]
    assert item_slugs(items) == (
        "punkt-1",
        "punkt-2",
        "punkt-2-2",
        "punkt-uden-nummer",
        "punkt-uden-nummer-2",
        "punkt-2a",
        "punkt-2-2-2",
    )


def test_an_attachment_without_a_number_is_named_by_its_place():
    attachments = [Attachment(number=number, title="Bilag") for number in ("1", None, "4")]
    assert attachment_slugs(attachments) == ("bilag-1", "bilag-2", "bilag-4")


def test_an_attachment_without_a_number_leaves_the_numbers_to_those_that_have_them():
    attachments = [Attachment(number=number, title="Indstilling") for number in (None, "1", "2")]
    assert attachment_slugs(attachments) == ("indstilling", "bilag-1", "bilag-2")


@given(st.lists(st.none() | st.text(max_size=3)))
def test_no_two_items_share_an_address(numbers):
    slugs = item_slugs([Item(number=number, title="Sag") for number in numbers])
    assert len(set(slugs)) == len(numbers)

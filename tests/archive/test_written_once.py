"""What is published is never edited: not through the models, not past them."""

import pytest
from django.db import DatabaseError, IntegrityError, connections, transaction

from raadslag.archive.frozen import FrozenError
from raadslag.archive.models import (
    Body,
    PlannedMeeting,
    Publication,
    PublicationDownload,
    PublishedFile,
    PublishedItem,
    PublishedPlan,
)
from tests.archive.publications import plan, publication

pytestmark = pytest.mark.usefixtures("stores")


def test_a_published_row_cannot_be_saved_again():
    published = publication()
    published.why = "Noget andet"
    with pytest.raises(FrozenError):
        published.save()


@pytest.mark.parametrize(
    "model",
    [
        *(Body, Publication, PublishedItem, PublishedFile, PublicationDownload),
        *(PublishedPlan, PlannedMeeting),
    ],
)
def test_the_database_refuses_an_edit_past_the_models(model):
    publication()
    plan()
    row = model.objects.get()
    column = next(field.column for field in model._meta.fields if field.get_internal_type() == "CharField")
    edit = f"UPDATE {model._meta.db_table} SET {column} = 'x' WHERE id = %s"
    with pytest.raises(DatabaseError, match="written once"), transaction.atomic(using="public"):
        connections["public"].cursor().execute(edit, [row.pk])


def test_there_is_one_of_each_version():
    publication()
    with pytest.raises(IntegrityError), transaction.atomic(using="public"):
        publication(place_in_chain=2, previous_hash="1" * 64, hash="2" * 64)


def test_a_later_version_says_what_it_replaces():
    with pytest.raises(IntegrityError), transaction.atomic(using="public"):
        publication(version=2)


def test_two_publications_cannot_follow_the_same_one():
    publication()
    with pytest.raises(IntegrityError), transaction.atomic(using="public"):
        publication(document="dagsorden", place_in_chain=2, hash="2" * 64)


def test_one_publication_is_replaced_once():
    first = publication()
    publication(version=2, replaces=first, place_in_chain=2, previous_hash=first.hash, hash="2" * 64)
    with pytest.raises(IntegrityError), transaction.atomic(using="public"):
        publication(version=3, replaces=first, place_in_chain=3, previous_hash="2" * 64, hash="3" * 64)

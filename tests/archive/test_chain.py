"""`raadslag verify` proves that the archive is as it was published, and names what is not."""

import pytest
from django.db import connections

from raadslag.archive.chain import verify
from raadslag.archive.models import ChainEnd, Publication, PublicationDownload
from raadslag.publishing import publish
from tests.lindevad import ANNA, PUBLISHED_AT, council_minutes

pytestmark = pytest.mark.usefixtures("stores")


@pytest.fixture
def three_publications() -> list[Publication]:
    records = [council_minutes(place=place) for place in ("Rådhuset", "Hallen", "Skolen")]
    return [publish(record, {}, by=ANNA, at=PUBLISHED_AT, why="Godkendt").publication for record in records]


def tamper(statement: str, *values: object) -> None:
    """What somebody with the database's password could do: take the protection off and edit."""
    connection = connections["public"]
    with connection.cursor() as cursor:
        for table in ("archive_publication", "archive_publisheditem", "archive_publicationdownload"):
            on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {table}_written_once{on_table}")
        cursor.execute(statement, values)


def take_protection_off(*tables: str) -> None:
    """The same, to delete."""
    connection = connections["public"]
    with connection.cursor() as cursor:
        for table in tables:
            on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {table}_kept{on_table}")


def test_an_untouched_archive_has_no_faults(three_publications):
    assert list(verify()) == []
    assert [each.previous_hash for each in three_publications[1:]] == [
        each.hash for each in three_publications[:2]
    ]


def test_an_empty_archive_has_no_faults():
    assert list(verify()) == []


@pytest.mark.parametrize("column", ["why", "published_by", "occasion", "document"])
def test_an_edited_publication_is_named(three_publications, column):
    tamper(f"UPDATE archive_publication SET {column} = 'andet' WHERE version = 2")
    (fault,) = verify()
    assert "version 2 er ændret" in fault


def test_an_edited_record_is_named(three_publications):
    rejected = "replace(record_json, 'Godkendt', 'Forkastet')"
    tamper(f"UPDATE archive_publication SET record_json = {rejected} WHERE version = 1")
    (fault,) = verify()
    assert "Indholdet af" in fault
    assert "version 1" in fault


def test_an_edited_item_is_named(three_publications):
    tamper(
        "UPDATE archive_publisheditem SET title = 'Andet' WHERE publication_id = %s", three_publications[2].pk
    )
    (fault,) = verify()
    assert "Listen over punkter" in fault


def test_an_edited_download_row_is_named(three_publications):
    tamper("UPDATE archive_publicationdownload SET sha256 = %s WHERE kind = 'pdf'", "f" * 64)
    assert any("er ændret efter udgivelsen" in fault for fault in verify())


def test_a_damaged_file_is_named(three_publications):
    path = PublicationDownload.objects.get(publication=three_publications[0], kind="pdf").path
    path.chmod(0o644)
    path.write_bytes(b"noget andet")
    faults = list(verify())
    assert faults
    assert all("mangler eller er ændret" in fault for fault in faults)


def test_a_publication_taken_out_of_the_middle_is_missed(three_publications):
    middle = three_publications[1]
    tamper("UPDATE archive_publication SET replaces_id = NULL, version = 1, document = 'x' WHERE version = 3")
    remove(middle)
    assert any("Der mangler en udgivelse før" in fault for fault in verify())


def test_the_last_publication_taken_away_is_missed(three_publications):
    remove(three_publications[2])
    (fault,) = verify()
    assert fault == "Kæden skulle slutte med udgivelse nr. 3, men slutter med nr. 2."


def remove(publication: Publication) -> None:
    take_protection_off(
        "archive_publication",
        "archive_publisheditem",
        "archive_publishedfile",
        "archive_publicationdownload",
    )
    for rows in (publication.files, publication.items, publication.downloads):
        rows.all().delete()
    Publication.objects.filter(pk=publication.pk).delete()


def test_the_chain_has_one_end(three_publications):
    end = ChainEnd.objects.get()
    assert (end.length, end.hash) == (3, three_publications[2].hash)

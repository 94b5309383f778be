"""Taking what was withdrawn out of the public store: its texts, its files, what databases leave behind."""

from collections.abc import Iterable
from contextlib import suppress

from django.db import connections, transaction

from raadslag.archive import chain
from raadslag.archive.files import public_files
from raadslag.archive.models import (
    Publication,
    PublicationDownload,
    PublishedFile,
    PublishedItem,
    Withdrawal,
    WithdrawnVersion,
)
from raadslag.archive.models.publication import frozen_record


def unfinished() -> list[Withdrawal]:
    """The withdrawals whose content is still in the store, the earliest first."""
    waiting = WithdrawnVersion.objects.exclude(publication__record_json="")
    return list(Withdrawal.objects.filter(pk__in=waiting.values("withdrawal")).select_related("body"))


def erase(withdrawal: Withdrawal) -> None:
    """Empties the versions that the withdrawal names, and deletes files that nothing else shows.

    Files go before the rows that name them are gone: broken off anywhere, it is done by doing it again.
    """
    overwrite_what_is_deleted()
    with transaction.atomic(using="public"):
        chain.lock()
        versions = Publication.objects.filter(withdrawn__withdrawal=withdrawal)
        for fingerprint in files_of(versions) - files_shown():
            with suppress(FileNotFoundError):
                public_files().path(fingerprint).unlink()
        PublishedFile.objects.filter(publication__in=versions).delete()
        PublishedItem.objects.filter(publication__in=versions).delete()
        versions.exclude(record_json="").update(record_json="")
    frozen_record.cache_clear()
    sweep()


def files_of(publications: Iterable[Publication]) -> set[str]:
    """The SHA-256 of every file of the publications."""
    downloads = PublicationDownload.objects.filter(publication__in=publications)
    files = PublishedFile.objects.filter(publication__in=publications).exclude(sha256=None)
    return {*downloads.values_list("sha256", flat=True), *files.values_list("sha256", flat=True)}


def files_shown() -> set[str]:
    """The SHA-256 of every file that somebody can still get."""
    return files_of(Publication.objects.filter(withdrawn=None))


def overwrite_what_is_deleted() -> None:
    """SQLite leaves deleted texts in its file until the space is used again, unless it is told not to."""
    if connections["public"].vendor == "sqlite":
        with connections["public"].cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def sweep() -> None:
    """Out of the database's leavings too: SQLite's log, PostgreSQL's dead rows. Not within a transaction."""
    connection = connections["public"]
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            for table in ("archive_publication", "archive_publisheditem", "archive_publishedfile"):
                cursor.execute(f"VACUUM {table}")

"""The database refuses to edit what is published."""

from django.db import migrations

from raadslag.archive.written_once import protect, unprotect

TABLES = (
    "archive_body",
    "archive_publication",
    "archive_publisheditem",
    "archive_publishedfile",
    "archive_publicationdownload",
)


class Migration(migrations.Migration):
    dependencies = [("archive", "0001_initial")]
    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: protect(TABLES, schema_editor),
            lambda apps, schema_editor: unprotect(TABLES, schema_editor),
        )
    ]

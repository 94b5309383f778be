"""The database refuses to edit a published meeting plan."""

from django.db import migrations

from raadslag.archive.written_once import protect, unprotect

TABLES = ("archive_publishedplan", "archive_plannedmeeting")


class Migration(migrations.Migration):
    dependencies = [("archive", "0003_meeting_plans")]
    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: protect(TABLES, schema_editor),
            lambda apps, schema_editor: unprotect(TABLES, schema_editor),
        )
    ]

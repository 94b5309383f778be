"""Nothing published can be deleted, and a publication only emptied, once a withdrawal names it."""

from django.db import migrations

from raadslag.archive.emptied import PUBLICATION, allow_emptying, forbid_emptying
from raadslag.archive.written_once import protect, unprotect

TABLES = ("archive_withdrawal", "archive_withdrawnversion")


def allow(apps, schema_editor) -> None:
    protect(TABLES, schema_editor)
    unprotect((PUBLICATION,), schema_editor)
    allow_emptying(schema_editor)


def forbid(apps, schema_editor) -> None:
    forbid_emptying(schema_editor)
    protect((PUBLICATION,), schema_editor)
    unprotect(TABLES, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("archive", "0005_withdrawals")]
    operations = [migrations.RunPython(allow, forbid)]

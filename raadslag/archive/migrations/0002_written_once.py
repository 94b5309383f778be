"""The database refuses to edit what is published.

SQLite drops a table's triggers when a later migration rebuilds the table: such a migration makes
them anew with `protect`.
"""

from django.db import migrations

TABLES = (
    "archive_body",
    "archive_publication",
    "archive_publisheditem",
    "archive_publishedfile",
    "archive_publicationdownload",
)

SQLITE = """
CREATE TRIGGER {table}_written_once BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is written once'); END
"""

POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION archive_written_once() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is written once', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$
"""

POSTGRESQL = """
CREATE TRIGGER {table}_written_once BEFORE UPDATE ON {table}
FOR EACH ROW EXECUTE FUNCTION archive_written_once()
"""


def protect(apps, schema_editor):
    if schema_editor.connection.alias != "public":
        return
    trigger = SQLITE
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_FUNCTION, params=None)
        trigger = POSTGRESQL
    for table in TABLES:
        schema_editor.execute(trigger.format(table=table), params=None)


def unprotect(apps, schema_editor):
    if schema_editor.connection.alias != "public":
        return
    for table in TABLES:
        on_table = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER {table}_written_once{on_table}")


class Migration(migrations.Migration):
    dependencies = [("archive", "0001_initial")]
    operations = [migrations.RunPython(protect, unprotect)]

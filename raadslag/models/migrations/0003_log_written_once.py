"""The database refuses to edit or delete an event.

SQLite drops a table's triggers when a later migration rebuilds the table: such a migration makes
them anew with `protect`.
"""

from django.db import migrations

TABLE = "desk_event"

SQLITE = """
CREATE TRIGGER {table}_no_{deed} BEFORE {deed} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is written once'); END
"""

POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION desk_written_once() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is written once', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$
"""

POSTGRESQL = """
CREATE TRIGGER {table}_no_{deed} BEFORE {deed} ON {table}
FOR EACH ROW EXECUTE FUNCTION desk_written_once()
"""


def protect(apps, schema_editor):
    if schema_editor.connection.alias != "default":
        return
    trigger = SQLITE
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_FUNCTION, params=None)
        trigger = POSTGRESQL
    for deed in ("update", "delete"):
        schema_editor.execute(trigger.format(table=TABLE, deed=deed), params=None)


def unprotect(apps, schema_editor):
    if schema_editor.connection.alias != "default":
        return
    on_table = f" ON {TABLE}" if schema_editor.connection.vendor == "postgresql" else ""
    for deed in ("update", "delete"):
        schema_editor.execute(f"DROP TRIGGER {TABLE}_no_{deed}{on_table}")


class Migration(migrations.Migration):
    dependencies = [("desk", "0002_the_desk")]
    operations = [migrations.RunPython(protect, unprotect)]

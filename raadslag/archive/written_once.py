"""The database's own refusal to edit what is published: triggers, which migrations put on the tables.

SQLite drops a table's triggers when a later migration rebuilds the table: such a migration makes them
anew with `protect`.
"""

from collections.abc import Iterable

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = """
CREATE TRIGGER {table}_written_once BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is written once'); END
"""

POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION archive_written_once() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is written once', TG_TABLE_NAME
USING ERRCODE = 'integrity_constraint_violation'; END $$
"""

POSTGRESQL = """
CREATE TRIGGER {table}_written_once BEFORE UPDATE ON {table}
FOR EACH ROW EXECUTE FUNCTION archive_written_once()
"""


def protect(tables: Iterable[str], schema_editor: BaseDatabaseSchemaEditor) -> None:
    """No row of the tables can be edited from now on. Only the public store has the tables."""
    if schema_editor.connection.alias != "public":
        return
    trigger = SQLITE
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_FUNCTION, params=None)
        trigger = POSTGRESQL
    for table in tables:
        schema_editor.execute(trigger.format(table=table), params=None)


def unprotect(tables: Iterable[str], schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Undoes `protect`."""
    if schema_editor.connection.alias != "public":
        return
    for table in tables:
        on_table = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER {table}_written_once{on_table}")

"""The one exception to what is written once: a version that a withdrawal names may be emptied.

Its record may be made empty and its lists of items and files deleted; its row, its hashes and the
withdrawal stay. The database itself holds to that, by triggers that migrations put on the tables.
SQLite drops a table's triggers when a later migration rebuilds the table: such a migration makes them anew.
"""

from collections.abc import Iterable

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

PUBLICATION = "archive_publication"
LISTS = ("archive_publisheditem", "archive_publishedfile")
FOR_GOOD = (
    *(PUBLICATION, "archive_body", "archive_publicationdownload", "archive_withdrawal"),
    *("archive_withdrawnversion", "archive_publishedplan", "archive_plannedmeeting"),
)
KEPT_COLUMNS = (
    *("id", "body_id", "occasion", "document", "version", "stage", "supplement", "held_on", "starts_at"),
    *("record_sha256", "replaces_id", "published_at", "published_by", "why", "place_in_chain"),
    *("previous_hash", "hash"),
)
NAMED = "EXISTS (SELECT 1 FROM archive_withdrawnversion WHERE publication_id = {row})"

SQLITE_EMPTIED = """
CREATE TRIGGER {table}_written_once BEFORE UPDATE ON {table}
WHEN NOT (NEW.record_json = '' AND {same} AND {named})
BEGIN SELECT RAISE(ABORT, '{table} is written once'); END
"""
SQLITE_KEPT = """
CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} WHEN NOT ({named})
BEGIN SELECT RAISE(ABORT, '{table} is kept for good'); END
"""
POSTGRESQL_FUNCTIONS = (
    """
CREATE OR REPLACE FUNCTION archive_emptied() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
IF NEW.record_json = '' AND (to_jsonb(NEW) - 'record_json') = (to_jsonb(OLD) - 'record_json')
   AND EXISTS (SELECT 1 FROM archive_withdrawnversion WHERE publication_id = OLD.id)
THEN RETURN NEW; END IF;
RAISE EXCEPTION '% is written once', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
""",
    """
CREATE OR REPLACE FUNCTION archive_kept() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is kept for good', TG_TABLE_NAME
USING ERRCODE = 'integrity_constraint_violation'; END $$
""",
    """
CREATE OR REPLACE FUNCTION archive_kept_unless_withdrawn() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
IF EXISTS (SELECT 1 FROM archive_withdrawnversion WHERE publication_id = OLD.publication_id)
THEN RETURN OLD; END IF;
RAISE EXCEPTION '% is kept for good', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
""",
)
POSTGRESQL = """
CREATE TRIGGER {table}_{name} BEFORE {deed} ON {table} FOR EACH ROW EXECUTE FUNCTION {function}()
"""


def statements(vendor: str) -> Iterable[str]:
    """The statements that put the triggers on, in the words of that database."""
    if vendor == "postgresql":
        yield from POSTGRESQL_FUNCTIONS
        yield POSTGRESQL.format(
            table=PUBLICATION, name="written_once", deed="UPDATE", function="archive_emptied"
        )
        for tables, function in ((FOR_GOOD, "archive_kept"), (LISTS, "archive_kept_unless_withdrawn")):
            for table in tables:
                yield POSTGRESQL.format(table=table, name="kept", deed="DELETE", function=function)
        return
    same = " AND ".join(f"NEW.{column} IS OLD.{column}" for column in KEPT_COLUMNS)
    yield SQLITE_EMPTIED.format(table=PUBLICATION, same=same, named=NAMED.format(row="OLD.id"))
    for table in FOR_GOOD:
        yield SQLITE_KEPT.format(table=table, named="0")
    for table in LISTS:
        yield SQLITE_KEPT.format(table=table, named=NAMED.format(row="OLD.publication_id"))


def allow_emptying(schema_editor: BaseDatabaseSchemaEditor) -> None:
    """From now on nothing can be deleted, and a publication only emptied, once it is withdrawn."""
    if schema_editor.connection.alias != "public":
        return
    for statement in statements(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


def forbid_emptying(schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Undoes `allow_emptying`, and leaves publications without their trigger."""
    if schema_editor.connection.alias != "public":
        return
    on_postgresql = schema_editor.connection.vendor == "postgresql"
    for table, name in ((PUBLICATION, "written_once"), *((each, "kept") for each in (*FOR_GOOD, *LISTS))):
        on_table = f" ON {table}" if on_postgresql else ""
        schema_editor.execute(f"DROP TRIGGER {table}_{name}{on_table}")

"""The log is written once; who gets round that is found out."""

import ast
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

import raadslag

PACKAGE = Path(raadslag.__file__).parent


@pytest.fixture
def log(lindevad):
    """Five events."""
    models = import_module("raadslag.models")
    for number in range(5):
        models.Event.objects.record(
            "person_changed",
            by=lindevad.cast.ada,
            at=lindevad.now,
            about=lindevad.cast.bo,
            fields=[f"felt {number}"],
        )
    return models


@pytest.fixture
def lindevad(stores):
    return import_module("tests.models.lindevad").Lindevad()


@contextmanager
def unguarded():
    """As the database's owner can have it: without the triggers."""
    deeds = ("update", "delete")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # what waits to be checked must be so before the table can be altered
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE desk_event DISABLE TRIGGER USER")
            yield cursor
            cursor.execute("ALTER TABLE desk_event ENABLE TRIGGER USER")
            return
        kept = [
            cursor.execute(
                "SELECT sql FROM sqlite_master WHERE name = %s", [f"desk_event_no_{deed}"]
            ).fetchone()[0]
            for deed in deeds
        ]
        for deed in deeds:
            cursor.execute(f"DROP TRIGGER desk_event_no_{deed}")
        yield cursor
        for sql in kept:
            cursor.execute(sql)


def faults(log):
    return list(log.verify_log())


def test_an_untouched_log_has_no_faults(log):
    assert faults(log) == []


@pytest.mark.parametrize(
    "deed",
    ["UPDATE desk_event SET by_name = 'Bo' WHERE place = 2", "DELETE FROM desk_event WHERE place = 5"],
)
def test_the_database_refuses_to_edit_or_delete_an_event(log, deed):
    with (
        pytest.raises(DatabaseError, match="written once"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(deed)
    assert faults(log) == []


@pytest.mark.parametrize(
    "edit",
    [
        "by_name = 'Bo Vang'",
        "verb = 'logged_in'",
        "label = 'noget andet'",
        "noun_key = 'en anden'",
        "at = '2020-01-01 00:00:00+00:00'",
        "detail = '{\"fields\": []}'",
        "by_id = NULL",
    ],
)
def test_an_edit_is_found(log, edit):
    with unguarded() as cursor:
        cursor.execute(f"UPDATE desk_event SET {edit} WHERE place = 3")
    assert faults(log) == ["Hændelse nr. 3 er ændret."]


def test_an_edit_with_a_hash_that_fits_breaks_the_chain_after_it(log):
    event = log.Event.objects.get(place=3)
    event.by_name = "Bo Vang"
    with unguarded() as cursor:
        cursor.execute("UPDATE desk_event SET by_name = 'Bo Vang', hash = %s WHERE place = 3", [event.link()])
    assert faults(log) == ["Hændelse nr. 4 følger ikke efter den, der står før den."]


def test_a_deletion_is_found(log):
    with unguarded() as cursor:
        cursor.execute("DELETE FROM desk_event WHERE place = 2")
    assert faults(log)[0] == "Der mangler hændelser før nr. 3."


def test_a_deletion_that_closes_the_gap_is_found(log):
    with unguarded() as cursor:
        cursor.execute("DELETE FROM desk_event WHERE place = 2")
        for place in (3, 4, 5):
            cursor.execute("UPDATE desk_event SET place = %s WHERE place = %s", [place - 1, place])
    assert faults(log)


def test_an_insertion_is_found(log, lindevad):
    last = log.Event.objects.get(place=5)
    forged = log.Event(place=6, at=lindevad.now, by_name="Bo", verb="logged_in", previous_hash=last.hash)
    forged.hash = forged.link()
    forged.save(force_insert=True)
    assert faults(log) == ["Loggen skulle slutte med hændelse nr. 5, men slutter med nr. 6."]


def test_a_log_that_is_cut_short_is_found(log):
    with unguarded() as cursor:
        cursor.execute("DELETE FROM desk_event WHERE place > 3")
    assert faults(log) == ["Loggen skulle slutte med hændelse nr. 5, men slutter med nr. 3."]


def test_a_log_that_is_gone_is_found(log):
    with unguarded() as cursor:
        cursor.execute("DELETE FROM desk_event")
    assert faults(log) == ["Loggen skulle slutte med hændelse nr. 5, men slutter med nr. 0."]


def verbs_in(tree):
    """The verbs that a module records: written in the call, or given to the name that the call uses."""
    calls = [
        node.args[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "record"
        and node.args
    ]
    names = {each.id for each in calls if isinstance(each, ast.Name)}
    found = {each.value for each in calls if isinstance(each, ast.Constant)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and names & {getattr(target, "id", "") for target in node.targets}:
            found |= {each.value for each in ast.walk(node.value) if isinstance(each, ast.Constant)}
    return {verb for verb in found if isinstance(verb, str)}


def test_every_verb_that_is_recorded_has_a_danish_word():
    words = import_module("raadslag.models.event_words").EVENTS
    recorded = set()
    for path in PACKAGE.rglob("*.py"):
        recorded |= verbs_in(ast.parse(path.read_text(encoding="utf-8")))
    assert {"logged_in", "read_closed", "administrator_ended"} <= recorded
    assert recorded - set(words) == set()

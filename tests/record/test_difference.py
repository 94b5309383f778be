"""What changed from one version to the next, as Clara is told."""

from dataclasses import replace

from hypothesis import given, settings

from raadslag.record import Attachment, Decision, Item, MeetingRecord
from raadslag.record.difference import Change, Place, What, difference
from tests.lindevad import council_minutes, cycle_paths
from tests.record.strategies import records

BUDGET = Item(number="2", title="Budget 2026", case_number="EMN-2025-000200")
LIBRARY = Item(number="3", title="Nyt bibliotek")
MAP = Attachment(number="1", title="Kort.pdf", sha256="a" * 64)


def changed(old: list[Item], new: list[Item]) -> list[Change]:
    return list(difference(council_minutes(*old), council_minutes(*new)))


def test_the_same_record_has_no_difference():
    assert changed([cycle_paths(), BUDGET], [cycle_paths(), BUDGET]) == []


def test_where_it_was_read_from_is_no_difference():
    assert difference(council_minutes(), council_minutes(source=None)) == ()


def test_a_changed_place_is_the_meeting_s_change():
    (change,) = difference(council_minutes(), council_minutes(place="Hallen"))
    assert (change.what, change.field) == (What.CHANGED, "place")
    assert (change.old, change.new) == ("Rådhuset i Lindevad", "Hallen")
    assert (change.old_place, change.new_place) == (Place(), Place())


def test_an_added_item():
    (change,) = changed([cycle_paths()], [cycle_paths(), BUDGET])
    assert change == Change(what=What.ADDED, new_place=Place(1), new=BUDGET)


def test_a_removed_item_and_the_new_numbers_of_those_after_it():
    moved = replace(LIBRARY, number="2")
    removed, renumbered = changed([cycle_paths(), BUDGET, LIBRARY], [cycle_paths(), moved])
    assert removed == Change(what=What.REMOVED, old_place=Place(1), old=BUDGET)
    assert (renumbered.field, renumbered.old, renumbered.new) == ("number", "3", "2")
    assert (renumbered.old_place, renumbered.new_place) == (Place(2), Place(1))


def test_a_removed_first_item_comes_first():
    removed, *_ = changed([BUDGET, LIBRARY], [LIBRARY])
    assert removed.what is What.REMOVED


def test_a_changed_decision():
    postponed = Decision(text="Udsat.")
    (change,) = changed([cycle_paths()], [replace(cycle_paths(), decision=postponed)])
    assert (change.field, change.old, change.new) == ("decision", cycle_paths().decision, postponed)


def test_a_changed_title_is_known_by_the_case_number():
    (change,) = changed([BUDGET], [replace(BUDGET, title="Budget 2026-2029")])
    assert (change.what, change.field) == (What.CHANGED, "title")


def test_another_case_under_the_same_number_is_another_item():
    other = Item(number="2", title="Regnskab 2024", case_number="EMN-2025-000900")
    assert [change.what for change in changed([BUDGET], [other])] == [What.REMOVED, What.ADDED]


def test_attachments_added_changed_and_removed():
    photo = Attachment(number="2", title="Foto.png")
    old = replace(cycle_paths(), attachments=(MAP, photo))
    new = replace(cycle_paths(), attachments=(replace(MAP, sha256="b" * 64), Attachment(title="Budget.xlsx")))
    file, removed, added = changed([old], [new])
    assert (file.field, file.new_place) == ("sha256", Place(0, 0))
    assert (added.what, added.new_place) == (What.ADDED, Place(0, 1))
    assert (removed.what, removed.old) == (What.REMOVED, photo)


def test_items_alike_are_paired_in_order():
    recess = Item(title="Pause")
    assert changed([recess, recess], [recess, recess]) == []


@settings(max_examples=100, deadline=None)
@given(records(depth=1), records(depth=1))
def test_every_item_is_accounted_for_once(old: MeetingRecord, new: MeetingRecord):
    changes = [each for each in difference(old, new) if each.field is None]
    added = sum(each.what is What.ADDED and each.new_place.attachment is None for each in changes)
    removed = sum(each.what is What.REMOVED and each.old_place.attachment is None for each in changes)
    assert len(new.items) - added == len(old.items) - removed


@settings(max_examples=100, deadline=None)
@given(records(depth=1))
def test_a_record_does_not_differ_from_itself(record: MeetingRecord):
    assert difference(record, record) == ()

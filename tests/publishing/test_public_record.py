"""What is closed goes, and what is open stays as it was."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from raadslag.publishing.public_record import items_mentioned, public_record
from raadslag.publishing.texts import texts_of
from raadslag.record import Attachment, Attendance, Item, MeetingRecord, Part, Stage
from tests.lindevad import SECRET_NOTE, SECRET_SALE, closed_sale, council_minutes, cycle_paths
from tests.record.strategies import records


def test_a_closed_item_keeps_its_number_title_and_ground_and_nothing_else():
    assert public_record(council_minutes()).items[1] == Item(
        number="2",
        title="Salg af grund",
        part=Part.CLOSED,
        closed_ground="Forhandling om køb og salg af fast ejendom",
    )


def test_an_open_item_stays_as_it_was():
    assert public_record(council_minutes()).items[0] == cycle_paths()


def test_a_closed_attachment_on_an_open_item_keeps_its_number():
    closed = Attachment(
        number="1", title="Vurdering.pdf", part=Part.CLOSED, text=SECRET_NOTE, pages=2, sha256="a" * 64
    )
    item = replace(cycle_paths(), attachments=(closed, Attachment(number="2", title="Kort.pdf")))
    shown = public_record(council_minutes(item)).items[0].attachments
    assert shown == (
        Attachment(number="1", title="Lukket bilag", part=Part.CLOSED),
        Attachment(number="2", title="Kort.pdf"),
    )


def test_a_meeting_inside_an_attachment_is_redacted_too_and_its_text_and_file_go():
    earlier = council_minutes()
    holder = Attachment(number="1", title="Referat.pdf", text=SECRET_SALE, sha256="b" * 64, record=earlier)
    shown = public_record(council_minutes(replace(cycle_paths(), attachments=(holder,))))
    attachment = shown.items[0].attachments[0]
    assert attachment.record == public_record(earlier)
    assert (attachment.text, attachment.sha256) == (None, None)


def test_a_meeting_inside_with_nothing_but_open_text_keeps_its_text_and_file():
    earlier = council_minutes(cycle_paths(), Item(number="2", title="Lukket sag", part=Part.CLOSED))
    holder = Attachment(number="1", title="Referat.pdf", text="Referatet", sha256="b" * 64, record=earlier)
    shown = public_record(council_minutes(replace(cycle_paths(), attachments=(holder,))))
    attachment = shown.items[0].attachments[0]
    assert (attachment.text, attachment.sha256) == ("Referatet", "b" * 64)
    assert attachment.record is not None
    assert attachment.record.source is None


def test_attendance_at_a_closed_item_goes():
    at_closed = Attendance(person="Bo Vang", item="2", reason="Inhabil")
    at_open = Attendance(person="Bo Vang", item="1")
    about_closed = Attendance(person="Dan Holm", topic="salg af grund")
    record = council_minutes(attendance=(at_closed, at_open, about_closed))
    assert public_record(record).attendance == (at_open,)


@pytest.mark.parametrize("topic", ["punkt 2", "grunden", "punktet om grundsalg"])
def test_attendance_at_what_people_call_a_closed_item_goes(topic):
    record = council_minutes(attendance=(Attendance(person="Dan Holm", topic=topic),))
    assert public_record(record).attendance == ()


def test_attendance_at_what_people_call_an_open_item_stays():
    about_open = Attendance(person="Dan Holm", topic="cykelstierne")
    assert public_record(council_minutes(attendance=(about_open,))).attendance == (about_open,)


@pytest.mark.parametrize(
    "note",
    [
        "Bo Vang forlod mødet ved punkt 2.",
        "Pkt. 1-3 blev behandlet samlet.",
        "Bo Vang var inhabil ved »salg af grund«.",
    ],
)
def test_a_note_on_a_closed_item_goes(note):
    assert public_record(council_minutes(notes=(note, "Mødet var åbent."))).notes == ("Mødet var åbent.",)


def test_the_items_that_a_text_mentions():
    assert set(items_mentioned("Punkt 2, 4 og 6-8 blev udsat; se bilag 9.")) == {"2", "4", "6", "7", "8"}


def test_the_reader_s_own_remarks_go():
    shown = public_record(council_minutes())
    assert shown.source is None
    assert shown.doubts == ()


@settings(max_examples=50, deadline=None)
@given(records(depth=1))
def test_to_publish_what_is_public_already_changes_nothing(record: MeetingRecord):
    shown = public_record(record)
    assert public_record(shown) == shown


def test_no_text_of_a_closed_item_is_left():
    left = "\n".join(texts_of(public_record(council_minutes())))
    assert SECRET_SALE not in left
    assert "Tilbud" not in left
    assert closed_sale().case_number not in left
    assert public_record(council_minutes(stage=Stage.AGENDA)).stage is Stage.AGENDA

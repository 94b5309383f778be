"""Attachments that are named are there, and can be told apart."""

from raadslag.record import Attachment, MeetingRecord, Part, Stage
from tests.record.checks.meetings import agenda, found, item


def test_an_attachment_named_but_not_present_is_found():
    record = agenda(
        item("3", attachments=(Attachment(number="1", title="Kort"), Attachment(title="Notat", pages=2)))
    )
    assert found("attachment-not-present", record) == [
        "Bilag 1 »Kort« til punkt 3 er nævnt, men er ikke med."
    ]


def test_the_only_attachment_is_found_by_name():
    record = agenda(item("3", attachments=(Attachment(title="Kort"),)))
    assert found("attachment-not-present", record) == [
        "Bilaget »Kort« til punkt 3 er nævnt, men er ikke med."
    ]


def test_a_document_that_only_lists_its_attachments_is_one_finding():
    record = agenda(item("1", attachments=(Attachment(title="A"), Attachment(title="B"))))
    assert found("attachment-not-present", record) == ["Ingen af de 2 bilag, der er nævnt, er med."]


def test_whatever_is_known_of_an_attachment_makes_it_present():
    known = ({"text": "x"}, {"pages": 1}, {"sha256": "ab"}, {"record": MeetingRecord(stage=Stage.AGENDA)})
    attachments = tuple(Attachment(title=str(at), **fields) for at, fields in enumerate(known))
    assert found("attachment-not-present", agenda(item(attachments=attachments))) == []


def test_a_closed_attachment_is_not_missed():
    record = agenda(item("3", attachments=(Attachment(title="Lukket bilag", part=Part.CLOSED),)))
    assert found("attachment-not-present", record) == []


def test_two_attachments_alike_are_found_by_number_and_by_name():
    pair = (
        Attachment(number="1", title="Kort  over havnen"),
        Attachment(number="1", title="kort over havnen"),
    )
    assert found("attachments-alike", agenda(item("2", attachments=pair))) == [
        "To bilag til punkt 2 har samme nummer: »1«.",
        "To bilag til punkt 2 har samme navn: »kort over havnen«.",
    ]


def test_attachments_of_different_items_or_kinds_may_share_a_name():
    first = item(
        "1", attachments=(Attachment(number="1", title="budget.xlsx"), Attachment(title="budget.pptx"))
    )
    second = item("2", attachments=(Attachment(number="1", title="budget.xlsx"),))
    assert found("attachments-alike", agenda(first, second)) == []

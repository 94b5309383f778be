"""Nothing closed and no personal number gets out unseen."""

import pytest

from raadslag.record import Attachment, Part, Section
from tests.record.checks.meetings import agenda, found, item, minutes

GROUND = "Forvaltningsloven § 27"


def test_a_closed_item_without_a_ground_is_found():
    assert found("closed-without-ground", agenda(item("8", part=Part.CLOSED))) == [
        "Punkt 8 er lukket uden en begrundelse."
    ]
    assert found("closed-without-ground", agenda(item("8", part=Part.CLOSED, closed_ground=GROUND))) == []


def test_the_text_of_a_closed_item_is_found_but_not_its_title_and_decision():
    secret = item("8", part=Part.CLOSED, sections=(Section(text="Ejendommen koster 4 mio. kr."),))
    assert found("closed-text-shown", agenda(secret)) == [
        "Punkt 8 er lukket, men teksten er med og må ikke offentliggøres."
    ]
    shown = item("8", "Køb af ejendom", decision="Godkendt.", part=Part.CLOSED, closed_ground=GROUND)
    assert found("closed-text-shown", minutes(shown)) == []


def test_the_text_of_a_closed_attachment_is_found():
    def attached(**fields):
        return agenda(item("2", attachments=(Attachment(number="1", title="Tilbud", **fields),)))

    assert found("closed-text-shown", attached(part=Part.CLOSED, text="4 mio. kr.")) == [
        "Bilag 1 »Tilbud« til punkt 2 er lukket, men teksten er med og må ikke offentliggøres."
    ]
    assert found("closed-text-shown", attached(part=Part.CLOSED)) == []
    assert found("closed-text-shown", attached(text="Åbent")) == []


@pytest.mark.parametrize(
    "text", ["Clara, 010190-1234", "cpr. 0101901234", "CPR-nr.: 010190 1234", "(010190 – 1234)"]
)
def test_a_personal_number_is_found_wherever_it_stands_and_not_repeated(text):
    record = agenda(item(attachments=(Attachment(title="Høringssvar", text=f"Fra {text}."),)))
    (sentence,) = found("personal-number", record)
    assert "et personnummer" in sentence
    assert "0190" not in sentence


@pytest.mark.parametrize(
    "text",
    [
        "EMN-2025-003383",
        "306-2009-600",
        "01.00.00-G01-93-16",
        "991390-1234",  # no such day
        "Tlf. 4185 8170",
        "EAN 5798000010190",
        "konto 0101901234",
        "00.17.00-A00-8-16",
        "1-51-71-3321-08",
        "12-010190-1234-5",
    ],
)
def test_other_numbers_are_not_personal_numbers(text):
    assert found("personal-number", agenda(item(sections=(Section(text=text),)))) == []

"""What a template or a reader left behind, and how the checks reach every record."""

import pytest

from raadslag.record import Attachment, Doubt, Section
from raadslag.record.checks import CHECKS, Finding, check
from raadslag.record.checks.naming import place
from tests.record.checks.meetings import agenda, found, item, timed


@pytest.mark.parametrize(
    "left", ["Klik her for at angive tekst", "Klik eller tryk her for at skrive tekst", "[Skriv resumé her]"]
)
def test_guidance_from_the_template_is_found(left):
    assert found("template-text", agenda(item(sections=(Section(text=f"Baggrund\n{left}."),)))) == [
        f"Skabelonens vejledning står i teksten: »{left}«."
    ]


def test_ordinary_text_is_not_guidance():
    text = "Klik ind på kommunens side. [navn udeladt] har skrevet et høringssvar."
    assert found("template-text", agenda(item(sections=(Section(text=text),)))) == []


def test_the_readers_doubts_are_one_finding():
    doubts = tuple(Doubt(page=2, line=line, text=f" linje {line}", why="") for line in (7, 8, 9))
    assert found("reader-in-doubt", agenda(doubts=doubts)) == [
        "Læseren var i tvivl om »linje 7« (side 2, linje 7) og 2 linjer til."
    ]
    assert found("reader-in-doubt", agenda(doubts=doubts[:1])) == [
        "Læseren var i tvivl om »linje 7« (side 2, linje 7)."
    ]
    assert found("reader-in-doubt", agenda()) == []


def test_a_record_inside_an_attachment_is_checked_and_named():
    inner = agenda(item("1"), timed("2", "18.15", "20.30"))
    record = agenda(
        item("1"), item("2", attachments=(Attachment(number="1", title="Dagsorden", record=inner),))
    )
    (finding,) = check(record)
    path = "items[1].attachments[0].record.items[1].ends_at"
    assert (finding.name, finding.path) == ("items-past-the-end", path)
    assert place(record, path) == "Punkt 2, bilag 1, punkt 2"


def test_a_record_without_faults_has_no_findings():
    assert check(agenda(item("1"), item("2"))) == ()


def test_every_sentence_is_one_danish_sentence_and_every_check_has_a_name_of_its_own():
    assert len(set(CHECKS.values())) == len(CHECKS)
    findings = check(agenda(timed("1", "19.00", "18.00"), item("1", ""), item("5")))
    assert all(isinstance(each, Finding) and each.sentence[0].isupper() for each in findings)
    assert all(each.sentence.endswith((".", "«")) for each in findings)
    assert [each.name for each in findings] == [
        "item-ends-before-it-starts",
        "empty-title",
        "number-missing",
        "number-twice",
    ]

"""The words of decisions: where they must be, where not, and where they were copied from."""

from dataclasses import replace

import pytest

from raadslag.record import Kind, Part
from tests.record.checks.meetings import agenda, found, item, minutes


def copied(first: str, second: str) -> list[str]:
    return found("decision-copied", minutes(item("3", decision=first), item("4", decision=second)))


def test_a_sentence_copied_from_the_item_before_is_found_though_the_rest_differs():
    assert copied(
        "Kredsen tog evalueringen til efterretning.\nClara vender tilbage om praktikpladserne.",
        "Kredsen tog evalueringen til efterretning. Dan følger op på tallene fra havnen.",
    ) == ["Beslutningen for punkt 4 gentager ordret punkt 3: »Kredsen tog evalueringen til efterretning.«"]


@pytest.mark.parametrize(
    "phrase",
    [
        "Godkendt.",
        "Blev ikke drøftet.",
        "Taget til efterretning.",
        "Udvalget tog orienteringen til efterretning.",
        "Indstillingen blev godkendt uden afstemning.",
        "Byrådet godkendte enstemmigt indstillingen.",
        "Ældre- og Sundhedsudvalget anbefaler indstillingen godkendt.",
        "Sagen udsættes til næste møde.",
        "For stemte: A, C og V. Imod stemte: Ø.",
        "Med 12 stemmer mod 5 blev forslaget vedtaget.",
        "Bo Lund deltog ikke i sagens behandling på grund af inhabilitet.",
        "Liste L kunne ikke tiltræde indstillingen.",
        "Tilbagesendes Teknik med bemærkning, at byrådet har vedtaget den foranstående indstilling.",
    ],
)
def test_what_minutes_always_say_is_not_a_copy(phrase):
    assert copied(phrase, phrase) == []


def test_items_further_apart_are_not_compared():
    words = "Kredsen tog evalueringen til efterretning."
    record = minutes(item("1", decision=words), item("2", decision="Godkendt."), item("3", decision=words))
    assert found("decision-copied", record) == []


def test_what_stands_at_three_items_is_the_bodys_own_phrase():
    words = "Sagen sendes i høring hos skolebestyrelserne."
    record = minutes(*(item(str(at), decision=words) for at in (1, 2, 3)))
    assert found("decision-copied", record) == []
    assert len(found("decision-copied", replace(record, items=record.items[:2]))) == 1


def test_a_date_does_not_end_a_sentence():
    words = (
        "Tilbagesendes, idet byrådet den 27. august 2025 har vedtaget indstillingen af 19. juni om havnen."
    )
    assert copied(words, words) == []


def test_a_decision_in_an_agenda_is_found():
    assert found("decision-in-agenda", agenda(item("2", decision="Godkendt."))) == [
        "Punkt 2 har en beslutning, men dette er en dagsorden."
    ]
    assert found("decision-in-agenda", minutes(item("2", decision="Godkendt."))) == []


@pytest.mark.parametrize("text", ["", " ", ".", "-\n."])
def test_a_decision_without_text_is_found(text):
    assert found("decision-without-text", minutes(item("2", decision=text))) == [
        "Beslutningen for punkt 2 har ingen tekst."
    ]


def test_an_item_of_the_minutes_without_a_decision_is_found():
    record = minutes(item("1", decision="Godkendt."), item("2"))
    assert found("item-without-decision", record) == ["Punkt 2 har ingen beslutning."]
    assert found("item-without-decision", minutes(item("1"), item("2"))) == [
        "Ingen af punkterne har en beslutning, men dette er et referat."
    ]


@pytest.mark.parametrize(
    "quiet",
    [
        item("2", "Bordrunde"),
        item("2", "Evt."),
        item("2", "Eventuelt"),
        item("2", "Orientering fra Borgmesteren"),
        item("2", "Besøg på havnen", kind=Kind.STANDING),
        item("2", "Køb af ejendom", part=Part.CLOSED),
    ],
)
def test_standing_and_closed_items_need_none(quiet):
    assert found("item-without-decision", minutes(item("1", decision="Godkendt."), quiet)) == []


def test_an_agenda_needs_none():
    assert found("item-without-decision", agenda(item("1"))) == []


def test_two_items_of_one_case_are_found_unless_they_are_standing():
    case = {"case_number": "EMN-2026-000123"}
    record = agenda(
        item("1", "Dagsorden", **case), item("2", "Cykelstier", **case), item("3", "Broen", **case)
    )
    assert found("case-twice", record) == ["Punkt 3 har samme sagsnummer som punkt 2."]
    assert found("case-twice", agenda(item("1", "Dagsorden", **case), item("2", "Referat", **case))) == []

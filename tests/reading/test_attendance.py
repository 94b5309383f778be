"""Who was there, in prose and in lists."""

from datetime import time

import pytest

from raadslag.reading.attendance import in_list, in_prose, minute_taker
from raadslag.record import Attendance, Presence


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Anna Ahl deltager fra 10:30 til 11:45",
            Attendance(person="Anna Ahl", from_=time(10, 30), to=time(11, 45)),
        ),
        (
            "Bo Bech Møller deltager fra 10.30 - 10.45 til punktet om byttehylder.",
            Attendance(person="Bo Bech Møller", from_=time(10, 30), to=time(10, 45), topic="byttehylder"),
        ),
        (
            "Clara deltog fra kl. 14.30 under punkt 7.",
            Attendance(person="Clara", from_=time(14, 30), item="7"),
        ),
        ("Dan forlod mødet kl. 16.10.", Attendance(person="Dan", to=time(16, 10))),
        ("Anna Ahl deltager indtil kl. 10.45", Attendance(person="Anna Ahl", to=time(10, 45))),
        ("Bo Bech var fraværende.", Attendance(person="Bo Bech", status=Presence.ABSENT)),
        ("Afbud fra Clara Cai.", Attendance(person="Clara Cai", status=Presence.APOLOGY)),
        (
            "Dan Dam deltog som stedfortræder for Bo Bech",
            Attendance(person="Dan Dam", status=Presence.SUBSTITUTE, substitute_for="Bo Bech"),
        ),
    ],
)
def test_a_sentence_tells_who_was_there_and_when(sentence, found):
    assert in_prose(sentence) == (found,)


@pytest.mark.parametrize("sentence", ["Udvalget deltager gerne.", "Godkendt.", "Mødet begynder kl. 10."])
def test_other_sentences_tell_of_nobody(sentence):
    assert in_prose(sentence) == ()


def test_two_people_in_one_sentence_are_two():
    assert [each.person for each in in_prose("Anna Ahl og Bo Bech deltager fra 9.00 til 9.30")] == [
        "Anna Ahl",
        "Bo Bech",
    ]


def test_the_minute_taker_is_named():
    assert minute_taker("Jens Peter tager referat.") == "Jens Peter"
    assert minute_taker("Anna fører referatet.") == "Anna"
    assert minute_taker("Udvalget tog referatet til efterretning.") is None


def test_a_list_of_people_keeps_roles_and_parties():
    found = in_list("Anna Ahl (A), formand, Bo Bech (V)", Presence.PRESENT)
    assert [(each.person, each.role) for each in found] == [("Anna Ahl", "formand"), ("Bo Bech", "V")]


def test_an_empty_list_names_nobody():
    assert in_list("Ingen", Presence.APOLOGY) == ()


def test_a_substitute_in_a_list_stands_beside_the_one_missing():
    missing, substitute = in_list("Bo Bech (C) - Dan Dam (C) stedfortræder", Presence.ABSENT)
    assert (missing.person, missing.status) == ("Bo Bech", Presence.ABSENT)
    assert (substitute.person, substitute.substitute_for) == ("Dan Dam", "Bo Bech")

"""Votes, dissents and follow-ups in the words of a decision."""

from raadslag.reading.decisions import decision, tells_of_a_decision
from raadslag.record import Choice, Dissent, FollowUp, Vote


def test_the_tally_of_a_vote_is_counted():
    found = decision("Godkendt med 42 stemmer mod 4. 8 medlemmer undlod at stemme.")
    assert found.votes == (
        Vote(choice=Choice.FOR, count=42),
        Vote(choice=Choice.AGAINST, count=4),
        Vote(choice=Choice.ABSTAINED, count=8),
    )


def test_groups_and_persons_are_told_apart():
    found = decision("For stemte: Ø (Anna Ahl og Bo Bech), A, C og Dan Dam.\nImod stemte: V.")
    assert found.votes == (
        Vote(choice=Choice.FOR, groups=("Ø", "A", "C"), persons=("Anna Ahl", "Bo Bech", "Dan Dam")),
        Vote(choice=Choice.AGAINST, groups=("V",)),
    )


def test_a_dissent_keeps_who_and_the_whole_sentence():
    found = decision("Godkendt.\nSøfolkenes byrådsgruppe kunne ikke tiltræde indstillingens punkt 2.")
    sentence = "Søfolkenes byrådsgruppe kunne ikke tiltræde indstillingens punkt 2."
    assert found.dissents == (Dissent(who="Søfolkenes byrådsgruppe", text=sentence),)


def test_a_reservation_is_a_dissent_too():
    found = decision("Anbefales. Venstre tog forbehold vedrørende finansieringen.")
    assert [each.who for each in found.dissents] == ["Venstre"]


def test_what_somebody_owes_is_a_follow_up_with_its_time():
    found = decision("Taget til efterretning. Anna vil følge op på tallene til næste møde.")
    text = "Anna vil følge op på tallene til næste møde."
    assert found.follow_ups == (FollowUp(text=text, who="Anna", due="næste møde"),)


def test_nobody_owes_what_no_one_is_named_for():
    assert decision("Der udarbejder sig et mønster. Sagen vender tilbage.").follow_ups == ()


def test_the_text_of_an_item_is_told_from_its_decision():
    assert tells_of_a_decision("Teknik og Miljø udarbejder notat.")
    assert tells_of_a_decision("Bo Bech var fraværende.")
    assert not tells_of_a_decision("Indstillingen vedrører anlægsregnskaber for fire projekter.")
    assert not tells_of_a_decision("Forslag om udvidelse af retten til skoleskift.")

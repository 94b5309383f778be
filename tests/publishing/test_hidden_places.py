"""No closed text and no personal number gets out, wherever it hides; and nothing is stopped without cause."""

from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from raadslag.publishing.contents import Piece
from raadslag.publishing.downloads import render
from raadslag.publishing.finding import Kind, Severity
from raadslag.publishing.guard import Guard
from raadslag.publishing.house import House
from raadslag.publishing.public_record import public_record
from tests.publishing.agendas import BOILERPLATE, agenda
from tests.publishing.hiding import PLACES

EXAMPLES = 100  # bench/guards.py takes more than a thousand, each with every place
HOUSE = House(phrases=tuple(BOILERPLATE))


def stopping(guard: Guard, name: str, data: bytes) -> list[Kind]:
    return [finding.kind for finding in guard.findings(name, data) if finding.stops]


@pytest.mark.parametrize("place", PLACES)
def test_closed_text_and_a_personal_number_are_found(place):
    it = agenda(7)
    secrets = (it.secret, it.secret_note, it.personal_number)
    name, data = PLACES[place](", ".join(secrets))
    found = [
        each for each in Guard(it.record).findings(name, data) if each.severity is Severity.STOPS_FOR_EVER
    ]
    origins = {each.origin for each in found if each.kind is Kind.CLOSED_TEXT}
    assert origins == {f"punkt {it.record.items[-1].number}", "punkt 1, bilag 9"}
    assert Kind.PERSONAL_NUMBER in {each.kind for each in found}
    for finding in found:
        assert not any(secret in finding.sentence for secret in secrets), finding


@pytest.mark.parametrize("place", PLACES)
def test_other_words_at_the_same_place_are_neither(place):
    name, data = PLACES[place]("Der er ni træer på pladsen og konto 1234-5678901 samt sag 311225-12")
    kinds = stopping(Guard(agenda(7).record), name, data)
    assert not {Kind.CLOSED_TEXT, Kind.PERSONAL_NUMBER, Kind.UNREADABLE} & set(kinds)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(seed=st.integers(0, 10**9))
def test_none_gets_out_and_none_is_stopped_without_cause(seed):
    it = agenda(seed)
    whole = render(public_record(it.record), {})
    guard = Guard(it.record, HOUSE)
    said = [
        finding.in_full for file in whole for finding in guard.findings(file.name, file.data) if finding.stops
    ]
    assert said == []
    random = Random(seed)
    place, secret = random.choice(sorted(PLACES)), random.choice([it.secret, it.own_title])
    both = stopping(Guard(it.record, HOUSE), *PLACES[place](f"{secret}, {it.personal_number}"))
    assert {Kind.CLOSED_TEXT, Kind.PERSONAL_NUMBER} <= set(both), place


def test_an_entry_of_the_search_is_looked_through():
    it = agenda(7)
    pieces = [Piece(f"Punkt 1 {it.secret}")]
    assert [each.kind for each in Guard(it.record).in_pieces("søgningen", pieces)] == [Kind.CLOSED_TEXT]

"""Danish words and dates: every word of the vocabularies has one, and dates read as a Dane writes them."""

from datetime import date, datetime

import pytest

from raadslag.record import Choice, Kind, Outcome, Part, Presence, Stage, danish


@pytest.mark.parametrize(
    ("vocabulary", "words"),
    [
        (Stage, danish.STAGES),
        (Part, danish.PARTS),
        (Kind, danish.KINDS),
        (Outcome, danish.OUTCOMES),
        (Presence, danish.PRESENCES),
        (Choice, danish.CHOICES),
    ],
)
def test_every_word_has_its_own_danish_word(vocabulary, words):
    assert set(words) == set(vocabulary)
    assert len(set(words.values())) == len(words)


def test_a_date_and_time_is_written_out():
    assert danish.moment(datetime(2025, 8, 27, 16, 0)) == "onsdag den 27. august 2025 kl. 16.00"
    assert danish.day(date(2024, 2, 1)) == "1. februar 2024"


def test_a_meeting_that_ends_the_same_day_shows_the_date_once():
    starts_at = datetime(2025, 8, 27, 16, 0)
    assert danish.period(starts_at) == "onsdag den 27. august 2025 kl. 16.00"
    assert (
        danish.period(starts_at, datetime(2025, 8, 27, 18, 5)) == "onsdag den 27. august 2025 kl. 16.00–18.05"
    )
    assert (
        danish.period(starts_at, datetime(2025, 8, 28, 0, 30))
        == "onsdag den 27. august 2025 kl. 16.00 til torsdag den 28. august 2025 kl. 00.30"
    )

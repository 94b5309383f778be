"""Dates and clocks in every form that meeting documents use."""

from datetime import date, datetime, time

import pytest

from raadslag.reading.dates import (
    clock,
    find_date,
    goes_on_over,
    is_only_a_clock,
    is_only_a_date,
    moment,
    starts_with_date,
)


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("28-11-2022 10:30 - 12:30", datetime(2022, 11, 28, 10, 30), datetime(2022, 11, 28, 12, 30)),
        ("Onsdag d. 27. august 2025 kl. 16:00", datetime(2025, 8, 27, 16), None),
        ("onsdag den 1. oktober 2025 kl. 15.45", datetime(2025, 10, 1, 15, 45), None),
        ("04-06-2020 09:00:00", datetime(2020, 6, 4, 9), None),
        ("Tirsdag den 18. maj 2010, kl. 8.00-9.30", datetime(2010, 5, 18, 8), datetime(2010, 5, 18, 9, 30)),
        ("2. december 2024 kl. 16 – 18", datetime(2024, 12, 2, 16), datetime(2024, 12, 2, 18)),
        ("3. marts 2021 fra kl. 14.00 til 15.15", datetime(2021, 3, 3, 14), datetime(2021, 3, 3, 15, 15)),
    ],
)
def test_a_day_with_its_clock_is_a_moment(text, starts, ends):
    found = moment(text)
    assert (found.starts_at, found.ends_at) == (starts, ends)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15-maj-2002", date(2002, 5, 15)),
        ("8.06.2006", date(2006, 6, 8)),
        ("Budgetopfølgning pr. 1/11 2008.", date(2008, 11, 1)),
        ("d. 27-08-2025", date(2025, 8, 27)),
        ("12. februar 2024", date(2024, 2, 12)),
        ("2025-08-27", date(2025, 8, 27)),
        ("Notat, 18.08.25, BA", date(2025, 8, 18)),
        ("31-02-2024", None),
        ("lokalplan 12.3", None),
        ("sag 306-2009-600", None),
    ],
)
def test_a_day_is_found_in_a_text_or_is_not_there(text, day):
    assert find_date(text) == day


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("18.15 – 18.18 (3 min.)", (time(18, 15), time(18, 18))),
        ("Kl. 18.15 – 19.45", (time(18, 15), time(19, 45))),
        ("kl. 9-11", (time(9), time(11))),
        ("Kl. 8.00 i byrådssalen", (time(8), None)),
        ("10 min.", (None, None)),
        ("takst 12.500 kr.", (None, None)),
        ("pkt. 2", (None, None)),
    ],
)
def test_a_clock_or_a_period_is_found_without_a_day(text, times):
    assert clock(text) == times


def test_a_line_that_says_only_when_is_told_from_a_sentence_with_a_date():
    assert is_only_a_date("Torsdag den 24. november 2022")
    assert is_only_a_date("28-11-2022 10:30 - 12:30")
    assert is_only_a_clock("Kl. 18.15 – 19.45")
    assert not is_only_a_date("Sagen blev udsat den 24. november 2022")
    assert not is_only_a_clock("Mødet begynder kl. 16")


def test_a_date_at_the_start_of_a_line_is_no_mark_of_a_list():
    assert starts_with_date("1. december 2022 henvises sagen")
    assert not starts_with_date("1. dagsordenen godkendes")


def test_a_date_goes_on_over_a_line_end():
    assert goes_on_over("på sit møde den 1. december", "2022 henvise sagen")
    assert not goes_on_over("på sit møde den 1. december", "12 medlemmer")
    assert not goes_on_over("i december", "2022 henvise sagen")

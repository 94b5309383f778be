"""Case numbers in the ways that Danish case systems write them."""

import pytest

from raadslag.reading.case_numbers import case_number


@pytest.mark.parametrize(
    "text",
    [
        "EMN-2025-003383",
        "25/26257",
        "306-2009-600",
        "1-51-71-3321-08",
        "00.17.00-A00-8-16",
        "00.22.04-P35-1-24",
        "01.00.00-G01-93-16",
        "24-012345",
        "SAG-2023-04412",
    ],
)
def test_a_line_that_is_a_case_number_is_one(text):
    assert case_number(text) == text
    assert case_number(f"Sagsnr.: {text}") == text


@pytest.mark.parametrize(
    ("text", "number"),
    [("Sag 306-2009-600", "306-2009-600"), ("Sagsnr. 2014/1 Dok.nr. 2", "2014/1"), ("J.nr. 12-3", "12-3")],
)
def test_a_label_before_it_is_not_part_of_it(text, number):
    assert case_number(text) == number


@pytest.mark.parametrize(
    "text", ["27-08-2025", "2025", "Sagsforløb", "Sagens behandling blev udsat", "Punkt 2"]
)
def test_dates_words_and_years_are_no_case_numbers(text):
    assert case_number(text) is None

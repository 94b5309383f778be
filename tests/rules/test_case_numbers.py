"""Case numbers are taken as people write them."""

import pytest

from raadslag.reading.case_numbers import case_number
from raadslag.rules.case_numbers import tidy


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("EMN-2022-510923", "EMN-2022-510923"),
        (" emn 2022 510923 ", "EMN-2022-510923"),
        ("EMN2022-510923", "EMN-2022-510923"),
        ("Sagsnr.: 25 / 26257", "25/26257"),
        ("25/26257", "25/26257"),
        ("01.00.00-g01-93-16", "01.00.00-G01-93-16"),
        ("01.00.00 - G01 - 93 - 16", "01.00.00-G01-93-16"),
        ("00.01.00A00 - 2008/145792", "00.01.00A00 - 2008/145792"),
        ("00.01.00A00-2008/145792", "00.01.00A00 - 2008/145792"),
        ("306-2009-600", "306-2009-600"),
        ("1-51-71-3321-08", "1-51-71-3321-08"),
    ],
)
def test_the_forms_that_municipalities_use_are_known_and_can_be_read_back(typed, kept):
    assert tidy(typed) == kept
    assert tidy(kept) == kept
    assert case_number(kept) == kept


@pytest.mark.parametrize("typed", ["", "hører til budgettet", "A 17 b"])
def test_anything_else_is_left_as_it_was_typed(typed):
    assert tidy(typed) == typed

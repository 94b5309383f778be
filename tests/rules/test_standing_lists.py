"""What a standing item prints by itself: cases on their way, courses and conferences."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from raadslag.rules.standing_lists import (
    NO_CASES,
    NO_COURSES,
    CaseOnTheWay,
    CourseOffered,
    case_lines,
    course_lines,
)

words = st.text(min_size=1, max_size=8)


def test_cases_stand_in_the_order_in_which_they_are_expected_those_without_a_date_last():
    assert case_lines(
        [
            CaseOnTheWay("Ny havneplan"),
            CaseOnTheWay("Klimaplan 2030", "EMN-2026-000101", date(2026, 5, 27), "Sendes i høring først"),
            CaseOnTheWay("Badevand", "25/26257", date(2026, 3, 25)),
        ]
    ) == (
        "Badevand (25/26257): ventes den 25. marts 2026.",
        "Klimaplan 2030 (EMN-2026-000101): ventes den 27. maj 2026. Sendes i høring først.",
        "Ny havneplan: tidspunktet er ikke fastlagt.",
    )


def test_courses_stand_by_date_with_their_days_and_place():
    assert course_lines(
        [
            CourseOffered("Natur og Miljø", date(2026, 5, 12), date(2026, 5, 13), "Herning"),
            CourseOffered("Kommunalpolitisk topmøde", date(2026, 4, 30), date(2026, 5, 2), "Aalborg"),
            CourseOffered("Havnedag", date(2026, 4, 1), note="Tilmelding til Anna Lund."),
        ],
        date(2026, 3, 2),
    ) == (
        "1. april 2026: Havnedag. Tilmelding til Anna Lund.",
        "30. april – 2. maj 2026: Kommunalpolitisk topmøde, Aalborg.",
        "12.–13. maj 2026: Natur og Miljø, Herning.",
    )


def test_a_course_is_offered_until_its_last_day_is_over():
    course = CourseOffered("Topmøde", date(2026, 12, 30), date(2027, 1, 2))
    assert course_lines([course], date(2027, 1, 2)) == ("30. december 2026 – 2. januar 2027: Topmøde.",)
    assert course_lines([course], date(2027, 1, 3)) == (NO_COURSES,)


def test_an_empty_list_says_so():
    assert case_lines([]) == (NO_CASES,)
    assert course_lines([], date(2026, 3, 2)) == (NO_COURSES,)


@given(st.lists(st.builds(CaseOnTheWay, words, words, st.none() | st.dates(), words), max_size=6))
def test_every_case_has_a_line_of_its_own(cases):
    lines = case_lines(cases)
    assert len(lines) == max(1, len(cases))
    assert all(any(case.title in line for line in lines) for case in cases)

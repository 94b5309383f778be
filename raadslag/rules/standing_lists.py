"""The lists that a standing item prints by itself: cases on their way to the body, courses and conferences.

Each gives lines of Danish text for an agenda, in the order in which things will happen.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from raadslag.record.danish import MONTHS, day

NO_CASES = "Der er ingen sager på vej."
NO_COURSES = "Der er ingen kommende kurser eller konferencer."


@dataclass(frozen=True, slots=True)
class CaseOnTheWay:
    """A case that the body will have; `expected_on` is None where nobody knows when."""

    title: str
    case_number: str = ""
    expected_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CourseOffered:
    """A course or conference that members may go to; `ends_on` is None for a single day."""

    title: str
    starts_on: date
    ends_on: date | None = None
    place: str = ""
    note: str = ""


def case_lines(cases: Iterable[CaseOnTheWay]) -> tuple[str, ...]:
    """A line for each case, those without a date last; one line that says so where there are none."""
    coming = sorted(cases, key=lambda case: (case.expected_on or date.max, case.title.casefold()))
    return tuple(case_line(case) for case in coming) or (NO_CASES,)


def case_line(case: CaseOnTheWay) -> str:
    number = f" ({case.case_number})" if case.case_number else ""
    when = f"ventes den {day(case.expected_on)}" if case.expected_on else "tidspunktet er ikke fastlagt"
    return with_note(f"{case.title}{number}: {when}.", case.note)


def course_lines(courses: Iterable[CourseOffered], on: date) -> tuple[str, ...]:
    """A line for each course that is not over that day; one line that says so where there are none."""
    coming = [course for course in courses if (course.ends_on or course.starts_on) >= on]
    coming.sort(key=lambda course: (course.starts_on, course.title.casefold()))
    return tuple(course_line(course) for course in coming) or (NO_COURSES,)


def course_line(course: CourseOffered) -> str:
    place = f", {course.place}" if course.place else ""
    return with_note(f"{days(course.starts_on, course.ends_on)}: {course.title}{place}.", course.note)


def with_note(line: str, note: str) -> str:
    """The line with the note after it as a sentence."""
    said = note.strip()
    if not said:
        return line
    return f"{line} {said}" if said[-1] in ".!?" else f"{line} {said}."


def days(first: date, last: date | None) -> str:
    """ "12. maj 2026", "12.–13. maj 2026", "30. april – 2. maj 2026" """
    if last is None or last == first:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}.–{day(last)}"
    if first.year == last.year:
        return f"{first.day}. {MONTHS[first.month - 1]} – {day(last)}"
    return f"{day(first)} – {day(last)}"

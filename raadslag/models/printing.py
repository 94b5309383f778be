"""What a standing item prints by itself, and what an agenda says of a missed deadline."""

from datetime import date

from raadslag.models.meeting import Meeting
from raadslag.models.standing_item import Prints, StandingItem
from raadslag.rules.deadlines import DeadlineKind, reason_line
from raadslag.rules.standing_lists import CaseOnTheWay, CourseOffered, case_lines, course_lines


def printed(item: StandingItem, on: date) -> tuple[str, ...]:
    """The lines that the standing item has on an agenda for that day; none where it prints nothing."""
    if item.prints == Prints.COMING_CASES:
        cases = item.body.coming_cases.filter(is_done=False)
        return case_lines(
            CaseOnTheWay(row.title, row.case_number, row.expected_on, row.note) for row in cases
        )
    if item.prints == Prints.COURSES:
        courses = item.body.courses.all()
        offered = (
            CourseOffered(row.title, row.starts_on, row.ends_on, row.place, row.note) for row in courses
        )
        return course_lines(offered, on)
    return ()


def reason_lines(meeting: Meeting) -> tuple[str, ...]:
    """What the agenda says of each deadline that was missed, with the reason last given."""
    paragraphs = {row.kind: row.paragraph for row in meeting.body.deadline_rules.all()}
    last = {row.kind: row.reason for row in meeting.missed_deadlines.all()}
    return tuple(
        reason_line(kind, paragraphs.get(kind, ""), last[kind]) for kind in DeadlineKind if kind in last
    )

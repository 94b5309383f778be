"""What must have happened before a meeting, when, and what is late. A body's deadlines are data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from raadslag.rules.working_days import MUNICIPAL, Practice, working_days_before

DANISH_TIME = ZoneInfo("Europe/Copenhagen")


class DeadlineKind(StrEnum):
    """What must have happened, in the order in which it happens."""

    PAPERS_DUE = "papers_due"
    APPROVAL = "approval"
    AGENDA_SENT = "agenda_sent"
    MATERIAL_AVAILABLE = "material_available"


class Force(StrEnum):
    """How a deadline binds: a soft one ("så vidt muligt") may be missed with a reason, a hard one not."""

    SOFT = "soft"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """One of a body's deadlines: so many working days before the meeting, at a time of day.

    `paragraph` is where it stems from, as people cite it; "" where it is the house's own habit.
    """

    kind: DeadlineKind
    working_days: int
    at: time
    force: Force
    paragraph: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """A rule for one meeting: the moment by which it must have happened."""

    rule: DeadlineRule
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Late:
    """A deadline that was missed. `done_at` is when it happened after all, None while it has not."""

    deadline: Deadline
    done_at: datetime | None


# The law's two are as the amending act of 29 December 1997 words them: "senest 4 hverdage inden" the meeting
# and "mindst 3 hverdage inden" it, both "så vidt muligt". Its numbering moves, so a paragraph is data like a
# number. The first two are habit, not law.
USUAL: tuple[DeadlineRule, ...] = (
    DeadlineRule(DeadlineKind.PAPERS_DUE, 8, time(12), Force.SOFT, ""),
    DeadlineRule(DeadlineKind.APPROVAL, 6, time(12), Force.SOFT, ""),
    DeadlineRule(
        DeadlineKind.AGENDA_SENT, 4, time(23, 59), Force.SOFT, "kommunestyrelsesloven § 8, stk. 4, 1. pkt."
    ),
    DeadlineRule(
        DeadlineKind.MATERIAL_AVAILABLE,
        3,
        time(23, 59),
        Force.SOFT,
        "kommunestyrelsesloven § 8, stk. 4, 1. pkt.",
    ),
)


def deadlines(
    meeting_on: date, rules: Iterable[DeadlineRule], practice: Practice = MUNICIPAL
) -> tuple[Deadline, ...]:
    """The meeting's deadlines in Danish time, the earliest first."""
    found = (
        Deadline(
            rule,
            datetime.combine(
                working_days_before(meeting_on, rule.working_days, practice), rule.at, DANISH_TIME
            ),
        )
        for rule in rules
    )
    return tuple(sorted(found, key=lambda deadline: deadline.due_at))


def late(
    deadlines: Iterable[Deadline], done: Mapping[DeadlineKind, datetime], at: datetime
) -> tuple[Late, ...]:
    """The deadlines that are missed at a moment. `done` says when each thing happened, if it has.

    What happens at the very moment is in time, and what happened after `at` has not happened yet.
    """
    return tuple(
        Late(deadline, happened)
        for deadline in deadlines
        for happened in [known_at(done.get(deadline.rule.kind), at)]
        if deadline.due_at < (happened or at)
    )


def known_at(happened: datetime | None, at: datetime) -> datetime | None:
    """The moment something happened, None where that is still to come."""
    return happened if happened is not None and happened <= at else None


# what an agenda says of a deadline that was missed, before the reason
MISSED: Mapping[DeadlineKind, str] = {
    DeadlineKind.PAPERS_DUE: "Indstillinger er afleveret efter fristen",
    DeadlineKind.APPROVAL: "Indstillinger er godkendt efter fristen",
    DeadlineKind.AGENDA_SENT: "Dagsordenen er udsendt efter fristen",
    DeadlineKind.MATERIAL_AVAILABLE: "Materialet er gjort tilgængeligt efter fristen",
}


def reason_line(kind: DeadlineKind, paragraph: str, reason: str) -> str:
    """What the agenda says of a missed deadline: which, by what paragraph ("" for none), and why."""
    return because(MISSED[kind], [paragraph], reason)


# what was done too late to one paper
DONE_TO_PAPER: Mapping[DeadlineKind, str] = {
    DeadlineKind.PAPERS_DUE: "afleveret",
    DeadlineKind.APPROVAL: "godkendt",
}


def paper_reason_line(missed: Iterable[Late], reason: str) -> str:
    """What the agenda says at a paper that came late: what was late, by what paragraphs, and why; "" where
    nothing was, or nobody has said why."""
    rules = [each.deadline.rule for each in missed if each.deadline.rule.kind in DONE_TO_PAPER]
    if not rules or not reason.strip():
        return ""
    done = " og ".join(DONE_TO_PAPER[kind] for kind in DeadlineKind if kind in {rule.kind for rule in rules})
    return because(f"Indstillingen er {done} efter fristen", [rule.paragraph for rule in rules], reason)


def because(what: str, paragraphs: Iterable[str], reason: str) -> str:
    """ "Dagsordenen er udsendt efter fristen (§ 8, stk. 4): Budgettet kom sent." """
    by = ", ".join(dict.fromkeys(filter(None, paragraphs)))
    said = reason.strip()
    return f"{what}{f' ({by})' if by else ''}: {said}{'' if said.endswith(('.', '!', '?')) else '.'}"

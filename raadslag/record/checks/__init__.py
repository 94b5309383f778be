"""Checks on a record: what a secretary would want to know before it is sent out or published.

A check is a generator over one record that yields faults: the path of a value, and a Danish sentence
about it. It leaves records inside attachments alone; `check` visits those by itself. A new check is a
function in the module of its subject, a line in CHECKS, and a test that it fires and where it is silent.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from raadslag.record.checks import attachments, attendance, cases, decisions, numbers, secrecy, texts, times
from raadslag.record.meeting import MeetingRecord

CHECKS: Mapping[str, Callable[[MeetingRecord], Iterable[tuple[str, str]]]] = {
    "meeting-ends-before-it-starts": times.meeting_ends_before_it_starts,
    "item-ends-before-it-starts": times.item_ends_before_it_starts,
    "item-before-the-meeting": times.item_before_the_meeting,
    "items-past-the-end": times.items_past_the_end,
    "items-overlap": times.items_overlap,
    "gap-between-items": times.gap_between_items,
    "empty-title": numbers.empty_title,
    "number-missing": numbers.number_missing,
    "number-twice": numbers.number_twice,
    "case-twice": cases.case_twice,
    "person-for-unknown-item": attendance.person_for_unknown_item,
    "person-for-unknown-topic": attendance.person_for_unknown_topic,
    "person-outside-the-meeting": attendance.person_outside_the_meeting,
    "attachment-not-present": attachments.attachment_not_present,
    "attachments-alike": attachments.attachments_alike,
    "decision-in-agenda": decisions.decision_in_agenda,
    "decision-without-text": decisions.decision_without_text,
    "item-without-decision": decisions.item_without_decision,
    "decision-copied": decisions.decision_copied,
    "closed-without-ground": secrecy.closed_without_ground,
    "closed-text-shown": secrecy.closed_text_shown,
    "personal-number": secrecy.personal_number,
    "template-text": texts.template_text,
    "reader-in-doubt": texts.reader_in_doubt,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: the check's name, the path of the value, and a Danish sentence about it."""

    name: str
    path: str
    sentence: str


def check(record: MeetingRecord) -> tuple[Finding, ...]:
    """Everything the checks find in the record and in the records inside its attachments."""
    return tuple(_findings(record, ""))


def _findings(record: MeetingRecord, prefix: str) -> Iterator[Finding]:
    for name, find in CHECKS.items():
        for path, sentence in find(record):
            yield Finding(name, prefix + path, sentence)
    for at, item in enumerate(record.items):
        for beside, attachment in enumerate(item.attachments):
            if attachment.record is not None:
                yield from _findings(attachment.record, f"{prefix}items[{at}].attachments[{beside}].record.")

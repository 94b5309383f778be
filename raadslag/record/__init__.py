"""The meeting record: plain frozen data, its JSON, and the checks on it. Knows nothing else of ours."""

from raadslag.record.codec import SCHEMA, NotJsonError, RecordError, from_data, from_json, to_data, to_json
from raadslag.record.decision import Decision, Dissent, FollowUp, Vote
from raadslag.record.meeting import Attachment, Attendance, Item, MeetingRecord, Section
from raadslag.record.paper import Paper, PaperSection
from raadslag.record.source import Doubt, Source
from raadslag.record.words import Choice, Kind, Outcome, Part, Presence, Stage

__all__ = [
    "SCHEMA",
    "Attachment",
    "Attendance",
    "Choice",
    "Decision",
    "Dissent",
    "Doubt",
    "FollowUp",
    "Item",
    "Kind",
    "MeetingRecord",
    "NotJsonError",
    "Outcome",
    "Paper",
    "PaperSection",
    "Part",
    "Presence",
    "RecordError",
    "Section",
    "Source",
    "Stage",
    "Vote",
    "from_data",
    "from_json",
    "to_data",
    "to_json",
]

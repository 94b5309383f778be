"""An agenda as it would be sent now."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from raadslag.models.agenda.version import ItemPlace
from raadslag.record import MeetingRecord

Place = tuple[int, int]  # which item, and which of its attachments, both counted from 0


@dataclass(frozen=True)
class Composed:
    """`record` is all of it, as members have it; `door_record` is what the door takes: a closed item has its
    public title there, and its real one among its closed texts, so that the guard looks for it.

    `files` are the attachments' in the desk's files. `places` tells what each item and attachment is on the
    desk, in the record's order. `news` are sentences that say what is new since the version before, for the
    members' pack. `occasion` is where the meeting's documents stand in the archive, or will.
    """

    record: MeetingRecord
    door_record: MeetingRecord
    files: Mapping[Place, Path]
    places: tuple[ItemPlace, ...] = ()
    news: tuple[str, ...] = ()
    occasion: str = ""

"""A record that a command is given: its own JSON, or any document that can be read."""

from pathlib import Path

from raadslag.cli.refusal import Refusal
from raadslag.reading import UnreadableDocument, read
from raadslag.record import MeetingRecord, NotJsonError, RecordError, from_json


def record_in(path: Path) -> MeetingRecord:
    """The record in a file. Raises Refusal."""
    try:
        return json_record(path) if path.suffix.casefold() == ".json" else read(path).record
    except UnreadableDocument as refusal:
        raise Refusal(str(refusal)) from refusal


def json_record(path: Path) -> MeetingRecord:
    """The record in a JSON file. Raises Refusal."""
    try:
        return from_json(path.read_bytes())
    except OSError as error:
        raise Refusal(f"Filen {path} kan ikke læses.") from error
    except NotJsonError as fault:
        raise Refusal(f"Filen {path} er ikke et møde: den er ikke JSON.") from fault
    except RecordError as fault:
        raise Refusal(f"Filen {path} er ikke et møde: {fault}.") from fault

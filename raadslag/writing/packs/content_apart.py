"""What the minutes of a pack leave to the pages that follow."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from raadslag.record import Attachment, MeetingRecord
from raadslag.writing.packs.links import Place


def is_written_out(attachment: Attachment) -> bool:
    """An attachment that never was a file of its own: the minutes have all of it."""
    content = (attachment.text, attachment.paper, attachment.record)
    return attachment.sha256 is None and any(each is not None for each in content)


def without_content(record: MeetingRecord, files: Mapping[Place, Path]) -> MeetingRecord:
    """The record as its minutes are printed in a pack: what follows as pages is not written out as well."""
    items = []
    for at, item in enumerate(record.items):
        attachments = tuple(
            attachment
            if (at, beside) not in files and is_written_out(attachment)
            else replace(attachment, text=None, paper=None, record=None)
            for beside, attachment in enumerate(item.attachments)
        )
        items.append(replace(item, attachments=attachments))
    return replace(record, items=tuple(items))

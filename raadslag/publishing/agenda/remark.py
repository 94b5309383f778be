"""What the agenda check has to say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from raadslag.models import Attachment, Item
from raadslag.publishing.finding import Finding


class Where(StrEnum):
    """Which page puts it right, where it is no item's and no attachment's."""

    AGENDA = "agenda"
    MEETING = "meeting"
    REVIEW = "review"
    TRANSFERS = "transfers"


@dataclass(frozen=True)
class Remark:
    """One thing that somebody should look at. `sentence` names nothing closed but the item and the attachment
    that it is about. One that is stopping must be put right before the agenda is sent. `finding` is the
    guard's, of the document of that name at the door."""

    sentence: str
    item: Item | None = None
    attachment: Attachment | None = None
    is_stopping: bool = False
    where: Where = Where.AGENDA
    finding: Finding | None = None
    document: str = ""
